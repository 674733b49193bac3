"""What a claim moves: free symbols only; those with a hypothesis need a value and stay there."""

import pytest
from flint import fmpq

from proofs.algebra import identity, inverse, matrix, orthogonal, scalar, symmetric, trace
from proofs.core.errors import InputError
from proofs.core.listed import CriticalPoints, Located
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.theorem import Theorem
from proofs.core.verdict import Verdict
from verify.checks.context import Context
from verify.checks.critical_points import refutation
from verify.checks.moved import Moved, base, symbol_name

a, b, s, n = scalar("a"), scalar("b"), scalar("s"), scalar("n")
A, S = matrix("A", "d", "d"), symmetric("S", "d")
SIZES = (("d", 1), ("n", 2))
NOISY = (1 - a) ** 2 + s**2 * a**2 / n


def said(name: str, predicate: Predicate) -> tuple[Hypothesis, ...]:
    return (Hypothesis(name, predicate, "a test"),)


def point(*entries: str, held: tuple[tuple[str, int | fmpq], ...] = (), sizes=SIZES) -> Located:
    return Located(sizes, tuple((name, "1.0") for name in entries), "0.0", held=held)


@pytest.mark.parametrize(
    ("objective", "where", "hypotheses", "says"),
    [
        (NOISY, point("a"), said("s", Predicate.POSITIVE), "s > 0 is assumed, but the claim moves it as a free real"),
        (NOISY, point("a", "s"), said("s", Predicate.AT_LEAST_ONE), "s .* is assumed, but the claim moves it"),
        (NOISY, point("a"), (), "does not say where s is"),
        (NOISY, point("a", held=(("s", -1),)), said("s", Predicate.POSITIVE), "s > 0 .* excludes the point"),
        (NOISY, point("a", held=(("s", 0),)), said("s", Predicate.POSITIVE), "s > 0 .* excludes the point"),
        (NOISY, point("a", held=(("s", 1),), sizes=(("d", 1),)), (), "n is a size and cannot move"),
        (a**2, point("a"), said("a", Predicate.INTEGER), "a an integer >= 1 is assumed"),
        (
            trace(A @ A.T),
            point("A[0,0]"),
            said("A", Predicate.POSITIVE_DEFINITE),
            "A symmetric, positive definite is.*or declare A as symmetric",
        ),
        (trace(A @ A.T), point("A[0,0]"), said("A", Predicate.SYMMETRIC), "A symmetric is assumed"),
        (trace(A @ A.T), point("A[0,0]", sizes=(("n", 2),)), (), "d is a size and cannot move"),
        (trace(A @ A.T), point("A[0,0]", sizes=(("d", 1), ("A", 2))), (), "A is a matrix of the objective and no size"),
        (trace(S) + trace(inverse(S)), point("S[0,0]"), (), r"S\^-1 is the inverse of S and would be moved"),
        (trace(orthogonal("U", "d")), point("U[0,0]"), (), "U is orthogonal and would be moved"),
        (
            trace((A - S) @ (A - S).T),
            point("A[0,0]", held=(("S[0,0]", -1),)),
            said("S", Predicate.POSITIVE_DEFINITE),
            "S symmetric, positive definite .* excludes",
        ),
        (
            trace((A - S) @ (A - S).T),
            point("A[0,0]", held=(("S[0,0]", 1),), sizes=(("d", 2),)),
            said("S", Predicate.POSITIVE_DEFINITE),
            r"`held` needs a value of S\[0,1\]",
        ),
    ],
)
def test_what_is_not_free_is_refused(objective, where, hypotheses, says: str) -> None:
    with pytest.raises(InputError, match=says):
        Moved(objective, hypotheses).refuse_point("c", where)


@pytest.mark.parametrize(
    ("objective", "where", "hypotheses"),
    [
        (NOISY, point("a", "s"), ()),
        (NOISY, point("a", "s"), said("s", Predicate.ANY)),
        (NOISY, point("a", held=(("s", 0),)), said("s", Predicate.NONNEGATIVE)),
        (NOISY, point("a", held=(("s", fmpq(1, 2)),)), said("s", Predicate.POSITIVE)),
        (NOISY, point("a", held=(("s", 0),)), ()),
        (trace(S @ S), point("S[0,0]"), said("S", Predicate.SYMMETRIC)),
        (trace(S @ S), point("S[0,0]"), said("S", Predicate.POSITIVE_DEFINITE)),
        (NOISY, point("a", "s"), said("s", Predicate.NONNEGATIVE)),
        (trace(A @ A.T), point("A[0,0]"), said("Sigma", Predicate.POSITIVE_DEFINITE)),
    ],
)
def test_what_is_free_or_given_passes(objective, where, hypotheses) -> None:
    Moved(objective, hypotheses).refuse_point("c", where)


@pytest.mark.parametrize(
    ("objective", "hypotheses", "says"),
    [
        (a**2, said("a", Predicate.POSITIVE), "a > 0 is assumed"),
        (trace(A @ A), said("A", Predicate.DIAGONAL), "A diagonal, positive definite is assumed"),
        (trace(inverse(S)), (), "the inverse of S"),
    ],
)
def test_bounds_and_searches_move_everything(objective, hypotheses, says: str) -> None:
    with pytest.raises(InputError, match=says):
        Moved(objective, hypotheses).refuse("c", dict(SIZES))
    Moved(a**2 / n, said("b", Predicate.POSITIVE)).refuse("c", dict(SIZES))


def test_a_flow_moves_its_weights_and_no_parameter() -> None:
    moved = Moved(NOISY, said("s", Predicate.POSITIVE))
    moved.refuse_weights("c", [a])
    for weight, says in ((s, "s > 0 is assumed"), (n, "n is a size")):
        with pytest.raises(InputError, match=says):
            moved.refuse_weights("c", [a, weight])


@pytest.mark.parametrize(
    ("held", "hypotheses", "verdict"),
    [
        ((("s", 1),), said("s", Predicate.POSITIVE), Verdict.CERTIFIED),
        ((("s", 1),), (), Verdict.UNKNOWN),
    ],
)
def test_a_parameter_stays_in_gradient_and_hessian_and_a_weight_does_not(held, hypotheses, verdict) -> None:
    """At s = 1 the loss is critical in a at 2/3; in s it is not."""
    claim = CriticalPoints(
        name="c", objective=NOISY, points=(Located(SIZES, (("a", "0.667"),), "0.333", held=held),), negative=0
    )
    road = refutation(claim, Context("a.test", Theorem(Source("a test"), hypotheses, (claim,))))
    assert road.verdict is verdict, road


def test_a_given_matrix_is_put_in() -> None:
    """|A - S|^2 is least at A = S, for a given S."""
    where = Located(
        (("d", 2), ("n", 1)),
        (("A[0,0]", "2.0"), ("A[0,1]", "1.0"), ("A[1,0]", "1.0"), ("A[1,1]", "3.0")),
        "0.0",
        held=(("S[0,0]", 2), ("S[0,1]", 1), ("S[1,1]", 3)),
    )
    claim = CriticalPoints(name="c", objective=trace((A - S) @ (A - S).T), points=(where,), negative=0)
    definite = said("S", Predicate.POSITIVE_DEFINITE)
    road = refutation(claim, Context("a.test", Theorem(Source("a test"), definite, (claim,))))
    assert road.verdict is Verdict.CERTIFIED, road


@pytest.mark.parametrize("expression", [2 * a, a * b, a + 1, scalar("a") ** 2, 2 * A, A.T, identity("d")])
def test_a_symbol_is_a_letter_or_a_scalar_as_declared(expression) -> None:
    with pytest.raises(InputError, match="expected a letter or a scalar"):
        symbol_name(expression)


def test_names() -> None:
    assert (symbol_name(a), symbol_name(A)) == ("a", "A")
    assert (base("A_0[0,1]"), base("a")) == ("A_0", "a")
