"""Where a trace polynomial is expected."""

import pytest

from proofs.algebra import matrix
from proofs.algebra.expected import check_polynomial
from proofs.core.errors import InputError
from proofs.moments.mean import Mean

A = matrix("A", "d", "d")


@pytest.mark.parametrize(
    ("value", "message"),
    [
        (Mean(A, ()), r"left: expected a trace polynomial, got Mean .*; take its \.value\(\)"),
        ("A", r"left: expected a trace polynomial, got str 'A'; build one from matrix\(\.\.\.\), "),
        (2, "left: expected a trace polynomial, got int 2"),
    ],
)
def test_anything_else_is_told(value, message):
    check_polynomial("left", A)
    with pytest.raises(InputError, match=message):
        check_polynomial("left", value)
