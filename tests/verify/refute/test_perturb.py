"""Every control of every theorem, declared or generated, is refuted with a witness: a survivor is a defect."""

from dataclasses import replace

import pytest

from proofs.algebra import identity, matrix, scalar, substitute, symmetric, trace
from proofs.algebra.symbols import number
from proofs.core.catalogue import catalogue
from proofs.core.claims import Claim, Equality
from proofs.core.derivation import Definition, Reciprocal
from proofs.core.verdict import Verdict
from verify.checks.context import Context
from verify.checks.table import check_of
from verify.refute import perturbed
from verify.refute.formulas import abbreviations, formulas
from verify.refute.perturb import MOST
from verify.suite import FEWEST_CONTROLS


@pytest.mark.parametrize("identifier", catalogue())
def test_every_control_is_refuted_with_a_witness(identifier, theorem):
    found = theorem(identifier)
    for claim in found.claims:
        generated = perturbed(claim)
        declared = tuple(control for control in found.controls if control.claim.name == claim.name)
        assert len(declared) + len(generated) >= FEWEST_CONTROLS == 2, claim.name
        assert len(generated) <= MOST, claim.name
        for control in (*declared, *generated):
            here = claim.name, control.changed
            larger = replace(found, hypotheses=found.hypotheses + control.hypotheses)
            road = check_of(control.claim).refutation(control.claim, Context(identifier, larger))
            assert control.claim != claim, here
            assert road.verdict is Verdict.REFUTED, (*here, road.detail)
            assert road.witness.strip(), here


n, d, t, eta = scalar("n"), scalar("d"), scalar("t"), scalar("eta")
A, Sigma, K = matrix("A", "d", "d"), symmetric("Sigma", "d"), symmetric("K", "d")
FORMULAS = [
    n * Sigma,
    (n + 1) / n * A @ Sigma + trace(Sigma) / n * A,
    trace(Sigma),
    number(0),
    Sigma * 0,
    number(3),
    eta * n * d,
    identity("d"),
]


@pytest.mark.parametrize("formula", FORMULAS, ids=str)
def test_a_changed_formula_is_another_one(formula):
    found = list(formulas(formula))
    assert found
    assert all(changed != formula and changed.shape == formula.shape for _, changed in found)
    assert len({text for text, _ in found}) == len(found)


def test_constants_are_shifted():
    changes = dict(formulas((n + 1) / n * Sigma + d * A))
    assert changes["n -> n+1"] == ((n + 2) * Sigma + (n + 1) * d * A) / n
    assert changes["d -> d+1"] == (n + 1) / n * Sigma + (d + 1) * A
    assert changes["transposed"] == (n + 1) / n * Sigma + d * A.T
    assert "transposed" not in dict(formulas(Sigma))


def test_a_change_that_an_abbreviation_undoes_is_left_out():
    cancels = n * K - n * t * Sigma + d * Sigma
    assert "n -> n+1" in dict(formulas(cancels))
    assert "n -> n+1" not in dict(formulas(cancels, (Definition(K, t * Sigma),)))
    assert "d -> d+1" in dict(formulas(cancels, (Definition(K, t * Sigma),)))


def test_abbreviations_are_shifted_one_at_a_time():
    given = (Definition(t, trace(Sigma) / n), Definition(K, Sigma @ Sigma), Reciprocal(eta, n + d + 1))
    found = dict(abbreviations(given))
    assert "n -> n+1 in K" not in found
    assert found["n -> n+1 in eta"] == (*given[:2], Reciprocal(eta, n + d + 2))


def test_a_claim_of_no_known_kind_has_no_neighbours():
    assert perturbed(Claim(name="some")) == ()


def test_an_equality_keeps_its_name_and_left_side():
    claim = Equality(name="some", left=trace(Sigma) * n, right=n * trace(Sigma))
    for control in perturbed(claim):
        assert (control.claim.name, control.claim.left) == (claim.name, claim.left)
        assert control.claim.right != claim.right
    assert substitute(claim.right, {n: n + 1}) in [control.claim.right for control in perturbed(claim)]
