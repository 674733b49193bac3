"""Block matrices against the matrices that they partition."""

import pytest
from flint import fmpq, fmpq_mat
from hypothesis import given
from hypothesis import strategies as st

from proofs.algebra import BlockMatrix, evaluate, identity, matrix, scalar, vector
from proofs.algebra.symbols import zero
from proofs.core.errors import ShapeError

A, X, v, c = matrix("A", "d", "d"), matrix("X", "n", "d"), vector("v", "d"), scalar("c")
TOKEN, COLUMNS = ("d", "1"), ("n", "1")
SIZES = st.sampled_from([TOKEN, COLUMNS, ("d",)])


def assembled(blocks, at):
    """The value of a block matrix as one matrix."""
    rows = []
    for row in blocks.blocks:
        values = [evaluate(block, at.matrices, at.numbers) for block in row]
        rows += [[one[i, j] for one in values for j in range(one.ncols())] for i in range(values[0].nrows())]
    return fmpq_mat(rows)


def draw_blocks(data, recipes, rows, columns):
    """A block matrix of the given sizes."""
    return BlockMatrix.of([[data.draw(recipes(r, s)).polynomial() for s in columns] for r in rows], (rows, columns))


@given(st.data(), SIZES, SIZES, SIZES)
def test_block_arithmetic_is_matrix_arithmetic(recipes, point, data, rows, inner, columns):
    p, q = (draw_blocks(data, recipes, rows, inner) for _ in range(2))
    r = draw_blocks(data, recipes, inner, columns)
    at = point(1, 2, 3)
    left, other, right = (assembled(blocks, at) for blocks in (p, q, r))
    assert assembled(p @ r, at) == left * right
    assert assembled(p + q, at) == left + other
    assert assembled(p * 3, at) == assembled(3 * p, at) == 3 * left
    assert assembled(p * c, at) == at.numbers["c"] * left
    assert assembled(p.T, at) == left.transpose()
    assert assembled(p - q, at) == left - other
    assert (p @ r).T == r.T @ p.T


@given(st.data(), SIZES)
def test_trace(recipes, point, data, sizes):
    p, at = draw_blocks(data, recipes, sizes, sizes), point(1, 2, 3)
    whole = assembled(p, at)
    diagonal = sum((whole[i, i] for i in range(whole.nrows())), fmpq(0))
    assert evaluate(p.trace, at.matrices, at.numbers)[0, 0] == diagonal


def test_zero_blocks_take_their_sizes():
    blocks = BlockMatrix.of([[X.T, 0], [0, 0]], (TOKEN, COLUMNS))
    assert blocks[0, 0] == X.T
    assert [blocks[i, j] for i, j in ((0, 1), (1, 0), (1, 1))] == [zero("d", "1"), zero("1", "n"), zero("1", "1")]


@pytest.mark.parametrize(
    ("misuse", "message"),
    [
        (lambda: BlockMatrix(((A, v), (A, A))), r"block \(1, 1\) is \('d', 'd'\), .* ask for \('d', '1'\)"),
        (lambda: BlockMatrix(((A,), (A, A))), r"the rows of a block matrix have \[1, 2\] blocks"),
        (lambda: BlockMatrix(((A, A), (A,))), r"the rows of a block matrix have \[2, 1\] blocks"),
        (lambda: BlockMatrix(()), r"the rows of a block matrix have \[\] blocks"),
        (lambda: BlockMatrix.of([[A]], (["n"], ["d"])), r"the block A is \('d', 'd'\), .* ask for \('n', 'd'\)"),
        (lambda: BlockMatrix.of([[1]], (["d"], ["d"])), "a block is a trace polynomial or 0, got 1"),
        (lambda: BlockMatrix(((A, v),)) @ BlockMatrix(((A,),)), "2 block columns do not meet 1 block rows"),
        (lambda: BlockMatrix(((A,),)) + BlockMatrix(((v,),)), "cannot add d x 1 to d x d"),
        (lambda: BlockMatrix(((A, v),)).trace, "1 by 2 blocks have no trace"),
        (lambda: BlockMatrix(((X,),)).trace, "only a square matrix has a trace, got n x d"),
        (lambda: BlockMatrix(((A,),)) * identity("d"), "takes a scalar on one side"),
    ],
)
def test_misuse_names_the_object(misuse, message):
    with pytest.raises(ShapeError, match=message):
        misuse()
