"""Process CPU time, as a median of several runs."""

import resource
from collections.abc import Callable
from statistics import median
from time import process_time

FEWEST, MOST = 7, 200


def spent() -> float:
    """CPU seconds of this process, with those of the processes it has started and waited for."""
    children = resource.getrusage(resource.RUSAGE_CHILDREN)
    return process_time() + children.ru_utime + children.ru_stime


def once(run: Callable[[], object]) -> float:
    """CPU seconds of one run."""
    start = spent()
    run()
    return spent() - start


def typical(run: Callable[[], object], budget: float = 0.5) -> float:
    """Median CPU seconds after one run to warm up: at least 7 runs, more while they fit into the budget."""
    once(run)
    times: list[float] = []
    while len(times) < FEWEST or (sum(times) < budget and len(times) < MOST):
        times.append(once(run))
    return median(times)
