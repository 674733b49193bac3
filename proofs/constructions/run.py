"""A program run on trace polynomials: what the wanted blocks hold after all layers, for all d.

Only what they depend on is computed, so that what else the layers make in other columns is of no concern.
"""

from collections.abc import Collection, Sequence

from proofs.algebra.abbreviation import polynomial
from proofs.algebra.polynomial import TracePolynomial
from proofs.algebra.symbols import number, zero
from proofs.core.derivation import Abbreviation, Reciprocal
from proofs.core.errors import InputError
from proofs.core.programs import Block, Combine, Divide, Move, Multiply, Operation, Program, named

Place = tuple[str, str]
"""A column and a block."""
State = dict[Place, TracePolynomial]


def run(program: Program, wanted: Collection[Place], given: Sequence[Abbreviation]) -> State:
    """The wanted blocks after all operations. A quotient needs the reciprocal of its divisor among the abbreviations.

    Raises InputError for a quotient without one.
    """
    needs = [set(wanted)]
    for operation in reversed(program.operations):
        needs.append(needs[-1] | sources(operation, needs[-1]))
    state = {place: value for place, value in start(program).items() if place in needs[-1]}
    for operation, needed in zip(program.operations, needs[-2::-1], strict=True):
        state = after(operation, state, needed, given)
    return {place: state[place] for place in wanted}


def start(program: Program) -> State:
    """The state that is given, zero elsewhere."""
    state = {(column, block.name): empty(block) for column in program.columns for block in program.blocks}
    return state | {(column, block): polynomial(value) for column, block, value in program.given}


def empty(block: Block) -> TracePolynomial:
    """The zero of the sizes of a block."""
    return number(0) if block.rows == block.columns == "1" else zero(block.rows, block.columns)


def sources(operation: Operation, needed: Collection[Place]) -> set[Place]:
    """What an operation reads to make the blocks that are needed behind it."""
    if isinstance(operation, Move):
        return {(operation.source, old) for old, new in operation.blocks if (operation.target, new) in needed}
    return {(column, name) for column, block in needed if block == operation.target for name in named(operation)}


def after(operation: Operation, state: State, needed: Collection[Place], given: Sequence[Abbreviation]) -> State:
    """The needed part of the state after one operation, in every column."""
    if isinstance(operation, Move):
        taken = {(operation.target, new): state[operation.source, old]
                 for old, new in operation.blocks if (operation.target, new) in needed}  # fmt: skip
    else:
        taken = {place: _made(operation, place[0], state, given) for place in needed if place[1] == operation.target}
    return state | {place: state[place] + value for place, value in taken.items()}


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
