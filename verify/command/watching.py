"""One long computation: on a terminal with a bar, an estimate of its time, and an interrupt that ends it at once.

While a compiled library computes, this process hears no interrupt and draws no bar, so another one does the work. The
estimate is a power law through the times that a quarter and a half of the size take.
"""

from collections.abc import Callable
from concurrent import futures
from time import perf_counter
from typing import TypeVar

from rich.console import Console

from proofs.core.errors import MISUSE
from verify.command.bars import bar_of_time, terminal
from verify.workers import workers

Result = TypeVar("Result")
TICK = 0.2
"""Seconds between two looks at the clock."""


def watch(work: Callable[[int], Result], size: int, says: str) -> Result:
    """work(size); on a terminal by another process, under a bar that says what is done."""
    console = terminal()
    return work(size) if console is None else _watched(console, work, size, says)


def _watched(console: Console, work: Callable[[int], Result], size: int, says: str) -> Result:
    with workers(1) as pool:
        quarter = pool.submit(_seconds, work, size // 4)
        with bar_of_time(console) as bar:
            task = bar.add_task(f"{says}: estimating", total=None)
            expected = _expected(quarter, pool.submit(_seconds, work, size // 2))
            found, start = pool.submit(work, size), perf_counter()
            bar.reset(task, total=expected)
            while not futures.wait([found], TICK).done:
                passed = perf_counter() - start
                if expected is not None and passed > expected:
                    bar.tasks[task].total, says = None, f"{says}: longer than estimated"
                    expected = None
                bar.update(task, completed=passed, description=says)
            return found.result()


def _expected(quarter: futures.Future[float], half: futures.Future[float]) -> float | None:
    """The seconds that the whole will take; None where a smaller part cannot be done."""
    try:
        return half.result() ** 2 / quarter.result()
    except MISUSE:
        return None


def _seconds(work: Callable[[int], object], size: int) -> float:
    start = perf_counter()
    work(size)
    return perf_counter() - start
