"""Labels of random functions sum_j a_j g(w_j'x), sampled, and how far a step of gradient descent is from the best."""

from collections.abc import Callable
from dataclasses import dataclass

import numpy as np

from proofs.core.task import ReadOutAttention
from verify.simulate.arrays import FloatArray
from verify.simulate.estimate import Estimate, Running, batches
from verify.simulate.forward import predict
from verify.simulate.weights import ReadOutWeights


@dataclass(frozen=True)
class Units:
    """k units g(w_j'x), w_j ~ N(0, omega I_d), with factors a_j of variance alpha2, or 1 where that is None."""

    g: Callable[[FloatArray], FloatArray]
    d: int
    k: int
    omega: float
    alpha2: float | None

    def labels(self, rng: np.random.Generator, X: FloatArray) -> FloatArray:
        """f at inputs (count, rows, d), a function for each of the count data sets, of shape (count, rows)."""
        directions = np.sqrt(self.omega) * rng.standard_normal((len(X), self.d, self.k))
        factors = np.ones((len(X), 1, self.k))
        if self.alpha2 is not None:
            factors = np.sqrt(self.alpha2) * rng.choice([-1.0, 1.0], (len(X), 1, self.k))
        return np.asarray(np.sum(factors * self.g(X @ directions), axis=-1))


def sampled_step(
    model: ReadOutAttention, units: Units, eta: float, n: int, noise: float, samples: int, rng: np.random.Generator
) -> Estimate:
    """E (p - f(x_q)) s, p = eta s the prediction of the forward pass at N_xx = eta I: half the slope in eta.

    x ~ N(0, I), labels f(x_i) plus noise of the given variance.
    """
    d, running = units.d, Running()
    weights = ReadOutWeights(np.eye(d + 1)[d], np.diag([1.0] * d + [0.0]))
    for count in batches(samples, 4 * (n + 1) * (d + units.k)):
        X = rng.standard_normal((count, n + 1, d))
        f = units.labels(rng, X)
        y = f[:, :n] + np.sqrt(noise) * rng.standard_normal((count, n))
        step = predict(model, weights, X[:, :n], y, X[:, n])
        running.add((eta * step - f[:, n]) * step, float(np.mean((eta * step) ** 2 + step**2)))
    return running.estimate()
