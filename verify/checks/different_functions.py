"""Checks of two weights that compute different functions: the literal forward pass on the listed data."""

from time import perf_counter

import numpy as np
from flint import fmpq, fmpq_mat

from proofs.core.listed import DifferentFunctions
from proofs.core.scope import Scope
from proofs.core.task import ReluAttention
from proofs.core.verdict import Verdict
from verify.checks.context import Context
from verify.report import Road
from verify.simulate.arrays import Array, array_of
from verify.simulate.forward import predict
from verify.simulate.weights import weights_from_blocks


def roads(claim: DifferentFunctions, context: Context) -> list[Road]:
    """The forward pass."""
    return [refutation(claim, context)]


def refutation(claim: DifferentFunctions, _context: Context) -> Road:
    """CERTIFIED where both predictions are as listed, and differ."""
    start, n, d = perf_counter(), len(claim.rows), len(claim.query)
    scope = Scope(cases=frozenset({f"d = {d}, n = {n}"}))
    found = _prediction(claim, claim.first), _prediction(claim, claim.second)
    if found != claim.predictions or found[0] == found[1]:
        claimed = " and ".join(map(str, claim.predictions))
        witness = f"the predictions are {found[0]} and {found[1]}, claimed {claimed}, two different numbers"
        return Road("forward pass", Verdict.REFUTED, scope, "", witness, perf_counter() - start)
    detail = f"the predictions are {found[0]} and {found[1]}"
    return Road("forward pass", Verdict.CERTIFIED, scope, detail, "", perf_counter() - start)


def _prediction(claim: DifferentFunctions, weights: tuple[fmpq, fmpq]) -> fmpq:
    (b_y, a), d, model = weights, len(claim.query), ReluAttention()
    A = fmpq_mat(d, d, [a if i == j else fmpq(0) for i in range(d) for j in range(d)])
    blocks = weights_from_blocks(model, d, {"b_y": b_y, "A_x": A})
    X, y, x_q = (_exact(np.array(part)) for part in (claim.rows, claim.labels, claim.query))
    found: fmpq = np.asarray(predict(model, blocks, X, y, x_q)).item()
    return found


def _exact(integers: Array) -> Array:
    return array_of(integers.shape, [fmpq(int(entry)) for entry in integers.flat])
