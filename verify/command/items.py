"""Tells of finished items as they come: on a terminal by a bar on standard error, in a pipe by a line each."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from itertools import count

from verify.command.bars import bar_on, terminal
from verify.command.pages import on_terminal

Tell = Callable[[str, str], None]
"""Called with the name of an item that is finished, for the bar, and with the line that says how it went."""


@contextmanager
def told(total: int, begun: str = "") -> Iterator[Tell]:
    """What is to be called for each of so many items; the bar goes away in the end. `begun` says what comes first."""
    console, numbers = terminal(), count(1)

    def write(name: str, line: str) -> None:
        print(f"[{next(numbers):{len(str(total))}}/{total}] {line}", flush=True)

    if console is None:
        yield write
        return
    with bar_on(console) as bar:
        task = bar.add_task(begun, total=total)

        def advance(name: str, line: str) -> None:
            bar.update(task, advance=1, description=name)
            if not on_terminal():
                write(name, line)

        yield advance
