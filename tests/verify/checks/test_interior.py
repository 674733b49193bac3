"""Weights with a sign, or definite: what is found of a point is found where the hypotheses hold, and only there."""

import pytest

from proofs.algebra import identity, scalar, symmetric, trace
from proofs.core.listed import CriticalPoints, LocalMinimum, Located
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.theorem import Theorem
from proofs.core.verdict import Verdict
from verify.checks.context import Context
from verify.checks.critical_points import refutation as critical
from verify.checks.local_minimum import refutation as local

a, s = scalar("a"), scalar("s")
K = symmetric("K", "d")
ONE, TWO = (("d", 1), ("n", 2)), (("d", 2), ("n", 2))
SADDLE = (1 - a) ** 2 + s * a**2
SIGNS = (Predicate.POSITIVE, Predicate.NONNEGATIVE)
DEFINITE = (Predicate.POSITIVE_DEFINITE, Predicate.POSITIVE_SEMIDEFINITE)


def context(claim, symbol: str, predicate: Predicate) -> Context:
    return Context("a.test", Theorem(Source("a test"), (Hypothesis(symbol, predicate, "a test"),), (claim,)))


def stationary(objective, entries, value, sizes=ONE) -> CriticalPoints:
    return CriticalPoints(name="c", objective=objective, points=(Located(sizes, entries, value),), negative=0)


def lowest_nearby(objective, place, value) -> LocalMinimum:
    return LocalMinimum(name="c", objective=objective, symmetries=(), points=(Located(ONE, (("a", place),), value),))


def about(centre: int) -> CriticalPoints:
    """|K - centre I|^2 is least at K = centre I."""
    shifted, place = K - centre * identity("d"), f"{centre}.00"
    entries = (("K[0,0]", place), ("K[0,1]", "0.00"), ("K[1,1]", place))
    return stationary(trace(shifted @ shifted), entries, "0.00", TWO)


@pytest.mark.parametrize("predicate", SIGNS)
@pytest.mark.parametrize(("place", "verdict"), [(1, Verdict.CERTIFIED), (-1, Verdict.UNKNOWN), (0, Verdict.UNKNOWN)])
def test_a_weight_of_one_sign_is_critical_inside_only(predicate, place, verdict) -> None:
    claim = stationary((a - place) ** 2, (("a", f"{place}.00"),), "0.00")
    assert critical(claim, context(claim, "a", predicate)).verdict is verdict


@pytest.mark.parametrize("predicate", DEFINITE)
@pytest.mark.parametrize(("centre", "verdict"), [(1, Verdict.CERTIFIED), (-1, Verdict.UNKNOWN)])
def test_a_definite_weight_is_critical_inside_only(predicate, centre, verdict) -> None:
    claim = about(centre)
    assert critical(claim, context(claim, "K", predicate)).verdict is verdict


def test_a_weight_with_a_sign_is_critical_in_all_that_moves() -> None:
    """At s = 0 the loss is not critical in s."""
    claim = stationary(SADDLE, (("a", "1.00"), ("s", "0.00")), "0.00")
    assert critical(claim, context(claim, "s", Predicate.NONNEGATIVE)).verdict < Verdict.CERTIFIED


@pytest.mark.parametrize("predicate", SIGNS)
def test_the_lower_point_is_looked_for_where_the_hypotheses_hold(predicate) -> None:
    """(a^2 - 1)^2 + a/2 is lower at a < 0 only; (a - 1)^2 (a - 3)^2 + a/10 near 1 as well."""
    outside = lowest_nearby((a**2 - 1) ** 2 + a / 2, "0.930403", "0.48325")
    assert local(outside, context(outside, "a", predicate)).verdict is Verdict.UNKNOWN
    assert local(outside, context(outside, "a", Predicate.ANY)).verdict is Verdict.CERTIFIED
    both = lowest_nearby((a - 1) ** 2 * (a - 3) ** 2 + a / 10, "2.9873", "0.29937")
    assert local(both, context(both, "a", predicate)).verdict is Verdict.CERTIFIED
