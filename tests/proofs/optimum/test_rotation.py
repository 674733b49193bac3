"""The best prediction for random functions: what is proved, and false statements next to it."""

from dataclasses import replace

import pytest

from proofs.algebra import matrix, scalar, vector
from proofs.algebra.positivity import signs
from proofs.algebra.symbols import identity, number
from proofs.core.catalogue import catalogue
from proofs.core.derivation import Definition, Reciprocal
from proofs.core.functions import Functions, InvariantMean
from proofs.core.statement import Hypothesis, Predicate
from proofs.moments.invariant import labelled
from proofs.optimum.rotation import prove_invariant_mean, prove_rotation_invariant

THEOREM = catalogue()["one_layer.random_functions"].load()
(CLAIM,) = THEOREM.claims
KNOWN = signs(THEOREM.hypotheses)
n, d, eta, r, mu, q, p = (scalar(name) for name in ("n", "d", "eta", "r", "mu", "q", "p"))
SAMPLE, x_q, N = labelled(), vector("x_q", "d"), matrix("N_xx", "d", "d")
X, y, m = SAMPLE.X, SAMPLE.y, SAMPLE.m


def test_it_is_proved():
    assert prove_rotation_invariant(CLAIM, KNOWN).holds


@pytest.mark.parametrize(
    "changes",
    [
        {"estimate": 2 * eta * X.T @ y},
        {"estimate": 0 * X.T @ y},
        {"value": p},
        {"value": p - 2 * n * eta * mu},
        {"functions": Functions("mu", "q", "p", "sigma2", covariance="Psi")},
        {"functions": Functions("mu", "q", "p")},
        {"functions": Functions("q", "mu", "p", "sigma2")},
        {"functions": Functions("unknown", "q", "p", "sigma2")},
        {"minimizer": CLAIM.minimizer[:-1]},
        {"minimizer": ((N, 2 * eta * identity("d")), *CLAIM.minimizer[:2], CLAIM.minimizer[3])},
        {"prediction": CLAIM.prediction + x_q.T @ x_q},
        {"prediction": CLAIM.prediction + 1},
        {"prediction": y.T @ X @ X.T @ X @ x_q},
        {"abbreviations": (Reciprocal(r, q + (n - 1) * mu), Definition(eta, mu * r))},
        {"abbreviations": (Reciprocal(r, q + d * scalar("sigma2") + (n - 1) * mu), Definition(eta, r))},
        {"abbreviations": (Reciprocal(r, y.T @ y), Definition(eta, mu * r))},
        {"abbreviations": (Definition(r, 1 / q), Definition(eta, y.T @ X @ X.T @ y))},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_false_statements_are_not_proved(changes):
    assert not prove_rotation_invariant(replace(CLAIM, **changes), KNOWN).holds


def test_the_moments_need_hypotheses():
    fewer = [item for item in THEOREM.hypotheses if item.symbol != "mu"]
    assert not prove_rotation_invariant(CLAIM, signs(fewer)).holds
    wrong = [*fewer, Hypothesis("mu", Predicate.ANY, "no moment")]
    assert not prove_rotation_invariant(CLAIM, signs(wrong)).holds


@pytest.mark.parametrize(
    ("left", "right", "given", "holds"),
    [
        (y.T @ X @ m, n * mu, (), True),
        (y.T @ X @ m, n * mu + 1, (), False),
        (y.T @ X @ m, y.T @ X @ m, (), False),
        (eta * (m.T @ m), eta * mu, (), True),
        (eta * (m.T @ m), eta * mu, (Definition(eta, m.T @ m),), False),
        (number(1), number(1), (), True),
    ],
)
def test_means_of_random_functions(left, right, given, holds):
    claim = InvariantMean(
        name="c", functions=Functions("mu", "q", "p", "sigma2"), left=left, right=right, abbreviations=given
    )
    assert prove_invariant_mean(claim, KNOWN).holds is holds
