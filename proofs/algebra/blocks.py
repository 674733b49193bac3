"""Matrices partitioned into blocks, each block a trace polynomial."""

from collections.abc import Sequence
from dataclasses import dataclass

from proofs.algebra.polynomial import TracePolynomial, total, trace
from proofs.algebra.symbols import zero
from proofs.core.errors import ShapeError

Rows = tuple[tuple[TracePolynomial, ...], ...]


@dataclass(frozen=True)
class BlockMatrix:
    """A partitioned matrix; the blocks of a row have equal row sizes, those of a column equal column sizes."""

    blocks: Rows

    def __post_init__(self) -> None:
        if len({len(row) for row in self.blocks}) != 1:
            raise ShapeError(f"the rows of a block matrix have {[len(row) for row in self.blocks]} blocks")
        for i, row in enumerate(self.blocks):
            for j, block in enumerate(row):
                expected = self.blocks[i][0].rows, self.blocks[0][j].columns
                if block.shape != expected:
                    raise ShapeError(f"block ({i}, {j}) is {block.shape}, its row and column ask for {expected}")

    @classmethod
    def of(
        cls,
        rows: Sequence[Sequence[TracePolynomial | int]],
        sizes: tuple[Sequence[str], Sequence[str]],
    ) -> "BlockMatrix":
        """Blocks of the given row and column sizes, where 0 stands for a zero block."""
        return cls(
            tuple(
                tuple(
                    zero(height, width) if block == 0 else _block(block, (height, width))
                    for block, width in zip(row, sizes[1], strict=True)
                )
                for row, height in zip(rows, sizes[0], strict=True)
            )
        )

    def __getitem__(self, place: tuple[int, int]) -> TracePolynomial:
        return self.blocks[place[0]][place[1]]

    @property
    def T(self) -> "BlockMatrix":
        """The transpose."""
        return BlockMatrix(tuple(tuple(block.T for block in column) for column in zip(*self.blocks, strict=True)))

    def __sub__(self, other: "BlockMatrix") -> "BlockMatrix":
        return self + other * -1

    @property
    def trace(self) -> TracePolynomial:
        """The sum of the traces of the diagonal blocks."""
        if len(self.blocks) != len(self.blocks[0]):
            raise ShapeError(f"{len(self.blocks)} by {len(self.blocks[0])} blocks have no trace")
        return total([trace(self.blocks[place][place]) for place in range(len(self.blocks))])

    def __matmul__(self, other: "BlockMatrix") -> "BlockMatrix":
        columns = tuple(zip(*other.blocks, strict=True))
        if len(self.blocks[0]) != len(other.blocks):
            raise ShapeError(f"{len(self.blocks[0])} block columns do not meet {len(other.blocks)} block rows")
        return BlockMatrix(
            tuple(
                tuple(total([a @ b for a, b in zip(row, column, strict=True)]) for column in columns)
                for row in self.blocks
            )
        )

    def __add__(self, other: "BlockMatrix") -> "BlockMatrix":
        return BlockMatrix(
            tuple(
                tuple(a + b for a, b in zip(row, more, strict=True))
                for row, more in zip(self.blocks, other.blocks, strict=True)
            )
        )

    def __mul__(self, factor: TracePolynomial | int) -> "BlockMatrix":
        return BlockMatrix(tuple(tuple(block * factor for block in row) for row in self.blocks))

    __rmul__ = __mul__


def _block(block: TracePolynomial | int, shape: tuple[str, str]) -> TracePolynomial:
    if isinstance(block, int):
        raise ShapeError(f"a block is a trace polynomial or 0, got {block}")
    if block.shape != shape:
        raise ShapeError(f"the block {block} is {block.shape}, its row and column ask for {shape}")
    return block
