"""Claims on distances between learners at listed sizes."""

from dataclasses import dataclass

from flint import fmpq

from proofs.core.arguments import check_whole
from proofs.core.errors import InputError
from proofs.core.points import PointsClaim, Values


@dataclass(frozen=True)
class RidgePoint:
    """Mean squared distances of ridge regression, divided by d, in decimals right to half a unit of their last digit.

    To the truth, to one step of gradient descent of the best size n / (n + d + 1 + noise), and to least squares; for
    n >= d + 2, so that all three are finite.
    """

    context: int
    dim: int
    noise: fmpq
    to_truth: str
    to_step: str
    to_least: str

    def __post_init__(self) -> None:
        if self.dim < 1 or self.context < self.dim + 2 or self.noise <= 0:
            raise InputError(
                f"distances to ridge regression need d >= 1, n >= d + 2 and noise > 0, got n = {self.context}, "
                f"d = {self.dim}, noise = {self.noise}"
            )
        check_whole("RidgePoint: dim", self.dim)
        check_whole("RidgePoint: context", self.context)

    @property
    def sizes(self) -> Values:
        """Dimension, context length and the variance of the noise."""
        return ("d", self.dim), ("n", self.context), ("sigma2", self.noise)


@dataclass(frozen=True, kw_only=True)
class RidgeDistances(PointsClaim):
    """For x ~ N(0, I), w ~ N(0, I) and labels with noise, ridge regression with lambda = noise is so far from others.

    As all covariances are I, distances of weights and of predictions at a fresh input are the same.
    """

    points: tuple[RidgePoint, ...]

    def __post_init__(self) -> None:
        super().__post_init__()
        if not self.points:
            raise InputError(f"claim {self.name!r}: list at least one point")
