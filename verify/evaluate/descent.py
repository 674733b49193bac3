"""Float descent on a polynomial in entries: where its low points are. Untrusted; others check what it finds."""

from dataclasses import dataclass
from functools import cached_property
from random import Random

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import minimize

from verify.evaluate.entries import EntryPolynomial
from verify.evaluate.numeric import Floats


@dataclass(frozen=True)
class Landscape:
    """A polynomial in float64, ready for many evaluations."""

    polynomial: EntryPolynomial

    def slope(self, point: Floats) -> tuple[float, Floats]:
        """Value and gradient."""
        table = np.ones((len(point), int(self._powers.max()) + 1))
        for power in range(1, table.shape[1]):
            table[:, power] = table[:, power - 1] * point
        places = np.arange(len(point))
        factors = table[places, self._powers]
        before, after = np.ones_like(factors), np.ones_like(factors)
        np.cumprod(factors[:, :-1], axis=1, out=before[:, 1:])
        np.cumprod(factors[:, :0:-1], axis=1, out=after[:, -2::-1])
        lowered = self._powers * table[places, np.maximum(self._powers - 1, 0)]
        gradient: Floats = self._coefficients @ (before * after * lowered)
        return float(self._coefficients @ factors.prod(axis=1)), gradient

    def descended(self, start: Floats) -> tuple[float, Floats]:
        """The end of a descent (BFGS): value and point."""
        end = minimize(self.slope, start, jac=True, method="BFGS")
        return float(end.fun), np.asarray(end.x, np.float64)

    def start(self, rng: Random, spread: float = 0.5) -> Floats:
        """A random point."""
        return np.array([rng.gauss(0, spread) for _ in self.polynomial.variables])

    @cached_property
    def _powers(self) -> NDArray[np.intp]:
        return np.array(list(self.polynomial.terms), np.intp)

    @cached_property
    def _coefficients(self) -> Floats:
        return np.array([int(v.p) / int(v.q) for v in self.polynomial.terms.values()])
