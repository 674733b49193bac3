"""Claims of the catalogue, and the context in which they are checked."""

from collections.abc import Callable

import pytest

from proofs.core.claims import Claim
from proofs.core.theorem import Theorem
from verify.checks.context import Context, Level


@pytest.fixture(scope="session")
def context(theorem: Callable[[str], Theorem]) -> Callable[..., Context]:
    """Context of a theorem by id."""

    def make(identifier: str, level: Level = "quick", seed: int = 0) -> Context:
        return Context(identifier, theorem(identifier), level, seed)

    return make


@pytest.fixture(scope="session")
def claim(theorem: Callable[[str], Theorem]) -> Callable[[str, str], Claim]:
    """A claim by the id of its theorem and its name."""

    def find(identifier: str, name: str) -> Claim:
        (found,) = [item for item in theorem(identifier).claims if item.name == name]
        return found

    return find
