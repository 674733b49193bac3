"""Abbreviations must not define away the data, the moments or the weights of random functions."""

from dataclasses import replace

import pytest

from proofs.algebra import identity, scalar, vector
from proofs.algebra.positivity import signs
from proofs.algebra.symbols import matrix, number, zero
from proofs.core.catalogue import catalogue
from proofs.core.derivation import Definition
from proofs.core.functions import InvariantMean, RotationInvariant
from proofs.optimum.rotation import prove_invariant_mean, prove_rotation_invariant

THEOREM = catalogue()["one_layer.random_functions"].load()
GIVEN = signs(THEOREM.hypotheses)
CLAIM = next(claim for claim in THEOREM.claims if isinstance(claim, RotationInvariant))
h, m = vector("h", "n"), vector("m", "d")


@pytest.mark.parametrize(
    ("left", "right", "symbol", "value"),
    [
        (h.T @ h, number(0), h, zero("n", "1")),
        (m.T @ m, vector("c", "d").T @ vector("c", "d"), m, vector("c", "d")),
        (m.T @ m, number(0), scalar(CLAIM.functions.signal), number(0)),
    ],
)
def test_data_is_not_defined(left, right, symbol, value):
    claim = InvariantMean(
        name="c", functions=CLAIM.functions, left=left, right=right, abbreviations=(Definition(symbol, value),)
    )
    assert not prove_invariant_mean(claim, GIVEN).holds


def test_weights_are_not_defined():
    N_xx = matrix("N_xx", "d", "d")
    changed = replace(CLAIM, abbreviations=(*CLAIM.abbreviations, Definition(N_xx, scalar("c") * identity("d"))))
    assert prove_rotation_invariant(CLAIM, GIVEN).holds
    assert not prove_rotation_invariant(changed, GIVEN).holds
