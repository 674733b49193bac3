"""Numbers a + b sqrt(r): field operations against decimals, and what cannot be mixed."""

from math import isclose, sqrt

import pytest
from flint import fmpq
from hypothesis import assume, given
from hypothesis import strategies as st

from proofs.core.errors import InputError
from proofs.core.surd import Surd

RADICAND = fmpq(7, 3)
rationals = st.fractions(-9, 9, max_denominator=20).map(lambda number: fmpq(number.numerator, number.denominator))
surds = st.builds(Surd, rationals, rationals, st.just(RADICAND))


def as_float(number: Surd) -> float:
    parts = [int(part.p) / int(part.q) for part in (number.rational, number.irrational, number.radicand)]
    return parts[0] + parts[1] * sqrt(parts[2])


@given(surds, surds)
def test_operations_are_those_of_the_numbers(first: Surd, second: Surd) -> None:
    a, b = as_float(first), as_float(second)
    for found, expected in ((first + second, a + b), (first - second, a - b), (first * second, a * b)):
        assert isclose(as_float(found), expected, rel_tol=1e-9, abs_tol=1e-9)


@given(surds, surds)
def test_division_undoes_multiplication(first: Surd, second: Surd) -> None:
    assume(second.rational or second.irrational)
    assert first / second * second == first
    assert (1 / second) * second == Surd(fmpq(1), fmpq(0), RADICAND)


@given(surds, rationals)
def test_rational_numbers_stand_on_either_side(surd: Surd, number: fmpq) -> None:
    same = Surd(number, fmpq(0), RADICAND)
    assert number + surd == same + surd == surd + number
    assert number - surd == same - surd == -(surd - number)
    assert number * surd == same * surd


def test_one_radicand_only() -> None:
    with pytest.raises(InputError, match="one radicand, got 7/3 and 2"):
        _ = Surd(fmpq(1), fmpq(1), RADICAND) + Surd(fmpq(1), fmpq(1), fmpq(2))
    with pytest.raises(InputError, match="must be >= 0, got -1"):
        Surd(fmpq(1), fmpq(1), fmpq(-1))


def test_no_division_by_zero() -> None:
    with pytest.raises(ZeroDivisionError):
        _ = 1 / Surd(fmpq(0), fmpq(0), RADICAND)
