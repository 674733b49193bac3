"""What is run for the targets: used theorems first; files that do not load. The command is tested in test_check.py."""

from pathlib import Path

import pytest

from proofs.core.catalogue import Entry, catalogue
from proofs.core.verdict import Verdict
from verify.command.checking import gather
from verify.command.misuse import MisuseError

FILE = '''"""A title."""
{first}
from proofs.core.statement import Source
from proofs.core.theorem import Theorem


def theorem():
    return Theorem(Source("me"), (), (), uses={uses})
'''


@pytest.fixture
def entries(tmp_path: Path) -> dict[str, Entry]:
    """a.last uses a.first; a.broken does not load; a.slow takes its time."""
    (tmp_path / "a").mkdir()
    for name, first, uses in (
        ("last", "", ("a.first",)),
        ("first", "", ()),
        ("broken", "raise ValueError('half written')", ()),
        ("slow", "import time; time.sleep(60)", ()),
    ):
        (tmp_path / "a" / f"{name}.py").write_text(FILE.format(first=first, uses=uses))
    return catalogue(tmp_path)


def test_used_theorems_come_first_and_once(entries: dict[str, Entry]) -> None:
    runnable, broken = gather([entries["a.last"], entries["a.first"], entries["a.last"]], entries)
    assert ([item.id for item in runnable], broken) == (["a.first", "a.last"], [])


def test_a_file_of_the_catalogue_that_does_not_load_is_reported(entries: dict[str, Entry]) -> None:
    runnable, (report,) = gather([entries["a.broken"], entries["a.first"]], entries)
    assert [item.id for item in runnable] == ["a.first"]
    assert (report.id, report.verdict) == ("a.broken", Verdict.UNKNOWN)
    assert "half written" in report.problem
    assert "\n" not in report.problem


def test_a_file_of_ones_own_that_does_not_load_is_misuse(entries: dict[str, Entry]) -> None:
    with pytest.raises(MisuseError, match=r"a theorem file that runs, got .*half written"):
        gather([Entry("mine", entries["a.broken"].path)], entries)


def test_a_file_that_takes_too_long(entries: dict[str, Entry]) -> None:
    with pytest.raises(MisuseError, match=r"a file that loads within --timeout"):
        gather([entries["a.slow"]], entries, timeout=0.05)
