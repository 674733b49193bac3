"""Where text goes: pages as wide as the terminal, or 80 columns in a pipe; never a cut id."""

import os
import shutil
import sys
from collections.abc import Sequence
from errno import EPIPE

from rich.box import SIMPLE_HEAD
from rich.console import Console, JustifyMethod
from rich.measure import Measurement
from rich.table import Table
from rich.text import Text

WIDTH, WIDEST = 80, 120
LEAST, BOUNDLESS = 12, 10_000


class Page(Console):
    """The standard output. A reader that has gone away ends the run; see `verify.command.main`."""

    def on_broken_pipe(self) -> None:
        """Leave the handling to the caller."""
        raise BrokenPipeError(EPIPE, os.strerror(EPIPE))


def page(least: int = 0) -> Page:
    """Standard output as it is now, at least so many columns wide."""
    return Page(width=max(table_width(), least), highlight=False, markup=False, emoji=False)


def page_width() -> int:
    """The width of the terminal; in a pipe that of the variable COLUMNS, or 80."""
    if on_terminal():
        return shutil.get_terminal_size((WIDTH, 24)).columns
    given = os.environ.get("COLUMNS", "")
    return int(given) if given.isascii() and given.isdigit() and 20 <= int(given) <= 10_000 else WIDTH


def on_terminal() -> bool:
    """Whether standard output is a terminal that can show a progress bar."""
    return sys.stdout is not None and sys.stdout.isatty() and os.environ.get("TERM") not in ("dumb", "unknown")


def table(columns: Sequence[str], rows: Sequence[Sequence[str]], flexible: str, numbers: Sequence[str] = ()) -> Table:
    """A table of ids and what is told of them. The flexible column wraps, and no other: an id stands in one piece."""
    found = Table(box=SIMPLE_HEAD, show_edge=False, pad_edge=False, padding=(0, 1), collapse_padding=True)
    for name in columns:
        justify: JustifyMethod = "right" if name in numbers else "left"
        if name == flexible:
            found.add_column(name, overflow="fold", min_width=LEAST, justify=justify)
        else:
            found.add_column(name, no_wrap=True, justify=justify)
    for row in rows:
        found.add_row(*map(Text, row))
    return found


def table_width() -> int:
    """The width of the page, at least 60: on a narrower terminal a table runs over the edge rather than be cut."""
    return max(page_width(), 60)


def print_table(found: Table) -> None:
    """Print it, over the edge of the page rather than with a cut id; in a pipe without blanks at the ends of lines."""
    boundless = page(BOUNDLESS)
    target = page(Measurement.get(boundless, boundless.options, found).minimum)
    if on_terminal():
        target.print(found)
        return
    with target.capture() as captured:
        target.print(found)
    print("\n".join(line.rstrip() for line in captured.get().splitlines()))


def line_width() -> int:
    """The width to which text is wrapped: that of the page, but no more than can be read."""
    return min(page_width(), WIDEST)
