"""One layer of ReLU attention: its population loss by symmetry, in the weights that enter."""

from proofs.algebra.symbols import scalar, vector
from proofs.attention.data import data
from proofs.attention.parity import entering_weights
from proofs.core.claims import Experiment
from proofs.core.errors import InputError
from proofs.core.task import ReluAttention, Task
from proofs.moments.halved import Halved, mean_square_error
from proofs.moments.laws import Gaussian


def relu_loss(task: Task) -> Halved:
    """E (prediction - w'x_q)^2 without noise: the prediction is -sum_i (b_x'x_i + b_y y_i) relu(x_i'A_x x_q) / n.

    Raises InputError for tasks of other inputs or with noise.
    """
    sample = data(task)
    b_x, b_y, A_x, _ = entering_weights()
    rows, query = sample.law_X, sample.law_x_q
    if not isinstance(rows, Gaussian) or not isinstance(query, Gaussian) or sample.law_eps is not None:
        raise InputError(f"ReLU attention: the loss is derived for Gaussian inputs without noise, got {task}")
    factor = -(b_x + b_y * sample.w) / scalar("n")
    row = Gaussian(vector("x", "d"), row_covariance=rows.column_covariance)
    target, score = sample.w.T @ sample.x_q, A_x @ sample.x_q
    return mean_square_error(target, factor, score, rows, row, (sample.law_w, query))


def free_relu_weights(task: Task) -> Experiment:
    """The model with all weights that enter free, each under its own name."""
    names = ("b_x", "b_y", "A_x")
    return Experiment(ReluAttention(), task, tuple(zip(names, entering_weights(), strict=False)))
