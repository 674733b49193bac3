"""Kinds of claim and functions by name: for tables whose modules are imported when a claim of the kind is met."""

import sys
from collections.abc import Callable
from importlib import import_module
from typing import Any


def kind_of(claim: object) -> str:
    """The record of a claim with its module, e.g. "proofs.core.claims.Equality".

    A class that another module defines has another name, and one that is not what stands in its module has none: so a
    record of one's own is never taken for a kind of a table.
    """
    kind = type(claim)
    found = getattr(sys.modules.get(kind.__module__), kind.__name__, None)
    return f"{kind.__module__}.{kind.__name__}" if found is kind else ""


def function(path: str) -> Callable[..., Any]:
    """The function at a path such as "verify.checks.equality.roads", whose module is imported now."""
    module, _, name = path.rpartition(".")
    found: Callable[..., Any] = getattr(import_module(module), name)
    return found
