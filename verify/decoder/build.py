"""Programs as decoder layers: one layer for each operation, with scales that make it as exact as is wished.

Rows of a column: a one at the place of the column, then the blocks in their order, then scratch rows of quotients.
- Move: scores of the places, times `focus`; columns that move nothing look at the empty first column.
- Multiply: p q = sqrt(pi/2) (G(s(p+q)) - G(sp) - G(sq)) / s^2 up to order s^2, s = `small`.
- Combine: the sum is copied through G(z + `far`) - `far`, which is z for z well above -`far`.
- Divide: attention of a column to itself writes -a and +-N b into scratch rows, N = `large`; behind LayerNorm the half
  difference of a and -a is a / (N |b|) times sqrt(D/2), up to order N^-2; it is copied as in Combine.
"""

from collections.abc import Mapping
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from proofs.core.programs import Combine, Divide, Move, Multiply, Operation, Program
from verify.decoder.layers import Floats, Layer, forward

Factors = Mapping[tuple[int, int], float]
Places = NDArray[np.int_]


@dataclass(frozen=True)
class Scales:
    """See above. float64 loses 1e-16 / small to cancellation, so about 1e-5 is best for small."""

    focus: float = 1e3
    small: float = 1e-4
    far: float = 1e6
    large: float = 1e6


@dataclass(frozen=True)
class Layout:
    """Where the blocks of a program and the scratch rows of its quotients are, at a dimension d."""

    program: Program
    d: int

    @property
    def width(self) -> int:
        """The number of rows."""
        return self._ends()[-1]

    def rows(self, name: str) -> Places:
        """The rows of a block, in its shape."""
        place = [block.name for block in self.program.blocks].index(name)
        return self._shaped(self._ends()[place], name)

    def scratch(self, operation: Divide) -> tuple[Places, int]:
        """The rows of the negative of the dividend, and the first of two rows for large copies of the divisor."""
        place = len(self.program.blocks) + self._quotients().index(operation)
        rows = self._shaped(self._ends()[place], operation.block)
        return rows, self._ends()[place] + rows.size

    def _quotients(self) -> list[Divide]:
        return [item for item in self.program.operations if isinstance(item, Divide)]

    def _shaped(self, start: int, name: str) -> Places:
        block, sizes = self.program.block(name), {"1": 1, "d": self.d}
        shape = sizes[block.rows], sizes[block.columns]
        return np.arange(start, start + shape[0] * shape[1]).reshape(shape)

    def _ends(self) -> list[int]:
        sizes = {"1": 1, "d": self.d}
        lengths = [sizes[block.rows] * sizes[block.columns] for block in self.program.blocks]
        for item in self._quotients():
            block = self.program.block(item.block)
            lengths.append(sizes[block.rows] * sizes[block.columns] + 2)
        return [int(end) for end in np.cumsum([len(self.program.columns), *lengths])]


def build(program: Program, factors: Factors, d: int, scales: Scales) -> list[Layer]:
    """One layer for each operation."""
    layout = Layout(program, d)
    return [_layer(item, place, layout, factors, scales) for place, item in enumerate(program.operations)]


def start(program: Program, given: Mapping[tuple[str, str], Floats], d: int) -> Floats:
    """The columns (width, columns) before the first layer, from what blocks of them hold."""
    layout = Layout(program, d)
    columns = np.zeros((layout.width, len(program.columns)))
    columns[: len(program.columns)] = np.eye(len(program.columns))
    for (column, block), value in given.items():
        columns[layout.rows(block).ravel(), program.columns.index(column)] = value.ravel()
    return columns


def run(program: Program, layers: list[Layer], given: Mapping[tuple[str, str], Floats], d: int) -> Floats:
    """The columns (width, columns) after all layers."""
    columns = start(program, given, d)
    for layer in layers:
        columns = forward(columns, layer)
    return columns


def _layer(operation: Operation, place: int, layout: Layout, factors: Factors, scales: Scales) -> Layer:
    match operation:
        case Move():
            return _move(operation, layout, scales)
        case Multiply():
            return _multiply(operation, layout, scales)
        case Combine():
            sums = [(factors[place, part], layout.rows(name)) for part, (_, name) in enumerate(operation.parts)]
            first = np.zeros((layout.rows(operation.target).size, layout.width))
            for factor, rows in sums:
                first[np.arange(rows.size), rows.ravel()] += factor
            return _copied(first, layout.rows(operation.target), layout, scales)
        case Divide():
            return _divide(operation, layout, scales)


def _places(layout: Layout, looks: Mapping[int, int], scales: Scales) -> Floats:
    """Scores with which every column looks at the first one, but for those that are told where to look."""
    scores = np.zeros((layout.width, layout.width))
    for column in range(len(layout.program.columns)):
        scores[column, looks.get(column, 0)] = scales.focus
    return scores


def _move(operation: Move, layout: Layout, scales: Scales) -> Layer:
    source, target = (layout.program.columns.index(name) for name in (operation.source, operation.target))
    values = np.zeros((layout.width, layout.width))
    for old, new in operation.blocks:
        values[layout.rows(new).ravel(), layout.rows(old).ravel()] = 1.0
    return _attention(_places(layout, {target: source}, scales), values)


def _attention(scores: Floats, values: Floats) -> Layer:
    width = len(values)
    return Layer(scores, values, np.zeros((0, width)), np.zeros(0), np.zeros((width, 0)), np.zeros(width))


def _multiply(operation: Multiply, layout: Layout, scales: Scales) -> Layer:
    left, right, target = (layout.rows(name) for name in (operation.left, operation.right, operation.target))
    left, right = left.T if operation.turned else left, right.T if operation.across else right
    if left.size == 1:
        left, right = right, left
    if right.size == 1:
        triples = [(left[i, j], right[0, 0], target[i, j]) for i, j in np.ndindex(left.shape)]
    else:
        triples = [
            (left[i, k], right[k, j], target[i, j]) for i, j in np.ndindex(target.shape) for k in range(len(right))
        ]
    first, second = np.zeros((3 * len(triples), layout.width)), np.zeros((layout.width, 3 * len(triples)))
    for place, (p, q, row) in enumerate(triples):
        for unit, (of_p, of_q, sign) in enumerate(((1, 1, 1), (1, 0, -1), (0, 1, -1))):
            first[3 * place + unit, p] += scales.small * of_p
            first[3 * place + unit, q] += scales.small * of_q
            second[row, 3 * place + unit] += sign * np.sqrt(np.pi / 2) / scales.small**2
    nothing = np.zeros((layout.width, layout.width))
    return Layer(nothing, nothing, first, np.zeros(len(first)), second, np.zeros(layout.width))


def _copied(first: Floats, target: Places, layout: Layout, scales: Scales) -> Layer:
    """target += first h, through G(z + far) - far."""
    second, shift = np.zeros((layout.width, len(first))), np.zeros(layout.width)
    second[target.ravel(), np.arange(len(first))] = 1.0
    shift[target.ravel()] = -scales.far
    nothing = np.zeros((layout.width, layout.width))
    return Layer(nothing, nothing, first, np.full(len(first), scales.far), second, shift)


def _divide(operation: Divide, layout: Layout, scales: Scales) -> Layer:
    dividend, target = layout.rows(operation.block).ravel(), layout.rows(operation.target)
    by, (negative, large) = int(layout.rows(operation.by)[0, 0]), layout.scratch(operation)
    values, first = np.zeros((layout.width, layout.width)), np.zeros((target.size, layout.width))
    values[negative.ravel(), dividend] = -1.0
    values[large, by], values[large + 1, by] = scales.large, -scales.large
    gain = scales.large * np.sqrt(2 / layout.width) / 2
    first[np.arange(target.size), dividend] = gain
    first[np.arange(target.size), negative.ravel()] = -gain
    own = {column: column for column in range(len(layout.program.columns))}
    copied = _copied(first, target, layout, scales)
    return Layer(_places(layout, own, scales), values, first, copied.bias, copied.second, copied.shift, normalised=True)
