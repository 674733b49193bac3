"""Every theorem file: its form, that importing it derives nothing, that each claim is proved, that nothing is idle."""

import importlib.util
import re
from dataclasses import fields, is_dataclass

import pytest
import sympy as sp

from proofs.algebra.polynomial import TracePolynomial
from proofs.core.catalogue import ROOT, Entry, catalogue
from proofs.core.claims import Claim
from proofs.core.functions import Functions
from proofs.core.statement import Provenance
from proofs.core.task import RidgeOperator, Task
from proofs.core.theorem import Theorem
from proofs.core.verdict import Verdict
from proofs.moments.mean import Mean
from verify.checks.symbolic import proof_of
from verify.ledger import read_ledger

SECTIONS = ("Setting:", "Claim:", "Hypotheses:", "Idea:", "Source:")
ENTRIES = catalogue()
TEMPLATE = Entry("_template", ROOT / "_template.py")
FILES = [*ENTRIES.values(), TEMPLATE]


def symbols(part):
    """All names in a claim: letters, their originals and sizes, scalars, covariances of tasks, priors of operators."""
    if isinstance(part, TracePolynomial):
        sizes = {size for letter in part.letters for size in (letter.rows, letter.columns)}
        return sizes | set(part.scalars) | {name for x in part.letters for name in (x.name, x.inverse_of)}
    if isinstance(part, sp.Expr):
        return {symbol.name for symbol in part.free_symbols}
    if isinstance(part, Task | Functions):
        return {name.removesuffix("^-1") for name in part.names}
    if isinstance(part, RidgeOperator):
        return {getattr(part, field.name).removesuffix("^-1") for field in fields(part)}
    if isinstance(part, tuple | frozenset):
        return set().union(*map(symbols, part))
    if is_dataclass(part):
        return set().union(*(symbols(getattr(part, field.name)) for field in fields(part)))
    return set()


@pytest.mark.parametrize("entry", FILES, ids=lambda entry: entry.id)
def test_form_of_the_file(entry):
    lines = entry.docstring.splitlines()
    assert lines[0].endswith(".") or lines[0].endswith(":") or lines[1].endswith(".")
    assert len(lines[0]) <= 120
    found = [word for line in lines for word in SECTIONS if line.startswith(word)]
    assert found == list(SECTIONS)
    assert all(re.search(rf"^{section} ?\S", entry.docstring, re.MULTILINE) for section in SECTIONS)
    assert len(entry.path.read_text(encoding="utf-8").splitlines()) <= 120


@pytest.mark.parametrize("entry", FILES, ids=lambda entry: entry.id)
def test_importing_derives_nothing(entry):
    specification = importlib.util.spec_from_file_location("imported", entry.path)
    module = importlib.util.module_from_spec(specification)
    specification.loader.exec_module(module)
    made = [name for name, value in vars(module).items() if isinstance(value, TracePolynomial | Mean | Claim | Theorem)]
    assert not made


@pytest.mark.parametrize("identifier", ENTRIES)
def test_a_theorem_has_claims_and_sources(identifier, theorem):
    found = theorem(identifier)
    assert found.claims
    assert len({claim.name for claim in found.claims}) == len(found.claims)
    assert found.source.paper
    assert found.source.provenance is Provenance.OWN or found.source.url
    assert set(found.uses) <= set(ENTRIES)


@pytest.mark.parametrize("identifier", ENTRIES)
def test_every_claim_is_proved_symbolically(identifier, theorem):
    """A theorem that the ledger records as PROVED; what is only certified has a kind without a symbolic road."""
    line = read_ledger().get(identifier)
    for claim in theorem(identifier).claims:
        proof = proof_of(claim, theorem(identifier))
        if proof is None:
            assert line is None or line.verdict is not Verdict.PROVED, claim.name
        else:
            assert proof.holds, (claim.name, proof.open_line)
            assert all(rule and reference for rule, reference in proof.rules), claim.name


@pytest.mark.parametrize("identifier", ENTRIES)
def test_every_hypothesis_is_of_something(identifier, theorem):
    found = theorem(identifier)
    sizes = {"n", "d"}  # of every claim, also where they are listed
    named = sizes.union(*map(symbols, found.claims))
    for hypothesis in found.hypotheses:
        assert hypothesis.used.strip()
        assert hypothesis.symbol in named, f"{hypothesis.symbol} is in no claim"
    assert len(found.symbols) == len(found.hypotheses)


@pytest.mark.parametrize("identifier", ENTRIES)
def test_a_control_changes_a_claim(identifier, theorem):
    found = theorem(identifier)
    for control in found.controls:
        assert control.changed
        assert control.claim not in found.claims
        assert control.claim.name in {claim.name for claim in found.claims}
