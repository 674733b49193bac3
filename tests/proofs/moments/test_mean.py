"""A mean that has not been computed yet: relations between the averages, and what is refused."""

import pytest

from proofs.algebra import Relation, identity, matrix, scalar, symmetric, trace, vector
from proofs.core.errors import DependenceError, LetterError
from proofs.moments import Gaussian
from proofs.moments.mean import Mean, expanded

X, H, w, eps = matrix("X", "n", "d"), matrix("H", "d", "n", depends_on=("X",)), vector("w", "d"), vector("eps", "n")
Sigma, Psi, K = symmetric("Sigma", "d"), symmetric("Psi", "d"), matrix("K", "d", "d")
n, s = scalar("n"), scalar("s")
ROWS, WEIGHTS, NOISE = Gaussian(X, column_covariance=Sigma), Gaussian(w, Psi), Gaussian(eps, scale=s)
LEAST_NORM = Relation(H @ X, identity("d"))


@pytest.mark.parametrize(
    ("mean", "expected"),
    [
        (Mean(w.T @ X.T @ X @ w, (ROWS, WEIGHTS)), n * trace(Psi @ Sigma)),
        (Mean((X @ w + eps) @ w.T, (WEIGHTS, NOISE)), X @ Psi),
        (Mean(w.T @ H @ X @ X.T @ X @ w, (ROWS, WEIGHTS), (LEAST_NORM,)), n * trace(Psi @ Sigma)),
        (Mean(w @ w.T @ H @ X, (WEIGHTS,)), Psi @ H @ X),
        (Mean(K, ()), K),
    ],
)
def test_values(mean, expected):
    assert mean.value() == expanded(mean) == expanded(expected) == expected
    assert mean.shape == expected.shape


@pytest.mark.parametrize(
    ("misuse", "error", "message"),
    [
        (lambda: Mean(w.T @ H @ X @ w, (ROWS, WEIGHTS)).value(), DependenceError, "H depends on it"),
        (lambda: Mean(w, (WEIGHTS, Gaussian(w))).value(), LetterError, "averaged over twice: w, w"),
        (lambda: expanded(3), TypeError, "expected a trace polynomial or a mean, got int"),
    ],
)
def test_misuse_names_the_object(misuse, error, message):
    with pytest.raises(error, match=message):
        misuse()
