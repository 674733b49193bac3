"""Proofs: they hold when there is a line and every line holds."""

import pytest

from proofs.core.proof import Line, Proof

GOOD, OTHER, OPEN = Line("a", "rule", "book", True), Line("b", "other rule", "", True), Line("c", "rule", "book", False)


@pytest.mark.parametrize(
    ("lines", "holds", "open_line"),
    [((), False, None), ((GOOD,), True, None), ((GOOD, OTHER), True, None), ((GOOD, OPEN, OTHER), False, OPEN)],
)
def test_it_holds_when_every_line_does(lines, holds, open_line):
    assert Proof(lines).holds is holds
    assert Proof(lines).open_line is open_line


def test_the_first_line_that_is_open():
    later = Line("d", "rule", "book", False)
    assert Proof((GOOD, OPEN, later)).open_line is OPEN


def test_rules_once_in_order_of_first_use():
    assert Proof((OTHER, GOOD, OPEN, OTHER)).rules == (("other rule", ""), ("rule", "book"))
