"""The letters of operators, what is known of them, and what the mean of an inverse is divided by."""

import pytest

from proofs.algebra import matrix, scalar, trace
from proofs.core.claims import Equality
from proofs.core.task import GramOperator, RidgeOperator
from proofs.moments.laws import Gaussian
from proofs.moments.mean import Mean
from proofs.moments.operators import divisors, equations, letter_of

X = matrix("X", "n", "d")


@pytest.mark.parametrize(
    ("operator", "name", "shape", "count"),
    [
        (GramOperator(), "G", ("d", "d"), 1),
        (GramOperator("K"), "K", ("d", "d"), 1),
        (RidgeOperator("H", noise="s"), "H", ("d", "n"), 1),
        (RidgeOperator("H", prior="Psi"), "H", ("d", "n"), 1),
        (RidgeOperator("H"), "H", ("d", "n"), 6),
    ],
)
def test_letters_and_equations(operator, name, shape, count):
    letter = letter_of(operator).letter
    assert (letter.name, (letter.rows, letter.columns)) == (name, shape)
    assert "X" in letter.depends_on
    assert len(equations(operator)) == count


def test_the_gram_matrix_is_that_of_the_rows():
    (relation,) = equations(GramOperator())
    assert (relation.left, relation.right) == (X.T @ X, letter_of(GramOperator()))


@pytest.mark.parametrize(("law", "found"), [(Gaussian(X), True), (Gaussian(matrix("Y", "n", "d")), False)])
def test_divisors(law, found):
    G = letter_of(GramOperator())
    claim = Equality(name="c", left=Mean(trace(G), (law,)), right=trace(G), operators=(GramOperator(),))
    n, d = scalar("n"), scalar("d")
    assert divisors(claim, GramOperator()) == ({n - d - 1} if found else set())
