"""False statements that an honest author would write: none may come out CERTIFIED or PROVED.

Each file in `false/` states one as `theorem()`. Once the way to it is closed, it also holds `neighbour()`, a true
statement close by, and `VERDICT`, the verdict that the neighbour deserves: refusing everything would be no repair.
The files in OPEN still pass; a repair takes its line out.
"""

from dataclasses import dataclass
from importlib.util import module_from_spec, spec_from_file_location
from pathlib import Path
from types import ModuleType

import pytest

from proofs.core.catalogue import Entry
from proofs.core.theorem import Theorem
from proofs.core.verdict import Verdict
from verify.suite import Settings, check

FILES = sorted((Path(__file__).parent / "false").glob("*.py"))
OPEN: dict[str, str] = {}
"""What nobody asks yet, by file; the numbers are those of the classes of false statements."""


@dataclass(frozen=True)
class Neighbour(Entry):
    """The true statement beside a false one."""

    def load(self) -> Theorem:
        """The theorem that the file gives as `neighbour()`."""
        return module(self.path).neighbour()


def module(path: Path) -> ModuleType:
    specification = spec_from_file_location(f"false_{path.stem}", path)
    assert specification is not None
    assert specification.loader is not None
    loaded = module_from_spec(specification)
    specification.loader.exec_module(loaded)
    return loaded


def marked(path: Path) -> object:
    reason = OPEN.get(path.stem)
    marks = () if reason is None else pytest.mark.xfail(strict=True, reason=reason)
    return pytest.param(path, marks=marks, id=path.stem)


@pytest.mark.parametrize("path", [marked(path) for path in FILES])
def test_a_false_statement_does_not_pass(path):
    report = check(Entry(path.stem, path), Settings())
    assert report.verdict < Verdict.CERTIFIED
    assert not report.contradiction, "a road passes it"


@pytest.mark.parametrize("path", [pytest.param(path, id=path.stem) for path in FILES if path.stem not in OPEN])
def test_the_true_statement_beside_it_passes(path):
    report = check(Neighbour(path.stem, path), Settings())
    assert report.verdict is Verdict[module(path).VERDICT], report.claims
    assert not report.contradiction
