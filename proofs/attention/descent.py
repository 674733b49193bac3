"""Gradient descent on the in-context least-squares objective, derived from the objective."""

from proofs.algebra.gradient import gradient
from proofs.algebra.polynomial import TracePolynomial
from proofs.algebra.substitution import substitute
from proofs.algebra.symbols import scalar, vector, zero
from proofs.attention.data import Data


def least_squares(sample: Data, u: TracePolynomial) -> TracePolynomial:
    """R(u) = |X u - y|^2 / (2n), of shape (1, 1)."""
    residual = sample.X @ u - sample.y
    return residual.T @ residual / (2 * scalar("n"))


def gradient_step(sample: Data, at: TracePolynomial, preconditioner: TracePolynomial) -> TracePolynomial:
    """u - A grad R(u) at a point u (d, 1)."""
    u = vector("u", "d")
    slope = substitute(gradient(least_squares(sample, u), u), {u: at})
    return at - preconditioner @ slope


def one_step(sample: Data, preconditioner: TracePolynomial) -> TracePolynomial:
    """x_q' (0 - A grad R(0)): the prediction after one preconditioned step from 0, of shape (1, 1)."""
    return sample.x_q.T @ gradient_step(sample, zero("d", "1"), preconditioner)
