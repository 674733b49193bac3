"""Finds theorem files: proofs/theorems/<subject>/<conclusion>.py has the id subject.conclusion."""

import ast
import importlib.util
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from traceback import extract_tb

from proofs.core.errors import TheoremFileError, UnknownTheoremError
from proofs.core.theorem import Theorem

ROOT = Path(__file__).parent.parent / "theorems"


@dataclass(frozen=True)
class Entry:
    """A theorem file: its id, its path and, from its docstring, what it says. Nothing is derived before `load`."""

    id: str
    path: Path

    @cached_property
    def docstring(self) -> str:
        """The text at the head of the file. Raises TheoremFileError if the file cannot be read or has none."""
        try:
            text = ast.get_docstring(ast.parse(self.path.read_bytes()))
        except (OSError, SyntaxError, ValueError) as error:
            raise TheoremFileError(f"{self.path}: cannot be read as Python: {error}") from error
        if not text:
            raise TheoremFileError(f"{self.path}: a theorem file starts with a docstring (title, setting, claim, ...)")
        return text

    @property
    def title(self) -> str:
        """The first line of the docstring."""
        return self.docstring.splitlines()[0].rstrip(".")

    def load(self) -> Theorem:
        """The theorem. Raises TheoremFileError if the file does not run or has no function `theorem`."""
        name = f"proofs.theorems.{self.id}" if self.path.is_relative_to(ROOT) else f"theorem_file_{self.path.stem}"
        specification = importlib.util.spec_from_file_location(name, self.path)
        if specification is None or specification.loader is None:
            raise TheoremFileError(f"{self.path}: not a Python file")
        module = importlib.util.module_from_spec(specification)
        try:
            specification.loader.exec_module(module)
            if not hasattr(module, "theorem"):
                raise TheoremFileError(f"{self.path}: the file defines no function theorem()")
            found = module.theorem()
        except TheoremFileError:
            raise
        except (Exception, SystemExit) as error:
            raise TheoremFileError(f"{self.path}{_line(error, self.path)}: {type(error).__name__}: {error}") from error
        if not isinstance(found, Theorem):
            raise TheoremFileError(f"{self.path}: theorem() must return a Theorem, got {type(found).__name__}")
        return found


def _line(error: BaseException, path: Path) -> str:
    """The line of the file at which it failed, as ", line 12"; empty if it failed elsewhere."""
    lines = [frame.lineno for frame in extract_tb(error.__traceback__) if frame.filename == str(path)]
    return f", line {lines[-1]}" if lines else ""


def catalogue(root: Path = ROOT) -> dict[str, Entry]:
    """All theorem files below a folder by id, in the order of the ids. Files whose name starts with _ do not count."""
    entries = {}
    for path in sorted(root.glob("*/*.py")):
        if not path.name.startswith("_"):
            identifier = f"{path.parent.name}.{path.stem}"
            entries[identifier] = Entry(identifier, path)
    return entries


def entry(identifier: str, entries: Mapping[str, Entry]) -> Entry:
    """The entry of an id, or of the path of a theorem file outside the package.

    Raises UnknownTheoremError for an unknown id, TheoremFileError for a path that is no file.
    """
    if identifier in entries:
        return entries[identifier]
    path = Path(identifier)
    if path.suffix == ".py" or path.exists():
        if not path.is_file():
            raise TheoremFileError(f"{identifier}: no such file")
        inside = [known for known in entries.values() if known.path.resolve() == path.resolve()]
        return inside[0] if inside else Entry(path.stem, path.resolve())
    raise UnknownTheoremError(f"unknown theorem id {identifier!r}; `icl-proofs list` shows the known ones")


def with_used(wanted: Iterable[Entry], entries: Mapping[str, Entry]) -> list[Entry]:
    """The wanted entries and all that they use, used ones first.

    Raises TheoremFileError if `uses` names an unknown theorem or runs in a circle.
    """
    ordered: dict[str, Entry] = {}

    def visit(here: Entry, trail: tuple[str, ...]) -> None:
        if here.id in trail:
            raise TheoremFileError(f"`uses` runs in a circle: {' -> '.join((*trail, here.id))}")
        if here.id in ordered:
            return
        for used in here.load().uses:
            if used not in entries:
                raise TheoremFileError(f"{here.path}: uses the unknown theorem {used!r}")
            visit(entries[used], (*trail, here.id))
        ordered[here.id] = here

    for item in wanted:
        visit(item, ())
    return list(ordered.values())
