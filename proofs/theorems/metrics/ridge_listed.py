"""How far ridge regression is from the truth, from the best single step and from least squares, at listed sizes.

Setting: x ~ N(0, I), w ~ N(0, I), y = X w + eps, eps ~ N(0, sigma2 I); ridge regression with lambda = sigma2, the
posterior mean; one step X'y / (n + d + 1 + sigma2), the optimum of one layer; least squares (X'X)^-1 X'y.
Claim: the mean squared distances below, divided by d; of weights and of predictions alike, for all covariances are I.
With metrics.ridge_between the distances to the truth of the other two are sums of those listed.
Hypotheses: n >= d + 2; the distance to least squares is infinite otherwise.
Idea: with s = sigma2 / n they are the means of the sums over the eigenvalues mu of X'X / n of s / (mu + s),
(1 - eta (mu + s))^2 mu / (mu + s) and s / mu - s / (mu + s), and the density of eigenvalues is known.
Source: Akyurek et al. 2022 measure such distances; the numbers are in none of the papers.
"""

from flint import fmpq

from proofs.core.distances import RidgeDistances, RidgePoint
from proofs.core.statement import Source
from proofs.core.theorem import Control, Theorem

HALF = fmpq(1, 2)


def claim(*points: RidgePoint) -> RidgeDistances:
    """The distances at some sizes."""
    return RidgeDistances(name="distances to ridge regression", points=points)


def theorem() -> Theorem:
    """The statement."""
    short = RidgePoint(8, 5, HALF, to_truth="0.1398814595", to_step="0.3083944026", to_least="0.1101185405")
    points = (
        short,
        RidgePoint(14, 5, HALF, to_truth="0.05622470504", to_step="0.2608484657", to_least="0.006275294959"),
        RidgePoint(30, 5, HALF, to_truth="0.02030137307", to_step="0.1577808187", to_least="0.0005319602600"),
        RidgePoint(14, 5, fmpq(2), to_truth="0.1789755885", to_step="0.1846607751", to_least="0.07102441151"),
        RidgePoint(3, 1, fmpq(1), to_truth="0.3443204576", to_step="0.1556795424", to_least="0.6556795424"),
    )
    unlike = RidgePoint(8, 5, HALF, short.to_truth, short.to_step, to_least="0.25")
    return Theorem(
        source=Source("this project", "distances to ridge regression at listed sizes"),
        hypotheses=(),
        claims=(claim(*points),),
        controls=(Control("least squares as far from ridge regression as from the truth", claim(unlike)),),
        uses=("metrics.distances", "metrics.ridge_between", "one_layer.optimum"),
    )
