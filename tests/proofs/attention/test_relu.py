"""ReLU attention: its loss in one dimension by hand, the weights that enter, tasks that are refused.

Against brute force over laws of few points the loss is tested in tests/proofs/moments/test_halved.py.
"""

import pytest
from flint import fmpq, fmpq_mat

from proofs.algebra import evaluate
from proofs.attention.relu import free_relu_weights, relu_loss
from proofs.core.errors import InputError
from proofs.core.task import EllipticalInputs, ReluAttention, Task


def at(n, b_x, b_y, a):
    """The loss at d = 1, Sigma = Psi = 1."""
    matrices = {"b_x": fmpq_mat([[b_x]]), "A_x": fmpq_mat([[a]])}
    numbers = {"n": fmpq(n), "d": fmpq(1), "b_y": b_y}
    return evaluate(relu_loss(Task()).value(), matrices, numbers)[0, 0]


@pytest.mark.parametrize("a", [fmpq(1), fmpq(-1, 2), fmpq(3)])
def test_one_example_in_one_dimension(a):
    """-b x y relu(a x q) has the mean square b^2 3 a^2 / 2 and, with the target w q, the mean product -b a / 2."""
    b = fmpq(2, 3)
    expected = 1 + b * a + 3 * b**2 * a**2 / 2
    assert at(1, fmpq(0), b, a) == expected


def test_without_weights_the_loss_is_that_of_nothing():
    assert at(3, fmpq(0), fmpq(0), fmpq(5)) == 1


@pytest.mark.parametrize("task", [Task(noise="sigma2"), Task("Sigma", inputs=EllipticalInputs("kappa"))])
def test_other_tasks_are_refused(task):
    with pytest.raises(InputError, match="Gaussian inputs without noise"):
        relu_loss(task)


def test_free_weights():
    found = free_relu_weights(Task("Sigma"))
    assert (found.model, found.task) == (ReluAttention(), Task("Sigma"))
    assert [name for name, _ in found.blocks] == ["b_x", "b_y", "A_x"]
