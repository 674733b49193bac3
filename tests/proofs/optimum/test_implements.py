"""Proofs that weights implement an algorithm: as functions of the data, for unsymmetric matrices too."""

from dataclasses import replace

import pytest

from proofs.algebra import inverse, matrix, scalar, symmetric, trace
from proofs.algebra.positivity import Signs
from proofs.attention.data import data
from proofs.attention.descent import one_step
from proofs.attention.linear import prediction, sparse_weights
from proofs.core.claims import Implements
from proofs.core.derivation import Definition
from proofs.core.errors import ShapeError
from proofs.core.task import LinearAttention, Task
from proofs.optimum.implements import prove_implements

n, A, K = scalar("n"), matrix("A", "d", "d"), symmetric("K", "d")
Sigma = symmetric("Sigma", "d")
SAMPLE = data(Task("Sigma", "Psi", "sigma2"))
SIGNS = Signs(frozenset({"Sigma"}), frozenset(), frozenset({"n", "d"}), frozenset({"sigma2"}))
STEP = Implements(
    name="one step",
    prediction=prediction(LinearAttention(), SAMPLE),
    weights=tuple(sparse_weights(A).items()),
    algorithm=one_step(SAMPLE, A),
)
FOLDED = replace(
    STEP,
    weights=tuple(sparse_weights(inverse(K)).items()),
    algorithm=one_step(SAMPLE, inverse(K)),
    abbreviations=(Definition(K, (n + 1) / n * Sigma + trace(Sigma) / n * Sigma),),
)


@pytest.mark.parametrize("claim", [STEP, FOLDED], ids=["free", "abbreviated"])
def test_proved(claim):
    proof = prove_implements(claim, SIGNS)
    assert proof.holds
    assert proof.lines[-1].right == claim.algorithm


@pytest.mark.parametrize(
    "broken",
    [
        replace(STEP, algorithm=one_step(SAMPLE, A.T)),
        replace(STEP, algorithm=2 * one_step(SAMPLE, A)),
        replace(STEP, algorithm=-one_step(SAMPLE, A)),
        replace(STEP, algorithm=n * one_step(SAMPLE, A)),
        replace(STEP, weights=()),
        replace(STEP, weights=tuple(sparse_weights(A.T).items())),
        replace(STEP, weights=STEP.weights[:-1]),
        replace(FOLDED, algorithm=one_step(SAMPLE, Sigma)),
    ],
    ids=["transposed", "twice", "sign", "factor", "no weights", "other weights", "a weight left free", "other matrix"],
)
def test_a_broken_claim_is_open(broken):
    assert prove_implements(broken, SIGNS).open_line.says == "one step"


def test_an_inverse_needs_its_hypothesis():
    assert prove_implements(FOLDED, replace(SIGNS, definite=frozenset())).open_line.says == "K is invertible"


def test_weights_of_the_wrong_shape_are_misuse():
    with pytest.raises(ShapeError):
        prove_implements(replace(STEP, weights=((A, SAMPLE.w),)), SIGNS)
