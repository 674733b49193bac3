"""Makes, runs, compares and writes notebooks."""

import os
import sys
from collections.abc import Callable, Generator, Mapping, Sequence
from contextlib import closing
from pathlib import Path

from notebooks.book import Book, differences, parsed, written
from notebooks.derivation import derivation
from notebooks.execution import Executed, executed
from notebooks.freshness import faults, is_fresh
from notebooks.overview import overview
from proofs.core.catalogue import Entry, catalogue
from proofs.core.errors import MISUSE, TheoremFileError
from verify.command.bars import shown_on_bar
from verify.command.items import told
from verify.command.misuse import MisuseError, one_line
from verify.command.target import refuse_doubles, resolve, unusable
from verify.command.whole_file import Written, made_folder, writable_folder
from verify.ledger import Recorded, read_ledger

WORKERS = 2
SOME = 10
"""How many notebooks that did not change are run in one turn."""
FINE, FALLEN, INTERRUPTED = 0, 1, 130


def made(targets: Sequence[str], folder_text: str, execute: bool) -> int:
    """Write the notebooks of the targets, or of the catalogue with an overview; the exit status.

    A notebook in which a cell fails is not written, and the status is 1. Raises MisuseError for what cannot be used.
    """
    folder = writable_folder("--out", folder_text)
    books = collected(targets)
    made_folder("--out", folder)
    done = Written()

    def keep(result: Executed) -> None:
        done.write("--out", folder / result.book.file, written(result.node))

    try:
        failed = _each(books, execute, keep)
    except KeyboardInterrupt:
        print(f"icl-proofs notebooks: interrupted: {len(done.paths)} of {_counted(books)} written", file=sys.stderr)
        return INTERRUPTED
    return _told(f"{_counted(done.paths)} {'run and ' if execute else ''}written to {folder_text}", failed)


def checked(targets: Sequence[str], folder_text: str, execute: bool, turn: int | None = None) -> int:
    """Compare sources and shown verdicts with those in the folder, and run the notebooks; the exit status.

    With a turn, those are run that changed since they were last run, and some of the others. Writes nothing.
    """
    folder = Path(folder_text)
    if not folder.is_dir():
        raise MisuseError("--out", "a folder of notebooks", f"{folder_text!r}, which is none", "write them first")
    books, ledger = collected(targets), read_ledger()
    fallen = [f"DRIFT {line}" for book in books for line in _drift(folder / book.file, book, ledger.get(book.name))]
    if not targets:
        known = {book.file for book in books}
        stray = sorted(path.name for path in folder.glob("*.ipynb") if path.name not in known)
        fallen += [f"DRIFT {name}: no theorem has this notebook" for name in stray]
    if not execute:
        return _told(f"{_counted(books)} compared with {folder_text}", fallen)

    def keep(result: Executed) -> None:
        name = result.book.name
        fallen.extend(f"FAILED {name}: {line}" for line in faults(result.node, ledger.get(name)))

    chosen = books if turn is None else in_turn(books, folder, turn)
    fallen += _each(chosen, True, keep)
    run = "" if turn is None else f" {len(chosen)} of them"
    return _told(f"{_counted(books)} compared with {folder_text} and{run} run", fallen)


def in_turn(books: Sequence[Book], folder: Path, turn: int) -> list[Book]:
    """Those whose files in the folder are no longer fresh, and the share of a turn of the others.

    As many turns as it takes, one after the other, run all of them.
    """
    stale = [book for book in books if not _fresh(folder / book.file, book)]
    others = [book for book in books if book not in stale]
    turns = max(1, -(-len(others) // SOME))
    return stale + others[turn % turns :: turns]


def _fresh(path: Path, book: Book) -> bool:
    try:
        return is_fresh(book, parsed(path.read_text(encoding="utf-8")))
    except (OSError, ValueError):
        return False


def _each(books: Sequence[Book], execute: bool, keep: Callable[[Executed], None]) -> list[str]:
    """Take every notebook, run if so wished, that did not fail; what is to be said of those that did."""
    failed: list[str] = []
    with closing(_results(books, execute)) as results, told(len(books)) as tell:
        for result in results:
            if result.problem:
                failed.append(one_line(f"FAILED {result.book.name}: {result.problem}"))
            else:
                keep(result)
            tell(result.book.name, failed[-1] if result.problem else result.book.name)
    return failed


def collected(targets: Sequence[str]) -> list[Book]:
    """The notebooks of the targets by id or path; without any, of the catalogue, and its overview first."""
    entries = catalogue()
    wanted = [resolve(target, entries) for target in targets] or list(entries.values())
    refuse_doubles(wanted, entries)
    places = {item.id: (item, target) for item, target in zip(wanted, targets or entries, strict=True)}
    with closing(shown_on_bar(list(places.values()), lambda place: f"deriving {place[0].id}")) as wanted_places:
        books = [_book(item, target, entries) for item, target in wanted_places]
    return books if targets else [overview(entries, read_ledger()), *books]


def _book(item: Entry, target: str, entries: Mapping[str, Entry]) -> Book:
    try:
        return derivation(item, item.id if item.id in entries else str(Path(target).resolve()))
    except TheoremFileError as error:
        if item.id in entries:
            raise
        raise unusable(error) from error
    except MISUSE as error:
        what = f"{item.id}: {type(error).__name__}: {error}"
        raise MisuseError("ID", "a theorem that can be written out", what, f"see icl-proofs check {target}") from error


def _results(books: Sequence[Book], execute: bool) -> Generator[Executed]:
    if execute:
        yield from executed(books, min(WORKERS, os.cpu_count() or 1))
    else:
        yield from (Executed(book, book.node()) for book in books)


def _drift(path: Path, book: Book, line: Recorded | None) -> list[str]:
    if not path.is_file():
        return [f"{path.name}: missing"]
    try:
        node = parsed(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        return [f"{path.name}: cannot be read: {error}"]
    return [f"{path.name}: {said}" for said in (*differences(book, node), *faults(node, line))]


def _counted(items: Sequence[object]) -> str:
    return f"{len(items)} notebook{'s' if len(items) != 1 else ''}"


def _told(summary: str, fallen: Sequence[str]) -> int:
    for line in fallen:
        print(line)
    print(f"{summary}; {len(fallen)} not as they should be" if fallen else summary)
    return FALLEN if fallen else FINE
