"""The letters of an in-context regression task and their laws."""

from dataclasses import dataclass

from proofs.algebra.letters import UNIT
from proofs.algebra.polynomial import TracePolynomial
from proofs.algebra.symbols import matrix, scalar, symmetric, vector
from proofs.core.task import EllipticalInputs, Task
from proofs.moments.laws import Elliptical, Gaussian, Independent, Law, Rows
from proofs.moments.ridge import covariance


@dataclass(frozen=True)
class Data:
    """X (n, d) with rows of covariance Sigma, w (d, 1), eps (n, 1), the query x_q (d, 1), and the labels y = X w + eps.

    Where the task has a mean, w is the mean plus the letter w, which stands for the deviation.
    """

    X: TracePolynomial
    w: TracePolynomial
    eps: TracePolynomial
    x_q: TracePolynomial
    y: TracePolynomial
    law_X: Law
    law_w: Gaussian
    law_eps: Gaussian | None
    law_x_q: Law

    @property
    def S(self) -> TracePolynomial:
        """The Gram matrix X'X of shape (d, d)."""
        return self.X.T @ self.X

    @property
    def labels(self) -> tuple[Gaussian, ...]:
        """The laws of what makes the labels: w and, if there is noise, eps."""
        return (self.law_w,) if self.law_eps is None else (self.law_w, self.law_eps)

    @property
    def laws(self) -> tuple[Law, ...]:
        """All laws: X, x_q, w and eps."""
        return (self.law_X, self.law_x_q, *self.labels)


def data(task: Task) -> Data:
    """The letters and laws of a task."""
    X, w, x_q = matrix("X", "n", "d"), vector("w", "d"), vector("x_q", "d")
    eps = vector("eps", "n")
    task_vector = w + vector(task.task_mean, "d") if task.task_mean else w
    y = X @ task_vector
    law_eps = None
    if task.noise:
        y = y + eps
        law_eps = Gaussian(eps, scale=scalar(task.noise))
    weights = covariance(task.task_covariance)
    return Data(
        X, task_vector, eps, x_q, y,
        law_X=input_law(X, task.input_covariance, task),
        law_w=Gaussian(w, row_covariance=weights),
        law_eps=law_eps,
        law_x_q=input_law(x_q, task.query_covariance or task.input_covariance, task),
    )  # fmt: skip


def input_law(variable: TracePolynomial, name: str, task: Task) -> Law:
    """The law of X (n, d) or of the query (d, 1), of the covariance of this name."""
    Sigma, inputs = covariance(name), task.inputs
    if isinstance(inputs, EllipticalInputs):
        return Rows(variable, Sigma, Elliptical(scalar(inputs.kappa)))
    if inputs is not None:
        fourth, excess = symmetric(inputs.fourth, "d"), symmetric(inputs.excess, "d")
        return Rows(variable, Sigma, Independent(fourth, excess, covariance(task.task_covariance)))
    if variable.columns == UNIT:
        return Gaussian(variable, row_covariance=Sigma)
    return Gaussian(variable, column_covariance=Sigma)
