"""A theorem written in each format. What they say is tested in test_show.py and test_formats.py."""

import json
from pathlib import Path

import pytest

from proofs.core.catalogue import Entry, catalogue
from proofs.core.errors import TheoremFileError
from verify.command.showing import WRITERS, show

WISHART = catalogue()["wishart.second_moment"]


def test_formats_are_different_and_end_without_an_empty_line() -> None:
    found = {written: show(WISHART, written) for written in WRITERS}
    assert len(set(found.values())) == len(WRITERS) == 4
    assert not any(text.endswith("\n\n") for text in found.values())
    assert found["latex"].startswith(r"\documentclass")
    assert json.loads(found["json"])["id"] == WISHART.id
    assert show(WISHART) == found["text"]


def test_a_file_that_does_not_load(tmp_path: Path) -> None:
    (tmp_path / "mine.py").write_text("def (")
    with pytest.raises(TheoremFileError, match=r"cannot be read|SyntaxError"):
        show(Entry("mine", tmp_path / "mine.py"))
