"""The read-out model: what enters its prediction, by heads and by their products, and its direction."""

from hypothesis import given
from hypothesis import strategies as st

from proofs.algebra import substitute
from proofs.attention.data import data
from proofs.attention.read_out import (
    blocks_of_heads,
    direction,
    entering_blocks,
    free_blocks,
    read_out,
    read_out_by_heads,
)
from proofs.core.task import ReadOutAttention, Task

TASK = Task("Sigma", "Psi", "sigma2")
SAMPLE = data(TASK)


def test_the_prediction_in_the_blocks_that_enter():
    """u' G N z_q with z_q = (x_q, 0), block by block."""
    u_x, u_y, N_xx, N_yx = entering_blocks()
    X, y, x_q = SAMPLE.X, SAMPLE.y, SAMPLE.x_q
    top, bottom = u_x.T @ X.T + u_y * y.T, X @ N_xx @ x_q + y * (N_yx.T @ x_q)
    assert read_out(SAMPLE) == top @ bottom


def test_what_enters_by_heads():
    derived = read_out_by_heads(SAMPLE)
    names = {letter.name for letter in derived.letters} | set(derived.scalars)
    entering = {"K_x", "K_y", "Q_x", "V_xx", "V_xy", "V_yx", "V_yy", "h_x", "h_y"}
    assert entering <= names <= entering | {"X", "w", "eps", "x_q", "n"}


def test_free_blocks_are_those_that_enter():
    found = free_blocks(TASK)
    assert (found.model, found.task) == (ReadOutAttention(), TASK)
    assert [name for name, _ in found.blocks] == ["u_x", "u_y", "N_xx", "N_yx"]
    assert tuple(block for _, block in found.blocks) == entering_blocks()


@given(data=st.data())
def test_the_read_out_of_heads_is_that_of_their_products(data, drawn, value):
    by_heads = read_out_by_heads(SAMPLE)
    instance = data.draw(drawn(by_heads))
    assert by_heads == substitute(read_out(SAMPLE), blocks_of_heads())
    assert value(direction(SAMPLE).T @ SAMPLE.x_q - read_out(SAMPLE), data.draw(drawn(read_out(SAMPLE)))) == 0
    assert value(by_heads, instance) == value(substitute(read_out(SAMPLE), blocks_of_heads()), instance)
