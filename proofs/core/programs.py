"""Programs for decoder layers: what each layer does to named rows of a column. Records only.

A column is a hidden state, made of blocks of rows; every operation acts in every column, for a layer treats them alike.
What an operation makes is added to the rows of its target, which are zero where it is first used.
"""

from dataclasses import dataclass

from proofs.core.claims import Claim
from proofs.core.derivation import Expression
from proofs.core.errors import InputError
from proofs.core.names import check_name


@dataclass(frozen=True)
class Block:
    """Rows of every column that hold a matrix of the named sizes, e.g. ("d", "1")."""

    name: str
    rows: str = "1"
    columns: str = "1"

    def __post_init__(self) -> None:
        check_name("the name of a block", self.name)


@dataclass(frozen=True)
class Move:
    """Attention: the column `target` takes up blocks of `source`, itself or an earlier column, by other names."""

    blocks: tuple[tuple[str, str], ...]
    source: str
    target: str


@dataclass(frozen=True)
class Multiply:
    """GeLU: target = left right, or left' right where `turned`, or left right' where `across`."""

    left: str
    right: str
    target: str
    turned: bool = False
    across: bool = False


@dataclass(frozen=True)
class Combine:
    """An affine map: target = the sum of coefficient times block."""

    parts: tuple[tuple[Expression, str], ...]
    target: str


@dataclass(frozen=True)
class Divide:
    """LayerNorm: target = block / |by|, `by` a block of one row that is not zero where it matters."""

    block: str
    by: str
    target: str


Operation = Move | Multiply | Combine | Divide


@dataclass(frozen=True)
class Program:
    """Blocks, columns in their order, what the columns hold at first, and operations, one for each layer.

    `given` are (column, block, value). The first column, "start", is empty: columns that move nothing look there.
    """

    blocks: tuple[Block, ...]
    columns: tuple[str, ...]
    given: tuple[tuple[str, str, Expression], ...]
    operations: tuple[Operation, ...]

    def __post_init__(self) -> None:
        names = [block.name for block in self.blocks]
        if len(set(names)) < len(names) or len(set(self.columns)) < len(self.columns):
            raise InputError("the blocks and the columns of a program have different names")
        if not self.columns or self.columns[0] != "start" or any(column == "start" for column, _, _ in self.given):
            raise InputError('the first column of a program is "start", and holds nothing')
        self._check_given(set(names))
        for operation in self.operations:
            _check(operation, set(names), self.columns)
            if isinstance(operation, Divide) and size_of(self.block(operation.by)) != ("1", "1"):
                raise InputError(f"Divide: {operation.by} is no block of one row")

    def _check_given(self, names: set[str]) -> None:
        if len({(column, block) for column, block, _ in self.given}) < len(self.given):
            raise InputError("a block of a column is given once")
        for block in self.blocks:
            if not {block.rows, block.columns} <= {"1", "d"}:
                raise InputError(f"block {block.name} is {block.rows} x {block.columns}; sizes are 1 and d")
        for column, name, value in self.given:
            if column not in self.columns or name not in names:
                raise InputError(f"there is no block {name} in a column {column}")
            if value.shape != (self.block(name).rows, self.block(name).columns):
                raise InputError(f"block {name} of {column} is given a value of shape {' x '.join(value.shape)}")

    def given_to(self, column: str) -> tuple[tuple[str, str, Expression], ...]:
        """What a column holds at first, block by block."""
        return tuple(item for item in self.given if item[0] == column)

    def block(self, name: str) -> Block:
        """The block of that name."""
        return next(block for block in self.blocks if block.name == name)


def size_of(block: Block) -> tuple[str, str]:
    """Rows and columns."""
    return block.rows, block.columns


def _check(operation: Operation, names: set[str], columns: tuple[str, ...]) -> None:
    for name in named(operation):
        if name not in names:
            raise InputError(f"{type(operation).__name__}: there is no block {name}")
    if isinstance(operation, Move):
        targets = [new for _, new in operation.blocks]
        if len(set(targets)) < len(targets):
            raise InputError("Move: two blocks are moved into one; what they make there is their sum, in two layers")
        for column in (operation.source, operation.target):
            if column not in columns:
                raise InputError(f"Move: there is no column {column}")
        if columns.index(operation.source) > columns.index(operation.target):
            raise InputError(f"Move: {operation.source} is behind {operation.target}; attention looks back only")


def named(operation: Operation) -> tuple[str, ...]:
    """The blocks that an operation reads and writes."""
    match operation:
        case Move():
            return tuple(name for pair in operation.blocks for name in pair)
        case Multiply():
            return operation.left, operation.right, operation.target
        case Combine():
            return (*(name for _, name in operation.parts), operation.target)
        case Divide():
            return operation.block, operation.by, operation.target


@dataclass(frozen=True, kw_only=True)
class Construction(Claim):
    """The program computes an algorithm, with so many layers and a width of so many rows.

    `outputs` are what blocks hold at the end, as (column, block, value). `width` holds c_0, c_1, c_2 of the number of
    rows c_0 + c_1 d + c_2 d^2 of a column, the places of columns and scratch rows included, `hidden` those of the
    widest inner layer; `depth` is the number of layers.
    """

    program: Program
    outputs: tuple[tuple[str, str, Expression], ...]
    width: tuple[int, int, int]
    hidden: tuple[int, int, int]
    depth: int

    def __post_init__(self) -> None:
        blocks = {block.name for block in self.program.blocks}
        for column, block, _ in self.outputs:
            if column not in self.program.columns or block not in blocks:
                raise InputError(
                    f"claim {self.name!r}: there is no block {block} in a column {column}; the program has the columns "
                    f"{', '.join(self.program.columns)} and the blocks {', '.join(sorted(blocks))}"
                )
        if not self.outputs:
            raise InputError(f"claim {self.name!r}: a construction claims at least one output (column, block, value)")
