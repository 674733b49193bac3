"""Derivatives of sums by the product rule, and what holds on the simplex."""

from flint import fmpq
from hypothesis import given
from hypothesis import strategies as st

from proofs.entrywise.calculus import Slope, cancelled, differentiated, on_simplex
from proofs.entrywise.evaluation import value
from proofs.entrywise.sums import Symbol, as_sum, delta

u, v, f = (Symbol(name, ("n",)) for name in ("u", "v", "f"))
s, r = Symbol("s"), Symbol("r")
ENTRIES = st.lists(st.integers(-4, 4).map(fmpq), min_size=6, max_size=6)


def test_the_product_rule():
    slopes = {u: Slope(("i",), delta("n", "i", "l"))}
    found = differentiated((u("i") * u("i") * v("i")).over("i"), slopes)
    assert found == 2 * u("l") * v("l")
    assert differentiated(v("i"), slopes) == as_sum(0)


def test_reciprocals_and_the_simplex():
    assert cancelled(s() * r() * u("i"), s, r) == u("i")
    assert cancelled(s() * s() * r(), s, r) == s()
    assert on_simplex(f("i").over("i") * u("j"), f) == u("j")
    assert on_simplex((f("i") * u("i")).over("i"), f) == (f("i") * u("i")).over("i")
    assert on_simplex((f("i") * f("i")).over("i"), f) == (f("i") * f("i")).over("i")


@given(ENTRIES)
def test_a_central_difference_of_a_form_of_degree_two_is_its_derivative(entries):
    form = (u("i") * u("j") * v("i")).over("i", "j") + 3 * u("i").over("i")
    slope = differentiated(form, {u: Slope(("i",), delta("n", "i", "l"))})

    def at(whole, row, **where):
        return value(whole, {"u": [row], "v": [entries[3:]]}, {"n": 3}, where, fmpq)

    for place in range(3):
        up, down = ([entry + (step if i == place else 0) for i, entry in enumerate(entries[:3])] for step in (1, -1))
        assert at(slope, entries[:3], l=place) == (at(form, up) - at(form, down)) / 2
