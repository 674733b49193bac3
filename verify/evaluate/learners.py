"""Learners that are linear in the labels, as filters of the spectrum: w = phi(W) X'y / n, W = X'X / n.

x ~ N(0, I), w ~ N(0, I), labels with noise of variance sigma2: the mean squared distance of two learners is the mean of
sum over the eigenvalues mu of W of (phi_1 - phi_2)^2 (mu^2 + sigma2 mu / n). The truth is 1/mu without the noise.
"""

from collections.abc import Callable, Sequence

import numpy as np
from scipy.optimize import minimize

from proofs.optimum.orthogonal import spectral_moments
from verify.evaluate.numeric import Floats
from verify.simulate.estimate import Estimate, Running

Filter = Callable[[Floats], Floats]


def steps_filter(steps: Sequence[float]) -> Filter:
    """(1 - prod (1 - a mu)) / mu: so many steps of gradient descent from 0."""
    made = -missed(steps)[1:]
    return lambda mu: np.asarray(np.polynomial.polynomial.polyval(mu, made), np.float64)


def missed(steps: Sequence[float]) -> Floats:
    """The coefficients of prod (1 - a mu), from the constant one up."""
    found = np.ones(1)
    for step in steps:
        found = np.convolve(found, (1.0, -step))
    return found


def ridge_filter(n: int, noise: float) -> Filter:
    """1 / (mu + sigma2 / n): the posterior mean."""
    return lambda mu: 1 / (mu + noise / n)


def least_squares_filter() -> Filter:
    """1 / mu."""
    return lambda mu: 1 / mu


def distance(one: Filter, other: Filter, mu: Floats, n: int, noise: float) -> Estimate:
    """The mean squared distance of two learners, divided by d, from simulated spectra (samples, d)."""
    gap = one(mu) - other(mu)
    each = np.mean(gap**2 * (mu**2 + noise * mu / n), axis=1)
    running = Running()
    running.add(each, float(np.mean(np.abs(each))))
    return running.estimate()


def best_steps(n: int, d: int, layers: int, noise: float) -> list[float]:
    """Step sizes of least loss, of several descents from spread and from equal steps, from the exact moments of W."""
    moments = np.array([float(moment) for moment in spectral_moments(n, d, 2 * layers + 1)])

    def loss(steps: Floats) -> float:
        left = missed(list(steps))
        made = -left[1:]
        signal, learned = np.convolve(left, left), np.convolve(made, made)
        return float(signal @ moments[: len(signal)] + noise / n * (learned @ moments[1 : len(learned) + 1]))

    middle, width = 1 + d / n + noise / n, 2 * np.sqrt(d / n)
    angles = np.cos(np.pi * (np.arange(layers) + 0.5) / layers)
    starts = [1 / (middle + spread * width * angles) for spread in (0.0, 0.3, 0.7)]
    found = [minimize(loss, start, method="BFGS", tol=1e-9) for start in starts if np.all(start > 0)]
    return sorted(float(step) for step in min(found, key=lambda one: float(one.fun)).x)
