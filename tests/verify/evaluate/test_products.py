"""Products that share their beginnings: every product once, parents first, and by length."""

from hypothesis import given
from hypothesis import strategies as st

from verify.evaluate.products import shared

SEQUENCES = st.lists(st.lists(st.integers(0, 3), max_size=5), max_size=8)


def factors_of(products, node):
    found = []
    while node:
        found.append(products.factors[node])
        node = products.parents[node]
    return found[::-1]


@given(SEQUENCES)
def test_every_sequence_has_its_node(sequences):
    products = shared(sequences)
    assert [factors_of(products, end) for end in products.ends] == sequences
    beginnings = {tuple(sequence[:length]) for sequence in sequences for length in range(len(sequence) + 1)}
    assert len(products) == len(beginnings | {()})
    assert all(products.parents[node] < node for node, _, _ in products.steps)


@given(SEQUENCES)
def test_levels_hold_every_node_once_by_length(sequences):
    products = shared(sequences)
    seen = []
    for length, level in enumerate(products.levels, 1):
        for node, parent, factor in zip(level.nodes, level.parents, level.factors, strict=True):
            assert len(factors_of(products, node)) == length
            assert (products.parents[node], products.factors[node]) == (parent, factor)
            seen.append(int(node))
    assert sorted(seen) == [node for node, _, _ in products.steps]


def test_nothing_but_the_empty_product():
    assert (len(shared([])), shared([]).ends, shared([[]]).ends) == (1, (), (0,))
    assert shared([[2, 1], [2, 3]]).steps == [(1, 0, 2), (2, 1, 1), (3, 1, 3)]
