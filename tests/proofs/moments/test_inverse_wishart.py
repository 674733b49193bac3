"""Means over Gram matrices by parts: against pairings, against length and direction at d = 1, and what is refused."""

from dataclasses import replace

import pytest
from flint import fmpq, fmpq_mat

from proofs.algebra import identity, inverse, matrix, scalar, symmetric, trace, vector
from proofs.algebra.evaluation import value
from proofs.algebra.letters import Letter
from proofs.algebra.positivity import signs
from proofs.algebra.symbols import as_polynomial, number
from proofs.attention.data import data
from proofs.core.derivation import Reciprocal
from proofs.core.errors import DependenceError, LetterError
from proofs.core.statement import Hypothesis, Predicate
from proofs.core.task import GramOperator, Task
from proofs.moments.chain import prove_equality
from proofs.moments.inverse_wishart import ByParts, gram, gram_expectation
from proofs.moments.laws import Gaussian
from proofs.moments.mean import Mean
from verify.simulate.exact import Roots
from verify.simulate.radial import radial_mean
from verify.simulate.words import Term

SAMPLE = data(Task("Sigma"))
G, RELATION = gram(GramOperator())
V, X, LAW = inverse(G), SAMPLE.X, SAMPLE.law_X
A, B, C = (matrix(name, "d", "d") for name in "ABC")
v = vector("v", "d")


def over(integrand):
    return Mean(integrand, (LAW,), (RELATION,)).value()


@pytest.mark.parametrize(
    "words",
    [
        (A,),
        (A, B),
        (A, B, C),
        (A, A.T, identity("d")),
        (v @ v.T, B),
    ],
    ids=str,
)
def test_without_an_inverse_it_is_the_mean_by_pairings(words):
    """tr(W_1 G W_2 G ...) and the product of tr(W_i G)."""
    square = X.T @ X
    one, other, products, pairs = identity("d"), identity("d"), number(1), number(1)
    for word in words:
        one, other = one @ word @ G, other @ word @ square
        products, pairs = products * trace(word @ G), pairs * trace(word @ square)
    assert over(trace(one)) == Mean(trace(other), (LAW,)).value()
    assert over(products) == Mean(pairs, (LAW,)).value()


def test_the_divisor():
    n, d = scalar("n"), scalar("d")
    assert ByParts(G, LAW).divisor == n - d - 1
    assert ByParts(G, Gaussian(X)).divisor == n - d - 1


WORDS = {
    "inverse": (("A", "G^-1"),),
    "one word": (("A", "G^-1", "B", "G"),),
    "three": (("A", "G", "B", "G^-1", "C", "G"),),
    "products": (("A", "G"), ("B", "G^-1"), ("C", "G")),
    "square": (("A", "G", "B", "G", "C", "G^-1"), ("G",)),
}


@pytest.mark.parametrize("words", WORDS.values(), ids=WORDS)
@pytest.mark.parametrize("n", [3, 4, 7])
def test_length_and_direction_agree(words, n):
    """At d = 1, X = root Z: the moments of |Z|^2."""
    letters = {"A": A, "B": B, "C": C, "G": G, "G^-1": V}
    numbers = {"A": fmpq(2, 3), "B": fmpq(-5), "C": fmpq(7, 2)}
    root, whole = fmpq(3, 2), number(1)
    for word in words:
        product = identity("d")
        for name in word:
            product = product @ letters[name]
        whole = whole * trace(product)
    values = {name: _one(entry) for name, entry in numbers.items()} | {"Sigma": _one(root**2)}
    found = value(over(whole), values, {"n": fmpq(n), "d": fmpq(1), "r": fmpq(1, n - 2)})
    roots = Roots(_one(root), _one(fmpq(1)), fmpq(0))
    fixed = {name: _one(entry) for name, entry in numbers.items()}
    assert found == radial_mean([Term(fmpq(1), words)], roots, n, GramOperator(), fixed)


def _one(entry: fmpq) -> fmpq_mat:
    return fmpq_mat(1, 1, [entry])


@pytest.mark.parametrize(
    ("integrand", "error", "says"),
    [
        (trace(A @ V @ B @ V), LetterError, "two factors"),
        (trace(A @ V) * trace(V), LetterError, "two factors"),
        (trace(as_polynomial(Letter("M", "d", "d", depends_on=frozenset({"X"}))) @ V), DependenceError, "M is left"),
        (trace(V) * (vector("u", "n").T @ X @ v), DependenceError, "X is left"),
        (V, LetterError, "known for scalars"),
    ],
    ids=str,
)
def test_what_is_refused(integrand, error, says):
    with pytest.raises(error, match=says):
        over(integrand)


def test_only_rows_of_scale_one():
    scaled = replace(LAW, scale=scalar("t"))
    with pytest.raises(LetterError, match="rows N"):
        gram_expectation(trace(G), scaled, RELATION)


n, d, r = scalar("n"), scalar("d"), scalar("r")


@pytest.mark.parametrize(
    "changes",
    [
        {"abbreviations": ()},
        {"abbreviations": (Reciprocal(r, n - d),)},
        {"abbreviations": (Reciprocal(r, n + d),)},
        {"abbreviations": (Reciprocal(r, n - d - 1), Reciprocal(r, n + d))},
        {"operators": ()},
        {"operators": (GramOperator("K"),)},
        {"operators": (GramOperator("G", "q"),)},
        {"right": r * trace(C)},
    ],
)
def test_false_claims(changes, theorem):
    whole = theorem("metrics.inverse_moment")
    assert prove_equality(whole.claims[0], signs(whole.hypotheses)).holds
    assert not prove_equality(replace(whole.claims[0], **changes), signs(whole.hypotheses)).holds


@pytest.mark.parametrize("weaker", [Predicate.INTEGER, Predicate.AT_LEAST_D])
def test_too_few_rows(weaker, theorem):
    whole = theorem("metrics.inverse_moment")
    first, _, *others = whole.hypotheses
    assert not prove_equality(whole.claims[0], signs([first, Hypothesis("n", weaker, ""), *others])).holds


@pytest.mark.parametrize(
    ("expression", "positive"),
    [
        (n - d - 1, True),
        (n - d - 2, False),
        (n - d, True),
        (d - n, False),
        (n * n - n * d - 1, True),
        (1 / n - 1 / (d + 0), False),
        (1 - d / n, True),
    ],
    ids=str,
)
def test_signs_above_d(expression, positive, theorem):
    assert signs(theorem("metrics.inverse_moment").hypotheses).is_definite(expression) is positive


def test_another_letter_of_the_name_is_refused():
    with pytest.raises(LetterError, match="declared twice"):
        over(trace(symmetric("G", "d") @ V))
