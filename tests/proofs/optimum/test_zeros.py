"""Best polynomials of every degree: the law and the Gram matrix they need, their moments, their orthogonality.

On the claim of the catalogue all roads are tested in tests/verify/checks/test_zeros.py.
"""

from dataclasses import replace

import pytest
from flint import fmpq

from proofs.algebra import inverse, matrix, scalar, symmetric
from proofs.algebra.evaluation import value
from proofs.algebra.positivity import Signs
from proofs.core.claims import OrthogonalZeros
from proofs.moments.laws import Gaussian
from proofs.optimum.orthogonal import spectral_moments
from proofs.optimum.zeros import is_whitened, law, moments, orthogonality, prove_zeros

X, Sigma, n = matrix("X", "n", "d"), symmetric("Sigma", "d"), scalar("n")
SIGNS = Signs(definite=frozenset({"Sigma"}), fixed=frozenset({"n", "d"}))
CLAIM = OrthogonalZeros(
    name="z",
    gram=inverse(Sigma) @ X.T @ X / n,
    over=(Gaussian(X, column_covariance=Sigma),),
    depths=(1, 2),
)
WHITE = replace(CLAIM, gram=X.T @ X / n, over=(Gaussian(X),))


@pytest.mark.parametrize("claim", [CLAIM, WHITE])
def test_a_whitened_gram_matrix(claim):
    assert is_whitened(claim)
    assert prove_zeros(claim, SIGNS).holds


@pytest.mark.parametrize(
    "changes",
    [
        {"gram": X.T @ X / n},
        {"gram": 2 * CLAIM.gram},
        {"over": (Gaussian(X),)},
        {"over": (Gaussian(X, column_covariance=Sigma, scale=2 * n / n),)},
        {"over": (Gaussian(X, symmetric("P", "n"), Sigma),)},
        {"over": (*CLAIM.over, Gaussian(matrix("Y", "n", "d")))},
        {"over": ()},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_another_law_or_matrix(changes):
    other = replace(CLAIM, **changes)
    assert not is_whitened(other)


def test_the_law_is_one():
    assert law(CLAIM) == CLAIM.over[0]
    assert law(replace(CLAIM, over=())) is None


def test_moments_are_those_of_the_spectrum():
    """Over d, E tr W^k is the k-th moment of the mean spectral measure."""
    found = moments(CLAIM, 5)
    expected = spectral_moments(4, 3, 5)
    values = [value(one, {}, {"n": fmpq(4), "d": fmpq(3)}) for one in found]
    ratio = values[0] / expected[0]
    assert values == [ratio * one for one in expected]


def test_the_least_point_is_orthogonal_for_weight_one_only():
    for weight, vanishes in ((0, False), (1, True), (2, False)):
        claim = replace(WHITE, weight=weight)
        found = list(orthogonality(claim, 1, moments(claim, 4)))
        assert all(not integral.terms for integral in found) is vanishes
        assert prove_zeros(claim, SIGNS).holds is vanishes
