"""Every kind of claim has cells; an unknown kind is misuse."""

import pytest

from notebooks.chapters import CHAPTERS, chapter
from proofs.core.catalogue import catalogue
from proofs.core.claims import Claim
from proofs.core.errors import InputError
from verify.checks.table import CHECKS


def test_every_kind_has_cells(theorem) -> None:
    assert {f"{kind.__module__}.{kind.__name__}" for kind in CHAPTERS} == set(CHECKS)
    assert all(chapter(claim) for identifier in catalogue() for claim in theorem(identifier).claims)


def test_an_unknown_kind_is_misuse() -> None:
    with pytest.raises(InputError, match=r"for claims of kind Claim; add some to notebooks/chapters\.py"):
        chapter(Claim(name="some"))
