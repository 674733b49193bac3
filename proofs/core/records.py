"""What a theorem may be made of: records of this package and plain values, each of exactly its own type.

A subclass of a rule, of a mean or of a claim can answer anything when it is asked whether a line holds, so a theorem
that holds one says nothing. Nothing that can be changed afterwards (a list, a dict, an array) is a part of a theorem.
"""

import sys
from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import Enum
from fractions import Fraction
from functools import cached_property
from types import MappingProxyType

from flint import fmpq

from proofs.core.claims import Claim
from proofs.core.errors import InputError
from proofs.core.frozen import Frozen
from proofs.core.names import is_internal

Place = tuple["Place | None", str | int]
"""The place of what holds a part, and the step to it: an attribute or an index."""

PLAIN = (str, int, bool, type(None), Fraction, fmpq)
"""Types of values without parts."""

EXPECTED = "a record of the package proofs, a string, an exact number, a tuple, a frozenset or a formula of sympy"


def check_records(whole: object, name: str = "") -> None:
    """Raise InputError, naming the place, for any part that is not exactly a record of the project or a plain value.

    `whole` is a theorem, a claim, a mean or any part of one; `name` is what messages call it, its type if not given.
    """
    seen: set[int] = set()
    waiting: list[tuple[Place, object]] = [((None, name or type(whole).__name__), whole)]
    while waiting:
        place, item = waiting.pop()
        if is_internal(item):
            raise InputError(f"{_text(place)}: expected a name, got that of a letter which only calculations use")
        if type(item) in PLAIN or id(item) in seen:
            continue
        seen.add(id(item))
        if not (type(item) in (tuple, frozenset) or is_own(type(item))):
            raise InputError(f"{_text(place)}: expected {EXPECTED}, got {_foreign(type(item))}")
        waiting += [((place, step), part) for step, part in _parts(place, item)]


def is_own(kind: type) -> bool:
    """Whether a class is the one that a module of this package, not a theorem file, or sympy has under its name."""
    module = str(kind.__module__)
    if module.partition(".")[0] not in ("proofs", "sympy") or module.startswith("proofs.theorems."):
        return False
    found: object = sys.modules.get(module)
    for name in kind.__qualname__.split("."):
        found = getattr(found, name, None)
    return found is kind


def _parts(place: Place, item: object) -> Iterator[tuple[str | int, object]]:
    """The parts of a record or a tuple, each with the step from the whole to it."""
    if isinstance(item, tuple | frozenset):
        yield from enumerate(item)
    elif is_dataclass(item):
        yield from _fields(place, item)
    elif isinstance(item, Frozen):
        names = [name for name in type(item).__annotations__ if not name.startswith("_")]
        parts = [(name, getattr(item, name)) for name in names]
        yield from (part for part in parts if type(part[1]) is not MappingProxyType)
    elif not isinstance(item, Enum):
        yield from enumerate(getattr(item, "args", ()))


def _fields(place: Place, record: object) -> Iterator[tuple[str, object]]:
    """The fields of a record; beside them it holds only what its class computes from them and keeps."""
    declared = [field.name for field in fields(record)]  # type: ignore[arg-type]
    for name in getattr(record, "__dict__", {}):
        if name not in declared and not isinstance(getattr(type(record), name, None), cached_property):
            only = f"the fields of {type(record).__name__} only"
            raise InputError(f"{_text((place, name))}: expected {only}, got this one too; leave it out")
    prefix = f"claim {record.name!r}, " if isinstance(record, Claim) else ""
    yield from ((prefix + name, getattr(record, name)) for name in declared)


def _text(place: Place) -> str:
    """The way from the whole to a part; within a claim, from the claim."""
    before, step = place
    if before is None or str(step).startswith("claim "):
        return str(step)
    return _text(before) + (f"[{step}]" if isinstance(step, int) else f".{step}")


def _foreign(kind: type) -> str:
    changes = issubclass(kind, list | dict | set)
    advice = "write a tuple" if changes else "use what the package has, not a class of one's own"
    return f"{kind.__qualname__} of {kind.__module__}; {advice}"
