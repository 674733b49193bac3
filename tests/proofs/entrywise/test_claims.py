"""Claims on sums of entries that cannot be put together, and what their points are."""

import pytest
import sympy as sp
from flint import fmpq

from proofs.core.errors import InputError, ShapeError
from proofs.entrywise.claims import DifferentValues, EntrywiseIdentity, Inequality, OpposedShifts
from proofs.entrywise.softmax import probabilities
from proofs.entrywise.sums import Symbol, as_sum

f, v = probabilities(), Symbol("v", ("n",))
g, t = Symbol("g", ("n",)), sp.Symbol("t", nonnegative=True)
ONE, HALF = fmpq(1), fmpq(1, 2)
LEFT, RIGHT = (f("i") * v("i")).over("i"), v("j").over("j")
VALUES = (("f", ((HALF, HALF),)), ("v", ((ONE, 2 * ONE),)))


def different(**changes: object) -> DifferentValues:
    given = {"left": LEFT, "right": RIGHT, "values": VALUES, "found": (3 * HALF, 3 * ONE), "simplex": (f,)}
    return DifferentValues(name="c", **(given | changes))


def test_the_sizes_are_those_of_the_values():
    assert different().sizes == {"n": 2}
    assert different().listed == ((("n", 2), *VALUES),)


@pytest.mark.parametrize(
    ("changes", "error", "says"),
    [
        ({"values": (("f", ((ONE, ONE),)), VALUES[1])}, InputError, "the entries of f are positive with sum 1"),
        ({"values": (("f", ((ONE, 0 * ONE),)), VALUES[1])}, InputError, "the entries of f are positive with sum 1"),
        ({"values": VALUES[:1]}, InputError, "missing v"),
        ({"values": (VALUES[0], ("v", ((ONE,),)))}, ShapeError, "v has n = 1"),
        ({"left": v("3")}, InputError, "a place from 1 to 2"),
    ],
)
def test_values_that_do_not_fit(changes, error, says: str):
    with pytest.raises(error, match=says):
        different(**changes)


def test_a_vector_that_no_claim_calls_a_simplex_is_any_vector():
    assert different(values=(("f", ((ONE, ONE),)), VALUES[1]), simplex=()).sizes == {"n": 2}


def test_one_name_has_one_shape_in_an_identity():
    with pytest.raises(ShapeError, match="v is of the sizes"):
        EntrywiseIdentity(name="c", left=Symbol("v", ("d",))("i"), right=v("i"), simplex=f)


def test_the_data_of_opposed_shifts_fit_together():
    rows = ((ONE, HALF), (HALF, ONE))
    given = {"A": rows, "x": rows[0], "b": rows[1], "step": HALF, "update": HALF, "cosine": "-1.0"}
    (values,) = OpposedShifts(name="c", **given).listed
    assert (dict(values)["n"], dict(values)["d"]) == (2, 2)
    for changes in ({"b": (ONE,)}, {"x": (ONE,)}):
        with pytest.raises(InputError):
            OpposedShifts(name="c", **(given | changes))


@pytest.mark.parametrize(
    ("changes", "error", "says"),
    [
        ({"simplex": Symbol("F", ("n", "d"))}, ShapeError, "what sums to 1 is a vector"),
        ({"simplex": Symbol("delta", ("n", "n"))}, ShapeError, "what sums to 1 is a vector"),
        ({"left": Symbol("v", ("m",))("i")}, ShapeError, "v has the size m; .* for all d and n"),
        ({"derivative": 3}, InputError, "derivative is 0, 1 or 2, got 3"),
        ({"right": g("j")}, ShapeError, "the free indices of both sides must be the same"),
        ({"right": as_sum(1)}, ShapeError, "the free indices of both sides must be the same"),
    ],
)
def test_identities_that_are_none(changes, error, says):
    whole = {"name": "c", "left": f("i"), "right": g("i"), "simplex": f}
    assert EntrywiseIdentity(**whole).right == g("i")
    with pytest.raises(error, match=f"claim 'c': {says}"):
        EntrywiseIdentity(**(whole | changes))


def test_zero_has_no_indices():
    assert EntrywiseIdentity(name="c", left=f("i"), right=as_sum(0), simplex=f).right.free == frozenset()


@pytest.mark.parametrize(
    ("larger", "variable", "says"),
    [
        (t * sp.Symbol("R"), t, "it holds R"),
        (sp.Symbol("x", real=True) ** 2, sp.Symbol("x", real=True), "other assumptions"),
    ],
)
def test_what_is_no_inequality_in_one_variable(larger, variable, says):
    with pytest.raises(InputError, match=says):
        Inequality(name="some", smaller=sp.S(0), larger=larger, variable=variable)


def test_a_variable_with_further_assumptions():
    nothing = sp.Symbol("t", zero=True)
    with pytest.raises(InputError, match="other assumptions"):
        Inequality(name="some", smaller=nothing, larger=sp.S(0), variable=nothing)
