"""True statements that need more than one thing met at once: each has its verdict, a false neighbour does not pass.

Abbreviations in limits, several hypotheses on one symbol, operators declared beside a fixed X, minima over symmetric
matrices, and sizes bounded from above.
"""

from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import pytest

from proofs.algebra import inverse, matrix, scalar, symmetric, trace, vector
from proofs.algebra.symbols import number
from proofs.attention.data import data
from proofs.core.catalogue import Entry
from proofs.core.claims import Claim, Equality, Limit, Minimum, Square
from proofs.core.derivation import Definition, Reciprocal
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.task import RidgeOperator, Task
from proofs.core.theorem import Theorem
from proofs.core.verdict import Verdict
from proofs.moments.mean import Mean
from proofs.moments.ridge import ridge
from verify.report import TheoremReport
from verify.suite import Settings, check

n, d, s, t, eta = (scalar(name) for name in ("n", "d", "s", "t", "eta"))
A, B, S, P = matrix("A", "d", "d"), symmetric("B", "d"), symmetric("S", "d"), symmetric("P", "d")
C = matrix("C", "d", "d")
X, eps = matrix("X", "n", "d"), vector("eps", "n")
STEP = (Reciprocal(eta, n + 1),)
RIDGE = RidgeOperator("H", noise="s")
H, EQUATION = ridge(RIDGE)


@dataclass(frozen=True)
class Stated(Entry):
    """A theorem that stands in no file."""

    theorem: Theorem | None = None

    def load(self) -> Theorem:
        """The theorem."""
        assert self.theorem is not None
        return self.theorem


def checked(claim: Claim, *further: tuple[str, Predicate], level: str = "quick") -> TheoremReport:
    """The report on a claim for integers n and d, under further hypotheses."""
    assumed = (("n", Predicate.INTEGER), ("d", Predicate.INTEGER), *further)
    hypotheses = tuple(Hypothesis(*item, "used") for item in assumed)
    theorem = Theorem(Source("nobody"), hypotheses, (claim,))
    return check(Stated("stated", Path(__file__), theorem), Settings(level=level))


def tends(numerator, limit, *, grows=n, given=STEP, **more) -> Limit:
    return Limit(name="c", grows=grows, numerator=numerator, limit=limit, abbreviations=given, **more)


def gram(right) -> Equality:
    """E X'X for rows of covariance S."""
    laws = tuple(law for law in data(Task("S")).laws if law.name == "X")
    return Equality(name="c", left=Mean(X.T @ X, laws), right=right)


def ridge_equation(left, factor: int) -> Equality:
    return Equality(name="c", left=left, right=X.T @ eps - factor * s * H @ eps, operators=(RIDGE,))


def least(form, *, of=B, unique=True) -> Minimum:
    """The least value 3, at S, of 3 and the square of a form."""
    square = form**2 if form.is_scalar else trace(form @ form.T)
    return Minimum(
        name="c", objective=square + 3, minimizer=((of, S),), value=number(3), squares=(Square(form),), unique=unique
    )


INVERSE = Equality(name="c", left=inverse(P) @ (A + C), right=inverse(P) @ A + inverse(P) @ C)
TWO = (("S", Predicate.SYMMETRIC), ("d", Predicate.AT_LEAST_TWO))
POSITIVE = ("s", Predicate.POSITIVE)
COVARIANCE = ("S", Predicate.POSITIVE_DEFINITE)
PSD, REGULAR = ("P", Predicate.POSITIVE_SEMIDEFINITE), ("P", Predicate.INVERTIBLE)
MOVED = Mean(H @ X @ X.T @ eps, (), (EQUATION,))

TRUE: dict[str, Callable[[], TheoremReport]] = {
    "a reciprocal that vanishes": lambda: checked(tends(eta, eta * 0)),
    "a reciprocal beside what it divides": lambda: checked(tends(n * eta * A, A)),
    "a definition in a limit": lambda: checked(tends(t * A, A, given=(Definition(t, 1 + 1 / n),))),
    "a reciprocal of a definition": lambda: checked(
        tends(n * eta, eta * 0 + 1, given=(Definition(t, n + s), Reciprocal(eta, t))), POSITIVE),
    "a denominator with reciprocals": lambda: checked(
        tends(n * eta * A, A, denominator=t * n * eta, limit_denominator=number(2),
              given=(*STEP, Definition(t, 1 + n * eta)))),
    "positive beside integer": lambda: checked(gram(n * S), ("n", Predicate.POSITIVE), COVARIANCE),
    "nonnegative beside positive": lambda: checked(gram(n * S), ("s", Predicate.NONNEGATIVE), POSITIVE, COVARIANCE),
    "semidefinite and invertible": lambda: checked(INVERSE, PSD, REGULAR),
    "invertible and symmetric": lambda: checked(INVERSE, ("P", Predicate.SYMMETRIC), REGULAR),
    "the ridge operator with its equation": lambda: checked(ridge_equation(MOVED, 1), POSITIVE),
    "the declared ridge operator": lambda: checked(ridge_equation(H @ X @ X.T @ eps, 1), POSITIVE),
    "a unique minimum over symmetric matrices": lambda: checked(least(B - S), *TWO),
    "a hypothesis that says what the letter says": lambda: checked(least(B - S), *TWO, ("B", Predicate.SYMMETRIC)),
    "n at most d": lambda: checked(gram(n * S), ("n", Predicate.AT_MOST_D), COVARIANCE),
    "n below d": lambda: checked(gram(n * S), ("n", Predicate.BELOW_D), COVARIANCE),
}  # fmt: skip

FALSE: dict[str, Callable[[], TheoremReport]] = {
    "a reciprocal that does not vanish": lambda: checked(tends(eta, eta * 0 + 1)),
    "a reciprocal beside twice what it divides": lambda: checked(tends(2 * n * eta * A, A)),
    "a definition without its limit": lambda: checked(tends(t * A, 2 * A, given=(Definition(t, 1 + 1 / n),))),
    "a reciprocal times a square": lambda: checked(tends(n**2 * eta * A, A)),
    "a limit that is no limit": lambda: checked(tends(eta * A, eta * A)),
    "a defined symbol that grows": lambda: checked(tends(A / t + A, A, grows=t, given=(Definition(t, 1 / n),))),
    "a wrong mean for n positive": lambda: checked(gram((n + 1) * S), ("n", Predicate.POSITIVE), COVARIANCE),
    "an inverse without invertibility": lambda: checked(INVERSE, PSD),
    "an inverse of a symmetric matrix": lambda: checked(INVERSE, ("P", Predicate.SYMMETRIC)),
    "a wrong equation of the ridge operator": lambda: checked(ridge_equation(MOVED, 2), POSITIVE),
    "a wrong equation of the declared operator": lambda: checked(ridge_equation(H @ X @ X.T @ eps, 2), POSITIVE),
    "an operator that is not declared": lambda: checked(
        Equality(name="c", left=MOVED, right=X.T @ eps - s * H @ eps), POSITIVE),
    "a minimum with many symmetric minimizers": lambda: checked(least(trace(B - S)), *TWO),
    "a minimum with many minimizers": lambda: checked(least(A + A.T - 2 * S, of=A), *TWO),
    "a minimum over what is assumed symmetric": lambda: checked(least(A - S, of=A), *TWO, ("A", Predicate.SYMMETRIC)),
    "a wrong mean for n at most d": lambda: checked(gram(d * S), ("n", Predicate.AT_MOST_D), COVARIANCE),
    "a wrong mean for n below d": lambda: checked(gram((n + 1) * S), ("n", Predicate.BELOW_D), COVARIANCE),
}  # fmt: skip


@pytest.mark.parametrize("name", TRUE)
def test_a_true_statement_is_proved(name):
    report = TRUE[name]()
    assert report.verdict is Verdict.PROVED, report.claims
    assert not report.contradiction


@pytest.mark.parametrize("name", FALSE)
def test_a_false_neighbour_does_not_pass(name):
    report = FALSE[name]()
    assert report.verdict < Verdict.CERTIFIED
    assert not report.contradiction, report.claims


@pytest.mark.parametrize(("predicate", "said"), [(Predicate.AT_MOST_D, "n <= d"), (Predicate.BELOW_D, "n < d")])
def test_an_upper_bound_is_said_and_obeyed(predicate, said):
    report = checked(gram(n * S), ("n", predicate), COVARIANCE)
    assert report.scope.conditions == {said}
    assert str(report.scope) == f"all S, d, n with {said}"
    ranges = {
        road.name: {name: (low, high) for name, low, high in road.scope.ranges} for road in report.claims[0].roads
    }
    assert ranges["exact values"]["n"] == (1, 2)
    assert ranges["sampled mean"] == {"n": (2, 2), "d": (3, 3)}


def test_instances_obey_an_upper_bound_that_the_claim_needs():
    """t = d - n is nonnegative under n <= d: none of the six listed shapes with n <= d is left out."""
    claim = Equality(name="c", left=t * trace(A), right=(d - n) * trace(A), abbreviations=(Definition(t, d - n),))
    bounded = checked(claim, ("n", Predicate.AT_MOST_D), ("t", Predicate.NONNEGATIVE))
    counts = {road.name: road.scope.instances for road in bounded.claims[0].roads}
    assert counts["exact values"] == 6


def test_a_number_is_no_matrix():
    report = checked(gram(n * S), COVARIANCE, ("S", Predicate.NONNEGATIVE))
    assert report.verdict is Verdict.UNKNOWN
    (road,) = report.claims[0].roads
    assert "hypotheses on S: expected those of a number or those of a matrix" in road.detail
