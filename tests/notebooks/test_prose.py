"""Plain text as Markdown."""

import pytest

from notebooks.prose import escaped, parts, table
from proofs.core.catalogue import catalogue


@pytest.mark.parametrize(
    ("plain", "expected"),
    [
        ("A* = b_x'", r"A\* = b\_x'"),
        ("X ~ N(0, I) [n] |x| <i> $1 `c` #", r"X \~ N(0, I) \[n\] \|x\| \<i> \$1 \`c\` \#"),
        ("two\n    lines", "two lines"),
        (r"\top", r"\\top"),
        ("d >= 2", "d >= 2"),
    ],
)
def test_nothing_is_read_as_markup(plain: str, expected: str) -> None:
    assert escaped(plain) == expected


def test_parts_of_a_docstring() -> None:
    text = "Title.\n\nSetting: x,\nmore of it.\nClaim: y.\n\nIdea: z."
    assert parts(text) == [("Setting", "x,\nmore of it."), ("Claim", "y."), ("Idea", "z.")]
    assert parts("Title.\n\nNo heading.\n\nClaim: y.") == [("", "No heading."), ("Claim", "y.")]
    assert parts("Title.") == []


def test_nothing_of_a_docstring_is_lost() -> None:
    for identifier, entry in catalogue().items():
        whole = "".join(f"{heading}: {body}" if heading else body for heading, body in parts(entry.docstring))
        assert "".join(whole.split()) == "".join(entry.docstring.partition("\n")[2].split()), identifier


def test_table() -> None:
    assert table(("a", "b"), [["1", "2"]]) == "| a | b |\n| --- | --- |\n| 1 | 2 |"
