"""The parts of the one-layer prediction that are odd and even in (w, eps), in the weights that enter it.

With M = b_y A_x + b_x a_y' the prediction is -(odd + even); one_layer.reduction proves it.
"""

from proofs.algebra.polynomial import TracePolynomial
from proofs.algebra.symbols import matrix, scalar, vector
from proofs.attention.data import Data
from proofs.core.claims import Experiment
from proofs.core.task import LinearAttention, Task


def entering_weights() -> tuple[TracePolynomial, TracePolynomial, TracePolynomial, TracePolynomial]:
    """b_x (d, 1), b_y (last row of P), A_x (d, d), a_y (d, 1) (first d columns of Q): all that the prediction sees."""
    return vector("b_x", "d"), scalar("b_y"), matrix("A_x", "d", "d"), vector("a_y", "d")


def bilinear_form() -> TracePolynomial:
    """M = b_y A_x + b_x a_y' of shape (d, d)."""
    b_x, b_y, A_x, a_y = entering_weights()
    return b_y * A_x + b_x @ a_y.T


def odd_part(sample: Data) -> TracePolynomial:
    """y'X M x_q / n."""
    return sample.y.T @ sample.X @ bilinear_form() @ sample.x_q / scalar("n")


def even_part(sample: Data) -> TracePolynomial:
    """(b_x' S A_x + b_y |y|^2 a_y') x_q / n."""
    b_x, b_y, A_x, a_y = entering_weights()
    return (b_x.T @ sample.S @ A_x + b_y * (sample.y.T @ sample.y) * a_y.T) @ sample.x_q / scalar("n")


def free_weights(task: Task) -> Experiment:
    """One layer of linear attention with all weights that enter free, each under its own name."""
    blocks = zip(("b_x", "b_y", "A_x", "a_y"), entering_weights(), strict=True)
    return Experiment(LinearAttention(), task, tuple(blocks))
