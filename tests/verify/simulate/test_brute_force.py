"""Losses by all points of a finite law: against means by pairings, and laws that do not exist."""

import pytest
from flint import fmpq, fmpq_mat

from proofs.core.errors import InputError
from proofs.core.task import LinearAttention, ReluAttention
from verify.simulate.brute_force import brute_force_loss
from verify.simulate.exact import Roots, exact_loss
from verify.simulate.weights import weights_from_blocks


def identity(d):
    return fmpq_mat(d, d, [int(i == j) for i in range(d) for j in range(d)])


@pytest.mark.parametrize(("n", "d"), [(1, 1), (2, 1), (1, 2)])
def test_a_loss_that_knows_moments_up_to_order_four_only(n, d):
    """One layer of linear attention with b_y and A_x alone."""
    model, A = LinearAttention(), fmpq_mat(d, d, [fmpq(i + 2, 3) for i in range(d * d)])
    weights = weights_from_blocks(model, d, {"b_y": fmpq(1), "A_x": -1 * A})
    roots = Roots(identity(d), identity(d), fmpq(0))
    assert brute_force_loss(model, weights, n, d) == exact_loss(model, weights, roots, n)


def test_without_weights_the_loss_is_that_of_nothing():
    model = ReluAttention()
    nothing = {"b_y": fmpq(0), "A_x": 0 * identity(2)}
    assert brute_force_loss(model, weights_from_blocks(model, 2, nothing), 1, 2) == 2


def test_a_dimension_without_such_a_law(monkeypatch):
    monkeypatch.setattr("verify.simulate.brute_force.elliptical", lambda root, kappa: None)
    with pytest.raises(InputError, match=r"no law on few rational points has the moments of N\(0, I\) in dimension 2"):
        brute_force_loss(ReluAttention(), weights_from_blocks(ReluAttention(), 2, {}), 1, 2)
