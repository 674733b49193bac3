"""Points in decimals: digits, sizes, stages. On whole claims they are tested with local minima and critical points."""

import pytest
from flint import arb, fmpq

from proofs.algebra import scalar
from proofs.core.errors import InputError
from proofs.core.listed import Located
from proofs.core.verdict import Verdict
from verify.checks.located import Place, decimal, enclosure_road, excluded, within

x, z = scalar("x"), scalar("z")
TILTED = (x**2 - 1) ** 2 + x / 2 + z**2
"""A local minimum near x = 0.930403; z is even."""
SIZES = (("d", 1), ("n", 2))
POINT = Located(SIZES, (("x", "0.930403"),), "0.48325", fmpq(0))


@pytest.mark.parametrize(
    ("text", "number", "half"),
    [("0.125", fmpq(1, 8), fmpq(1, 2000)), ("-3", fmpq(-3), fmpq(1, 2)), ("-0.50", fmpq(-1, 2), fmpq(1, 200))],
)
def test_decimals(text, number, half):
    assert decimal(text) == (number, half)


@pytest.mark.parametrize("text", ["", ".5", "1.", "1e3", "0.1 ", "+1", "nan", "\u0661"])
def test_what_is_no_decimal(text):
    with pytest.raises(InputError, match=r"expected a decimal such as 0\.125"):
        decimal(text)


@pytest.mark.parametrize(
    ("ball", "inside", "outside"),
    [
        (arb("0.1251"), True, False),
        (arb("0.1256"), False, True),
        (arb(0.125, 0.01), False, False),
        (arb("-0.125"), False, True),
    ],
)
def test_balls_and_digits(ball, inside, outside):
    assert within(ball, "0.125") is inside
    assert excluded(ball, "0.125") is outside


def road(point, objective=TILTED):
    return enclosure_road([Place(objective, point)], lambda number, place: (place.kept, place.critical, place.worth))


def test_a_point_is_certified_in_all_its_digits():
    found = road(POINT)
    assert found.verdict is Verdict.CERTIFIED
    assert str(found.scope) == "d = 1; n = 2; 1 instance"


@pytest.mark.parametrize(
    ("point", "verdict", "says"),
    [
        (Located(SIZES, (("x", "0.930404"),), "0.48325"), Verdict.REFUTED, "no critical point has these digits"),
        (Located(SIZES, (("x", "0.930403"),), "0.48326"), Verdict.REFUTED, "the value is [0.48325"),
        (Located(SIZES, (("x", "0.930403"),), "0.48325", fmpq(1)), Verdict.REFUTED, "is less than 1"),
        (Located(SIZES, (("x", "1"),), "0.48325"), Verdict.UNKNOWN, "not certain that a critical point"),
    ],
)
def test_other_points(point, verdict, says):
    found = road(point)
    assert found.verdict is verdict
    assert says in (found.witness or found.detail)
    assert "at d = 1, n = 2" in (found.witness or found.detail)


def test_variables_that_do_not_decouple():
    assert "do not decouple" in road(POINT, TILTED + z).detail


def test_a_variable_that_is_none():
    with pytest.raises(InputError, match="y is no variable of the objective; there are x, z"):
        road(Located(SIZES, (("y", "1"),), "0"))


def test_no_points_certify_nothing():
    assert enclosure_road([], lambda number, place: ()).verdict is Verdict.UNKNOWN
