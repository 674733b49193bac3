"""False neighbours of listed numbers: a last digit, a size, another point."""

import pytest
from flint import fmpq

from proofs.algebra import scalar
from proofs.core.distances import RidgeDistances, RidgePoint
from proofs.core.listed import (
    BestSteps,
    CriticalPoints,
    DifferentFunctions,
    HeavyTail,
    ListedLoss,
    ListedWeights,
    Located,
    LowestFound,
    Merging,
    MergingLevels,
    OptimalSteps,
    Part,
    SemidefiniteBound,
    SpectralLoss,
)
from proofs.core.surd import Surd
from proofs.core.task import LinearAttention
from verify.refute.listed import (
    critical_points,
    different_functions,
    heavy_tail,
    listed_loss,
    lowest_found,
    merging,
    next_digit,
    optimal_steps,
    ridge_distances,
    semidefinite,
)

n, f, ONE = scalar("n"), scalar("f"), fmpq(1)
POINT = Located((("n", 2),), (("a", "0.19"), ("b", "1")), "-0.5", exceeds=fmpq(1, 3))


@pytest.mark.parametrize(
    ("digits", "following"),
    [
        ("0.5", "0.6"),
        ("0.99", "1.00"),
        ("-0.5", "-0.4"),
        ("12", "13"),
        ("0.000", "0.001"),
        ("1.23456789012345", "1.23456789012346"),
    ],
)
def test_one_more_in_the_last_digit(digits, following):
    assert next_digit(digits) == following


def changes(neighbours, claim):
    found = {control.changed: control.claim for control in neighbours(claim)}
    assert claim not in found.values()
    return found


def test_points():
    found = changes(critical_points, CriticalPoints(name="c", objective=f, points=(POINT,), negative=1))
    assert found["the last digit of a"].points[0].entries == (("a", "0.20"), ("b", "1"))
    assert found["the last digit of the value"].points[0].value == "-0.4"
    assert found["twice the number to exceed"].points[0].exceeds == fmpq(2, 3)
    assert found["one more negative curvature"].negative == 2


def test_weights_and_bounds():
    weights = ListedWeights(2, ONE, (("b", Surd(ONE, ONE, ONE)), ("c", Surd(ONE, ONE, ONE))))
    found = changes(listed_loss, ListedLoss(name="c", model=LinearAttention(), points=(weights,), steps=4))
    assert found["one step less"].steps == 3
    assert found["c doubled"].points[0].blocks == (weights.blocks[0], ("c", 2 * weights.blocks[1][1]))
    bound = changes(semidefinite, SemidefiniteBound(name="c", objective=f, value=n, denominator=n, sizes=((1, 1),)))
    assert bound["twice the bound"].value == 2 * n
    assert bound["n -> n+1 in the bound"].value == n + 1


def test_losses_and_their_parts():
    point = SpectralLoss(2, 5, "0.25", (Part(0, 1, "0.1", "1.5"),))
    claim = HeavyTail(name="c", objective=f, coefficients=(), weights=(), points=(point, point))
    found = changes(heavy_tail, claim)
    assert found["the last digit of the loss"].points[0].loss == "0.26"
    assert found["the last digit of the loss of a part"].points[0].parts[0].loss == "0.2"
    assert found["the last digit of the count of a part"].points[0].parts[0].count == "1.6"
    assert all(changed.points[1] == point for changed in found.values())


def test_functions_and_searches():
    two = DifferentFunctions(
        name="c", first=(ONE, ONE), second=(ONE, -ONE), rows=((1,),), labels=(1,), query=(1,), predictions=(ONE, -ONE)
    )
    found = changes(different_functions, two)
    assert found["the same weights twice"].second == (ONE, ONE)
    assert found["the second prediction raised by one"].predictions == (1, 0)
    lowest = LowestFound(name="c", objective=f, sizes=((2, 2), (3, 3)), values=(ONE, ONE))
    assert [changed.values for changed in changes(lowest_found, lowest).values()] == [(2,), (fmpq(1001, 1000),)]


def test_steps_and_levels():
    steps = OptimalSteps(name="c", points=(BestSteps(2, 3, 1, "0.5", ("0.7",)), BestSteps(2, 3, 2, "1/3")))
    found = changes(optimal_steps, steps)
    assert (found["layers raised by one"].points[0].layers, found["dim raised by one"].points[0].dim) == (2, 3)
    assert found["the last digit of a step size raised"].points[0].steps == ("0.8",)
    levels = Merging(name="c", points=(MergingLevels(2, 9, 3, "1.5"), MergingLevels(2, 9, 4, "1.6", "2.0", (), "0.4")))
    found = changes(merging, levels)
    assert found["the last digit of the first level"].points[0].pair == "1.7"
    assert found["the last digit of the second level"].points[0].tied == "2.1"
    assert found["the last digit of a step size"].points[0].after == "0.5"
    assert found["one layer more"].points[0].layers == 5


def test_distances():
    point = RidgePoint(5, 2, ONE, "0.1", "0.2", "0.3")
    found = changes(ridge_distances, RidgeDistances(name="c", points=(point, point)))
    assert found["the last digit to least squares"].points[0].to_least == "0.4"
    assert found["the last digit to one step"].points[0].to_step == "0.3"
    assert found["twice the noise"].points[0].noise == 2
    assert found["a context longer by one"].points == (RidgePoint(6, 2, ONE, "0.1", "0.2", "0.3"), point)
