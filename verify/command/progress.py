"""How far a run has come: a bar that names what is being checked, and in a pipe a line a theorem."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field

from rich.console import Console
from rich.progress import Progress

from verify.command.bars import bar_on
from verify.command.pages import on_terminal
from verify.report import TheoremReport

LOADING = "loading the theorem files"


@dataclass
class Tally:
    """The reports so far, told as they come. `waiting` are the ids to come, in the order in which they are begun."""

    waiting: Sequence[str] = ()
    total: int = 0
    jobs: int = 1
    lines: bool = True
    reports: list[TheoremReport] = field(default_factory=list)
    bar: Progress | None = None

    def expect(self, waiting: Sequence[str], jobs: int) -> None:
        """Take what is to come, when it is known."""
        self.waiting, self.total, self.jobs = waiting, len(waiting), jobs
        self._move_bar()

    def add(self, report: TheoremReport) -> None:
        """Take a report and tell it."""
        self.waiting = [name for name in self.waiting if name != report.id]
        self.reports.append(report)
        self._move_bar()
        if self.lines and (self.bar is None or not on_terminal()):
            count = f"[{len(self.reports):{len(str(self.total))}}/{self.total}]"
            print(f"{count} {report.verdict.name:9} {report.id} ({report.seconds:.1f} s)", flush=True)

    def _move_bar(self) -> None:
        if self.bar is not None:
            begun = ", ".join(self.waiting[: self.jobs])
            self.bar.update(self.bar.task_ids[0], completed=len(self.reports), total=self.total, description=begun)


@contextmanager
def told(tally: Tally, console: Console | None) -> Iterator[None]:
    """Show a bar on the console meanwhile, and take it away at the end; without a console there is none."""
    if console is None:
        yield
        return
    with bar_on(console) as tally.bar:
        tally.bar.add_task(LOADING, total=None)
        yield
