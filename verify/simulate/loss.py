"""The population loss E (prediction - w' x_q)^2, sampled through the forward pass."""

import numpy as np

from proofs.core.task import LinearAttention, Model
from verify.simulate.estimate import Estimate, Running, batches
from verify.simulate.forward import predict
from verify.simulate.sampling import Population, draw
from verify.simulate.weights import Weights


def sampled_loss(
    model: Model, weights: Weights, population: Population, samples: int, rng: np.random.Generator
) -> Estimate:
    """The mean squared error of the prediction against w' x_q over independent data sets; a scalar estimate.

    Deep losses have heavy tails: the sample can miss the mean by far more than its standard error says.
    """
    running = Running()
    for count in batches(samples, floats_per_sample(model, population)):
        sample = draw(population, count, rng)
        prediction, target = predict(model, weights, sample.X, sample.y, sample.x_q), sample.target
        running.add((prediction - target) ** 2, float(np.mean(prediction**2 + target**2)))
    return running.estimate()


def floats_per_sample(model: Model, population: Population) -> int:
    """How many numbers the forward pass of one data set keeps at the same time, to within a factor."""
    layers = model.layers if isinstance(model, LinearAttention) else 1
    return 2 * (population.n + 1) ** 2 + 4 * (layers + 2) * (population.d + 1) * (population.n + 1)
