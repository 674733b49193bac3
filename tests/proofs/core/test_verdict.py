"""The order of verdicts, and the records of a proof on which they rest."""

import pytest

from proofs.core.proof import Line, Proof
from proofs.core.verdict import Verdict

CLOSED, OPEN = Line("a", "rule", "book", True), Line("b", "rule", "book", False)
OTHER = Line("c", "other rule", "", True)


def test_order():
    assert [verdict.name for verdict in sorted(Verdict)] == ["REFUTED", "UNKNOWN", "SUPPORTED", "CERTIFIED", "PROVED"]


@pytest.mark.parametrize(
    ("lines", "holds", "first_open"),
    [((), False, None), ((CLOSED,), True, None), ((CLOSED, OPEN), False, OPEN), ((OPEN, CLOSED), False, OPEN)],
)
def test_a_proof_needs_a_line_and_no_open_one(lines, holds, first_open):
    assert Proof(lines).holds is holds
    assert Proof(lines).open_line is first_open


def test_rules_are_listed_once_in_order_of_use():
    assert Proof((OTHER, CLOSED, OTHER)).rules == (("other rule", ""), ("rule", "book"))
