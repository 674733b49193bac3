"""The context of a check: scopes, seeds, levels, instances that satisfy the hypotheses."""

from dataclasses import replace

import pytest

from proofs.algebra import symmetric, trace
from proofs.attention.data import data
from proofs.core.claims import Equality
from proofs.core.derivation import Definition
from proofs.core.errors import DependenceError
from proofs.core.scope import Scope
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.task import Task
from proofs.core.theorem import Theorem
from proofs.moments.mean import Mean
from verify.checks.context import Context, instances_scope
from verify.sweep.instance import SHAPES, satisfies

Sigma, K = symmetric("Sigma", "d"), symmetric("K", "d")
SIZES = (Hypothesis("n", Predicate.INTEGER, ""), Hypothesis("d", Predicate.INTEGER, ""))
COVARIANCE = Hypothesis("Sigma", Predicate.POSITIVE_DEFINITE, "")
CLAIM = Equality(name="c", left=trace(Sigma), right=trace(Sigma))


def make(*hypotheses, level="quick", seed=0):
    return Context("a.b", Theorem(Source("paper"), (*SIZES, *hypotheses), (CLAIM,)), level, seed)


def test_a_defined_symbol_is_not_free():
    given = (Definition(K, Sigma @ Sigma),)
    context = make(COVARIANCE, Hypothesis("K", Predicate.POSITIVE_DEFINITE, ""))
    assert "Sigma" in context.symbolic_scope(CLAIM).symbolic
    assert "K" not in context.symbolic_scope(replace(CLAIM, right=trace(K), abbreviations=given)).symbolic


@pytest.mark.parametrize(("level", "rounds"), [("quick", 1), ("full", 10)])
def test_instances_by_level(level, rounds):
    found = make(COVARIANCE, level=level).instances(CLAIM, (Sigma,))
    assert len(found) == rounds * len(SHAPES)
    assert all(satisfies(item, (*SIZES, COVARIANCE)) for item in found)


def test_instances_are_those_of_seed_and_claim():
    words = {
        (seed, name): [str(item) for item in make(COVARIANCE, seed=seed).instances(replace(CLAIM, name=name), (Sigma,))]
        for seed in (0, 1)
        for name in ("c", "e")
    }
    assert words[0, "c"] == [str(item) for item in make(COVARIANCE).instances(CLAIM, (Sigma,))]
    assert len({tuple(item) for item in words.values()}) == 4


def test_sizes_are_as_large_as_the_hypotheses_ask():
    wide = make(COVARIANCE, Hypothesis("d", Predicate.AT_LEAST_TWO, ""))
    found = wide.instances(CLAIM, (Sigma,))
    assert found
    assert all(item.shape.d >= 2 for item in found)


def test_an_abbreviation_of_an_averaged_letter_is_refused():
    sample = data(Task())
    hidden = replace(CLAIM, left=Mean(trace(sample.S), sample.laws), abbreviations=(Definition(K, sample.S),))
    with pytest.raises(DependenceError, match="over which the claim averages"):
        make().instances(hidden, (Sigma,))


def test_scope_of_instances():
    assert instances_scope([]) == Scope()
    found = make(COVARIANCE).instances(CLAIM, (Sigma,))
    assert str(instances_scope(found)) == f"d = 1..4; n = 1..7; {len(found)} instances"
