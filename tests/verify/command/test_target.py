"""The theorem that an argument names: by id, by path, or none, and two files of one name."""

from pathlib import Path

import pytest

from proofs.core.catalogue import Entry
from proofs.core.errors import TheoremFileError
from verify.command.misuse import MisuseError
from verify.command.target import refuse_doubles, resolve, unusable

ENTRIES = {name: Entry(name, Path(f"/nowhere/{name}.py")) for name in ("a.first", "a.second")}


def test_by_id_and_by_path(tmp_path: Path) -> None:
    path = tmp_path / "mine.py"
    path.write_text("")
    assert resolve("a.first", ENTRIES) is ENTRIES["a.first"]
    assert resolve(str(path), ENTRIES) == Entry("mine", path.resolve())


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("a.frist", "'a.frist'; did you mean a.first?"),
        ("a", "'a'; a is a subject, and `icl-proofs list` shows the ids in it"),
        ("nothing", "'nothing'; `icl-proofs list` shows the ids"),
        ("nothing.py", "'nothing.py', which is no file; check the path"),
    ],
)
def test_what_names_no_theorem(target: str, said: str) -> None:
    with pytest.raises(MisuseError) as caught:
        resolve(target, ENTRIES)
    assert str(caught.value) == f"ID: expected a theorem id or the path of a theorem file, got {said}"


def test_a_file_that_does_not_run() -> None:
    assert str(unusable(TheoremFileError("x.py: why"))).endswith(
        "a theorem file that runs, got x.py: why; mend the file"
    )


def test_two_files_of_one_name() -> None:
    mine, other = Entry("mine", Path("a/mine.py")), Entry("mine", Path("b/mine.py"))
    refuse_doubles([mine, mine, ENTRIES["a.first"]], ENTRIES)
    with pytest.raises(MisuseError, match=r"one file for each name, got b/mine.py and a/mine.py; rename one"):
        refuse_doubles([mine, other], ENTRIES)
    with pytest.raises(MisuseError, match=r"rename one"):
        refuse_doubles([Entry("a.first", Path("a.first.py"))], ENTRIES)
