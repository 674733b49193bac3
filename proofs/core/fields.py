"""Whether the fields of records hold what their annotations say: a record is refused where it is put together.

An `Expression` is anything with a shape, a `Rule` anything that closes steps: what has the attributes of a protocol.
"""

from collections.abc import Iterator
from dataclasses import fields, is_dataclass
from enum import Enum
from functools import cache
from types import UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

LONGEST = 60
EXPECTED = {"Expression": "an expression", "Rule": "a rule, e.g. Calculus()"}
"""How protocols are called in messages."""


def check_fields(record: object, what: str) -> None:
    """Raise TypeError, naming the field, what it must be and what came, unless all fields are of their types."""
    for problem in _problems(record, ""):
        raise TypeError(f"{what}: {problem}")


def _problems(record: Any, path: str) -> Iterator[str]:
    hints = _hints(record.__class__)
    for field in fields(record):
        yield from _mismatches(getattr(record, field.name), hints[field.name], f"{path}{field.name}")


@cache
def _hints(kind: type) -> dict[str, Any]:
    return get_type_hints(kind)


def _mismatches(value: object, hint: Any, path: str) -> Iterator[str]:
    """What is wrong with a value and with what it holds."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        found = [list(_mismatches(value, member, path)) for member in inner]
        if all(found):
            own = [problems for member, problems in zip(inner, found, strict=True) if _is(value, member)]
            yield from own[0] if own else [_wrong(value, hint, path)]
    elif not _is(value, hint):
        yield _wrong(value, hint, path)
    elif origin is tuple:
        yield from _of_tuple(value, inner, path)
    elif origin is frozenset:
        for item in value:  # type: ignore[attr-defined]  # a frozenset, as has been seen
            yield from _mismatches(item, inner[0], f"what is in {path}")
    elif is_dataclass(value) and not _is_protocol(hint) and isinstance(hint, type) and is_dataclass(hint):
        yield from _problems(value, f"{path}.")


def _of_tuple(value: Any, inner: tuple[Any, ...], path: str) -> Iterator[str]:
    repeated = len(inner) == 2 and inner[1] is Ellipsis
    if not repeated and len(value) != len(inner):
        yield f"{path} must have {len(inner)} parts, got {len(value)}"
        return
    for place, item in enumerate(value):
        yield from _mismatches(item, inner[0] if repeated else inner[place], f"{path}[{place}]")


def _is(value: object, hint: Any) -> bool:
    """Whether a value is of a type, whatever it holds."""
    kind = get_origin(hint) or hint
    if kind in (Any, object) or not isinstance(kind, type):
        return True
    if _is_protocol(kind):
        names = {name for name in vars(kind) if not name.startswith("_")}
        return not isinstance(value, type) and all(hasattr(value, name) for name in names)
    return isinstance(value, kind) and not (kind is int and isinstance(value, bool))


def _is_protocol(hint: Any) -> bool:
    return bool(getattr(hint, "_is_protocol", False))


def _wrong(value: object, hint: Any, path: str) -> str:
    shown = repr(value)
    shown = shown if len(shown) <= LONGEST else f"{shown[: LONGEST - 4]} ..."
    single = get_origin(hint) is tuple and not any(_mismatches(value, get_args(hint)[0], path))
    advice = " (mind the comma after a single one)" if single else ""
    return f"{path} must be {_named(hint)}{advice}, got {type(value).__name__} {shown}"


def _named(hint: Any) -> str:
    """A type in words."""
    origin, inner = get_origin(hint), get_args(hint)
    if origin in (Union, UnionType):
        *some, last = [_named(member) for member in inner]
        return f"{', '.join(some)} or {last}"
    if origin is tuple:
        parts = [_named(part) for part in inner if part is not Ellipsis]
        return f"a tuple ({', '.join(parts)}{', ...' if inner[-1] is Ellipsis else ''})"
    if hint is type(None):
        return "None"
    name = getattr(hint, "__name__", str(hint))
    if isinstance(hint, type) and issubclass(hint, Enum):
        return f"a {name}, e.g. {next(iter(hint))}"
    return EXPECTED.get(name, f"{'an' if name[0] in 'AEIOUaeiou' else 'a'} {name}")
