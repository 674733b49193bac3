"""Arguments of public functions that are of another kind than expected: told in one line."""

from types import UnionType

from proofs.core.errors import InputError

LONGEST = 60


def check_kind(argument: str, value: object, kind: type | UnionType, expected: str, advice: str) -> None:
    """Raise InputError unless the value is of the kind: which argument, what was expected, what came, what to do."""
    if not isinstance(value, kind):
        raise InputError(f"{argument}: expected {expected}, got {came(value)}; {advice}")


def check_whole(argument: str, value: object, least: int = 1) -> None:
    """Raise InputError unless the value is an integer of at least this size; True and 2.0 are none."""
    if type(value) is not int or value < least:
        raise InputError(f"{argument}: expected an integer >= {least}, got {came(value)}; e.g. {max(least, 2)}")


def came(value: object) -> str:
    """The type and the value that came, cut where it is long, in one line."""
    text = " ".join(repr(value).split())
    return f"{type(value).__name__} {text if len(text) <= LONGEST else text[:LONGEST] + '...'}"
