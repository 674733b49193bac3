"""Other ways to a mean give what ours gives, and a rival that does not agree is seen."""

import pytest

from benchmarks.cases import S
from benchmarks.rivals import by_sympy_polynomial, by_sympy_stats, entrywise, pairings
from proofs.algebra import trace


@pytest.mark.parametrize("way", [by_sympy_stats, by_sympy_polynomial])
def test_entry_by_entry(way):
    """E tr S^2 = n d (n + d + 1) for standard normal entries."""
    assert way(2, 1, 2) == 1 * 2 * (1 + 2 + 1)
    rival = entrywise("way", way, 2, 1, 2)
    ours = rival.ours()
    assert rival.agrees(rival.other(), ours)
    assert not rival.agrees(rival.other() + 1, ours)


def test_pairing_by_pairing():
    rival = pairings("E tr S^3", trace(S**3))
    assert rival.title == "all pairings: E tr S^3"
    assert rival.agrees(rival.other(), rival.ours())
    assert not rival.agrees(2 * rival.other(), rival.ours())
