"""Errata written out."""

import json

import pytest

from proofs.algebra import scalar
from proofs.core.claims import Equality
from proofs.core.scope import Scope
from proofs.core.statement import Provenance, Source
from proofs.core.verdict import Verdict
from verify.document.markdown import as_markdown
from verify.errata import Erratum
from verify.exposition.errata import NOTHING, errata_data, errata_page
from verify.report import ClaimReport, ControlReport

n, d = scalar("n"), scalar("d")
EXPECTED = """\
## A paper, Lemma 1

**Printed form.** arXiv:1; printed display read and restored. A slip.

### As printed

$$
n = 2 d
$$

**Refuted.** `n = 1, d = 1`

### Corrected

$$
n = d
$$

**Verdict.** PROVED (all d), by `a.b`.
"""


@pytest.fixture
def erratum():
    report = ClaimReport("size", "Equality", Verdict.PROVED, Scope(frozenset("d")), "", (), (), 0.0)
    return Erratum(
        "a.b",
        Source("A paper", "Lemma 1", "arXiv:1", Provenance.READ, "A slip."),
        Equality(name="size", left=n, right=2 * d),
        Equality(name="size", left=n, right=d),
        report,
        ControlReport("twice", True, "n = 1, d = 1"),
    )


def test_a_page(erratum):
    text = as_markdown(errata_page([erratum]))
    assert text.startswith("# Errata\n\n")
    assert text.endswith(EXPECTED)


def test_no_errata():
    assert NOTHING in as_markdown(errata_page([]))


def test_a_statement_that_is_not_refuted_is_not_called_refuted(erratum):
    survived = Erratum(*[*vars(erratum).values()][:5], ControlReport("twice", False, ""))
    text = as_markdown(errata_page([survived]))
    assert "**NOT refuted.** no witness was found" in text
    assert "**Refuted.**" not in text


def test_as_data(erratum):
    (data,) = json.loads(json.dumps(errata_data([erratum])))
    assert data["source"]["provenance"] == Provenance.READ.value
    assert (data["printed"], data["corrected"]) == ("$$\nn = 2 d\n$$\n", "$$\nn = d\n$$\n")
    assert (data["verdict"], data["refuted"], data["witness"]) == ("PROVED", True, "n = 1, d = 1")
