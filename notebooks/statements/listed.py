"""Claims of listed numbers: critical points, step sizes, weights, losses and levels of noise."""

from collections.abc import Iterable

from notebooks.formula import display, inline, pieces, rational
from notebooks.prose import escaped, table
from proofs.core.listed import CriticalPoints, HeavyTail, ListedLoss, LocalMinimum, Located, Merging, OptimalSteps
from proofs.core.surd import Surd

DIGITS = 14
"""How many signs of a decimal are shown; there may be fifty."""


def local_minimum(claim: LocalMinimum) -> str:
    """The objective and the listed points."""
    says = (
        "has at each of these points (to the digits given, all other entries zero) a local minimum that is not global. "
        "The Hessian is positive semidefinite and vanishes along the symmetries only."
    )
    return f"The objective\n\n{display(('', pieces(claim.objective)))}\n\n{says}\n\n{_points(claim.points)}"


def critical_points(claim: CriticalPoints) -> str:
    """The objective, the points and their curvature."""
    says = (
        "has at each of these points exactly one critical point with these digits. The Hessian there is invertible and "
        f"has {claim.negative} negative eigenvalues."
    )
    return f"The objective\n\n{display(('', pieces(claim.objective)))}\n\n{says}\n\n{_points(claim.points)}"


def _points(points: Iterable[Located]) -> str:
    rows = [
        [
            ", ".join(f"{name} = {size}" for name, size in point.sizes),
            ", ".join(f"{escaped(name)} = {_cut(digits)}" for name, digits in point.entries),
            ", ".join(f"{escaped(name)} = {held}" for name, held in point.held) or "none",
            point.value,
            "" if point.exceeds is None else f"${rational(point.exceeds)}$",
        ]
        for point in points
    ]
    return table(("sizes", "entries", "held", "value", "exceeds"), rows)


def _cut(digits: str) -> str:
    return digits if len(digits) <= DIGITS else f"{digits[:DIGITS]}..."


def listed_loss(claim: ListedLoss) -> str:
    """The weights, and the number of steps that they are as good as."""
    rows = [
        [f"n = {point.context}", ", ".join(f"{escaped(name)} = {_surd(value)}" for name, value in point.blocks)]
        for point in claim.points
    ]
    return (
        f"At d = 1 the model `{claim.model}` with these weights, all others zero, has exactly the least loss of "
        f"{claim.steps} steps of gradient descent with free step sizes:\n\n{table(('', 'weights'), rows)}"
    )


def _surd(value: Surd) -> str:
    if not value.irrational or not value.radicand:
        return f"${rational(value.rational)}$"
    factor = "" if abs(value.irrational) == 1 else rational(abs(value.irrational))
    sign = "-" if value.irrational < 0 else "+" if value.rational else ""
    return (
        rf"${rational(value.rational) if value.rational else ''} {sign} {factor} \sqrt{{{rational(value.radicand)}}}$"
    )


def optimal_steps(claim: OptimalSteps) -> str:
    """The listed losses and step sizes."""
    rows = [
        [str(point.dim), str(point.context), str(point.layers), point.loss, ", ".join(point.steps) or "not listed"]
        for point in claim.points
    ]
    listed = table(("d", "n", "L", "least loss", "step sizes"), rows)
    return f"The least loss of L layers that are multiples of the inverse covariance of the inputs is\n\n{listed}"


def heavy_tail(claim: HeavyTail) -> str:
    """The objective, the weights, its values and where they come from."""
    weights = ", ".join(f"{inline(name)} = ${rational(value)}$" for name, value in claim.weights)
    rows = [
        [f"d = {point.dim}, n = {point.context}", f"{part.low} to {'infinity' if part.high is None else part.high}",
         part.loss, part.count]
        for point in claim.points for part in point.parts
    ]  # fmt: skip
    losses = "; ".join(f"{point.loss} at d = {point.dim}, n = {point.context}" for point in claim.points)
    return (
        f"At {weights} the objective\n\n{display(('', pieces(claim.objective)))}\n\nis {losses}. Its parts by "
        f"eigenvalue, and how many eigenvalues there are on average:\n\n"
        f"{table(('sizes', 'eigenvalues', 'part of the loss', 'mean number'), rows)}"
    )


def merging(claim: Merging) -> str:
    """The levels of noise."""
    rows = [
        [str(point.dim), str(point.context), str(point.layers), point.pair, point.tied, ", ".join(point.before),
         point.after]
        for point in claim.points
    ]  # fmt: skip
    head = ("d", "n", "L", "two zeros meet", "equal steps take over", "best steps just below", "just above")
    return f"The noise variances at which the best step sizes merge:\n\n{table(head, rows)}"
