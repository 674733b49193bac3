"""Sums that differ at listed values: certified there, and with one meaning of a name in all claims of a theorem."""

from dataclasses import replace
from random import Random

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
from verify.checks.entrywise import (
    definition_road,
    different_refutation,
    different_roads,
    drawn,
    places,
    refutation,
    roads,
    series_road,
    written,
)

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
    with pytest.raises(InputError, match="the entries of f are positive with sum 1"):
        verdict(claim, SAME)


def test_with_values_of_a_simplex_the_sums_are_the_same():
    assert verdict(other((HALF, HALF), (3 * ONE, 3 * ONE)), SAME) is Verdict.REFUTED, "whether it is said again or not"
    assert verdict(other((HALF, HALF), (3 * ONE, 3 * ONE), simplex=(f,)), SAME) is Verdict.REFUTED


GRADIENT = "softmax.gradient"
f, v = Symbol("f", ("n",)), Symbol("v", ("n",))


@pytest.fixture
def gradient(claim):
    return claim(GRADIENT, "gradient")


def test_all_roads_to_the_gradient(gradient, context):
    assert [(road.name, road.verdict) for road in roads(gradient, context(GRADIENT))] == [
        ("symbolic", Verdict.PROVED),
        ("exact values", Verdict.CERTIFIED),
        ("definition", Verdict.CERTIFIED),
        ("power series", Verdict.SUPPORTED),
    ]


@pytest.mark.parametrize("road", [refutation, definition_road, series_road])
def test_each_road_refutes_twice_the_gradient(road, gradient, context):
    found = road(replace(gradient, right=2 * gradient.right), context(GRADIENT))
    assert found.verdict is Verdict.REFUTED
    assert "claimed" in found.witness


def test_values_lie_on_the_simplex():
    claim = EntrywiseIdentity(name="c", left=f("i") * v("i"), right=f("i") * v("i"), simplex=f)
    arrays = drawn(claim, 4, 2, Random(0))
    assert sum(arrays["f"][0], fmpq(0)) == 1
    assert all(entry > 0 for entry in arrays["f"][0])
    assert len(arrays["v"][0]) == 4
    assert written({"v": ((fmpq(1), fmpq(1, 2)),)}) == "v = [['1', '1/2']]"


def test_places_are_all_values_of_the_free_indices():
    A = Symbol("A", ("n", "d"))
    claim = EntrywiseIdentity(name="c", left=A("i", "k"), right=A("i", "k"), simplex=f)
    assert len(list(places(claim, {"n": 3, "d": 2}))) == 6
    scalar = EntrywiseIdentity(name="c", left=f("i").over("i"), right=f("i").over("i"), simplex=f)
    assert list(places(scalar, {"n": 3, "d": 2})) == [{}]


def test_different_values(context):
    values = (("f", ((fmpq(1, 3), fmpq(2, 3)),)),)
    claim = DifferentValues(
        name="c", left=f("1"), right=f("2"), values=values, found=(fmpq(1, 3), fmpq(2, 3)), simplex=(f,)
    )  # fmt: skip
    (road,) = different_roads(claim, context(GRADIENT))
    assert road.verdict is Verdict.CERTIFIED
    for changes in ({"found": (fmpq(1, 3), fmpq(1))}, {"right": f("1"), "found": (fmpq(1, 3), fmpq(1, 3))}):
        assert different_refutation(replace(claim, **changes), context(GRADIENT)).verdict is Verdict.REFUTED
