"""Scopes: an order, a meet, plain data and words."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proofs.core.scope import Scope

NAMES = ("Sigma", "d", "n")
RANGES = st.tuples(st.integers(1, 5), st.integers(0, 4)).map(lambda pair: (pair[0], pair[0] + pair[1]))


@st.composite
def scopes(draw):
    """Scopes over three symbols: each symbolic, in a range or not mentioned."""
    kinds = {name: draw(st.sampled_from(("symbolic", "range", "free"))) for name in NAMES}
    symbolic = frozenset(name for name, kind in kinds.items() if kind == "symbolic")
    ranges = tuple((name, *draw(RANGES)) for name, kind in kinds.items() if kind == "range")
    conditions = draw(st.frozensets(st.sampled_from(("n <= d", "k < d"))))
    return Scope(symbolic, ranges, draw(st.integers(0, 3)), conditions=conditions)


def symbolic(*names):
    return Scope(frozenset(names))


@given(scopes(), scopes(), scopes())
def test_covers_is_an_order(a, b, c):
    assert a.covers(a)
    assert not (a.covers(b) and b.covers(c)) or a.covers(c)
    assert not (a.covers(b) and b.covers(a)) or a == b


@given(scopes())
def test_the_empty_scope_settles_nothing_else(scope):
    assert scope.covers(Scope())
    assert Scope().covers(scope) == (scope == Scope())


@pytest.mark.parametrize(
    ("wide", "narrow"),
    [
        (symbolic("n", "d"), symbolic("n")),
        (symbolic("n", "d"), Scope(ranges=(("d", 1, 2), ("n", 1, 4)), instances=4)),
        (symbolic("L", "n"), Scope(frozenset({"n"}), (("L", 1, 4),))),
        (Scope(ranges=(("L", 1, 4),)), Scope(ranges=(("L", 2, 3),))),
        (Scope(ranges=(("L", 1, 4),)), Scope(ranges=(("L", 1, 4),), instances=100)),
        (Scope(ranges=(("n", 1, 4),), instances=12), Scope(ranges=(("n", 1, 4),), instances=4)),
        (symbolic("n", "d"), Scope(frozenset({"n", "d"}), conditions=frozenset({"n <= d"}))),
    ],
    ids=str,
)
def test_wider_and_narrower(wide, narrow):
    assert wide.covers(narrow)
    assert not narrow.covers(wide)


@given(scopes(), scopes(), scopes())
def test_meet_is_a_meet(a, b, c):
    assert a.meet(a) == a
    assert a.meet(b) == b.meet(a)
    assert a.meet(b).meet(c) == a.meet(b.meet(c))
    assert Scope.of_all([a, b, c]) == a.meet(b).meet(c)


@given(scopes(), scopes())
def test_both_cover_their_meet_where_they_speak_of_the_same_symbols(a, b):
    mentioned = [{*scope.symbolic, *(name for name, _, _ in scope.ranges)} for scope in (a, b)]
    if mentioned[0] == mentioned[1]:
        assert a.covers(a.meet(b))
        assert b.covers(a.meet(b))


@given(scopes(), scopes())
def test_use_of_a_theorem_never_widens(mine, used):
    narrowed = mine.within(used)
    assert narrowed.symbolic <= mine.symbolic
    assert narrowed.conditions == mine.conditions | used.conditions
    assert {name for name, _, _ in used.ranges} <= {name for name, _, _ in narrowed.ranges}
    assert not narrowed.symbolic & {name for name, _, _ in used.ranges}
    if used.instances:
        assert 0 < narrowed.instances <= used.instances
    assert mine.within(Scope(used.symbolic)) == mine


def test_no_scope_at_all_is_the_empty_one():
    assert Scope.of_all([]) == Scope()
    assert Scope.of_all([symbolic("n")]) == symbolic("n")


@given(scopes())
def test_data_and_back(scope):
    assert Scope.from_data(scope.as_data()) == scope


@pytest.mark.parametrize(
    "data",
    [{"symbolic": "n"}, {"ranges": [1, 2]}, {"instances": "4"}, {"ranges": {"n": 3}}, {"ranges": {"n": [1, 2, 3]}},
     {"symbolic": [["n"]]}, {"conditions": "n <= d"}, {"conditions": [1]}, {"cases": [1]}],
    ids=str,
)  # fmt: skip
def test_data_of_another_form_is_refused(data):
    with pytest.raises(ValueError, match=r"scope|unpack"):
        Scope.from_data(data)


@pytest.mark.parametrize(
    ("scope", "words"),
    [
        (Scope(), "no free symbol"),
        (symbolic("n", "Sigma", "d"), "all Sigma, d, n"),
        (Scope(frozenset({"n"}), (("L", 1, 4),), 12), "all n; L = 1..4; 12 instances"),
        (Scope(ranges=(("d", 2, 2),), instances=1), "d = 2; 1 instance"),
        (Scope(frozenset({"n", "d"}), conditions=frozenset({"n <= d"})), "all d, n with n <= d"),
        (Scope(ranges=(("d", 2, 2),), conditions=frozenset({"n < d", "k < d"})), "k < d, n < d; d = 2"),
        (Scope(ranges=(("d", 1, 2),)).meet(Scope(ranges=(("d", 3, 4),))), "no d"),
    ],
    ids=str,
)
def test_words(scope, words):
    assert str(scope) == words
