"""The second engine: its pairings are all pairings, and it agrees with the first."""

from itertools import chain
from math import prod

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proofs.algebra import matrix, trace
from proofs.moments import Gaussian, expectation
from proofs.moments.enumeration import enumerate_pairings, pairings

SHAPES = st.sampled_from([("1", "1"), ("d", "d"), ("n", "d"), ("d", "1"), ("n", "n")])


@pytest.mark.parametrize("size", range(9))
def test_all_pairings_once(size):
    found = pairings(range(size))
    assert len(found) == (0 if size % 2 else prod(range(1, size, 2)))
    assert len({frozenset(map(frozenset, pairs)) for pairs in found}) == len(found)
    assert all(sorted(chain(*pairs)) == list(range(size)) for pairs in found)


@given(st.data(), SHAPES, st.sets(st.sampled_from("XGwy")))
def test_the_engines_agree(averages, laws, data, shape, names):
    """On all of the families or some, the others held fixed."""
    f = data.draw(averages(*shape))
    over = [laws[name] for name in sorted(names)]
    assert enumerate_pairings(f, over) == expectation(f, over)


@given(st.data(), st.sampled_from([("1", "1"), ("d", "d"), ("n", "1")]))
def test_the_engines_agree_on_arbitrary_words(recipes, data, shape):
    """Words of the algebra's recipes times their transposes, so that many have a mean."""
    one = data.draw(recipes(*shape)).polynomial()
    over = [Gaussian(letter) for letter in (matrix("X", "n", "d"), matrix("v", "d", "1"), matrix("B", "n", "n"))]
    f = one @ one.T if len(one) < 2 else one
    if sum(len(part) for word, closed, _ in f.terms for part in (word, *closed)) <= 30:
        assert enumerate_pairings(f, over) == expectation(f, over)


@pytest.mark.parametrize("power", range(1, 6))
def test_wishart_traces(power, laws):
    X = laws["X"].variable
    f = trace((X.T @ X) ** power)
    assert enumerate_pairings(f, [laws["X"]]) == expectation(f, [laws["X"]])


def test_the_table(table):
    for f, over in table:
        assert enumerate_pairings(f, over) == expectation(f, over)
