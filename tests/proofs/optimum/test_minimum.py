"""Proofs of minima: every wrong square, sign or minimizer leaves a line open."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proofs.algebra import evaluate, identity, inverse, matrix, scalar, symmetric, trace
from proofs.algebra.positivity import Signs
from proofs.algebra.symbols import number
from proofs.attention.data import data
from proofs.attention.linear import sparse_loss
from proofs.core.claims import Minimum, Square
from proofs.core.derivation import Definition, Reciprocal
from proofs.core.task import Task
from proofs.moments.mean import Mean, expanded
from proofs.optimum.minimum import gap, is_nonnegative, prove_minimum, square_form
from verify.sweep.covariance import matrix as rationals
from verify.sweep.strategies import covariances, dimensions, generators

n, d, t, x, y, rho = (scalar(name) for name in ("n", "d", "t", "x", "y", "rho"))
Sigma, Psi, K, T = (symmetric(name, "d") for name in ("Sigma", "Psi", "K", "T"))
A, B, C, D = (matrix(name, "d", "d") for name in "ABCD")
SIGNS = Signs(frozenset({"Sigma"}), frozenset({"Psi"}), frozenset({"n", "d", "t"}), frozenset({"sigma2"}))
SAMPLE = data(Task("Sigma", "Psi", "sigma2"))
NOISY = (
    Definition(t, (trace(Sigma @ Psi) + scalar("sigma2")) / n),
    Definition(K, (n + 1) / n * Sigma @ Psi @ Sigma + t * Sigma),
)
BEST = Psi @ Sigma @ inverse(K)
OPTIMUM = Minimum(
    name="optimum",
    objective=sparse_loss(Task("Sigma", "Psi", "sigma2"), A),
    minimizer=((A, BEST),),
    value=trace(Sigma @ Psi) - trace(Sigma @ BEST @ Sigma @ Psi),
    squares=(Square(A - BEST, before=Sigma, after=K),),
    folded=trace(Sigma @ Psi) - 2 * trace(Sigma @ A @ Sigma @ Psi) + trace(Sigma @ A @ K @ A.T),
    unique=True,
    abbreviations=NOISY,
)


def open_line(claim, signs=SIGNS):
    line = prove_minimum(claim, signs).open_line
    return None if line is None else line.says


def test_the_optimum_is_proved():
    assert open_line(OPTIMUM) is None
    assert open_line(replace(OPTIMUM, folded=None)) is None


@pytest.mark.parametrize(
    ("changes", "says"),
    [
        ({"squares": (Square(A - 2 * BEST, before=Sigma, after=K),)}, "objective = value + squares"),
        ({"squares": (Square(A - BEST, before=Sigma, after=Sigma),)}, "objective = value + squares"),
        ({"squares": ()}, "objective = value + squares"),
        ({"squares": (*OPTIMUM.squares, Square(A - BEST, before=Sigma))}, "objective = value + squares"),
        ({"value": OPTIMUM.value + 1}, "objective = value + squares"),
        ({"value": trace(Sigma @ Psi)}, "objective = value + squares"),
        ({"folded": OPTIMUM.folded + trace(A)}, "the objective, folded"),
        ({"minimizer": ((A, 2 * BEST),)}, "the square vanishes at the minimizer"),
        ({"minimizer": ((A, BEST.T),)}, "the square vanishes at the minimizer"),
        ({"minimizer": ((B, BEST),)}, "the square vanishes at the minimizer"),
        ({"objective": sparse_loss(Task("Sigma", "Psi"), A)}, "the objective, folded"),
    ],
    ids=str,
)  # fmt: skip
def test_a_wrong_claim_leaves_a_line_open(changes, says):
    assert open_line(replace(OPTIMUM, **{"unique": False, **changes})) == says


def plain(square, given=(), **changes):
    """The claim that a square alone is at least 0."""
    return Minimum(
        name="square", objective=square_form(square), minimizer=((A, B),), value=number(0), squares=(square,),
        abbreviations=given, **changes,
    )  # fmt: skip


POSITIVE = [None, Sigma, Sigma + Psi, n * Sigma, inverse(Sigma), Sigma @ Sigma @ Sigma, identity("d"), K]
SEMIDEFINITE = [Psi, Sigma @ Psi @ Sigma, x**2 * Sigma]
NOT_POSITIVE = [T, -Sigma, Sigma - Psi, scalar("s") * Sigma, inverse(Psi), B]


@pytest.mark.parametrize("factor", POSITIVE, ids=str)
def test_positive_factors(factor):
    for square in (Square(A - B, before=factor), Square(A - B, after=factor)):
        assert is_nonnegative(square, plain(square, NOISY), SIGNS)
        assert open_line(plain(square, NOISY)) is None


@pytest.mark.parametrize("factor", SEMIDEFINITE, ids=str)
def test_semidefinite_factors_bound_but_do_not_fix(factor):
    square = Square(A - B, before=factor)
    assert is_nonnegative(square, plain(square), SIGNS)
    assert not is_nonnegative(square, plain(square), SIGNS, strictly=True)
    assert open_line(replace(plain(square), unique=True)) == "the squares vanish at the minimizer only"


@pytest.mark.parametrize("factor", NOT_POSITIVE, ids=str)
def test_factors_that_are_not_visibly_positive(factor):
    for square in (Square(A - B, before=factor), Square(A - B, after=factor)):
        assert not is_nonnegative(square, plain(square), SIGNS)
        assert open_line(plain(square)) is not None


@pytest.mark.parametrize(
    ("weight", "positive"),
    [(n + 1, True), (n / (n * n), True), (trace(Sigma), True), (number(2), True), (trace(Psi) + 1, True),
     (number(-1), False), (n - 1, False), (x, False), (trace(Psi), True), (number(0), True)],
    ids=str,
)  # fmt: skip
def test_weights(weight, positive):
    square = Square(A - B, weight)
    assert is_nonnegative(square, plain(square), SIGNS) is positive


def test_the_sign_of_an_abbreviation_is_that_of_what_it_stands_for():
    square = Square(A - B, before=K)
    negative = (Definition(K, Sigma @ Psi @ Sigma - Sigma),)
    assert not is_nonnegative(square, plain(square, negative), SIGNS)
    assert is_nonnegative(square, plain(square, NOISY), SIGNS)
    unsigned = replace(SIGNS, positive=frozenset({"n", "d"}))
    assert not is_nonnegative(square, plain(square, NOISY), unsigned, strictly=True)


UNIQUE = [
    (plain(Square(A - B)), True),
    (plain(Square(A - B, before=Sigma, after=Sigma)), True),
    (plain(Square(A - B, over=(SAMPLE.law_x_q,))), False),
    (plain(Square(A - B.T + B.T - B)), True),
    (plain(Square(2 * A - 2 * B)), True),
    (plain(Square(B - A)), True),
    (plain(Square(A + A.T - B - B.T)), False),
    (plain(Square(2 * A - A - A)), False),
    (plain(Square(C @ A - C @ B)), False),
    (plain(Square(A @ B - B @ A)), False),
    (plain(Square(A @ A - A @ B)), False),
    (plain(Square((A - B) @ SAMPLE.x_q)), False),
    (plain(Square(trace(A - B))), False),
]


@pytest.mark.parametrize(("claim", "unique"), UNIQUE, ids=lambda item: str(getattr(item, "squares", item)))
def test_a_minimizer_is_unique_where_a_square_fixes_it(claim, unique):
    assert open_line(claim) is None
    assert open_line(replace(claim, unique=True)) == (None if unique else "the squares vanish at the minimizer only")


@pytest.mark.parametrize(
    ("squares", "minimizer", "given"),
    [
        ((Square(A - D),), ((A, identity("d")),), (Definition(D, A @ A),)),
        ((Square(A - x * B),), ((A, B), (x, number(1))), ()),
        ((Square(A - B), Square(B - A)), ((A, C), (B, C)), ()),
        ((Square(x - y),), ((x, number(1)), (y, number(1))), ()),
        ((Square(A - B), Square(B - C), Square(C - A)), ((A, D), (B, D), (C, D)), ()),
        ((Square(A - D), Square(x * (B - A))), ((A, D), (B, D), (x, number(1))), ()),
        ((Square(x - rho),), ((x, number(1)),), (Reciprocal(rho, x + n),)),
    ],
    ids=[
        "through an abbreviation",
        "times another variable",
        "each other",
        "two scalars",
        "in a circle",
        "by a factor that may be 0",
        "through a reciprocal",
    ],
)
def test_a_variable_fixed_by_a_variable_is_not_fixed(squares, minimizer, given):
    claim = Minimum(
        name="not unique", objective=sum((square_form(square) for square in squares), number(0)), minimizer=minimizer,
        value=number(0), squares=squares, abbreviations=given, unique=True,
    )  # fmt: skip
    says = [line.says for line in prove_minimum(claim, SIGNS).lines if not line.holds]
    assert "the squares vanish at the minimizer only" in says


def test_variables_are_fixed_one_after_the_other():
    squares = (Square(B - A @ A, before=Sigma), Square(A - D))
    claim = Minimum(
        name="unique", objective=square_form(squares[0]) + square_form(squares[1]), squares=squares,
        minimizer=((A, D), (B, D @ D)), value=number(0), unique=True,
    )  # fmt: skip
    assert open_line(claim) is None


def test_scalars_are_fixed_by_squares_too():
    squares = (Square(x - 1), Square(A - 2 * B, before=Sigma))
    claim = Minimum(
        name="unique", objective=square_form(squares[0]) + square_form(squares[1]), squares=squares,
        minimizer=((x, number(1)), (A, 2 * B)), value=number(0), unique=True,
    )  # fmt: skip
    assert open_line(claim) is None
    assert open_line(replace(claim, minimizer=(*claim.minimizer, (y, number(0))))) is not None


@given(dimensions(3), generators(), st.data())
def test_a_square_form_is_nonnegative(size, rng, data):
    (left, _), (right, _) = data.draw(covariances(size)), data.draw(covariances(size))
    values = {"Sigma": left, "Psi": right, "A": rationals(rng, size, size), "B": rationals(rng, size, size)}
    form = square_form(Square(A - B, n, Sigma, Psi))
    found = evaluate(form, values, {"n": 3, "d": size})[0, 0]
    assert found >= 0
    moved = values["A"] - values["B"]
    product = left * moved * right * moved.transpose()
    assert found == 3 * sum(product[i, i] for i in range(size))


def test_forms_of_scalars_vectors_and_means():
    assert square_form(Square(x - 1, n)) == n * (x - 1) ** 2
    assert square_form(Square(SAMPLE.w, before=Psi)) == SAMPLE.w.T @ Psi @ SAMPLE.w
    mean = square_form(Square(SAMPLE.w, n, over=(SAMPLE.law_w,)))
    assert isinstance(mean, Mean)
    assert expanded(mean) == n * trace(Psi)
    claim = replace(OPTIMUM, squares=(Square(SAMPLE.w, n, over=(SAMPLE.law_w,)), Square(x)))
    assert gap(claim) == n * trace(Psi) + x**2
    assert not gap(replace(OPTIMUM, squares=())).terms
