"""Rates: an operator that there is not."""

import pytest

from proofs.core.errors import InputError
from proofs.core.rates import OPERATORS, SMALL, Rate


def test_known_operators():
    for operator in OPERATORS:
        assert Rate(name="some", operator=operator, leading=SMALL, bound=SMALL).operator == operator


def test_an_unknown_operator():
    with pytest.raises(InputError, match="claim 'some': an operator is mul, div, aff, mov, got 'sub'"):
        Rate(name="some", operator="sub", leading=SMALL, bound=SMALL)
