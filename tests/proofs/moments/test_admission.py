"""Claims whose names could mean two things are refused before anything is checked; their neighbours are not."""

from dataclasses import replace

import pytest
from flint import fmpq

from proofs.algebra import identity, inverse, matrix, orthogonal, scalar, symmetric, trace, vector
from proofs.algebra.letters import Letter
from proofs.algebra.symbols import as_polynomial, number
from proofs.attention.data import data
from proofs.core.claims import Equality, Experiment, Implements, Limit, LowerBound, Square, ZeroProduct, ZeroSet
from proofs.core.derivation import Definition, DiagonalPart, Reciprocal, Step
from proofs.core.errors import InputError
from proofs.core.flow import Flow
from proofs.core.functions import LessLoss
from proofs.core.listed import LocalMinimum
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.task import LinearAttention, RidgeOperator, Task
from proofs.core.theorem import Theorem
from proofs.moments.admission import admit, complaints
from proofs.moments.cited import Cited
from proofs.moments.laws import Gaussian
from proofs.moments.mean import Mean
from proofs.moments.ridge import ridge

n, d, s, t, r = (scalar(name) for name in ("n", "d", "s", "t", "r"))
A, B, X = matrix("A", "d", "d"), matrix("B", "d", "d"), matrix("X", "n", "d")
S, U, v, w = symmetric("S", "d"), orthogonal("U", "d"), vector("v", "d"), vector("w", "d")
SAMPLE = data(Task("Sigma", "Psi", "sigma2"))
H, _ = ridge(RidgeOperator("H"))
SEMIDEFINITE = Predicate.POSITIVE_SEMIDEFINITE


def equal(left, right, *given, over=(), operators=(), steps=()):
    return Equality(
        name="c", left=Mean(left, over) if over else left, right=right, abbreviations=given, operators=operators,
        steps=steps,
    )  # fmt: skip


def bound(variable):
    return LowerBound(
        name="c",
        objective=s * trace(X.T @ X),
        minimizer=((variable, number(0)),),
        value=number(0),
        squares=(Square(s),),
    )


def cite(*where):
    inner = Theorem(Source("a"), (), (equal(trace(X @ X.T) * s * n, s * n * trace(X.T @ X)),))
    return equal(s, s, steps=(Step(s, Cited("a.b", inner, "c", where)),))


def weights(key, value, *given):
    y, x = vector("y", "n"), vector("x", "d")
    return Implements(
        name="c", prediction=s * (y.T @ X @ x), weights=((key, value),), algorithm=y.T @ X @ x, abbreviations=given
    )


def split(*given):
    squares = ZeroProduct(Square(s), Square(t), number(1))
    return ZeroSet(
        name="c", total=s * s * t * t, products=(squares,), form=A, branches=(), branches_at_one=(), abbreviations=given
    )


def dependent(name, on):
    return as_polynomial(Letter(name, "d", "d", depends_on=frozenset({on})))


REFUSED = {
    "random and defined": (
        equal(w.T @ v, 0 * s, Definition(w, v), over=(SAMPLE.law_w,)),
        {},
        "w is random and defined",
    ),
    "random and assumed": (equal(w.T @ v, 0 * s, over=(SAMPLE.law_w,)), {"w": Predicate.ANY}, "w is random and under"),
    "random and a size": (equal(trace(X.T @ X), s, Definition(n, s)), {}, "n is a size and defined"),
    "two laws": (equal(w.T @ w, s, over=(Gaussian(w), Gaussian(w, scale=s))), {}, "w has two laws"),
    "a size is moved": (bound(n), {"n": Predicate.INTEGER}, "n is a size and moved"),
    "a size is a weight": (weights(n, number(1)), {}, "n is a size and moved"),
    "a weight sees the data": (weights(s, vector("y", "n").T @ vector("y", "n")), {}, "sees the data"),
    "a weight sees data by an abbreviation": (weights(s, t, Definition(t, trace(X.T @ X))), {}, "sees the data"),
    "an operator is defined": (
        equal(H @ X, A, Definition(H, X.T), operators=(RidgeOperator("H"),)),
        {},
        "H is the letter",
    ),
    "a power as a reciprocal": (equal(r, s, Reciprocal(r**2, n)), {}, "got r"),
    "a letter as a reciprocal": (equal(A, B, Reciprocal(A, n)), {}, "a reciprocal is that of a scalar"),
    "a diagonal part that is a scalar": (equal(r, s, DiagonalPart(r, n)), {}, "a diagonal part is a letter"),
    "a sum as a definition": (equal(A, B, Definition(A + B, A)), {}, "single letter or scalar"),
    "an inverse is moved": (bound(1 / s), {}, "single letter or scalar"),
    "the inverse grows": (Limit(name="c", grows=1 / s, numerator=s, limit=s), {}, "what grows is a single"),
    "d grows under n >= d": (
        Limit(name="c", grows=d, numerator=n / d, limit=n),
        {"n": Predicate.AT_LEAST_D},
        "n is an",
    ),
    "d grows under n >= d, n is a size": (
        Limit(name="c", grows=d, numerator=trace(X.T @ X) / d, limit=0 * s),
        {"n": Predicate.ABOVE_D},
        "n is an",
    ),
    "d grows under n >= d, n in a definition": (
        Limit(name="c", grows=d, numerator=s / d, limit=0 * s, abbreviations=(Definition(s, n),)),
        {"n": Predicate.AT_LEAST_D},
        "n is an",
    ),
    "d grows under kappa": (Limit(name="c", grows=d, numerator=s / d, limit=s), {"s": Predicate.ELLIPTICAL}, "s is >="),
    "orthogonal unsaid": (equal(trace(U @ A @ U.T), trace(A)), {}, "U is declared orthogonal"),
    "symmetric unsaid": (equal(S.T @ A, S @ A), {}, "S is declared symmetric"),
    "an unknown dependence": (equal(dependent("L", "w"), A), {}, "L is said to depend on w"),
    "one name, two letters": (equal(symmetric("A", "d") + S, A + S), {"S": Predicate.SYMMETRIC}, "declared twice"),
    "a letter and a scalar": (equal(A, scalar("A") * B), {}, "a letter and a scalar"),
    "two values of a cited symbol": (cite((s, t), (s, r)), {}, "s has two values in the citation of a.b, c"),
    "two values of a block of the model": (
        replace(bound(s), experiment=Experiment(LinearAttention(), Task(), (("b_y", s), ("b_y", t)))),
        {},
        "b_y has two values in the blocks of the model",
    ),
    "two values of a block": (
        LessLoss(
            name="c", context=1, link=(), blocks=(("u_x", fmpq(1)), ("u_x", fmpq(2))), loss=fmpq(1), least=fmpq(1)
        ),
        {},
        "u_x has two values in the blocks",
    ),
    "two values at a minimizer": (
        replace(bound(s), minimizer=((s, t), (s, number(0)))),
        {},
        "s has two values in the minimizer",
    ),
    "two starts of a flow": (
        Flow(name="c", objective=s * s, start=((s, t), (s, r)), value=t, reached=()),
        {},
        "s has two values in the start of the flow",
    ),
    "two velocities": (
        LocalMinimum(name="c", objective=s * s, symmetries=(((s, t), (s, r)),), points=()),
        {},
        "s has two values in a symmetry",
    ),
    "two values of a weight": (replace(weights(s, t), weights=((s, t), (s, r))), {}, "s has two values in the weights"),
    "a size of a cited theorem": (cite((n, t)), {}, "n is a size there"),
    "a product for a cited symbol": (cite((s * t, t)), {}, "a cited theorem is told"),
    "a branch that a hypothesis excludes": (split(), {"s": Predicate.POSITIVE}, "s is > 0 by hypothesis"),
    "a branch of a defined symbol": (split(Definition(s, t)), {}, "s is defined by an abbreviation and moved"),
}
ADMITTED = {
    "random": (
        equal(w.T @ v, 0 * s, Definition(v, matrix("c", "d", "1")), over=(SAMPLE.law_w,)),
        {"Psi": SEMIDEFINITE},
    ),
    "a scalar is moved": (bound(s), {}),
    "weights": (weights(s, t), {}),
    "an operator": (equal(H @ X, A, operators=(RidgeOperator("H"),)), {}),
    "a reciprocal": (equal(r, s, Reciprocal(r, n)), {}),
    "d grows, n is in no formula": (
        Limit(name="c", grows=d, numerator=s / d, limit=0 * s),
        {"n": Predicate.AT_LEAST_D},
    ),
    "n grows under n >= d": (Limit(name="c", grows=n, numerator=d / n, limit=0 * d), {"n": Predicate.AT_LEAST_D}),
    "orthogonal said": (equal(trace(U @ A @ U.T), trace(A)), {"U": Predicate.ORTHOGONAL}),
    "symmetric said": (equal(S.T @ A, S @ A), {"S": Predicate.SYMMETRIC}),
    "symmetric by a definition": (equal(S, A + A.T, Definition(S, A + A.T)), {}),
    "definite": (equal(S.T @ inverse(S), identity("d")), {"S": Predicate.POSITIVE_DEFINITE}),
    "a cited theorem": (cite((s, t)), {}),
    "branches": (split(), {"n": Predicate.INTEGER}),
}


def told(claim, assumed):
    return list(complaints(claim, [Hypothesis(*item, "") for item in assumed.items()]))


@pytest.mark.parametrize("case", REFUSED)
def test_what_is_refused_is_named(case):
    claim, assumed, says = REFUSED[case]
    assert any(says in one for one in told(claim, assumed)), told(claim, assumed)
    with pytest.raises(InputError, match="claim 'c': "):
        admit(claim, [Hypothesis(*item, "") for item in assumed.items()])


@pytest.mark.parametrize("case", ADMITTED)
def test_what_is_admitted(case):
    assert told(*ADMITTED[case]) == []
