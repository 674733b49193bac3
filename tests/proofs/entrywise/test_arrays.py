"""Values by name: shapes, sizes that agree, simplices, places."""

import pytest
from flint import fmpq

from proofs.core.errors import InputError, ShapeError
from proofs.entrywise.arrays import refuse_other_places, refuse_other_sums, sizes_of
from proofs.entrywise.sums import Symbol

A, f, v, s, n = Symbol("A", ("n", "d")), Symbol("f", ("n",)), Symbol("v", ("n",)), Symbol("s"), Symbol("n")
ONE, HALF = fmpq(1), fmpq(1, 2)
TWO_ROWS = ((ONE, ONE, ONE), (ONE, ONE, ONE))
PAIR = ((ONE, ONE),)


def test_sizes_are_those_of_the_values():
    values = (("A", TWO_ROWS), ("f", PAIR), ("s", ((ONE,),)))
    assert sizes_of((A, f, s, n), values) == {"n": 2, "d": 3}
    assert sizes_of((f, s, n), values) == {"n": 2}, "A is no part of the sums"


@pytest.mark.parametrize(
    ("values", "error", "says"),
    [
        ((("A", TWO_ROWS),), InputError, "missing f, given A"),
        ((("A", TWO_ROWS), ("f", PAIR), ("f", PAIR)), InputError, "given once"),
        ((("A", TWO_ROWS), ("f", ((ONE,) * 3,))), ShapeError, "f has n = 3, other values have n = 2"),
        ((("A", TWO_ROWS), ("f", ((ONE,), (ONE,)))), ShapeError, "f has the sizes"),
        ((("A", TWO_ROWS), ("f", ())), InputError, "f is an array of rows of one length"),
    ],
)
def test_values_of_another_shape(values, error, says):
    with pytest.raises(error, match=says):
        sizes_of((A, f), values)


def test_one_name_has_one_shape():
    with pytest.raises(ShapeError, match="f is of the sizes"):
        sizes_of((f, Symbol("f", ("d",))), (("f", PAIR),))


@pytest.mark.parametrize("entries", [(ONE, ONE), (ONE, fmpq(0)), (fmpq(3, 2), -HALF), ()])
def test_entries_that_are_no_simplex(entries):
    with pytest.raises(InputError, match="positive with sum 1"):
        refuse_other_sums(f, (entries,))


def test_entries_that_are_one():
    refuse_other_sums(f, ((HALF, HALF),))


@pytest.mark.parametrize("index", ["0", "3", "i"])
def test_places_count_from_one_to_the_size(index):
    with pytest.raises(InputError, match="a place from 1 to 2"):
        refuse_other_places(v(index), {"n": 2})
    refuse_other_places(v("2"), {"n": 2})
