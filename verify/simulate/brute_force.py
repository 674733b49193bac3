"""Exact losses by brute force: every input, query and task of laws on finitely many points, through the forward pass.

A law of few points that is symmetric and has the moments of N(0, I) up to order four in the inputs and up to order two
in the query and the task gives what the normal law gives, where no other moments enter.
"""

from itertools import product
from math import prod

from flint import fmpq, fmpq_mat

from proofs.core.errors import InputError
from proofs.core.task import Model
from verify.simulate.arrays import array_of
from verify.simulate.forward import predict
from verify.simulate.support import Point, Support, elliptical, independent
from verify.simulate.weights import Weights


def brute_force_loss(model: Model, weights: Weights, n: int, d: int) -> fmpq:
    """E (prediction - w'x_q)^2 without noise; x of few points with the moments of N(0, I), query and w signs."""
    inputs, signs = elliptical(_identity(d), fmpq(1)), independent([fmpq(1)] * d, [fmpq(1)] * d)
    if inputs is None or signs is None:
        raise InputError(f"no law on few rational points has the moments of N(0, I) in dimension {d}")
    cases = list(product(*[_pairs(inputs)] * n, _pairs(signs), _pairs(signs)))
    count = len(cases)
    X = array_of((count, n, d), [entry for case in cases for point, _ in case[:n] for entry in point])
    x_q = array_of((count, d), [entry for case in cases for entry in case[n][0]])
    w = array_of((count, d), [entry for case in cases for entry in case[n + 1][0]])
    weight = [prod((share for _, share in case), start=fmpq(1)) for case in cases]
    missed = predict(model, weights, X, (X @ w[..., None])[..., 0], x_q) - (w * x_q).sum(axis=-1)
    return sum((share * error * error for share, error in zip(weight, missed, strict=True)), fmpq(0))


def _pairs(support: Support) -> list[tuple[Point, fmpq]]:
    return list(zip(support.points, support.weights, strict=True))


def _identity(d: int) -> fmpq_mat:
    return fmpq_mat(d, d, [int(i == j) for i in range(d) for j in range(d)])
