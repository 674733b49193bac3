"""Checks of limits: exact values far out support a right one and refute a wrong one."""

from dataclasses import replace

import pytest

from proofs.algebra import matrix, scalar
from proofs.algebra.abbreviation import polynomial
from proofs.core.claims import Limit
from proofs.core.derivation import Reciprocal
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.theorem import Theorem
from proofs.core.verdict import Verdict
from verify.checks import limit
from verify.checks.context import Context

LIMITS = ["long contexts", "step size in proportion", "loss in proportion"]
WHERE = "one_layer.limits"


@pytest.mark.parametrize("name", LIMITS)
def test_roads_to_a_right_limit(name, claim, context):
    roads = {road.name: road.verdict for road in limit.roads(claim(WHERE, name), context(WHERE))}
    assert roads == {"symbolic": Verdict.PROVED, "exact values far out": Verdict.SUPPORTED}


@pytest.mark.parametrize("name", LIMITS)
@pytest.mark.parametrize("factor", [2, -1, 0])
def test_another_limit_is_refuted(name, factor, claim, context):
    right = claim(WHERE, name)
    wrong = replace(right, limit=factor * polynomial(right.limit), inverted=right.inverted and factor != 0)
    road = limit.refutation(wrong, context(WHERE))
    assert road.verdict is Verdict.REFUTED
    assert "claimed" in road.witness
    assert not any(road.verdict is Verdict.PROVED for road in limit.roads(wrong, context(WHERE)))


def test_what_does_not_converge_is_refuted(claim, context):
    right = claim(WHERE, "step size in proportion")
    grows = replace(right, numerator=polynomial(right.grows))
    assert limit.refutation(grows, context(WHERE)).verdict is Verdict.REFUTED


n, d, eta = (scalar(name) for name in ("n", "d", "eta"))
STEP = Limit(name="c", grows=n, numerator=n * eta, limit=eta * 0 + 1, abbreviations=(Reciprocal(eta, n + d),))


def under(*hypotheses):
    assumed = (("n", Predicate.INTEGER), ("d", Predicate.INTEGER), *hypotheses)
    return Context("limits", Theorem(Source("nobody"), tuple(Hypothesis(*item, "") for item in assumed), ()))


def test_abbreviations_have_the_values_that_they_have_far_out():
    instance = under().instances(STEP, (n * eta,))[0]
    there = limit.far_out(STEP, instance, limit.FAR)
    assert there.numbers["eta"] * (limit.FAR + instance.numbers["d"]) == 1
    assert limit.refutation(STEP, under()).verdict is Verdict.SUPPORTED
    wrong = limit.refutation(replace(STEP, limit=eta * 0 + 2), under())
    assert (wrong.verdict, wrong.witness[:10]) == (Verdict.REFUTED, "n = 1e40: ")


def test_no_value_is_taken_that_hypotheses_forbid():
    road = limit.refutation(STEP, under(("n", Predicate.AT_MOST_D)))
    assert (road.verdict, road.detail) == (
        Verdict.UNKNOWN, "no instance applies: the hypotheses hold for none with n = 1e40"
    )  # fmt: skip


def test_a_size_of_matrices_does_not_grow_at_instances():
    X = matrix("X", "n", "d")
    road = limit.refutation(Limit(name="c", grows=n, numerator=X.T @ X / n, limit=X.T @ X * 0), under())
    assert (road.verdict, road.detail) == (Verdict.UNKNOWN, "n is a size of X: no values far out")
