"""False neighbours of claims on random functions: each changes one thing."""

import sympy as sp
from flint import fmpq

from proofs.algebra import scalar, vector
from proofs.core.derivation import Reciprocal
from proofs.core.functions import Functions, InvariantMean, LessLoss, RotationInvariant
from proofs.core.ridge_functions import RidgeFunctions, T
from verify.refute.functions import invariant_mean, less_loss, ridge_functions, rotation_invariant

n, q, r = scalar("n"), scalar("q"), scalar("r")
KNOWN = Functions("mu", "q", "p")


def changes(neighbours, claim):
    found = {control.changed: control.claim for control in neighbours(claim)}
    assert claim not in found.values()
    return found


def test_other_minima():
    v = vector("v", "d")
    claim = RotationInvariant(
        name="c", functions=KNOWN, prediction=q, estimate=v, minimizer=(), value=n * q,
        abbreviations=(Reciprocal(r, n + 1),),
    )  # fmt: skip
    found = changes(rotation_invariant, claim)
    assert found["n -> n+1 in r"].abbreviations == (Reciprocal(r, n + 2),)
    assert found["twice the estimate"].estimate == 2 * v
    assert found["n -> n+1 in the value"].value == (n + 1) * q
    assert found["the sign turned in the value"].value == -n * q


def test_other_means():
    claim = InvariantMean(name="c", functions=KNOWN, left=q, right=n)
    found = changes(invariant_mean, claim)
    assert [found[changed].right for changed in found] == [n + 1, 2 * n - 1]


def test_other_losses():
    claim = LessLoss(name="c", context=2, link=(), blocks=(), loss=fmpq(1, 2), least=fmpq(2, 3))
    found = changes(less_loss, claim)
    assert found["twice the loss"].loss == 1
    assert found["twice the least loss"].least == fmpq(4, 3)
    assert found["one example more"].context == 3


def test_other_families():
    claim = RidgeFunctions(name="c", below=sp.S(0), above=T, signal=sp.S(2), power=sp.S(3))
    found = changes(ridge_functions, claim)
    assert found["twice the signal"].signal == 4
    assert found["twice the power"].power == 6
    exchanged = found["below and above exchanged, one of them doubled"]
    assert (exchanged.below, exchanged.above) == (T, -1)
