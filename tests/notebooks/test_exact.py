"""Exact numbers and matrices in the cells of a notebook."""

import pytest
from flint import fmpq, fmpq_mat

from notebooks.exact import array, rational


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (fmpq(3), "3"),
        (fmpq(-1, 2), r"-\tfrac{1}{2}"),
        (fmpq(1, 3 * 10**24), r"\approx 3.333333333 \cdot 10^{-25}"),
        (fmpq(2 * 10**24, 3 * 10**24 + 1), r"\approx 0.6666666667"),
    ],
)
def test_rationals(value: fmpq, expected: str) -> None:
    assert rational(value) == expected


def test_arrays() -> None:
    assert array(fmpq_mat(1, 1, [7])) == "7"
    assert array(fmpq_mat(2, 1, [1, fmpq(1, 2)])) == r"\begin{pmatrix} 1 \\[6pt] \tfrac{1}{2} \end{pmatrix}"
