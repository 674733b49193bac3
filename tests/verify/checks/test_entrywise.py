"""Sums that differ at listed values: certified there, and with one meaning of a name in all claims of a theorem."""

import pytest
from flint import fmpq

from proofs.core.errors import InputError
from proofs.core.statement import Source
from proofs.core.theorem import Theorem
from proofs.core.verdict import Verdict
from proofs.entrywise.claims import DifferentValues, EntrywiseIdentity
from proofs.entrywise.softmax import probabilities
from proofs.entrywise.sums import Symbol
from verify.checks.context import Context
from verify.checks.entrywise import different_refutation

f, v = probabilities(), Symbol("v", ("n",))
ONE, HALF = fmpq(1), fmpq(1, 2)
PRODUCT, SUM = f("i").over("i") * v("j").over("j"), v("j").over("j")
SAME = EntrywiseIdentity(name="same", left=PRODUCT, right=SUM, simplex=f)


def other(entries: tuple[fmpq, ...], found: tuple[fmpq, fmpq], **more: object) -> DifferentValues:
    values = (("f", (entries,)), ("v", ((ONE, 2 * ONE),)))
    return DifferentValues(name="other", left=PRODUCT, right=SUM, values=values, found=found, **more)


def verdict(claim: DifferentValues, *beside: EntrywiseIdentity) -> Verdict:
    return different_refutation(claim, Context("a.test", Theorem(Source("a test"), (), (claim, *beside)))).verdict


def test_a_name_that_sums_to_one_in_one_claim_does_so_in_all():
    """Of an arbitrary vector f the two sums differ; beside a claim in which f is a simplex they do not."""
    claim = other((ONE, ONE), (6 * ONE, 3 * ONE))
    assert verdict(claim) is Verdict.CERTIFIED
    with pytest.raises(InputError, match="positive with sum 1 in claim 'same'"):
        verdict(claim, SAME)


def test_with_values_of_a_simplex_the_sums_are_the_same():
    assert verdict(other((HALF, HALF), (3 * ONE, 3 * ONE), simplex=(f,)), SAME) is Verdict.REFUTED
