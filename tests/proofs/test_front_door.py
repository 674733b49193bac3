"""The public functions: arguments of another kind or shape are refused in one line that says what to do."""

import pytest
import sympy as sp

import proofs
from proofs import (
    Gaussian,
    LinearAttention,
    Task,
    complete_square,
    expectation,
    gradient,
    latex,
    matrix,
    population_loss,
    scalar,
    sparse_loss,
    substitute,
    symmetric,
    trace,
)
from proofs.algebra import identity
from proofs.algebra.letters import Letter
from proofs.algebra.symbols import as_polynomial
from proofs.core.claims import DegreeBound, OrthogonalZeros
from proofs.core.distances import RidgePoint
from proofs.core.errors import InputError, LetterError, ShapeError
from proofs.core.functions import LessLoss
from proofs.core.listed import BestSteps, ListedLoss, LowestFound, MergingLevels, Part, SemidefiniteBound
from proofs.core.statement import Hypothesis
from proofs.entrywise.claims import Inequality
from proofs.moments.laws import Elliptical, Rows
from proofs.moments.mean import Mean

A, X, S, a = matrix("A", "d", "d"), matrix("X", "n", "d"), symmetric("Sigma", "d"), scalar("a")
T = sp.Symbol("t", nonnegative=True)
TASK = Task("Sigma", "Psi", "sigma2")
LOSS = sparse_loss(TASK, A)
SEEING = as_polynomial(Letter("H", "d", "d", depends_on=frozenset({"y"})))
MEAN = r"expected a trace polynomial, got Mean .*; take its \.value\(\)"


@pytest.mark.parametrize(
    ("call", "message"),
    [
        (lambda: LinearAttention(layers=-1), "LinearAttention: layers: expected an integer >= 1, got int -1; "),
        (lambda: LinearAttention(layers=0), "layers: expected an integer >= 1, got int 0"),
        (lambda: LinearAttention(layers=1.5), r"layers: expected an integer >= 1, got float 1\.5"),
        (lambda: LinearAttention(layers=True), "layers: expected an integer >= 1, got bool True"),
        (lambda: LinearAttention(attended=1), "attended: expected True or False, got int 1"),
        (lambda: population_loss(TASK, LinearAttention()), r"model: expected a model, got Task .*; e\.g\. Linear"),
        (lambda: population_loss(LinearAttention, TASK), "model: expected a model, got type"),
        (lambda: population_loss(LinearAttention(), "Sigma"), r"task: expected a task, got str 'Sigma'; e\.g\. Task"),
        (lambda: sparse_loss("Sigma", A), "task: expected a task, got str 'Sigma'"),
        (
            lambda: sparse_loss(TASK, "A"),
            r"A: expected a trace polynomial, got str 'A'; build one from matrix\(\.\.\.\), ",
        ),
        (lambda: sparse_loss(TASK, X), "A: expected a d x d matrix, got n x d; e.g. "),
        (lambda: sparse_loss(TASK, a), "A: expected a d x d matrix, got 1 x 1"),
        (lambda: sparse_loss(TASK, X.T @ X), "A: expected a matrix that does not see the data, got one in X"),
        (
            lambda: sparse_loss(TASK, as_polynomial(Letter("H", "d", "d", depends_on=frozenset({"y"})))),
            "not see the data, got one in y",
        ),
        (lambda: complete_square(LOSS, A, S), f"loss: {MEAN}"),
        (lambda: complete_square(LOSS.value(), "A", S), "A: expected a trace polynomial, got str"),
        (
            lambda: complete_square(LOSS.value(), A, A + S),
            "left: expected one product of letters, d x d, got A . Sigma",
        ),
        (lambda: complete_square(LOSS.value(), A, X), "left: expected one product of letters, d x d, got X of n x d"),
        (lambda: complete_square(A, A, S), "only a 1 x 1 polynomial has a gradient, got d x d"),
        (lambda: complete_square(trace(A @ A), A, S), "the loss is not of the form"),
        (lambda: expectation(LOSS, [Gaussian(X)]), f"polynomial: {MEAN}"),
        (lambda: expectation(X, Gaussian(X)), r"over: expected laws in a list or a tuple, got Gaussian .*; e\.g\. \["),
        (lambda: expectation(X, [X]), "over: expected Gaussian laws, got TracePolynomial X"),
        (lambda: expectation(X, [Rows(X, S, Elliptical(a))]), r"over: expected Gaussian laws, got Rows .*Mean"),
        (lambda: Mean(LOSS, ()), f"integrand: {MEAN}"),
        (lambda: Mean(X, [Gaussian(X)]), "over: expected a tuple of laws, got list"),
        (lambda: Mean(X, (X,)), "over: expected laws of random letters, got TracePolynomial X"),
        (lambda: Gaussian("X"), "variable: expected a trace polynomial, got str 'X'"),
        (lambda: Gaussian(X, column_covariance="Sigma"), "column_covariance: expected a trace polynomial, got str"),
        (lambda: Gaussian(X, scale=2), "scale: expected a trace polynomial, got int 2"),
        (lambda: Rows(X, S, a), r"kind: expected Elliptical\(...\) or Independent\(...\), got TracePolynomial a"),
        (lambda: gradient(LOSS, A), f"polynomial: {MEAN}"),
        (lambda: gradient(trace(A), "A"), "by: expected a trace polynomial, got str 'A'"),
        (lambda: gradient(trace(A), trace(A)), r"expected a single letter, got tr\(A\)"),
        (lambda: substitute(LOSS, {A: S}), f"polynomial: {MEAN}"),
        (lambda: substitute(A, [A]), r"replacements: expected a dict from letters .*, got list \[A\]; e\.g\. "),
        (lambda: substitute(A, {"A": S}), "replacements: expected a trace polynomial, got str 'A'"),
        (lambda: substitute(A, {A: 2}), "replacements: expected a trace polynomial, got int 2"),
        (lambda: substitute(A, {A: X}), "A is d x d, its replacement n x d"),
        (lambda: trace("A"), "matrix: expected a trace polynomial, got str 'A'"),
        (lambda: trace(X), "only a square matrix has a trace, got n x d"),
        (lambda: latex(LOSS), f"polynomial: {MEAN}"),
        (lambda: latex(2), "polynomial: expected a trace polynomial, got int 2"),
        (
            lambda: Letter("H", "d", "n", depends_on="X"),
            r"depends_on: expected a frozenset .*, got str 'X'; e\.g\. ",
        ),
        (lambda: 0.5 * A, r"expected an exact number, got float 0\.5; write Fraction\(1, 2\) for 0\.5"),
        (lambda: a / 2.0, r"expected an exact number, got float 2\.0"),
        (lambda: 1.0 - a, r"expected an exact number, got float 1\.0"),
        (lambda: a + 1j, "expected an exact number, got complex 1j"),
        (lambda: A**1.5, r"a power is a positive integer .*, got d x d\^1\.5"),
        (lambda: A**True, r"a power is a positive integer .*, got d x d\^True"),
        (lambda: Hypothesis("n", "integer", "s"), "hypothesis on n: expected a Predicate, got str 'integer'; e.g. "),
        (lambda: BestSteps(2, 3, -1, "1"), "sizes are integers >= 1, .* L = -1"),
        (lambda: BestSteps(2, 3, True, "1"), "sizes are integers >= 1, .* L = True"),
        (lambda: BestSteps(2, 2.5, 1, "1"), r"sizes are integers >= 1, .* n = 2\.5"),
        (lambda: MergingLevels(0, 3, 1, "1"), "sizes are integers >= 1, .* d = 0"),
        (lambda: MergingLevels(2, 3, 3, "1", "2", ("0.5",)), r"before: expected the two steps .*, got \('0\.5',\)"),
        (lambda: MergingLevels(2, 3, 3, "1", after="0.5"), "need its level; list it as `tied`"),
        (lambda: Part(4, 0, "1", "1"), "0 <= low < high, got low = 4, high = 0"),
        (lambda: Part(-1, None, "1", "1"), "0 <= low < high, got low = -1"),
        (
            lambda: RidgePoint(9.5, 1, 1, "1", "1", "1"),
            r"RidgePoint: context: expected an integer .* 9\.5",
        ),
        (lambda: RidgePoint(9, True, 1, "1", "1", "1"), "RidgePoint: dim: expected an integer >= 1, got bool True"),
        (lambda: ListedLoss(name="c", model=LinearAttention(), points=(), steps=0), "claim 'c': steps: .* got int 0"),
        (lambda: DegreeBound(name="c", prediction=a, query=a, gram=a, steps=-1), "claim 'c': steps: .* got int -1"),
        (lambda: OrthogonalZeros(name="c", gram=S, over=(), depths=(0,)), "claim 'c': depths: .* got int 0"),
        (lambda: OrthogonalZeros(name="c", gram=S, over=(), depths=(1,), weight=-1), "weight: .* >= 0, got int -1"),
        (lambda: LessLoss(name="c", context=0, link=(), blocks=(), loss=1, least=1), "sizes are integers .* n = 0"),
        (
            lambda: Inequality(name="c", smaller=0, larger=T, variable=T),
            r"claim 'c': smaller: expected a formula of sympy, got int 0; write sp.Integer\(1\)",
        ),
        (lambda: LowestFound(name="c", objective=a, sizes=((0, 1),), values=()), "sizes are integers >= 1, .* d = 0"),
        (
            lambda: SemidefiniteBound(name="c", objective=a, value=a, denominator=a, sizes=((1, -1),)),
            "sizes are integers >= 1, .* n = -1",
        ),
    ],
)
def test_arguments_that_cannot_be_used_are_refused_in_one_line(call, message):
    with pytest.raises((InputError, ShapeError, LetterError), match=message) as refused:
        call()
    assert "\n" not in str(refused.value)


def test_the_public_functions_work_together():
    form = complete_square(LOSS.value(), A, S)
    assert form.at(A) == LOSS.value()
    assert sparse_loss(TASK, identity("d")).value() == substitute(LOSS.value(), {A: identity("d")})
    assert population_loss(LinearAttention(), Task()).shape == ("1", "1")


def test_every_public_name_is_there_and_explained():
    for name in proofs.__all__:
        assert getattr(proofs, name).__doc__
