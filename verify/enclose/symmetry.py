"""Linear flows that leave an objective unchanged, and the directions in which they move a point.

Let f be constant along x' = M_k x for all k. At any point the gradient is orthogonal to every M_k x. At a critical
point the Hessian sends M_k x to zero; and if, for some coordinates F, the square matrix of the (M_k x)_i, i in F, is
invertible, the flows carry the slice on which these coordinates are fixed over a whole neighbourhood: a strict local
minimum of f on the slice is a local minimum of f.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import combinations

import numpy as np
from flint import Ordering, arb, fmpq_mpoly_ctx
from scipy.linalg import qr

from proofs.algebra import TracePolynomial, matrix, scalar, trace
from proofs.algebra.abbreviation import polynomial
from proofs.algebra.polynomial import total
from proofs.core.derivation import Expression
from proofs.core.errors import InputError
from proofs.core.listed import Velocities
from proofs.core.names import INTERNAL
from verify.enclose.derivatives import Derivatives, by_name
from verify.enclose.inertia import is_invertible
from verify.evaluate.entries import EntryPolynomial, in_entries

PREFIX = INTERNAL
"""Of the names of velocities: a theorem has none that start so."""
RANK = 1e-8
Directions = list[list[arb]]


@dataclass(frozen=True)
class Flow:
    """A symmetry at given sizes; `spin` is the letter whose values are free, if the velocities hold it."""

    velocities: Velocities
    spin: Expression | None
    sizes: Mapping[str, int]

    def keeps(self, objective: EntryPolynomial) -> bool:
        """Whether the objective is constant along the flow: its derivative there vanishes as a polynomial."""
        spins = [name for name in self._pairing.variables if not name.startswith(PREFIX)]
        names = list(dict.fromkeys([*objective.variables, *spins]))
        ring = fmpq_mpoly_ctx.get(names, Ordering.lex)
        more = (0,) * (len(names) - len(objective.variables))
        whole = ring.from_dict({powers + more: value for powers, value in objective.terms.items()})
        change = ring.from_dict({})
        for powers, coefficient in self._pairing.terms.items():
            rest, slopes = dict.fromkeys(names, 0), []
            for name, power in zip(self._pairing.variables, powers, strict=True):
                if name.startswith(PREFIX):
                    slopes += [name.removeprefix(PREFIX)] * power
                else:
                    rest[name] = power
            factor = ring.from_dict({tuple(rest.values()): coefficient})
            if slopes[0] in objective.variables:
                change += factor * whole.derivative(slopes[0])
        return not change.to_dict()

    def directions(self, variables: Sequence[str], point: Sequence[arb]) -> Directions:
        """The velocities of a point, one for each i < j with spin E_ij, or a single one."""
        names = self._pairing.variables
        known = {name: entry for name, entry in zip(variables, point, strict=True) if name in names}
        wanted = [PREFIX + name for name in variables]
        places = [names.index(name) for name in wanted if name in names]
        found = []
        for spin in self._spins(names):
            velocity = Derivatives(self._pairing).gradient(by_name(self._pairing, {**known, **spin}, arb(0)), places)
            moved = dict(zip((names[place] for place in places), velocity, strict=True))
            found.append([moved.get(name, arb(0)) for name in wanted])
        return found

    @cached_property
    def _pairing(self) -> EntryPolynomial:
        """The sum of <E, velocity>, with a new letter or scalar E for each symbol."""
        pairing = total([_paired(symbol, velocity) for symbol, velocity in self.velocities])
        return in_entries(pairing, self.sizes, tuple(name for name in pairing.scalars if name not in self.sizes))

    def _spins(self, variables: Sequence[str]) -> list[dict[str, arb]]:
        if self.spin is None:
            return [{}]
        letter = polynomial(self.spin).letter
        places = combinations(range(self.sizes[letter.rows]), 2)
        names = [f"{letter.name}[{i},{j}]" for i, j in places]
        return [{name: arb(1)} for name in names if name in variables] or [{}]


def slice_of(directions: Directions) -> list[int] | None:
    """Coordinates to fix, as many as the directions have dimensions; None where that is not certain.

    They are chosen in floats; the matrix of the directions in them is then certainly invertible.
    """
    if not directions:
        return []
    rows = np.array([[float(entry.mid()) for entry in row] for row in directions])
    _, triangle, columns = qr(rows, mode="economic", pivoting=True)
    rank = int((np.abs(np.diag(triangle)) > RANK).sum())
    chosen = sorted(int(column) for column in columns[:rank])
    if not rank:
        return []
    _, _, kept = qr(rows[:, chosen].T, mode="economic", pivoting=True)
    square = [[directions[int(row)][column] for column in chosen] for row in kept[:rank]]
    return chosen if is_invertible(square) else None


def orthogonal_to(directions: Directions, places: Sequence[int]) -> bool:
    """Whether a gradient that is zero outside the given places is zero there too, being orthogonal to all directions.

    It is where some of the directions, restricted to the places, form an invertible matrix.
    """
    chosen = slice_of([[row[place] for place in places] for row in directions]) if places else []
    return chosen is not None and len(chosen) == len(places)


def _paired(symbol: Expression, velocity: Expression) -> TracePolynomial:
    """<E, velocity> with a new letter or scalar E for each symbol."""
    variable = polynomial(symbol)
    if variable.is_scalar:
        return scalar(PREFIX + variable.scalars[0]) * polynomial(velocity)
    letter = variable.letter
    if letter.symmetric:
        raise InputError(f"{letter.name} is symmetric; state the symmetry for letters whose entries are free")
    return trace(matrix(PREFIX + letter.name, letter.rows, letter.columns).T @ polynomial(velocity))
