"""Predictions of bounded degree in the Gram number: the powers that occur, and what is no such prediction."""

from dataclasses import replace

import pytest

from proofs.algebra import scalar, symmetric, trace, vector
from proofs.algebra.positivity import Signs
from proofs.core.claims import DegreeBound
from proofs.core.derivation import Definition
from proofs.optimum.degree import FORM, PROJECTION, powers, prove_degree_bound

u, q, w, b = vector("u", "n"), scalar("q"), scalar("w"), scalar("b")
G = u.T @ u
CLAIM = DegreeBound(name="c", prediction=q * (b * w * G + 3 * w**2 * G**2), query=q, gram=G, steps=2)


def proved(**changes):
    return prove_degree_bound(replace(CLAIM, **changes), Signs()).holds


def test_it_is_proved_by_both_rules():
    proof = prove_degree_bound(CLAIM, Signs())
    assert proof.holds
    assert {FORM, PROJECTION} <= {line.rule for line in proof.lines}
    assert powers(CLAIM) == {1, 2}


@pytest.mark.parametrize(
    "prediction",
    [
        q * w * G + w * G,
        q**2 * w * G,
        q * w * G * trace(symmetric("S", "d")),
        q * w * G + w,
        q * w,
    ],
    ids=str,
)
def test_predictions_of_another_form(prediction):
    assert not proved(prediction=prediction)


def test_the_degree_is_the_number_of_steps():
    assert not proved(steps=1)
    assert not proved(steps=3)
    assert proved(prediction=q * w * G, steps=1)


def test_nothing_is_abbreviated():
    assert not proved(abbreviations=(Definition(b, w),))
