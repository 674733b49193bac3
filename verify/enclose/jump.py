"""Where equal step sizes become the best ones of the form (a, ..., a, b), and the steps at this level of noise.

The level lies between two rational levels at which the signs of differences of losses are certain; they are halved as
long as this is so. The steps next to the level are then enclosed for all levels between the two: interval Newton with
coefficients that are balls.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from flint import arb, arb_poly, fmpq, fmpq_poly

from proofs.optimum.merging import AlmostTied, Steps
from verify.enclose.newton import System, Zeros, solved

HALVINGS = 100
RADIUS = arb(2) ** -48
"""How far from a critical point another one is not expected: the box in which interval Newton starts."""


@dataclass(frozen=True)
class Jump:
    """The losses of steps (a, ..., a, b), from the moments of the spectrum; levels are variances of the noise."""

    moments: tuple[fmpq, ...]
    layers: int
    context: int

    def is_apart(self, level: fmpq) -> bool:
        """Whether some unequal steps are certainly better than all equal ones."""
        losses = self._at(level)
        least = losses.tied().value
        return any(steps.value < least for steps in losses.apart())

    def is_tied(self, level: fmpq) -> bool:
        """Whether equal steps are certainly better than all critical points of another form."""
        losses = self._at(level)
        least = losses.tied().value
        return all(steps.value > least for steps in losses.apart())

    def enclosed(self, low: fmpq, high: fmpq) -> tuple[fmpq, fmpq]:
        """Levels between which equal steps become the best, as near to each other as the signs are certain.

        Unequal steps are better at the first of them, equal ones at the second, as at the two that are given.
        """
        for _ in range(HALVINGS):
            middle = (low + high) / 2
            if self.is_apart(middle):
                low = middle
            elif self.is_tied(middle):
                high = middle
            else:
                break
        return low, high

    def steps(self, low: fmpq, high: fmpq) -> tuple[arb, arb, arb]:
        """a and b of the best unequal steps, and the best equal step, for all levels between two.

        Raises ArithmeticError where balls do not tell which unequal steps are best, or where they are at all levels.
        """
        below, above = self._at(low), self._at(high)
        best = _least(below.apart())
        A, B, C = (_hull(one, other) for one, other in zip(below.parts, above.parts, strict=True))
        a, b = _followed(_apart(A, B, C), (best.a, best.b))
        slope = _hull(below.tied_loss, above.tied_loss).derivative()
        (tied,) = _followed(_tied(slope), (below.tied().a,))
        return a, b, tied

    def _at(self, level: fmpq) -> AlmostTied:
        return AlmostTied(self.moments, self.layers, level / self.context)


def _least(found: Sequence[Steps]) -> Steps:
    best = min(found, key=lambda steps: steps.value.mid())
    if not all(steps is best or steps.value > best.value for steps in found):
        raise ArithmeticError("it is not certain which unequal step sizes are the best")
    return best


def _hull(one: fmpq_poly, other: fmpq_poly) -> arb_poly:
    """The coefficients at all levels between two: they are linear in the level."""
    size = max(one.degree(), other.degree()) + 1
    return arb_poly([arb(one[k]).union(arb(other[k])) for k in range(size)])


def _apart(A: arb_poly, B: arb_poly, C: arb_poly) -> System:
    """The gradient of A - 2 B b + C b^2 in a and b."""
    slopes, curves = [part.derivative() for part in (A, B, C)], [part.derivative().derivative() for part in (A, B, C)]

    def values(point: Sequence[arb]) -> list[arb]:
        a, b = point
        by_a = slopes[0](a) - 2 * slopes[1](a) * b + slopes[2](a) * b * b
        return [by_a, 2 * (C(a) * b - B(a))]

    def jacobian(point: Sequence[arb]) -> list[list[arb]]:
        a, b = point
        twice = curves[0](a) - 2 * curves[1](a) * b + curves[2](a) * b * b
        mixed = 2 * (slopes[2](a) * b - slopes[1](a))
        return [[twice, mixed], [mixed, 2 * C(a)]]

    return System(values, jacobian)


def _tied(slope: arb_poly) -> System:
    return System(lambda point: [slope(point[0])], lambda point: [[slope.derivative()(point[0])]])


def _followed(system: System, start: Sequence[arb]) -> tuple[arb, ...]:
    """The one zero near a start, whichever of the coefficients in the balls are taken."""
    found = solved(system, [entry + arb(0, RADIUS) for entry in start])
    if found.zeros is not Zeros.ONE:
        raise ArithmeticError("the step sizes are not seen to be at one place at all levels near the jump")
    return found.enclosure


def rational(ball: arb) -> fmpq:
    """The rational number in the middle of a ball."""
    mantissa, exponent = ball.mid().man_exp()
    return fmpq(mantissa) * (fmpq(2) ** int(exponent))
