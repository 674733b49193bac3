"""A program over the rationals: every operation exact, entry by entry."""

from collections.abc import Mapping

from flint import fmpq, fmpq_mat

from proofs.core.errors import InputError
from proofs.core.programs import Combine, Divide, Move, Multiply, Operation, Program

State = dict[tuple[str, str], fmpq_mat]
Factors = Mapping[tuple[int, int], fmpq]
"""The coefficient of a part of a Combine, by the places of the operation and of the part."""


def ideal(program: Program, given: Mapping[tuple[str, str], fmpq_mat], factors: Factors, d: int) -> State:
    """The state after all operations; `given` are the blocks that columns hold at first."""
    state: State = {(c, b.name): fmpq_mat(*shape(program, b.name, d)) for c in program.columns for b in program.blocks}
    state |= given
    for place, operation in enumerate(program.operations):
        if isinstance(operation, Move):
            taken = {new: state[operation.source, old] for old, new in operation.blocks}
            state |= {(operation.target, new): state[operation.target, new] + value for new, value in taken.items()}
        else:
            made = {column: _made(operation, column, state, place, factors) for column in program.columns}
            state |= {(c, operation.target): state[c, operation.target] + value for c, value in made.items()}
    return state


def shape(program: Program, name: str, d: int) -> tuple[int, int]:
    """Rows and columns of a block."""
    block, sizes = program.block(name), {"1": 1, "d": d}
    return sizes[block.rows], sizes[block.columns]


def _made(operation: Operation, column: str, state: State, place: int, factors: Factors) -> fmpq_mat:
    if isinstance(operation, Multiply):
        left, right = state[column, operation.left], state[column, operation.right]
        left = left.transpose() if operation.turned else left
        right = right.transpose() if operation.across else right
        product: fmpq_mat = left[0, 0] * right if left.nrows() == left.ncols() == 1 else left * right
        return product
    if isinstance(operation, Combine):
        parts = [factors[place, part] * state[column, name] for part, (_, name) in enumerate(operation.parts)]
        total: fmpq_mat = sum(parts[1:], parts[0])
        return total
    if not isinstance(operation, Divide):
        raise InputError("a move makes nothing of its own")
    value, by = state[column, operation.block], state[column, operation.by][0, 0]
    quotient: fmpq_mat = value * (1 / abs(by) if by else fmpq(0))
    return quotient
