"""Sampled means with their standard errors, gathered batch by batch."""

from collections.abc import Iterator
from dataclasses import dataclass
from statistics import NormalDist

import numpy as np

from proofs.core.errors import InputError
from verify.simulate.arrays import FloatArray

ROUNDING = 1e-12
"""Relative size below which a difference is put down to the rounding of float64."""

HEAVY = 0.1
"""Share of the squared deviations in one sample above which a standard error is not trusted."""

FLOATS_AT_ONCE = 2**22
"""How many float64 the arrays of one batch may hold together."""


@dataclass(frozen=True, eq=False)
class Estimate:
    """Mean and standard error of independent samples; all arrays have the shape of one sample.

    `heaviest` is the share of the summed squared deviations that the single largest one holds: where it is not small
    the tails are too heavy for the standard error to be trusted. (Small, it is no proof that they are light.)
    `magnitude` is the mean size of what was summed, before anything cancelled: differences of ROUNDING times it mean
    nothing.
    """

    mean: FloatArray
    standard_error: FloatArray
    samples: int
    heaviest: FloatArray
    magnitude: FloatArray

    @property
    def trusted(self) -> bool:
        """Whether no single sample holds more than the share HEAVY of the squared deviations of an entry.

        A large |z| of an estimate that is not trusted refutes nothing: take more samples, or the exact road.
        """
        noticeable = self.standard_error > ROUNDING * np.maximum(self.magnitude, np.abs(self.mean))
        return not np.any(noticeable & (self.heaviest > HEAVY))

    def z(self, expected: FloatArray | float) -> FloatArray:
        """(mean - expected) in standard errors, entry by entry; differences within rounding count as less than one."""
        size = np.maximum(self.magnitude, np.maximum(np.abs(self.mean), np.abs(expected)))
        return in_units(self.mean - expected, np.hypot(self.standard_error, ROUNDING * size))


class Running:
    """Mean, squared deviations and largest deviation of the samples seen so far."""

    def __init__(self) -> None:
        self.count = 0
        self.mean = self.squares = self.largest = self.magnitude = np.zeros(())

    def add(self, values: FloatArray, magnitude: FloatArray | float = 0.0) -> None:
        """Take in a batch of shape (count, ...); `magnitude` is the mean size of its summands."""
        count = len(values)
        mean = values.mean(axis=0)
        deviations = (values - mean) ** 2
        share = count / (self.count + count)
        shift = mean - self.mean
        self.squares = self.squares + deviations.sum(axis=0) + self.count * share * shift**2
        self.largest = np.maximum(self.largest, deviations.max(axis=0))
        self.mean = self.mean + share * shift
        self.magnitude = self.magnitude + share * (magnitude - self.magnitude)
        self.count += count

    def estimate(self) -> Estimate:
        """The estimate from all batches."""
        if self.count < 2:
            raise InputError(f"a standard error needs at least 2 samples, got {self.count}")
        error = np.sqrt(self.squares / (self.count - 1) / self.count)
        return Estimate(self.mean, error, self.count, in_units(self.largest, self.squares), self.magnitude)


def batches(samples: int, floats_per_sample: int) -> Iterator[int]:
    """Sizes that add up to `samples`, each small enough for the memory of one batch."""
    size = max(1, FLOATS_AT_ONCE // max(1, floats_per_sample))
    for start in range(0, samples, size):
        yield min(size, samples - start)


def bonferroni(comparisons: int, false_alarm: float = 1e-6) -> float:
    """The |z| that the largest of so many standard normal z exceeds with probability at most `false_alarm`."""
    return -NormalDist().inv_cdf(false_alarm / (2 * max(1, comparisons)))


def in_units(numerator: FloatArray, unit: FloatArray) -> FloatArray:
    """numerator / unit, with 0 / 0 = 0 and x / 0 infinite."""
    infinite = np.where(numerator == 0, 0.0, np.copysign(np.inf, numerator))
    return np.where(unit == 0, infinite, numerator / np.where(unit == 0, 1.0, unit))
