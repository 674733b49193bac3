"""Claims of listed numbers: every number in its column."""

from flint import fmpq

from proofs.algebra import scalar
from proofs.core.claims import DegreeBound
from proofs.core.distances import RidgeDistances, RidgePoint
from proofs.core.listed import (
    BestSteps,
    CriticalPoints,
    DifferentFunctions,
    HeavyTail,
    ListedLoss,
    ListedWeights,
    LocalMinimum,
    Located,
    LowestFound,
    Merging,
    MergingLevels,
    OptimalSteps,
    Part,
    SpectralLoss,
)
from proofs.core.surd import Surd
from proofs.core.task import LinearAttention
from verify.document.text import as_text
from verify.exposition.listed import (
    critical_points,
    degree_bound,
    different_functions,
    heavy_tail,
    listed_loss,
    local_minimum,
    lowest_found,
    merging,
    optimal_steps,
    ridge_distances,
)

a, b, q, s, f = (scalar(name) for name in ("a", "b", "q", "s", "f"))
ONE, TWO = fmpq(1), fmpq(2)
POINT = Located((("d", 1),), (("a", "0.5"),), "0.25", exceeds=fmpq(1, 5), held=(("b", 1),))


def said(blocks) -> str:
    return " ".join(as_text(tuple(blocks), 200).split())


def test_local_minima_with_their_flows():
    claim = LocalMinimum(name="c", objective=a * b, symmetries=(((a, a), (b, -b)),), points=(POINT,))
    text = said(local_minimum(claim))
    assert "is constant along the flows with these velocities: da/dt = a, db/dt = -b" in text
    assert text.endswith("d b a value exceeds 1 1 0.5 0.25 1/5")
    spun = LocalMinimum(name="c", objective=a, symmetries=(((a, a), (b, -b)),), points=(POINT,), spin=s)
    assert "velocities, for every matrix s:" in said(local_minimum(spun))


def test_critical_points_with_their_curvatures():
    claim = CriticalPoints(name="c", objective=a, points=(POINT,), negative=0)
    assert "all curvatures there are positive ." in said(critical_points(claim)).replace("positive.", "positive .")
    negative = CriticalPoints(name="c", objective=a, points=(POINT,), negative=2)
    assert "nonzero, 2 of them negative" in said(critical_points(negative))
    assert "Point 1, d = 1: entry digits b 1 exactly a 0.5 value 0.25" in said(critical_points(negative))


def test_two_weights():
    claim = DifferentFunctions(
        name="c",
        first=(ONE, TWO),
        second=(-ONE, TWO),
        rows=((1, 0),),
        labels=(3,),
        query=(1, 1),
        predictions=(ONE, TWO),
    )
    text = said(different_functions(claim))
    assert "at X = [[1, 0]], y = [3] and x_q = [1, 1]:" in text
    assert text.endswith("b_y a prediction 1 2 1 -1 2 2")


def test_steps_and_levels_that_are_not_listed():
    steps = OptimalSteps(name="c", points=(BestSteps(5, 20, 1, "15/13", ("0.7", "0.8")), BestSteps(5, 20, 2, "0.4")))
    assert said(optimal_steps(steps)).endswith("5 20 1 15/13 0.7, 0.8 5 20 2 0.4 not listed")
    levels = Merging(
        name="c", points=(MergingLevels(5, 20, 3, "1.9", "4.9", ("0.6", "0.3"), "0.5"), MergingLevels(5, 20, 4, "1.1"))
    )
    assert said(merging(levels)).endswith("5 20 3 1.9 4.9 0.6, 0.3, 0.5 5 20 4 1.1 not listed not listed")


def test_searches_and_distances():
    lowest = LowestFound(name="c", objective=a, sizes=((2, 3),), values=(fmpq(1, 3),))
    assert said(lowest_found(lowest)).endswith("2 3 0.333333333333")
    distances = RidgeDistances(name="c", points=(RidgePoint(8, 5, fmpq(1, 2), "0.1", "0.2", "0.3"),))
    assert said(ridge_distances(distances)).endswith("8 5 1/2 0.1 0.2 0.3")


def test_parts_of_a_loss():
    point = SpectralLoss(2, 5, "0.5", (Part(0, 4, "0.1", "1.9"), Part(4, None, "0.4", "0.1")))
    claim = HeavyTail(
        name="c", objective=f, coefficients=(a * 0 + 1, a, a, b), weights=((a, fmpq(-1, 2)),), points=(point,)
    )
    text = said(heavy_tail(claim))
    assert "At the weights a = -1/2" in text
    assert "c_0 = 1, c_1 = a, c_2 = a and so on" in text
    assert text.endswith("2 5 all 0.5 2 2 5 0 to 4 0.1 1.9 2 5 4 to infinity 0.4 0.1")


def test_weights_with_roots():
    rational, irrational = Surd(TWO, fmpq(0), ONE * 3), Surd(TWO, -ONE, ONE * 3)
    point = ListedWeights(4, fmpq(3), (("a", rational), ("b", irrational)))
    text = said(listed_loss(ListedLoss(name="c", model=LinearAttention(2), points=(point,), steps=1)))
    assert "linear attention of 2 layers" in text
    assert "1 step of gradient descent" in text
    assert text.endswith(f"n = 4 a = 2, b = {irrational}")


def test_a_bound_by_degree():
    text = said(degree_bound(DegreeBound(name="c", prediction=q * s, query=q, gram=s, steps=3)))
    assert "q sum_j (s)^j c_j(w), j = 1 ... 3" in text
    assert "the least loss of 3 steps of gradient descent with free step sizes" in text
    assert text.endswith("prediction = q s")
