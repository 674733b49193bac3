"""Tells of finished items as they come: on a terminal by a bar, in a pipe by a line each."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count

from verify.command.pages import on_terminal, page
from verify.command.progress import bar_on

Tell = Callable[[str, str], None]
"""Called with the name of an item that is finished, for the bar, and with the line that says how it went."""


@contextmanager
def told(total: int) -> Iterator[Tell]:
    """What is to be called for each of so many items; the bar goes away in the end."""
    if not on_terminal():
        numbers = count(1)
        yield lambda name, line: print(f"[{next(numbers):{len(str(total))}}/{total}] {line}", flush=True)
        return
    with bar_on(page()) as bar:
        task = bar.add_task("", total=total)
        yield lambda name, line: bar.update(task, advance=1, description=name)
