"""What claims list: sizes are integers >= 1, arrays have rows of one length, and every listed kind says its points."""

import pytest
from flint import fmpq

from proofs.core.distances import RidgePoint
from proofs.core.errors import InputError
from proofs.core.functions import LessLoss
from proofs.core.listed import BestSteps, DifferentFunctions, LowestFound, OptimalSteps
from proofs.core.points import check_array, check_sizes, sizes_by_name


@pytest.mark.parametrize("sizes", [(("n", 0),), (("n", -3),), (("n", True),), (("n", 1), ("n", 2))])
def test_sizes_are_integers_named_once(sizes):
    with pytest.raises(InputError, match="sizes are integers >= 1, each named once"):
        check_sizes(sizes)


def test_pairs_by_name_once_each():
    assert sizes_by_name(((2, 1), (2, 3), (2, 1))) == ((("d", 2), ("n", 1)), (("d", 2), ("n", 3)))


@pytest.mark.parametrize("rows", [(), ((),), ((1, 2), (1,))])
def test_arrays_have_rows_of_one_length(rows):
    with pytest.raises(InputError, match="A is an array of rows of one length"):
        check_array("A", rows)


def test_the_points_of_a_claim():
    claim = OptimalSteps(name="c", points=(BestSteps(5, 20, 3, "1/2"),))
    assert claim.listed == ((("d", 5), ("n", 20), ("L", 3)),)


def test_noise_is_listed_as_well():
    point = RidgePoint(8, 5, fmpq(1, 2), "0.1", "0.3", "0.1")
    assert dict(point.sizes) == {"d": 5, "n": 8, "sigma2": fmpq(1, 2)}


def test_data_are_listed_by_name():
    numbers = (fmpq(0), fmpq(1))
    claim = DifferentFunctions(
        name="c", first=numbers, second=numbers, rows=((1, 0), (0, 1)), labels=(1, 0), query=(0, 1), predictions=numbers
    )
    ((*sizes, X, y, query),) = claim.listed
    assert dict(sizes) == {"d": 2, "n": 2}
    assert (X, y, query) == (("X", ((1, 0), (0, 1))), ("y", ((1, 0),)), ("x_q", ((0, 1),)))


@pytest.mark.parametrize(
    ("make", "says"),
    [
        (lambda: LowestFound(name="c", objective=None, sizes=((0, 2),), values=(fmpq(1),)).listed, "integers >= 1"),
        (lambda: LessLoss(name="c", context=0, link=(), blocks=(), loss=fmpq(0), least=fmpq(1)), "integers >= 1"),
        (
            lambda: DifferentFunctions(
                name="c",
                first=(fmpq(0),) * 2,
                second=(fmpq(1),) * 2,
                rows=((1, 0),),
                labels=(1, 0),
                query=(0, 1),
                predictions=(fmpq(0),) * 2,
            ),
            "1 rows of X need as many labels",
        ),
    ],
)
def test_points_that_are_none(make, says):
    with pytest.raises(InputError, match=says):
        make()
