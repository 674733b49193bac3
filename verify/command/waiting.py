"""Long computations and short ones: what a bar needs is imported, by verify.command.watching, for long ones only."""

from collections.abc import Callable
from importlib import import_module
from typing import TypeVar

Result = TypeVar("Result")
SMALL = 40
"""Up to this size a computation is done at once, without a bar."""


def watched(work: Callable[[int], Result], size: int, says: str) -> Result:
    """work(size), which another process can do: `work` and its result can be pickled. The bar says what is done."""
    if size <= SMALL:
        return work(size)
    found: Result = import_module("verify.command.watching").watch(work, size, says)
    return found
