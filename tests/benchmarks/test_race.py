"""Races count all that a way costs, and are run only between ways that agree."""

import subprocess
import sys
from dataclasses import replace

import numpy as np
import pytest

from benchmarks.clock import once
from benchmarks.race import Rival, race
from benchmarks.sampling import sampling
from verify.simulate import Estimate

BUSY = "from time import process_time\nwhile process_time() < 0.2: pass"


def test_the_time_of_a_child_counts():
    assert once(lambda: subprocess.run([sys.executable, "-c", BUSY], check=True)) >= 0.2


def test_the_other_way_is_charged_for_all_runs_it_takes():
    rival = Rival("sum", lambda: sum(range(1000)), lambda: 499_500, lambda theirs, ours: theirs == ours)
    other, _ = race(rival)
    many, _ = race(replace(rival, runs=lambda theirs: 1e6))
    assert many > 1000 * other


def test_ways_that_differ_are_not_raced():
    with pytest.raises(ArithmeticError, match="differ"):
        race(Rival("one", lambda: 1, lambda: 2, lambda theirs, ours: theirs == ours))


def test_a_sampled_loss_agrees_with_the_derived_one():
    rival = sampling(2)
    theirs, (value, gradient) = rival.other(), rival.ours()
    assert rival.agrees(theirs, (value, gradient))
    assert not rival.agrees(theirs, (1.1 * value, gradient))


def test_ten_times_the_error_takes_a_hundred_runs():
    mean, error, zero = np.array(2.0), np.array(0.02), np.array(0.0)
    assert sampling(2).runs(Estimate(mean, error, 1000, zero, zero)) == pytest.approx(100)
