"""A listed least loss and its step sizes, accepted in exact arithmetic from moments that come from anywhere."""

import itertools
import re
from collections.abc import Sequence
from decimal import Decimal

from flint import fmpq, fmpq_mat, fmpq_poly

from proofs.core.certificate import is_definite
from proofs.core.errors import InputError
from proofs.core.listed import BestSteps
from proofs.optimum.orthogonal import (
    OptimalPolynomial,
    decimal_steps,
    optimal_polynomial,
    quadratic_form,
    rounded,
)

MOST_DIGITS = 1000
NUMBER = re.compile(r"-?[0-9]+(\.[0-9]+|/[1-9][0-9]*)?")


def moments_needed(point: BestSteps) -> int:
    """How many moments decide a point: those of order 0 to 2 L."""
    return 2 * point.layers + 1


def flaw(point: BestSteps, moments: Sequence[fmpq]) -> str:
    """What is wrong with a listed point, in words; empty where everything holds."""
    found = optimal_polynomial(moments, point.layers)
    if not is_least(found, moments):
        return "the polynomial is not the least point of a positive definite form"
    if not agrees(point.loss, found.loss):
        return f"the least loss is {_shown(found.loss)}, claimed {point.loss}"
    if not has_separated_zeros(found):
        return "the zeros are not all real, simple and positive"
    if point.steps:
        steps = [_step(found, place, text) for place, text in enumerate(point.steps)]
        if len(point.steps) != point.layers or steps != [Decimal(text) for text in point.steps]:
            return f"the step sizes are {', '.join(map(str, steps))}, claimed {', '.join(point.steps)}"
    return ""


def is_least(found: OptimalPolynomial, moments: Sequence[fmpq]) -> bool:
    """Whether f(q) = loss + (q - q*)' H (q - q*) for all q with q(0) = 1, with H positive definite.

    That is H q* = loss times the first unit vector, and q*(0) = 1.
    """
    H = quadratic_form(moments, found.degree)
    image = H * fmpq_mat(found.degree + 1, 1, list(found.coefficients))
    expected = [found.loss, *[fmpq(0)] * found.degree]
    return found.coefficients[0] == 1 and image.entries() == expected and is_definite(H)


def has_separated_zeros(found: OptimalPolynomial) -> bool:
    """Whether there are rational points 0 < x_1 < ... < x_L between which the polynomial changes its sign L times.

    The points lie between enclosures of the zeros; the signs are exact. So the zeros are real, simple and positive.
    """
    digits = 8
    while digits <= MOST_DIGITS:
        steps = decimal_steps(found, digits)
        if steps is None:
            return False
        if len(set(steps)) == len(steps):
            zeros = [1 / fmpq(*step.as_integer_ratio()) for step in reversed(steps)]
            points = [fmpq(0), *((a + b) / 2 for a, b in itertools.pairwise(zeros)), 2 * zeros[-1]]
            return _alternates(found, points)
        digits *= 2
    return False


def agrees(text: str, exact: fmpq) -> bool:
    """Whether p/q is the number, or decimals are the number correctly rounded.

    Raises InputError for a text of another form.
    """
    if not NUMBER.fullmatch(text):
        raise InputError(f"expected a number such as 15/13 or 0.125, got {text!r}")
    if "/" in text:
        above, below = text.split("/")
        return fmpq(int(above), int(below)) == exact
    return Decimal(text) == rounded(exact, len(Decimal(text).as_tuple().digits))


def _alternates(found: OptimalPolynomial, points: Sequence[fmpq]) -> bool:
    polynomial = fmpq_poly(list(found.coefficients))
    signs = [polynomial(point) > 0 for point in points]
    ordered = all(low < high for low, high in itertools.pairwise(points))
    return (
        ordered and all(polynomial(point) != 0 for point in points) and signs == [not k % 2 for k in range(len(signs))]
    )


def _step(found: OptimalPolynomial, place: int, text: str) -> Decimal | None:
    steps = decimal_steps(found, len(Decimal(text).as_tuple().digits))
    return None if steps is None or place >= len(steps) else steps[place]


def _shown(value: fmpq) -> str:
    return str(value) if len(str(value)) <= 40 else f"about {rounded(value, 12)}"
