"""The best prediction for random functions: what is proved, and false statements next to it."""

from dataclasses import replace

import pytest

from proofs.algebra import matrix, scalar, vector
from proofs.algebra.positivity import signs
from proofs.algebra.symbols import identity, number, zero
from proofs.core.derivation import Definition, Reciprocal
from proofs.core.functions import Functions, InvariantMean
from proofs.core.statement import Hypothesis, Predicate
from proofs.moments.invariant import labelled
from proofs.optimum.rotation import prove_invariant_mean, prove_rotation_invariant

n, d, eta, r, mu, q, p = (scalar(name) for name in ("n", "d", "eta", "r", "mu", "q", "p"))
SAMPLE, x_q, N = labelled(), vector("x_q", "d"), matrix("N_xx", "d", "d")
X, y, m = SAMPLE.X, SAMPLE.y, SAMPLE.m
h = vector("h", "n")


@pytest.fixture
def whole(theorem):
    return theorem("one_layer.random_functions")


@pytest.fixture
def claim(whole):
    (found,) = whole.claims
    return found


@pytest.fixture
def known(whole):
    return signs(whole.hypotheses)


def test_it_is_proved(claim, known):
    assert prove_rotation_invariant(claim, known).holds


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
        {"prediction": y.T @ X @ X.T @ X @ x_q},
        {"abbreviations": (Reciprocal(r, q + (n - 1) * mu), Definition(eta, mu * r))},
        {"abbreviations": (Reciprocal(r, q + d * scalar("sigma2") + (n - 1) * mu), Definition(eta, r))},
        {"abbreviations": (Reciprocal(r, y.T @ y), Definition(eta, mu * r))},
        {"abbreviations": (Definition(r, 1 / q), Definition(eta, y.T @ X @ X.T @ y))},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_false_statements_are_not_proved(changes, claim, known):
    assert not prove_rotation_invariant(replace(claim, **changes), known).holds


def test_other_weights_and_predictions_are_not_proved(claim, known):
    first, second, _, last = claim.minimizer
    for changes in (
        {"minimizer": claim.minimizer[:-1]},
        {"minimizer": ((N, 2 * eta * identity("d")), first, second, last)},
        {"prediction": claim.prediction + x_q.T @ x_q},
        {"prediction": claim.prediction + 1},
    ):
        assert not prove_rotation_invariant(replace(claim, **changes), known).holds, changes


def test_the_moments_need_hypotheses(claim, whole):
    fewer = [item for item in whole.hypotheses if item.symbol != "mu"]
    assert not prove_rotation_invariant(claim, signs(fewer)).holds
    wrong = [*fewer, Hypothesis("mu", Predicate.ANY, "no moment")]
    assert not prove_rotation_invariant(claim, signs(wrong)).holds


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
def test_means_of_random_functions(left, right, given, holds, known):
    claim = InvariantMean(
        name="c", functions=Functions("mu", "q", "p", "sigma2"), left=left, right=right, abbreviations=given
    )
    assert prove_invariant_mean(claim, known).holds is holds


@pytest.mark.parametrize(
    ("left", "right", "symbol", "value"),
    [
        (h.T @ h, number(0), h, zero("n", "1")),
        (m.T @ m, vector("c", "d").T @ vector("c", "d"), m, vector("c", "d")),
        (m.T @ m, number(0), mu, number(0)),
    ],
)
def test_data_and_moments_are_not_defined(left, right, symbol, value, claim, known):
    assert claim.functions.signal == "mu"
    defined = InvariantMean(
        name="c", functions=claim.functions, left=left, right=right, abbreviations=(Definition(symbol, value),)
    )
    assert not prove_invariant_mean(defined, known).holds


def test_weights_are_not_defined(claim, known):
    away = Definition(N, scalar("c") * identity("d"))
    assert not prove_rotation_invariant(replace(claim, abbreviations=(*claim.abbreviations, away)), known).holds
