"""Claims of the catalogue, and the context in which they are checked."""

from collections.abc import Callable
from functools import cache

import pytest

from proofs.core.catalogue import catalogue
from proofs.core.claims import Claim
from proofs.core.theorem import Theorem
from verify.checks.context import Context, Level


@cache
def _theorem(identifier: str) -> Theorem:
    return catalogue()[identifier].load()


@pytest.fixture(scope="session")
def context() -> Callable[..., Context]:
    """Context of a theorem by id."""

    def make(identifier: str, level: Level = "quick", seed: int = 0) -> Context:
        return Context(identifier, _theorem(identifier), level, seed)

    return make


@pytest.fixture(scope="session")
def claim() -> Callable[[str, str], Claim]:
    """A claim by the id of its theorem and its name."""

    def find(identifier: str, name: str) -> Claim:
        (found,) = [item for item in _theorem(identifier).claims if item.name == name]
        return found

    return find
