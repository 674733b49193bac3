"""Numbers as they are typed: rationals exactly as written, integers and seconds within their bounds; as floats."""

import re
from decimal import Decimal
from math import isfinite
from sys import float_info

from flint import fmpq

from verify.command.misuse import MisuseError, shown

DECIMAL = re.compile(r"([+-]?)([0-9]*)(?:\.([0-9]*))?(?:[eE]([+-]?[0-9]{1,9}))?")
FRACTION = re.compile(r"([+-]?[0-9]+)\s*/\s*([0-9]+)")
LONGEST = 1000
LEAST_NORMAL = float_info.min
EXAMPLES = "write it as 2, 0.1, 1e-3 or 4/3"


def rational(argument: str, text: str) -> fmpq:
    """An integer, a decimal or p/q, exactly as written: 0.1 is 1/10."""
    stripped = text.strip()
    if len(stripped) > LONGEST:
        raise MisuseError(argument, f"a number of at most {LONGEST} characters", f"{len(stripped)} of them", "round it")
    if fraction := FRACTION.fullmatch(stripped):
        if int(fraction[2]) == 0:
            raise MisuseError(argument, "a number", f"{shown(text)}, a division by zero", EXAMPLES)
        return fmpq(int(fraction[1]), int(fraction[2]))
    return _decimal(argument, stripped)


def _decimal(argument: str, text: str) -> fmpq:
    found = DECIMAL.fullmatch(text)
    if not found or not (found[2] or found[3]):
        raise MisuseError(argument, "a number", shown(text), EXAMPLES)
    after, power = found[3] or "", int(found[4] or 0)
    if abs(power) > LONGEST:
        raise MisuseError(argument, f"an exponent from -{LONGEST} to {LONGEST}", shown(text), "rescale the data")
    return fmpq(int(f"{found[1]}{found[2]}{after}")) * fmpq(10) ** (power - len(after))


def as_float(number: fmpq) -> float | None:
    """The nearest float; None beyond their range."""
    try:
        return int(number.p) / int(number.q)
    except OverflowError:
        return None


def as_decimal(number: fmpq) -> str:
    """Six digits of a number, of whatever size."""
    rounded = as_float(number)
    if rounded is not None and (number == 0 or abs(rounded) >= LEAST_NORMAL):
        return f"{rounded:.6g}"
    return f"{Decimal(int(number.p)) / Decimal(int(number.q)):.5e}"


def whole(argument: str, text: str, least: int) -> int:
    """An integer that is at least `least`."""
    digits = text.strip()
    plain = digits.removeprefix("-" if digits.startswith("-") else "+")
    if plain.isascii() and plain.isdigit() and len(plain) <= LONGEST and int(digits) >= least:
        return int(digits)
    raise MisuseError(argument, f"an integer >= {least}", shown(text), f"e.g. {argument} {max(least, 2)}")


def seconds(argument: str, text: str) -> float:
    """A finite number of seconds above zero."""
    try:
        found = float(text)
    except ValueError:
        found = 0.0
    if not isfinite(found) or found <= 0:
        raise MisuseError(argument, "a number of seconds > 0", shown(text), f"e.g. {argument} 60")
    return found
