"""How many rows and inner units a program needs, as polynomials in d."""

from proofs.core.errors import InputError
from proofs.core.programs import Block, Combine, Divide, Move, Multiply, Operation, Program

Size = tuple[int, int, int]
"""c_0 + c_1 d + c_2 d^2."""


def size(block: Block) -> Size:
    """The number of rows of a block."""
    power = (block.rows, block.columns).count("d")
    return (int(power == 0), int(power == 1), int(power == 2))


def times(factor: int, one: Size) -> Size:
    """A multiple."""
    return (factor * one[0], factor * one[1], factor * one[2])


def plus(one: Size, other: Size) -> Size:
    """The sum."""
    return (one[0] + other[0], one[1] + other[1], one[2] + other[2])


def width(program: Program) -> Size:
    """All blocks, a row for the place of each column, and for a quotient the negative and two large copies."""
    total: Size = (len(program.columns), 0, 0)
    for block in program.blocks:
        total = plus(total, size(block))
    for operation in program.operations:
        if isinstance(operation, Divide):
            total = plus(total, plus(size(program.block(operation.block)), (2, 0, 0)))
    return total


def hidden(program: Program) -> Size:
    """The inner units of the widest layer for large d: three for each product, one for each row that is copied."""
    return max((units(operation, program) for operation in program.operations), key=lambda one: one[::-1])


def units(operation: Operation, program: Program) -> Size:
    """The inner units of one layer. Raises InputError for a product of two d x d blocks."""
    match operation:
        case Move():
            return (0, 0, 0)
        case Multiply():
            left, right = program.block(operation.left), program.block(operation.right)
            if (left.rows, left.columns) == ("1", "1") or (right.rows, right.columns) == ("1", "1"):
                return times(3, size(right if (left.rows, left.columns) == ("1", "1") else left))
            outer = [left.columns if operation.turned else left.rows, right.rows if operation.across else right.columns]
            inner = left.rows if operation.turned else left.columns
            power = [*outer, inner].count("d")
            if power > 2:
                raise InputError(f"a product of two d x d blocks, {left.name} and {right.name}, needs d^3 units")
            return times(3, (int(power == 0), int(power == 1), int(power == 2)))
        case Combine() | Divide():
            return size(program.block(operation.target))
