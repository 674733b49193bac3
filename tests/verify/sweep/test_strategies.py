"""Strategies: what they draw fits what was asked for, and shrinks to the plainest."""

import pytest
from hypothesis import find, given
from hypothesis import strategies as st

from proofs.algebra import scalar, symmetric, trace
from proofs.core.derivation import Definition
from proofs.core.statement import Hypothesis, Predicate
from verify.sweep.covariance import Style
from verify.sweep.instance import Shape, fits, satisfies
from verify.sweep.strategies import PLAINEST_FIRST, covariances, dimensions, generators, instances, shapes, styles

Sigma, t, n = symmetric("Sigma", "d"), scalar("t"), scalar("n")
HYPOTHESES = (
    Hypothesis("n", Predicate.AT_LEAST_D, ""),
    Hypothesis("Sigma", Predicate.POSITIVE_DEFINITE, ""),
    Hypothesis("s", Predicate.POSITIVE, ""),
)


@given(shapes(largest_n=5, largest_d=3, most_entries=6))
def test_sizes_stay_small(shape: Shape) -> None:
    assert 1 <= shape.n <= 5
    assert 1 <= shape.d <= 3
    assert shape.n * shape.d <= 6 or shape.n == 1


@given(st.integers(1, 4).flatmap(lambda size: st.tuples(st.just(size), covariances(size))))
def test_covariances_come_with_their_root(drawn) -> None:
    size, (Sigma, root) = drawn
    assert root.transpose() * root == Sigma
    assert (Sigma.nrows(), Sigma.ncols()) == (size, size)


@given(instances(HYPOTHESES, [Sigma.letter], ["t"], (Definition(t, trace(Sigma) / n),)))
def test_instances_satisfy_the_hypotheses_and_the_definitions(instance) -> None:
    assert fits(HYPOTHESES, instance.shape)
    assert satisfies(instance, HYPOTHESES)
    value = instance.matrices["Sigma"]
    found = sum((value[i, i] for i in range(instance.shape.d)), start=value[0, 0] * 0)
    assert instance.numbers["t"] * instance.shape.n == found


def test_they_shrink_to_the_plainest() -> None:
    assert find(shapes(), lambda shape: True) == Shape(1, 1, Style.IDENTITY, Style.IDENTITY)
    assert find(styles, lambda style: style is not Style.IDENTITY) is PLAINEST_FIRST[1]
    assert find(dimensions(9), lambda size: size > 3) == 4
    assert set(PLAINEST_FIRST) == set(Style)


def test_generators_are_seeded() -> None:
    one, other = (find(generators(), lambda rng: True) for _ in range(2))
    assert one.random() == other.random()


def test_other_covariances_are_not_drawn() -> None:
    Sigma, _ = find(covariances(2, [Style.SINGULAR]), lambda drawn: True)
    assert Sigma.det() == 0
    with pytest.raises(Exception, match="No examples found"):
        find(covariances(2, [Style.IDENTITY]), lambda drawn: drawn[0].det() != 1)
