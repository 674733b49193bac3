"""False and vacuous statements, each of which a careless prover would pass: none may reach SUPPORTED."""

from dataclasses import dataclass, field
from pathlib import Path

import pytest

from proofs.algebra import TracePolynomial, identity, inverse, matrix, scalar, symmetric, trace, vector
from proofs.algebra.symbols import number, orthogonal, zero
from proofs.attention.data import data
from proofs.attention.linear import population_loss, prediction, sparse_loss
from proofs.attention.parity import entering_weights, free_weights
from proofs.core.catalogue import Entry
from proofs.core.claims import (
    Action,
    Claim,
    Equality,
    Experiment,
    Implements,
    Invariance,
    Limit,
    Minimum,
    Parameter,
    Square,
    ZeroProduct,
    ZeroSet,
)
from proofs.core.derivation import Definition, DiagonalPart, Reciprocal, Step
from proofs.core.flow import Flow
from proofs.core.listed import SemidefiniteBound
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.task import EllipticalInputs, IndependentInputs, LinearAttention, RidgeOperator, Task
from proofs.core.theorem import Theorem
from proofs.core.verdict import Verdict
from proofs.moments.laws import Gaussian
from proofs.moments.mean import Mean
from proofs.moments.rules import OddMoment, Replacement
from verify.suite import Settings, check

n, d, s, t, r, b = (scalar(name) for name in ("n", "d", "s", "t", "r", "b"))
A, B, C = (matrix(name, "d", "d") for name in "ABC")
Sigma, Psi, K, D = (symmetric(name, "d") for name in ("Sigma", "Psi", "K", "D"))
u, v, nothing = vector("u", "d"), vector("v", "d"), zero("d", "d")
SAMPLE = data(Task("Sigma", "Psi", "sigma2"))
b_x, b_y, A_x, a_y = entering_weights()
SPARSE = Experiment(
    LinearAttention(), Task("Sigma", "Psi", "sigma2", task_mean="u"), (("b_y", number(1)), ("A_x", -A.T))
)

SIZES = (Hypothesis("n", Predicate.INTEGER, "size"), Hypothesis("d", Predicate.INTEGER, "size"))
DEFINITE = Hypothesis("Sigma", Predicate.POSITIVE_DEFINITE, "law")
SEMIDEFINITE = Hypothesis("Sigma", Predicate.POSITIVE_SEMIDEFINITE, "law")
PSI = Hypothesis("Psi", Predicate.POSITIVE_SEMIDEFINITE, "law")
NOISE = Hypothesis("sigma2", Predicate.NONNEGATIVE, "law")


KAPPA = Hypothesis("kappa", Predicate.POSITIVE, "law")
DIAGONAL, FOURTH = (
    Hypothesis("Sigma", Predicate.DIAGONAL, "law"), Hypothesis("Q", Predicate.FOURTH_MOMENTS, "law"),
)  # fmt: skip
Q, F, M, kappa = symmetric("Q", "d"), symmetric("F", "d"), symmetric("M", "d"), scalar("kappa")
ELLIPTICAL = data(Task("Sigma", "Psi", "sigma2", inputs=EllipticalInputs("kappa")))
INDEPENDENT = data(Task("Sigma", "Psi", "", inputs=IndependentInputs("Q", "F")))
QUERY_FOURTH = INDEPENDENT.x_q @ INDEPENDENT.x_q.T @ Psi @ INDEPENDENT.x_q @ INDEPENDENT.x_q.T
S_S, MEAN_S_S = (Mean(one.S @ one.S, (one.law_X,)) for one in (ELLIPTICAL, SAMPLE))
G_G = ELLIPTICAL.X.T @ ELLIPTICAL.y @ ELLIPTICAL.y.T @ ELLIPTICAL.X
G_G_NORMAL = Mean(G_G, SAMPLE.laws).value()


@dataclass(frozen=True)
class Case:
    """A theorem that is not one."""

    says: str
    claim: Claim
    hypotheses: tuple[Hypothesis, ...] = ()


@dataclass(frozen=True)
class Invented(Entry):
    """An entry whose theorem is at hand."""

    theorem: Theorem = field(kw_only=True)

    @property
    def title(self) -> str:
        return self.id

    def load(self) -> Theorem:
        return self.theorem


def length(matrix: TracePolynomial) -> TracePolynomial:
    return trace(matrix @ matrix.T)


def least(objective, squares, *given, at=((A, nothing),), value=None, unique=True):
    """The claim that the objective has the least value 0."""
    return Minimum(
        name="least",
        objective=objective,
        minimizer=at,
        value=number(0) if value is None else value,
        squares=squares,
        unique=unique,
        abbreviations=given,
    )


def equal(left, right, *given, **more):
    return Equality(name="equal", left=left, right=right, abbreviations=given, **more)


@dataclass(frozen=True)
class Trust:
    """A rule of the author."""

    name: str = "well known"
    reference: str = "folklore"

    def closes(self, left, right, given):
        return True


SYMMETRY = Invariance(
    name="symmetry", layer=identity("d") - A.T @ K / n, gram=K, root=B, before=trace(A) * B.T @ B,
    after=inverse(B) @ inverse(B).T,
    parameters=(Parameter(A, Action.FORM, fixed=inverse(B) @ inverse(B).T, direction=B.T @ B),),
)  # fmt: skip

CASES = [
    Case(
        "a definite letter defined negative",
        least(-length(A), (Square(A, before=Sigma),), Definition(Sigma, -identity("d"))),
        (DEFINITE,),
    ),
    Case(
        "a positive scalar defined negative",
        least(-trace(Sigma) * length(A), (Square(A, t),), Definition(t, -trace(Sigma))),
        (DEFINITE, Hypothesis("t", Predicate.POSITIVE, "sign")),
    ),
    Case("a size defined", least(-length(A), (Square(A, n),), Definition(n, number(-1)))),
    Case(
        "a definite letter defined by a negative congruence",
        least(
            -length(A), (Square(A, before=Sigma),), Definition(Sigma, -orthogonal("U", "d") @ orthogonal("U", "d").T)
        ),
        (DEFINITE,),
    ),
    Case("a letter that is its own symmetric part", equal(A, A.T, Definition(A, (A + A.T) / 2))),
    Case(
        "an abbreviation of a random letter",
        equal(Mean(K @ K @ B, (SAMPLE.law_X,)), K @ K @ B, Definition(K, SAMPLE.S)),
        (DEFINITE,),
    ),
    Case(
        "an abbreviation of a random scalar",
        equal(Mean(r * (SAMPLE.w.T @ u), (SAMPLE.law_w,)), number(0), Definition(r, SAMPLE.w.T @ u)),
        (PSI,),
    ),
    Case(
        "a law without covariance",
        least(u.T @ Psi @ u, (Square(u.T @ SAMPLE.w, over=(SAMPLE.law_w,)),), at=((u, nothing @ u),), unique=False),
        (Hypothesis("Psi", Predicate.ANY, "law"),),
    ),
    Case(
        "noise of unsigned variance", least(s * length(A), (Square(A @ v, over=(Gaussian(v, scale=s),)),), unique=False)
    ),
    Case("a value that holds the variable", least(-length(A), (Square(A),), value=-2 * length(A))),
    Case(
        "any point of an unbounded loss",
        least(trace(A), (Square(A - B),), at=((A, B),), value=trace(A) - length(A - B)),
    ),
    Case(
        "the sign of a size whose letter cancelled",
        least(s * length(A), (Square(A, s + trace(matrix("E", "s", "s")) - trace(matrix("E", "s", "s"))),)),
    ),
    Case(
        "division by a weight that may be 0",
        least(length(b * A - C), (Square(b * A - C),), at=((A, C / b),), unique=False),
    ),
    Case(
        "a minimizer outside its domain",
        least(s**2 * length(B), (Square(s * B),), at=((s, number(0)),), unique=False),
        (Hypothesis("s", Predicate.POSITIVE, "domain"),),
    ),
    Case(
        "a minimizer that sees the task",
        least(Mean(length(SAMPLE.w - v), (SAMPLE.law_x_q,)), (Square(SAMPLE.w - v),), at=((v, SAMPLE.w),)),
        (PSI,),
    ),
    Case(
        "weights that see the task",
        Implements(
            name="oracle",
            prediction=prediction(LinearAttention(), SAMPLE),
            weights=((b_x, zero("d", "1")), (b_y, number(1)), (A_x, nothing), (a_y, SAMPLE.w)),
            algorithm=-(SAMPLE.y.T @ SAMPLE.y) * (SAMPLE.w.T @ SAMPLE.x_q) / n,
            experiment=free_weights(Task("Sigma", "Psi", "sigma2")),
        ),
        (DEFINITE, PSI, NOISE),
    ),
    Case(
        "a ridge operator that does not depend on X",
        equal(
            B,
            Mean(matrix("H", "d", "n") @ SAMPLE.X + B, (SAMPLE.law_X,)),
            operators=(RidgeOperator("H", "", "sigma2"),),
        ),
        (DEFINITE, NOISE),
    ),
    Case(
        "the inverse of a covariance that may be singular",
        equal(Mean(SAMPLE.w.T @ Sigma @ SAMPLE.w, (Gaussian(SAMPLE.w, row_covariance=inverse(Sigma)),)), d),
        (SEMIDEFINITE,),
    ),
    Case("a rule of the author", equal(A, A.T + B, steps=(Step(A.T + B, Trust()),))),
    Case(
        "replacements in a circle",
        equal(
            inverse(K) @ D,
            identity("d"),
            Definition(D, K),
            steps=(Step(inverse(K) @ K, Replacement(D, K)), Step(identity("d"), Replacement(K, D))),
        ),
    ),
    Case(
        "another law on the other side",
        equal(
            Mean(SAMPLE.w.T @ SAMPLE.w, (SAMPLE.law_w,)),
            Mean(SAMPLE.w.T @ SAMPLE.w, (Gaussian(SAMPLE.w, row_covariance=Sigma),)),
        ),
        (DEFINITE, PSI),
    ),
    Case(
        "a scale that a road might forget",
        equal(
            Mean(SAMPLE.w.T @ SAMPLE.w, (Gaussian(SAMPLE.w, row_covariance=Psi, scale=number(2) * s / s),)), trace(Psi)
        ),
        (PSI,),
    ),
    Case(
        "a mean of the task that a road might forget",
        equal(
            sparse_loss(Task("Sigma", "Psi", "sigma2", task_mean="u"), A),
            sparse_loss(Task("Sigma", "Psi", "sigma2"), A).value(),
            experiment=SPARSE,
        ),
        (DEFINITE, PSI, NOISE),
    ),
    Case(
        "the law of the inputs for that of the query",
        equal(Mean(SAMPLE.x_q.T @ SAMPLE.x_q, data(Task("Sigma", query_covariance="Psi")).laws[:2]), trace(Sigma)),
        (DEFINITE, PSI),
    ),
    Case(
        "a flow that starts at a saddle",
        Flow(
            name="flow",
            objective=Mean((b * (v.T @ SAMPLE.w) - 1) ** 2, (SAMPLE.law_w,)),
            start=((b, number(0)), (v, u * 0)),
            value=number(1),
            reached=(),
        ),
        (PSI,),
    ),
    Case(
        "a letter that keeps the growing scalar",
        Limit(
            name="limit",
            grows=n,
            numerator=inverse(K) / n + Sigma,
            limit=Sigma,
            abbreviations=(Definition(K, Sigma / n),),
        ),
        (DEFINITE,),
    ),
    Case(
        "a reciprocal of the growing scalar",
        Limit(
            name="limit",
            grows=n,
            numerator=1 / (r * n) + trace(Sigma),
            limit=trace(Sigma),
            abbreviations=(Reciprocal(r, n + 1),),
        ),
        (DEFINITE,),
    ),
    Case(
        "branches on which the total does not vanish",
        ZeroSet(
            name="set",
            total=b_y**2 * (a_y.T @ a_y) + ((d - 1) * (d - 2) * (d - 3)) ** 2,
            products=(ZeroProduct(Square(b_y), Square(a_y), number(1), (Square((d - 1) * (d - 2) * (d - 3)),)),),
            form=b_y * A_x + b_x @ a_y.T,
            branches=(frozenset({"a_y"}),),
            branches_at_one=(frozenset({"b_y"}), frozenset({"a_y"})),
        ),
    ),
    Case("an end that holds the parameter", SYMMETRY, (Hypothesis("B", Predicate.INVERTIBLE, "root"),)),
    Case("kappa of the noise", equal(Mean(G_G, ELLIPTICAL.laws), kappa * G_G_NORMAL), (DEFINITE, PSI, NOISE, KAPPA)),
    Case("kappa of no law", equal(S_S, kappa * n * (2 * Sigma @ Sigma) + n * (n - 1) * Sigma @ Sigma), (DEFINITE,)),
    Case("a law of negative kappa", equal(S_S, S_S.value(), Definition(kappa, number(-1))), (DEFINITE,)),
    Case("Gaussian rows in disguise", equal(S_S, MEAN_S_S.value()), (DEFINITE, KAPPA)),
    Case(
        "an excess without a meaning",
        equal(Mean(QUERY_FOURTH, (INDEPENDENT.law_x_q,)), 2 * Sigma @ Psi @ Sigma + trace(Sigma @ Psi) * Sigma + F),
        (DIAGONAL, FOURTH, PSI),
    ),
    Case(
        "an excess that is not a diagonal part",
        equal(
            Mean(QUERY_FOURTH, (INDEPENDENT.law_x_q,)),
            2 * Sigma @ Psi @ Sigma + trace(Sigma @ Psi) * Sigma + (Q @ Psi + Psi @ Q) / 2 - 3 * Sigma @ Psi @ Sigma,
            Definition(F, (Q @ Psi + Psi @ Q) / 2 - 3 * Sigma @ Psi @ Sigma),
        ),
        (DIAGONAL, FOURTH, PSI),
    ),
    Case(
        "independent coordinates of correlated inputs",
        equal(
            Mean(QUERY_FOURTH, (INDEPENDENT.law_x_q,)),
            2 * Sigma @ Psi @ Sigma + trace(Sigma @ Psi) * Sigma + F,
            DiagonalPart(F, (Q - 3 * Sigma @ Sigma) @ Psi),
        ),
        (DEFINITE, Hypothesis("Q", Predicate.DIAGONAL, "law"), PSI),
    ),
    Case(
        "a fourth moment that may vanish",
        least(
            trace(Sigma @ A @ M @ A.T),
            (Square(A, before=Sigma, after=M),),
            DiagonalPart(F, (Q - 3 * Sigma @ Sigma) @ Psi),
            Definition(M, Mean(QUERY_FOURTH, (INDEPENDENT.law_x_q,)).value()),
        ),
        (DIAGONAL, FOURTH, PSI, Hypothesis("M", Predicate.POSITIVE_DEFINITE, "definite")),
    ),
    Case(
        "odd moments of rows that need not be symmetric",
        equal(
            Mean(ELLIPTICAL.X @ v, (ELLIPTICAL.law_X,)),
            0 * (ELLIPTICAL.X @ v),
            steps=(Step(0 * (ELLIPTICAL.X @ v), OddMoment((ELLIPTICAL.X,))),),
        ),
        (DEFINITE, KAPPA),
    ),
    Case(
        "six letters of the same row",
        equal(Mean(trace(ELLIPTICAL.S) ** 3, (ELLIPTICAL.law_X,)), Mean(trace(SAMPLE.S) ** 3, (SAMPLE.law_X,)).value()),
        (DEFINITE, KAPPA),
    ),
    Case(
        "a bound at no sizes",
        SemidefiniteBound(
            name="bound",
            objective=population_loss(LinearAttention(), Task()),
            value=d * 1000,
            denominator=number(1),
            sizes=(),
        ),
    ),
]


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.says)
def test_nothing_false_passes(case: Case) -> None:
    theorem = Theorem(Source("nobody"), SIZES + case.hypotheses, (case.claim,))
    report = check(Invented(case.says, Path("none"), theorem=theorem), Settings())
    assert report.verdict <= Verdict.UNKNOWN, [(road.name, road.verdict.name) for road in report.claims[0].roads]
