"""Claims on sums of entries that cannot be put together, and what their points are."""

import pytest
from flint import fmpq

from proofs.core.errors import InputError, ShapeError
from proofs.entrywise.claims import DifferentValues, EntrywiseIdentity, OpposedShifts
from proofs.entrywise.softmax import probabilities
from proofs.entrywise.sums import Symbol

f, v = probabilities(), Symbol("v", ("n",))
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
        ({"values": (*VALUES, ("A", ((ONE,),)))}, InputError, "unknown A"),
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
