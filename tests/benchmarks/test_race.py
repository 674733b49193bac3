"""Races count all that a way costs, and are run only between ways that agree."""

from dataclasses import replace

import pytest

from benchmarks.race import Rival, race


def test_the_other_way_is_charged_for_all_runs_it_takes():
    rival = Rival("sum", lambda: sum(range(1000)), lambda: 499_500, lambda theirs, ours: theirs == ours)
    other, _ = race(rival)
    many, _ = race(replace(rival, runs=lambda theirs: 1e6))
    assert many > 1000 * other


def test_ways_that_differ_are_not_raced():
    with pytest.raises(ArithmeticError, match="differ"):
        race(Rival("one", lambda: 1, lambda: 2, lambda theirs, ours: theirs == ours))
