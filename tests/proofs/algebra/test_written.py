"""Forms as typed: how nodes are put together; they stay short, and decide nothing."""

import pytest
from flint import fmpq

from proofs.algebra import scalar
from proofs.algebra.rendering import text
from proofs.algebra.symbols import number
from proofs.algebra.written import (
    LONGEST,
    Kind,
    Written,
    added,
    constant,
    divided,
    multiplied,
    put_together,
    transposed,
)

a, n, y = (scalar(name) for name in ("a", "n", "y"))
LEAF, OTHER = Written(Kind.LEAF, leaf=a), Written(Kind.LEAF, leaf=n)
ZERO, TWO = constant(fmpq(0)), constant(fmpq(2))


@pytest.mark.parametrize(
    ("made", "expected"),
    [
        (added([added([LEAF, OTHER]), ZERO, LEAF]), Written(Kind.SUM, (LEAF, OTHER, LEAF))),
        (added([ZERO, LEAF]), LEAF),
        (added([]), ZERO),
        (multiplied([TWO, multiplied([LEAF, OTHER], fmpq(3))]), Written(Kind.PRODUCT, (LEAF, OTHER), factor=fmpq(6))),
        (multiplied([LEAF]), LEAF),
        (divided(LEAF, TWO), Written(Kind.PRODUCT, (LEAF,), factor=fmpq(1, 2))),
        (divided(LEAF, OTHER), Written(Kind.QUOTIENT, (LEAF, OTHER))),
        (transposed(transposed(LEAF)), LEAF),
        (transposed(TWO), TWO),
        (put_together(divided, [LEAF, None]), None),
    ],
)
def test_how_nodes_are_put_together(made, expected):
    assert made == expected


def test_a_form_decides_nothing():
    one, other = (a + n) * y, a * y + n * y
    assert one == other
    assert hash(one) == hash(other)
    assert text(one.written) != text(other.written)


def test_what_is_long_or_derived_has_no_form():
    long = sum((scalar(f"s{k}") for k in range(LONGEST)), number(0))
    assert text(long.written).count("+") == LONGEST - 1
    assert (long + a).written is None
    assert ((long + a) * y).written is None
