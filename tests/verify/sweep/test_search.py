"""The search for an instance: found and shrunk, or none."""

from random import Random

from hypothesis import settings

from proofs.algebra import scalar, symmetric, trace
from proofs.core.derivation import Definition
from proofs.core.statement import Hypothesis, Predicate
from verify.sweep.search import searched

Sigma, t = symmetric("Sigma", "d"), scalar("t")
HYPOTHESES = (Hypothesis("Sigma", Predicate.POSITIVE_DEFINITE, ""),)
SHORT = settings(max_examples=30, database=None, deadline=None)


def search(wanted, **more):
    return searched(HYPOTHESES, ([Sigma.letter], ["t"]), (Definition(t, trace(Sigma)),), 6, wanted, Random(0), **more)


def test_it_is_found_and_shrunk():
    found = search(lambda instance: instance.shape.d >= 2)
    assert (found.shape.n, found.shape.d) == (1, 2)
    assert found.numbers["t"] == found.matrices["Sigma"][0, 0] + found.matrices["Sigma"][1, 1]


def test_none_is_met_and_no_instance_is_too_large():
    tried = []

    def never(instance):
        tried.append(instance)
        return False

    assert search(never, length=SHORT) is None
    assert 10 <= len(tried) <= 30
    assert max(instance.shape.n * instance.shape.d for instance in tried) <= 6
    assert all(instance.matrices["Sigma"].det() > 0 for instance in tried)
