"""Perturbed claims. That all of them are refuted in every theorem is tested in tests/test_ledger.py."""

from proofs.algebra import scalar, substitute, symmetric, trace
from proofs.core.claims import Claim, Equality
from verify.refute import perturbed

n, Sigma = scalar("n"), symmetric("Sigma", "d")


def test_a_claim_of_no_known_kind_has_no_neighbours():
    assert perturbed(Claim(name="some")) == ()


def test_an_equality_keeps_its_name_and_left_side():
    claim = Equality(name="some", left=trace(Sigma) * n, right=n * trace(Sigma))
    for control in perturbed(claim):
        assert (control.claim.name, control.claim.left) == (claim.name, claim.left)
        assert control.claim.right != claim.right
    assert substitute(claim.right, {n: n + 1}) in [control.claim.right for control in perturbed(claim)]
