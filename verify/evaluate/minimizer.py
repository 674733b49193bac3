"""Minimizer and minimum of one layer at given covariances, from the loss that the definition of attention gives.

With x of covariance Sigma, w ~ N(0, Psi), noise variance sigma2 and n examples, the prediction is x_q' A X'y / n and
f(A) = tr(left A right A') - 2 tr(slope' A) + constant; the parts are read off the derived loss, so nothing is typed in.
"""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from flint import fmpq, fmpq_mat

from proofs.algebra import TracePolynomial, matrix, symmetric
from proofs.algebra.evaluation import evaluate, value
from proofs.attention.data import data
from proofs.attention.linear import sparse_loss
from proofs.core.task import EllipticalInputs, IndependentInputs, Task
from proofs.moments.laws import Independent, Rows, excess
from proofs.optimum.square import Quadratic, complete_square
from verify.sweep.covariance import diagonal_part

if TYPE_CHECKING:
    from verify.evaluate.numeric import Floats

ELLIPTICAL = Task("Sigma", "Psi", "sigma2", inputs=EllipticalInputs("kappa"))
INDEPENDENT = Task("Sigma", "Psi", "sigma2", inputs=IndependentInputs("Q", "F"))


@dataclass(frozen=True)
class EllipticalLaw:
    """E x x'B x x' = kappa (2 Sigma B Sigma + tr(Sigma B) Sigma) for symmetric B; Gaussian: kappa = 1."""

    kappa: fmpq


@dataclass(frozen=True)
class IndependentLaw:
    """Independent coordinates, E x_i^4 = kurtosis Sigma_ii^2 for each."""

    kurtosis: fmpq


InputLaw = EllipticalLaw | IndependentLaw


@dataclass(frozen=True)
class Exact:
    """The minimizer and the minimum as rational numbers."""

    A: fmpq_mat
    loss: fmpq


@dataclass(frozen=True)
class Rounded:
    """The minimizer and the minimum in float64."""

    A: "Floats"
    loss: float


def minimize(Sigma: fmpq_mat, Psi: fmpq_mat, noise: fmpq, context: int, law: InputLaw | None = None) -> Exact:
    """A* = left^-1 slope right^-1 and f(A*), exactly; no law is the Gaussian one.

    Sigma > 0, Psi >= 0 and noise >= 0, not both zero. For an independent law Sigma is diagonal, and Psi > 0 where there
    is no noise.
    """
    given = {"Sigma": Sigma, "Psi": Psi}
    numbers = {"n": fmpq(context), "d": fmpq(Sigma.nrows()), "sigma2": noise}
    if isinstance(law, IndependentLaw):
        fourth = law.kurtosis * Sigma * Sigma
        given["F"] = diagonal_part(evaluate(excess_of_independent(), given | {"Q": fourth}, numbers))
    else:
        numbers["kappa"] = fmpq(1) if law is None else law.kappa
    loss, form = derived(law)
    left, right, slope = (evaluate(part, given, numbers) for part in (form.left, form.right, form.slope))
    A = right.transpose().solve(left.solve(slope).transpose()).transpose()
    return Exact(A, value(loss, {**given, "A": A}, numbers))


def derived(law: InputLaw | None) -> tuple[TracePolynomial, Quadratic]:
    """The loss as a polynomial in A, and the same with its square completed."""
    A = matrix("A", "d", "d")
    loss = sparse_loss(INDEPENDENT if isinstance(law, IndependentLaw) else ELLIPTICAL, A).value()
    return loss, complete_square(loss, A, symmetric("Sigma", "d"))


def excess_of_independent() -> TracePolynomial:
    """What F is the diagonal part of."""
    law = data(INDEPENDENT).law_X
    if not isinstance(law, Rows) or not isinstance(law.kind, Independent):
        raise TypeError(f"expected rows of independent coordinates, got {law}")
    return excess(law, law.kind)
