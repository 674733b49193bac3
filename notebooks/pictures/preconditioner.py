"""The optimal preconditioner of one layer, direction by direction."""

from collections.abc import Sequence

from flint import fmpq, fmpq_mat
from matplotlib.figure import Figure

from notebooks.pictures.style import BLACK, MARKERS, SERIES, panels, styled
from proofs import Task, complete_square, evaluate, matrix, sparse_loss, symmetric, trace
from verify.evaluate.minimizer import minimize
from verify.sweep.covariance import diagonal, identity

CONTEXTS = (4, 16, 64, 256)
EIGENVALUES = tuple(fmpq(2) ** power for power in range(-5, 4))


def optimal(eigenvalues: Sequence[fmpq], context: int) -> list[fmpq]:
    """The eigenvalues of A* in the eigenbasis of Sigma, w ~ N(0, I), no noise."""
    found = minimize(diagonal(list(eigenvalues)), identity(len(eigenvalues)), fmpq(0), context)
    return [found.A[k, k] for k in range(len(eigenvalues))]


def best_step(eigenvalues: Sequence[fmpq], context: int) -> fmpq:
    """The best a in A = a I, plain gradient descent: the minimum of the derived quadratic along the identity."""
    A, Sigma = matrix("A", "d", "d"), symmetric("Sigma", "d")
    form = complete_square(sparse_loss(Task("Sigma"), A).value(), A, Sigma)
    given: dict[str, fmpq_mat] = {"Sigma": diagonal(list(eigenvalues))}
    sizes = {"n": fmpq(context), "d": fmpq(len(eigenvalues))}
    slope, curvature = (evaluate(trace(part), given, sizes)[0, 0] for part in (form.slope, form.left @ form.right))
    return slope / curvature


@styled
def preconditioner(contexts: Sequence[int] = CONTEXTS, eigenvalues: Sequence[fmpq] = EIGENVALUES) -> Figure:
    """How far does the optimal layer whiten, and where does it just descend?

    The eigenvalues of A* against those of Sigma, for several context lengths. Where an eigenvalue is large against
    tr(Sigma) / n, A* is close to Sigma^-1, a Newton step; where it is small, A* levels off to one step size, as in
    plain gradient descent. The dotted lines are the best single step sizes a, A = a I.
    """
    figure, (axes,) = panels(1, 1, 4.6)
    at = [float(value) for value in eigenvalues]
    newton = diagonal(list(eigenvalues)).inv()
    limit = [float(newton[k, k]) for k in range(len(at))]
    axes.loglog(at, limit, color=BLACK, linestyle="--", label=r"$\Sigma^{-1}$, the limit $n \to \infty$")
    for context, colour, marker in zip(contexts, SERIES, MARKERS, strict=False):
        best = [float(value) for value in optimal(eigenvalues, context)]
        axes.loglog(at, best, color=colour, marker=marker, label=rf"$A^*$, $n = {context}$")
        axes.axhline(float(best_step(eigenvalues, context)), color=colour, linestyle=":", linewidth=1.2)
    axes.plot([], [], color="#555555", linestyle=":", label=r"best $a$ in $A = a I$, same colours")
    axes.set_xscale("log", base=2)
    axes.set_xlabel(r"eigenvalue $\lambda$ of $\Sigma$ (dimensionless)")
    axes.set_ylabel(r"eigenvalue of $A$ (step size, dimensionless)")
    axes.set_title(rf"$d = {len(at)}$, $w \sim N(0, I)$, no noise")
    axes.legend(loc="upper right")
    return figure
