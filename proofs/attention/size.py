"""The size of a product of block matrices before it is multiplied out: how many words it has.

Every block is replaced by its number of terms times a matrix of rank one, so that all words of one length become the
same word. What is computed with such blocks has as coefficients the numbers of words of each length.
"""

from dataclasses import replace

from proofs.algebra.blocks import BlockMatrix
from proofs.algebra.letters import UNIT
from proofs.algebra.polynomial import TracePolynomial
from proofs.algebra.symbols import number, vector
from proofs.attention.data import Data
from proofs.core.errors import InputError

MOST_TERMS = 1_000_000
"""The size up to which a prediction or a loss is multiplied out unasked; words that come out equal count apart."""


def counted(block: TracePolynomial) -> TracePolynomial:
    """The number of its terms times a matrix of rank one of the same shape."""
    return len(block.terms) * (_ones(block.rows) @ _ones(block.columns).T)


def counted_blocks(matrix: BlockMatrix) -> BlockMatrix:
    """The same of every block."""
    return BlockMatrix(tuple(tuple(map(counted, row)) for row in matrix.blocks))


def counted_data(sample: Data) -> Data:
    """The data that enter the tokens, counted."""
    return replace(sample, X=counted(sample.X), y=counted(sample.y), x_q=counted(sample.x_q))


def words(of_counted: TracePolynomial) -> int:
    """How many words there are, from a polynomial in counted blocks."""
    return sum(abs(int(factor.p)) for factor in of_counted.terms.values())


def refuse_size(size: int, most: int, layers: int) -> None:
    """Raise InputError if there are more terms than that."""
    if size > most:
        raise InputError(
            f"layers: expected at most {most:,} terms before averaging, got up to {size:,} in {layers} "
            f"layer{'s' if layers > 1 else ''} with these weights; name the blocks that are zero "
            "(sparse_loss for one layer, proofs.attention.placed.placed_loss for more), or pass most_terms=None "
            "to go on all the same"
        )


def _ones(size: str) -> TracePolynomial:
    return number(1) if size == UNIT else vector(f"ones_{size}", size)
