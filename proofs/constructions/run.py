"""A program run on trace polynomials: what every block of every column holds after all layers, for all d."""

from collections.abc import Sequence

from proofs.algebra.abbreviation import polynomial
from proofs.algebra.polynomial import TracePolynomial
from proofs.algebra.symbols import number, zero
from proofs.core.derivation import Abbreviation, Reciprocal
from proofs.core.errors import InputError
from proofs.core.programs import Combine, Divide, Move, Multiply, Operation, Program

State = dict[tuple[str, str], TracePolynomial]
"""By column and block."""


def run(program: Program, given: Sequence[Abbreviation]) -> State:
    """The state after all operations. A quotient needs the reciprocal of its divisor among the abbreviations.

    Raises InputError for a quotient without one.
    """
    state = start(program)
    for operation in program.operations:
        state = after(operation, state, program, given)
    return state


def start(program: Program) -> State:
    """The state that is given, zero elsewhere."""
    nothing = {block.name: number(0) if block.rows == block.columns == "1" else zero(block.rows, block.columns)
               for block in program.blocks}  # fmt: skip
    state = {(column, name): value for column in program.columns for name, value in nothing.items()}
    return state | {(column, block): polynomial(value) for column, block, value in program.given}


def after(operation: Operation, state: State, program: Program, given: Sequence[Abbreviation]) -> State:
    """The state after one operation, in every column."""
    if isinstance(operation, Move):
        taken = {
            (operation.target, new): state[operation.target, new] + state[operation.source, old]
            for old, new in operation.blocks
        }
        return state | taken
    made = {
        (column, operation.target): state[column, operation.target] + _made(operation, column, state, given)
        for column in program.columns
    }
    return state | made


def _made(operation: Operation, column: str, state: State, given: Sequence[Abbreviation]) -> TracePolynomial:
    match operation:
        case Multiply():
            left, right = state[column, operation.left], state[column, operation.right]
            left, right = left.T if operation.turned else left, right.T if operation.across else right
            return left * right if left.is_scalar or right.is_scalar else left @ right
        case Combine():
            parts = [polynomial(factor) * state[column, name] for factor, name in operation.parts]
            return sum(parts[1:], parts[0])
        case Divide():
            value = state[column, operation.block]
            return value * _reciprocal(state[column, operation.by], given) if value.terms else value
        case Move():
            raise InputError("a move makes nothing of its own")


def _reciprocal(divisor: TracePolynomial, given: Sequence[Abbreviation]) -> TracePolynomial:
    for item in given:
        if isinstance(item, Reciprocal) and polynomial(item.of) == divisor:
            return polynomial(item.symbol)
    raise InputError(f"the quotient by {divisor} needs its reciprocal among the abbreviations of the claim")
