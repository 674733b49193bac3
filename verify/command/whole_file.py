"""Files that are written whole or not at all, and what was written."""

import os
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from verify.command.misuse import MisuseError, shown


def writable(argument: str, text: str) -> Path:
    """The file to be written, links followed. Raises MisuseError, before any work is done, if it cannot be written."""
    refuse_empty(argument, text, "a file to write", "e.g. report.json")
    path = Path(text).resolve()
    folder = path.parent
    if path.is_dir() or text.endswith(("/", os.sep)):
        raise MisuseError(argument, "a file to write", f"the folder {shown(text)}", "add a name such as report.json")
    if Path(text).absolute().parts[1:2] == ("dev",) or (path.exists() and not path.is_file()):
        raise MisuseError(argument, "a file to write", f"{shown(text)}, a device", "name a file")
    if not folder.is_dir():
        raise MisuseError(argument, "a file in a folder that exists", shown(text), f"make {folder} first")
    if not os.access(folder, os.W_OK | os.X_OK):
        raise MisuseError(argument, "a folder that can be written to", shown(text), "name a file elsewhere")
    return path


def refuse_empty(argument: str, text: str, expected: str, advice: str) -> None:
    """Raise MisuseError for a path without a character, which would be read as the folder at hand."""
    if not text:
        raise MisuseError(argument, expected, "an empty name", advice)


def writable_files(named: Mapping[str, str | None]) -> dict[str, Path | None]:
    """The files to be written by the option that names each. Raises MisuseError if two options name the same file."""
    found = {argument: None if text is None else writable(argument, text) for argument, text in named.items()}
    first: dict[Path, str] = {}
    for argument, path in found.items():
        if path is not None and first.setdefault(path, argument) != argument:
            raise MisuseError(argument, f"another file than {first[path]}", shown(str(path)), "name two files")
    return found


NAMED = 3
"""How many files are told by name; more are counted."""


@dataclass
class Written:
    """The files that a command has written so far; as a text, what is true of them when it has to stop."""

    paths: list[Path] = field(default_factory=list)

    def write(self, argument: str, path: Path, content: str | bytes) -> None:
        """Write beside the file, then put it in its place; what was there before stays until then.

        Raises MisuseError, which tells what was written before, if it cannot be written after all.
        """
        beside = path.with_name(f".icl-proofs-{os.getpid()}.tmp")
        try:
            with beside.open("wb") as file:
                file.write(content.encode() if isinstance(content, str) else content)
                file.flush()
                os.fsync(file.fileno())
            beside.replace(path)
            self.paths.append(path)
        except OSError as error:
            raise MisuseError(argument, "room for the whole file", f"{path}: {error}", str(self)) from error
        finally:
            beside.unlink(missing_ok=True)

    def __str__(self) -> str:
        if not self.paths:
            return "nothing was written"
        if len(self.paths) == 1:
            return f"{self.paths[0]} was written"
        named = ", ".join(map(str, self.paths)) if len(self.paths) <= NAMED else f"{len(self.paths)} files"
        return f"{named} were written"


def writable_folder(argument: str, text: str) -> Path:
    """The folder to write into, made later if it is missing. Raises MisuseError if that cannot be."""
    refuse_empty(argument, text, "a folder", "the folder at hand is .")
    folder = Path(text).resolve()
    there = next(path for path in (folder, *folder.parents) if path.exists())
    if not there.is_dir():
        raise MisuseError(argument, "a folder", f"{shown(text)}, where {there} is none", "name another folder")
    if not os.access(there, os.W_OK | os.X_OK):
        raise MisuseError(argument, "a folder that can be written to", shown(text), "name a folder elsewhere")
    return folder


def made_folder(argument: str, folder: Path) -> None:
    """Make the folder if it is missing. Raises MisuseError if that fails after all."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise MisuseError(argument, "a folder that can be made", f"{folder}: {error}", "name another") from error
