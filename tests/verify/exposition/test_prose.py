"""Docstrings as paragraphs."""

import pytest

from verify.exposition.prose import paragraphs


def test_paragraphs_of_a_docstring():
    found = paragraphs("Title, which\ngoes on.\n\nSetting: x is y,\nand z.\nClaim: x = z.\nA plain line.\n\nMore.")
    assert [(block.lead, block.words) for block in found] == [
        ("", ("Title, which goes on.",)),
        ("Setting", ("x is y, and z.",)),
        ("Claim", ("x = z. A plain line.",)),
        ("", ("More.",)),
    ]


@pytest.mark.parametrize(("docstring", "count"), [("", 0), ("\n \n", 0), ("One.", 1), ("Claim: x", 1)])
def test_short_ones(docstring, count):
    assert len(paragraphs(docstring)) == count
