"""The gradient flow of a polynomial in entries, integrated in float64."""

from dataclasses import dataclass
from itertools import product

import numpy as np
from scipy.integrate import solve_ivp

from proofs.algebra.polynomial import TracePolynomial
from proofs.core.errors import InputError
from verify.evaluate.descent import Landscape
from verify.evaluate.entries import EntryPolynomial
from verify.evaluate.numeric import Floats, evaluate_float

HORIZON = 1e8
RELATIVE, ABSOLUTE = 1e-11, 1e-14
REST = 1e-9
"""At rest the gradient is below this share of the first one, and times the time so far below this share of the point.

The second holds the slow directions to account: what is left of a decay exp(-rate time) is its speed over its rate.
"""


@dataclass(frozen=True, eq=False)
class Path:
    """The points of a flow, of shape (count, variables), and whether the last one is at rest."""

    points: Floats
    at_rest: bool


@dataclass(frozen=True, eq=False)
class _Rest:
    """The event that ends an integration: negative at rest."""

    landscape: Landscape
    first: float
    terminal: bool = True

    def __call__(self, time: float, point: Floats) -> float:
        speed, size = (float(np.linalg.norm(array)) for array in (self.landscape.slope(point)[1], point))
        return max(speed / self.first, speed * time / size if size else 0.0) - REST


def gradient_flow(landscape: Landscape, start: Floats) -> Path:
    """dx/dt = -grad from the start (LSODA, which changes over to an implicit method where the flow is stiff).

    A flow that starts at rest, as at a saddle, goes nowhere and does not count as at rest.
    """
    first = float(np.linalg.norm(landscape.slope(start)[1]))
    if first == 0:
        return Path(start[None], at_rest=False)
    found = solve_ivp(
        lambda _, point: -landscape.slope(point)[1],
        (0.0, HORIZON),
        start,
        method="LSODA",
        events=_Rest(landscape, first),
        rtol=RELATIVE,
        atol=ABSOLUTE,
    )
    return Path(np.asarray(found.y.T, np.float64), bool(found.status == 1))


def point_of(polynomial: EntryPolynomial, values: dict[str, Floats]) -> Floats:
    """The entries of matrices by letter name, and of scalars (1, 1) by theirs, in the order of the variables.

    Raises InputError if one has no value.
    """
    entries: dict[str, float] = {}
    for name, array in values.items():
        entries[name] = float(array[0, 0])
        rows, columns = array.shape
        entries |= {f"{name}[{i},{j}]": float(array[i, j]) for i, j in product(range(rows), range(columns))}
    missing = [name for name in polynomial.variables if name not in entries]
    if missing:
        raise InputError(f"the flow has no start for {', '.join(missing)}")
    return np.array([entries[name] for name in polynomial.variables])


def form_at(form: TracePolynomial, polynomial: EntryPolynomial, point: Floats, sizes: dict[str, int]) -> Floats:
    """The value of a trace polynomial in the variables at a point."""
    entries = dict(zip(polynomial.variables, map(float, point), strict=True))
    known = {name: float(size) for name, size in sizes.items()} | {"1": 1.0}
    matrices = {
        letter.name: np.array(
            [
                [entries[f"{letter.name}[{i},{j}]"] for j in range(int(known[letter.columns]))]
                for i in range(int(known[letter.rows]))
            ]
        )
        for letter in form.letters
    }
    return evaluate_float(form, matrices, known | entries)
