"""CPU time: that of children counts, that of waiting does not; the median of as many runs as fit."""

import subprocess
import sys
import time
from functools import partial

from benchmarks import clock
from benchmarks.clock import FEWEST, MOST, once, typical

BUSY = "from time import process_time\nwhile process_time() < 0.2: pass"


def test_the_time_of_a_child_counts():
    assert once(lambda: subprocess.run([sys.executable, "-c", BUSY], check=True)) >= 0.2


def test_waiting_does_not_count():
    assert once(lambda: time.sleep(0.2)) < 0.1


def one_of(times, counted, run):
    counted.append(run)
    return next(times)


def test_the_median_of_as_many_runs_as_fit(monkeypatch):
    """The first run warms up, and does not count."""
    for seconds, runs in ((1.0, FEWEST), (0.05, 10), (0.0, MOST)):
        times = iter([100.0, *[seconds] * (MOST + 1)])
        counted = []
        monkeypatch.setattr(clock, "once", partial(one_of, times, counted))
        assert typical(lambda: None, budget=0.46) == seconds
        assert len(counted) == runs + 1
