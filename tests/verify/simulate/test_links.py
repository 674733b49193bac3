"""Labels of polynomials of w'x, exactly: against the linear case, and by hand."""

import pytest
from flint import fmpq, fmpq_mat

from proofs.core.errors import InputError
from proofs.core.task import LinearAttention, ReadOutAttention
from verify.simulate.exact import Roots, exact_loss
from verify.simulate.links import (
    function_loss,
    function_moments,
    linked_mean,
    mixed_moments,
    single_function_loss,
)
from verify.simulate.weights import weights_from_blocks
from verify.simulate.words import Term
from verify.sweep.covariance import identity

LINEAR, SQUARE = (fmpq(0), fmpq(1)), (fmpq(0), fmpq(0), fmpq(1))
ONE = Roots(identity(1), identity(1), fmpq(1, 2))
TWO = Roots(identity(2), fmpq_mat(2, 2, [1, 0, 0, 2]), fmpq(1, 3))


@pytest.mark.parametrize(
    ("link", "roots", "moments"),
    [
        (LINEAR, ONE, (1, 3, 1)),
        (LINEAR, TWO, (5, 20, 5)),
        (SQUARE, ONE, (0, 45, 9)),
        ((fmpq(2),), TWO, (0, 8, 4)),
    ],
)
def test_moments(link, roots, moments):
    """m = w for g(t) = t, so E |m|^2 = tr Psi; E t^4 |x|^2 = 15 E w^4 at d = 1."""
    found = function_moments(link, roots)
    assert (found.signal, found.power, found.second) == moments


def test_the_linear_case_is_the_loss_of_linear_labels():
    model, blocks = LinearAttention(), {"b_y": fmpq(1, 2), "A_x": fmpq_mat(2, 2, [-1, 2, 0, 1])}
    weights = weights_from_blocks(model, 2, blocks)
    assert function_loss(model, weights, TWO, 2, LINEAR) == exact_loss(model, weights, TWO, 2)


def test_mixed_moments_of_one_example_by_hand():
    """d = n = 1, w = +-1 in mean square: E x y (m - eta x y) = E w^2 - eta (3 E w^2 + sigma2)."""
    found = dict(mixed_moments(LINEAR, ONE, 1, fmpq(2)))
    assert found["E (X'y)_11 (m - eta X'y)_1"] == 1 - 2 * (3 + fmpq(1, 4))
    assert found["E (X'X)_11 (m - eta X'y)_1"] == 0
    assert found["E (y'y)_11 (m - eta X'y)_1"] == 0


def test_a_single_function():
    """f = 1 at d = n = 1: the prediction a x^2 x_q is orthogonal to 1, E x^4 = 3."""
    weights = weights_from_blocks(ReadOutAttention(), 1, {"u_x": fmpq_mat(1, 1, [1]), "N_xx": fmpq_mat(1, 1, [2])})
    assert single_function_loss(ReadOutAttention(), weights, 1, (fmpq(1),)) == 4 * 3 + 1


def test_several_factors_m():
    square = [Term(fmpq(3), (("m'", "m"),))]
    assert linked_mean(square, LINEAR, TWO, 1, {}) == 15
    with pytest.raises(InputError, match="give m once"):
        linked_mean([Term(fmpq(1), (("m'", "B", "m"),))], LINEAR, TWO, 1, {"B": identity(2)})
