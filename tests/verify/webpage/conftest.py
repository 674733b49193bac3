"""A page of a few theorems, one of which is full of markup."""

from pathlib import Path

import pytest

from proofs.core.catalogue import Entry, catalogue, with_used
from verify import suite
from verify.webpage.report import report_page
from verify.webpage.run import Run

HOSTILE = '''"""<script>alert(1)</script>

Setting: <b>bold</b> & {{ 7 * 7 }}.
Claim: "n" = n.
"""
from proofs.algebra import scalar
from proofs.core.claims import Equality
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.theorem import Control, Theorem


def theorem():
    n, odd = scalar("n"), scalar("odd")
    claims = tuple(Equality(name=f"<i>{k}</i>", left=n + k * odd, right=n + k * odd) for k in range(2))
    return Theorem(
        Source("<u>paper</u>", url="javascript:alert(3)"),
        (Hypothesis("n", Predicate.INTEGER, "<s>size</s>"),),
        claims,
        controls=(Control("<em>changed</em>", Equality(name="<i>1</i>", left=n, right=n + odd)),),
    )
'''
IDS = ("one_layer.optimum", "many_layers.forward_pass", "many_layers.step_sizes_listed")


@pytest.fixture(scope="session")
def ran(tmp_path_factory: pytest.TempPathFactory) -> Run:
    """A run of these theorems."""
    path = tmp_path_factory.mktemp("theorems") / "hostile.py"
    path.write_text(HOSTILE)
    entries = [*with_used([catalogue()[name] for name in IDS], catalogue()), Entry("hostile", path)]
    reports = suite.run(entries, suite.Settings(), 1, lambda report: None)
    settings = [("level", "quick"), ("seed", "0")]
    return Run(reports, {entry.id: entry for entry in entries}, ["6 theorems", "NEW <b>hostile</b>"], settings, 1.5)


@pytest.fixture(scope="session")
def page(ran: Run) -> str:
    """Its page."""
    return report_page(ran)


@pytest.fixture(scope="session")
def page_file(page: str, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The page as a file."""
    path = tmp_path_factory.mktemp("page") / "report.html"
    path.write_text(page, encoding="utf-8")
    return path
