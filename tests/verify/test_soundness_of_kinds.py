"""False statements of the kinds that move symbols or list numbers: none of them may pass."""

from dataclasses import replace

import pytest
from flint import fmpq

from proofs.algebra import identity, inverse, matrix, scalar, symmetric, trace, vector
from proofs.algebra.letters import Letter
from proofs.algebra.symbols import as_polynomial, number
from proofs.attention.data import data
from proofs.core.claims import (
    Action,
    Claim,
    Coercive,
    Diagonalised,
    Induction,
    Invariance,
    Minimum,
    OrthogonalZeros,
    Parameter,
    Square,
    State,
)
from proofs.core.derivation import Definition, Reciprocal
from proofs.core.errors import InputError
from proofs.core.listed import CriticalPoints, HeavyTail, ListedWeights, Located, MergingLevels, Part, SpectralLoss
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.surd import Surd
from proofs.core.task import Task
from proofs.core.theorem import Theorem
from proofs.core.verdict import Verdict
from proofs.moments.laws import Gaussian
from proofs.moments.mean import Mean
from verify.checks.context import Context
from verify.checks.hypotheses import refuse_against
from verify.checks.symbolic import symbolic_road
from verify.checks.table import check_of

n, d, t, eta, x, k = (scalar(name) for name in ("n", "d", "t", "eta", "x", "k"))
A, B, C, H, L, R, M, Z = (matrix(name, "d", "d") for name in ("A", "B", "C", "H", "L", "R", "M", "Z"))
A0, S, K, v, y = symmetric("A0", "d"), symmetric("S", "d"), symmetric("K", "d"), vector("v", "d"), vector("y", "d")
ONE, NOUGHT = identity("d"), 0 * identity("d")
BACK, LAW = inverse(R) @ inverse(R).T, R.T @ R
ROOT = Hypothesis("R", Predicate.INVERTIBLE, "root")
SIZES = (Hypothesis("n", Predicate.INTEGER, "size"), Hypothesis("d", Predicate.INTEGER, "size"))
SPECTRUM = data(Task()).S / n


def dependent(name: str, size: str, on: str):
    return as_polynomial(Letter(name, size, size, depends_on=frozenset({on})))


def length(whole):
    return trace(whole @ whole.T)


def symmetry(**changes: object) -> Invariance:
    plain = Invariance(
        name="c",
        layer=ONE - A.T @ S / n,
        gram=S,
        root=R,
        before=LAW,
        after=BACK,
        parameters=(Parameter(A, Action.FORM, fixed=BACK, direction=LAW),),
    )
    return replace(plain, **changes)


def along(direction) -> Invariance:
    return symmetry(parameters=(Parameter(A, Action.FORM, fixed=BACK, direction=direction),))


def coercive(objective, growth, constant, *given, variables=(A,), squares=()) -> Coercive:
    return Coercive(
        name="c", objective=objective, variables=variables, growth=growth, squares=squares, constant=constant,
        abbreviations=given,
    )  # fmt: skip


def least(objective, square, *given, at=((A, NOUGHT),)) -> Minimum:
    return Minimum(
        name="c", objective=objective, minimizer=at, value=number(0), squares=(square,), unique=True,
        abbreviations=given,
    )  # fmt: skip


def diagonal(*given, objective) -> Diagonalised:
    return Diagonalised(
        name="c", objective=objective, turned=A0, averaged=B, step=H, squares=(Square(H, weight=number(2)),),
        abbreviations=given,
    )  # fmt: skip


def induction(states, invariant, start, layer, *given) -> Induction:
    return Induction(
        name="c", states=states, invariant=(invariant,), start=(start,), layer=(layer,), abbreviations=given
    )


FALSE: dict[str, tuple[Claim, tuple[Hypothesis, ...]]] = {
    "growth against a constant that holds the variable": (coercive(-length(A), (Square(A),), 2 * length(A)), ()),
    "the same, hidden": (coercive(-length(A), (Square(A),), t, Definition(t, 2 * length(A))), ()),
    "growth that decays": (
        coercive(eta * length(A) + 3 * eta - n, (Square(A, weight=eta),), n, Reciprocal(eta, 1 + length(A)),
                 squares=(Square(number(1), weight=3 * eta),)),
        (),
    ),
    "growth on an open set": (
        coercive(length(A0), (Square(A0),), number(0), variables=(A0,)),
        (Hypothesis("A0", Predicate.POSITIVE_DEFINITE, "open"),),
    ),
    "an end that hides the parameter": (symmetry(before=t * LAW, abbreviations=(Definition(t, trace(A)),)), (ROOT,)),
    "a layer that hides the parameter": (
        symmetry(layer=ONE - t * A.T @ S / n, abbreviations=(Definition(t, trace(A)),)), (ROOT,)),
    "a layer that hides the data": (
        symmetry(layer=ONE - t * A.T @ S / n, abbreviations=(Definition(t, trace(S)),)), (ROOT,)),
    "a parameter that is defined": (
        symmetry(layer=ONE - A.T @ S / n + A - BACK, abbreviations=(Definition(A, BACK),)), (ROOT,)),
    "a Gram matrix that is defined": (
        symmetry(layer=ONE - A.T @ S / n + C @ (S - n * LAW), abbreviations=(Definition(S, n * LAW),)), (ROOT,)),
    "a letter that depends on the parameter": (
        symmetry(layer=ONE - trace(dependent("G", "m", "A")) * A.T @ S / n), (ROOT,)),
    "a parameter that is diagonal": (symmetry(), (ROOT, Hypothesis("A", Predicate.DIAGONAL, "restricted"))),
    "a direction that vanishes at n = 5": (along((n - 5) * LAW), (ROOT,)),
    "a direction defined zero": (replace(along(Z), abbreviations=(Definition(Z, NOUGHT),)), (ROOT,)),
    "a variable that is defined": (
        least(-length(A) + 2 * trace(A.T @ M), Square(A), Definition(A, M)), ()),
    "a place that hides the variable": (
        least(length(A - L), Square(A - L), Definition(L, A + ONE), at=((A, L),)), ()),
    "a variable that is a positive reciprocal": (
        least(t * length(A), Square(A, weight=t), Reciprocal(t, n + 1), at=((A, NOUGHT), (t, number(0)))), ()),
    "a symbol defined twice": (
        least(-length(A), Square(A, weight=t), Reciprocal(t, n + 1), Definition(t, number(-1))), ()),
    "a letter that hides the averaged matrix": (
        diagonal(Definition(L, 2 * B), objective=-length(L) + trace(A0 @ A0) + length(B)), ()),
    "a letter that depends on the averaged matrix": (
        diagonal(objective=-length(dependent("G", "d", "B")) + trace(A0 @ A0) + length(B)), ()),
    "a state that is defined": (
        induction((State(y, n * v, n * y + 3 * v),), y, n * v, n * n * y - (n - 1) * n * n * v + 3 * v,
                  Definition(y, n * v)), ()),
    "an invariant that holds a parameter of a layer": (
        induction((State(y, n * v, n * y + 3 * v),), t * y, t * n * v, t * (n * y + 3 * v)), ()),
    "a state twice": (
        induction((State(y, v, 2 * y), State(y, v, 3 * y)), y, v, 3 * y), (Hypothesis("v", Predicate.ANY, "start"),)),
    "a covariance defined twice": (
        OrthogonalZeros(name="c", gram=inverse(K) @ matrix("X", "n", "d").T @ matrix("X", "n", "d") / n,
                        over=(Gaussian(matrix("X", "n", "d"), column_covariance=K),), depths=(1,),
                        abbreviations=(Definition(K, -ONE), Definition(K, ONE))), ()),
}  # fmt: skip


@pytest.mark.parametrize("says", FALSE)
def test_nothing_false_is_proved(says: str) -> None:
    claim, hypotheses = FALSE[says]
    road = symbolic_road(claim, Context("a.test", Theorem(Source("nobody"), SIZES + hypotheses, (claim,))))
    assert road is None or road.verdict is Verdict.UNKNOWN, road


def test_the_plain_statements_are_proved() -> None:
    """What the false ones are made from holds, so that it is the change that is seen."""
    plain = {
        "symmetry": (symmetry(), (ROOT,)),
        "growth": (coercive(length(A), (Square(A),), number(0)), ()),
        "least": (least(length(A), Square(A)), ()),
        "diagonal": (diagonal(objective=trace(A0 @ A0) + length(B)), ()),
    }
    for claim, hypotheses in plain.values():
        road = symbolic_road(claim, Context("a.test", Theorem(Source("nobody"), SIZES + hypotheses, (claim,))))
        assert road is not None
        assert road.verdict is Verdict.PROVED, road


def test_a_loss_that_is_another_function_is_not_certified() -> None:
    """tr W^2 - 1 and tr W^2 agree nowhere, but the digits of one size can be those of the other."""
    sample = data(Task())
    other = HeavyTail(
        name="c",
        objective=Mean(trace(SPECTRUM @ SPECTRUM), (sample.law_X,)).value() - x,
        coefficients=(x,),
        weights=((x, fmpq(1)),),
        points=(SpectralLoss(2, 6, "2", (Part(0, 1, "1.16332023343", "1.16332023343"),)),),
    )
    roads = check_of(other).roads(other, Context("a.test", Theorem(Source("nobody"), SIZES, (other,))))
    assert min(min(road.verdict, road.limit) for road in roads) <= Verdict.UNKNOWN


def point(*entries: tuple[str, str], value: str = "0.0", sizes: tuple[tuple[str, int], ...] = (("n", 1),)) -> Located:
    return Located(sizes, entries, value)


def critical(*points: Located, **more: object) -> CriticalPoints:
    return CriticalPoints(name="c", objective=(x - 1) ** 2, points=points, negative=0, **more)


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        (lambda: point(("x", "1.0"), sizes=(("n", -3),)), "sizes are integers >= 1"),
        (lambda: point(("x", "1.0"), sizes=(("n", 1), ("n", 2))), "each named once"),
        (lambda: point(("x", "1.0"), ("x", "2.0")), "names each variable once"),
        (lambda: critical(point(("x", "1.0")), abbreviations=(Definition(k, -x),)), "take no abbreviations"),
        (lambda: MergingLevels(5, 0, 2, "1.0"), "sizes are integers >= 1"),
        (lambda: SpectralLoss(3, 2, "1.0"), "n >= d"),
        (lambda: ListedWeights(3, fmpq(2), (("b_y", Surd(fmpq(1), fmpq(1), fmpq(3))),)), "must have the radicand 2"),
    ],
)
def test_what_is_put_together_wrongly_is_refused(wrong, says: str) -> None:
    with pytest.raises(InputError, match=says):
        wrong()


@pytest.mark.parametrize("digits", ["0.5 ", "0.1_2", "1e-3", " 1.0", "+1.0", "1."])
def test_digits_of_another_form_are_refused(digits: str) -> None:
    claim = critical(point(("x", digits)))
    with pytest.raises(InputError, match=r"expected a decimal such as 0\.125"):
        check_of(claim).roads(claim, Context("a.test", Theorem(Source("nobody"), SIZES, (claim,))))


def test_sizes_that_the_hypotheses_exclude_are_refused() -> None:
    claim = critical(point(("x", "1.0"), sizes=(("n", 1), ("d", 3))))
    wide = (Hypothesis("n", Predicate.AT_LEAST_D, "wide"),)
    with pytest.raises(InputError, match=r"the hypothesis n an integer >= d .* excludes the point n = 1, d = 3"):
        refuse_against(claim, wide)
