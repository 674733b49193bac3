"""Numbers as they are typed: exactly as written, within their bounds, and what is no number."""

import pytest
from flint import fmpq
from hypothesis import given
from hypothesis import strategies as st

from verify.command.misuse import MisuseError
from verify.command.numbers import as_decimal, as_float, rational, seconds, whole


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("2", fmpq(2)),
        (" -0.1 ", fmpq(-1, 10)),
        ("1e-3", fmpq(1, 1000)),
        ("+1.50E2", fmpq(150)),
        (".5", fmpq(1, 2)),
        ("5.", fmpq(5)),
        ("4/6", fmpq(2, 3)),
        ("-4 / 2", fmpq(-2)),
    ],
)
def test_exactly_as_written(text: str, value: fmpq) -> None:
    assert rational("--x", text) == value


@given(st.integers(-(10**30), 10**30), st.integers(0, 20))
def test_decimals_are_exact(digits: int, places: int) -> None:
    text = f"{'-' if digits < 0 else ''}{str(abs(digits)).rjust(places + 1, '0')}"
    written = f"{text[:-places]}.{text[-places:]}" if places else text
    assert rational("--x", written) == fmpq(digits, 10**places)


@pytest.mark.parametrize(
    "text", ["", ".", "1/0", "one", "1 2", "0x1", "nan", "inf", "1e", "1e1001", "1//2", "1" * 1001]
)
def test_what_is_no_number(text: str) -> None:
    with pytest.raises(MisuseError, match="--x: expected"):
        rational("--x", text)


@pytest.mark.parametrize(
    ("number", "decimal"),
    [
        (fmpq(1, 3), "0.333333"),
        (fmpq(2), "2"),
        (fmpq(0), "0"),
        (-(fmpq(10) ** 400) / 3, "-3.33333e+399"),
        (fmpq(1, 10**400), "1.00000e-400"),
        (fmpq(1, 3 * 10**323), "3.33333e-324"),
    ],
)
def test_six_digits(number: fmpq, decimal: str) -> None:
    assert as_decimal(number) == decimal


def test_the_nearest_float() -> None:
    assert as_float(fmpq(1, 10)) == 0.1
    assert as_float(-(fmpq(10) ** 400)) is None


@pytest.mark.parametrize(("text", "least", "value"), [("3", 1, 3), (" +7 ", 1, 7), ("-2", -2, -2), ("0", 0, 0)])
def test_integers(text: str, least: int, value: int) -> None:
    assert whole("--n", text, least) == value


@pytest.mark.parametrize("text", ["0", "-1", "1.0", "1e1", "++1", "", "\u0663", "1" * 1001])
def test_what_is_no_integer_from_one(text: str) -> None:
    with pytest.raises(MisuseError, match="--n: expected an integer >= 1"):
        whole("--n", text, 1)


def test_seconds() -> None:
    assert seconds("--timeout", "0.5") == 0.5
    for text in ("0", "-1", "inf", "nan", "soon"):
        with pytest.raises(MisuseError, match="a number of seconds > 0"):
            seconds("--timeout", text)
