"""Every theorem file: its form, that importing it derives nothing, that each claim is proved, that nothing is idle."""

import importlib.util
import re
from dataclasses import fields, is_dataclass

import pytest

from proofs.algebra.polynomial import TracePolynomial
from proofs.core.catalogue import ROOT, Entry, catalogue
from proofs.core.claims import Claim, SemidefiniteBound
from proofs.core.statement import Provenance
from proofs.core.task import RidgeOperator, Task
from proofs.core.theorem import Theorem
from proofs.moments.mean import Mean
from verify.suite import prove

SECTIONS = ("Setting:", "Claim:", "Hypotheses:", "Idea:", "Source:")
ENTRIES = catalogue()
THEOREMS = {identifier: entry.load() for identifier, entry in ENTRIES.items()}
CLAIMS = [(identifier, claim.name) for identifier, theorem in THEOREMS.items() for claim in theorem.claims]
TEMPLATE = Entry("_template", ROOT / "_template.py")
FILES = [*ENTRIES.values(), TEMPLATE]


def claim_of(identifier, name):
    return next(claim for claim in THEOREMS[identifier].claims if claim.name == name)


def symbols(part):
    """All names in a claim: letters, their originals and sizes, scalars, covariances of tasks, priors of operators."""
    if isinstance(part, TracePolynomial):
        sizes = {size for letter in part.letters for size in (letter.rows, letter.columns)}
        return sizes | set(part.scalars) | {name for x in part.letters for name in (x.name, x.inverse_of)}
    if isinstance(part, Task | RidgeOperator):
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


@pytest.mark.parametrize("identifier", THEOREMS)
def test_a_theorem_has_claims_and_sources(identifier):
    theorem = THEOREMS[identifier]
    assert theorem.claims
    assert len({claim.name for claim in theorem.claims}) == len(theorem.claims)
    assert theorem.source.paper
    assert theorem.source.provenance is Provenance.OWN or theorem.source.url
    assert set(theorem.uses) <= set(ENTRIES)
    assert {control.claim.name for control in theorem.controls} <= {claim.name for claim in theorem.claims} | {
        control.claim.name for control in theorem.controls if control.claim.name.startswith("a symmetric part")
    }


@pytest.mark.parametrize(("identifier", "name"), CLAIMS)
def test_every_claim_is_proved_symbolically(identifier, name):
    theorem, claim = THEOREMS[identifier], claim_of(identifier, name)
    proof = prove(claim, theorem)
    if isinstance(claim, SemidefiniteBound):
        assert proof is None
    else:
        assert proof.holds, proof.open_line
        assert all(rule and reference for rule, reference in proof.rules)


@pytest.mark.parametrize("identifier", THEOREMS)
def test_every_hypothesis_is_of_something(identifier):
    theorem = THEOREMS[identifier]
    named = set().union(*map(symbols, theorem.claims))
    for hypothesis in theorem.hypotheses:
        assert hypothesis.used.strip()
        assert hypothesis.symbol in named, f"{hypothesis.symbol} is in no claim"
    assert len(theorem.symbols) == len(theorem.hypotheses)


@pytest.mark.parametrize("identifier", THEOREMS)
def test_a_control_differs_from_its_claim(identifier):
    theorem = THEOREMS[identifier]
    for control in theorem.controls:
        assert control.changed
        assert control.claim not in theorem.claims
