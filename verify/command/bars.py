"""Progress bars: on standard error where that is a terminal, gone in the end. Standard output is for results."""

import os
import sys
from collections.abc import Callable, Generator, Sequence
from typing import TypeVar

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, ProgressColumn, Task, TextColumn, TimeElapsedColumn
from rich.text import Text

Item = TypeVar("Item")


class Remaining(ProgressColumn):
    """The time that is left, if what is to come takes as long as what is done."""

    max_refresh = 0.5

    def render(self, task: Task) -> Text:
        """Nothing until something is done, and once all is."""
        if not task.total or task.elapsed is None or not 0 < task.completed < task.total:
            return Text("")
        return Text(f"about {duration(task.elapsed * (task.total / task.completed - 1))} left")


def terminal() -> Console | None:
    """Standard error, if it is a terminal that can show a bar."""
    if sys.stderr is None or not sys.stderr.isatty() or os.environ.get("TERM") in ("dumb", "unknown"):
        return None
    return Console(stderr=True)


def bar_on(console: Console) -> Progress:
    """A bar over items: how many are done, the time that has passed and that is left, and what is being done."""
    return _bar(console, MofNCompleteColumn())


def bar_of_time(console: Console) -> Progress:
    """A bar over the seconds that a computation is expected to take."""
    return _bar(console)


def shown_on_bar(items: Sequence[Item], named: Callable[[Item], str]) -> Generator[Item]:
    """The items one after the other; on a terminal a bar names the one in hand. To be closed when it is left early."""
    console = terminal()
    if console is None:
        yield from items
        return
    with bar_on(console) as bar:
        task = bar.add_task("", total=len(items))
        for item in items:
            bar.update(task, description=named(item))
            yield item
            bar.advance(task)


def duration(seconds: float) -> str:
    """Seconds below two minutes, minutes below two hours, then hours."""
    for unit, length in (("s", 1), ("min", 60)):
        if seconds < 120 * length:
            return f"{seconds / length:.0f} {unit}"
    return f"{seconds / 3600:.0f} h"


def _bar(console: Console, *more: ProgressColumn) -> Progress:
    what = TextColumn("{task.description}", markup=False)
    columns = BarColumn(20), *more, TimeElapsedColumn(), Remaining(), what
    return Progress(*columns, console=console, transient=True, redirect_stdout=False)
