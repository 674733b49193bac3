"""Every theorem file: its form, that importing it derives nothing, that nothing is idle.

That its claims are proved and its controls refuted is tested in tests/test_ledger.py.
"""

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
from proofs.moments.mean import Mean

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


def test_form_of_the_files():
    for entry in FILES:
        lines = entry.docstring.splitlines()
        assert lines[0].endswith((".", ":")) or lines[1].endswith("."), entry.id
        assert len(lines[0]) <= 120, entry.id
        found = [word for line in lines for word in SECTIONS if line.startswith(word)]
        assert found == list(SECTIONS), entry.id
        assert all(re.search(rf"^{section} ?\S", entry.docstring, re.MULTILINE) for section in SECTIONS), entry.id
        assert len(entry.path.read_text(encoding="utf-8").splitlines()) <= 120, entry.id


def test_importing_derives_nothing():
    made = []
    for entry in FILES:
        specification = importlib.util.spec_from_file_location("imported", entry.path)
        module = importlib.util.module_from_spec(specification)
        specification.loader.exec_module(module)
        derived = TracePolynomial | Mean | Claim | Theorem
        made += [f"{entry.id}: {name}" for name, value in vars(module).items() if isinstance(value, derived)]
    assert made == []


@pytest.mark.slow
@pytest.mark.parametrize("identifier", ENTRIES)
def test_a_theorem_is_whole(identifier, theorem):
    """Claims and a source, hypotheses of what is in a claim, controls that change one."""
    found = theorem(identifier)
    names = {claim.name for claim in found.claims}
    assert found.claims
    assert len(names) == len(found.claims)
    assert found.source.paper
    assert found.source.provenance is Provenance.OWN or found.source.url
    assert set(found.uses) <= set(ENTRIES)
    in_claims = {"n", "d"}.union(*map(symbols, found.claims))  # sizes are of every claim, also where they are listed
    in_claims |= {name for claim in found.claims for name, _ in getattr(claim, "domain", ())}
    for hypothesis in found.hypotheses:
        assert hypothesis.used.strip()
        assert hypothesis.symbol in in_claims, f"{hypothesis.symbol} is in no claim"
    assert len(found.symbols) == len(found.hypotheses)
    for control in found.controls:
        assert control.changed
        assert control.claim not in found.claims
        assert control.claim.name in names
