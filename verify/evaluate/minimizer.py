"""Minimizer and minimum of one layer at given covariances, from the loss that the definition of attention gives.

With x ~ N(0, Sigma), w ~ N(0, Psi), noise variance sigma2 and n examples, the prediction is x_q' A X'y / n and
f(A) = tr(left A right A') - 2 tr(slope' A) + constant; the parts are read off the derived loss, so nothing is typed in.
"""

from dataclasses import dataclass

import numpy as np
from flint import fmpq, fmpq_mat

from proofs.algebra import TracePolynomial, evaluate, matrix, symmetric
from proofs.algebra.evaluation import value
from proofs.attention.linear import sparse_loss
from proofs.core.task import Task
from proofs.optimum.square import Quadratic, complete_square
from verify.evaluate.numeric import Floats, evaluate_float


@dataclass(frozen=True)
class Exact:
    """The minimizer and the minimum as rational numbers."""

    A: fmpq_mat
    loss: fmpq


@dataclass(frozen=True)
class Rounded:
    """The minimizer and the minimum in float64."""

    A: Floats
    loss: float


def minimize(Sigma: fmpq_mat, Psi: fmpq_mat, noise: fmpq, context: int) -> Exact:
    """A* = left^-1 slope right^-1 and f(A*), exactly. Sigma > 0, Psi >= 0 and noise >= 0, not both zero."""
    loss, form = _derived()
    given = {"Sigma": Sigma, "Psi": Psi}
    numbers = {"n": fmpq(context), "d": fmpq(Sigma.nrows()), "sigma2": noise}
    left, right, slope = (evaluate(part, given, numbers) for part in (form.left, form.right, form.slope))
    A = right.transpose().solve(left.solve(slope).transpose()).transpose()
    return Exact(A, value(loss, {**given, "A": A}, numbers))


def minimize_float(Sigma: Floats, Psi: Floats, noise: float, context: float) -> Rounded:
    """The same in float64. Raises numpy's LinAlgError where rounding makes a factor singular."""
    loss, form = _derived()
    given = {"Sigma": Sigma, "Psi": Psi}
    numbers = {"n": context, "d": float(len(Sigma)), "sigma2": noise}
    with np.errstate(over="ignore", invalid="ignore", divide="ignore"):
        left, right, slope = (evaluate_float(part, given, numbers) for part in (form.left, form.right, form.slope))
        A = np.linalg.solve(right.T, np.linalg.solve(left, slope).T).T
        return Rounded(A, float(evaluate_float(loss, {**given, "A": A}, numbers)[0, 0]))


def _derived() -> tuple[TracePolynomial, Quadratic]:
    A = matrix("A", "d", "d")
    loss = sparse_loss(Task("Sigma", "Psi", "sigma2"), A).value()
    return loss, complete_square(loss, A, symmetric("Sigma", "d"))
