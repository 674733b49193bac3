"""The tables of what was measured: units and digits, missed targets, 80 columns."""

import pytest

from benchmarks.cases import CASES
from benchmarks.rivals import RIVALS
from benchmarks.startup import COMMANDS
from benchmarks.table import Figure, Ratio, Start, duration, limit, markdown, plain


def test_a_missed_target_is_shown_within_80_columns():
    figures = [Figure(case.title, 2 * case.target, case.target, case.terms) for case in CASES.values()]
    ratios = [Ratio(prepare().title, 200.0, 0.0001) for prepare in RIVALS]
    starts = [Start(" ".join(words), 2.5 * target, 1.0, target) for words, target in COMMANDS]
    text = plain("a machine", figures, ratios, starts)
    assert text.count("NO") == len(CASES) + len(COMMANDS)
    assert text.count("2,000,000") == len(RIVALS)
    assert max(map(len, text.splitlines())) <= 80


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [(123.4, "123 s"), (12.34, "12.3 s"), (1.234, "1.23 s"), (0.0123, "12.3 ms"), (5e-4, "0.50 ms")],
)
def test_two_or_three_digits(seconds, shown):
    assert duration(seconds) == shown


def test_limits_are_round():
    assert (limit(2), limit(0.05)) == ("2 s", "50 ms")


def test_a_target_that_is_met_is_met():
    memory = Figure("memory", 100, 150)
    assert (memory.cells()[-1], Figure("memory", 151, 150).cells()[-1]) == ("yes", "NO")
    assert memory.cells()[1:3] == ("100 MB", "150 MB")
    rows = markdown("a machine", [memory], [Ratio("other", 3.0, 2.0)], [Start("list", 0.9, 0.5, 2)]).splitlines()
    assert rows[0] == "a machine"
    assert rows[4] == "| memory | 100 MB | 150 MB |  | yes |"
    assert "| other | 3.00 s | 2.00 s | 1.5 |" in rows
    assert rows[-1] == "| list | 900 ms | 1.80 | <= 2 | yes |"
    assert Start("list", 1.1, 0.5, 2).cells()[-1] == "NO"
