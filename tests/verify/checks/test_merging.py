"""Levels of noise at which step sizes merge: found by two roads, refuted where a digit or a size is another."""

from dataclasses import replace

import numpy as np
import pytest
from flint import ctx, fmpq
from scipy.optimize import minimize

from proofs.core.verdict import Verdict
from proofs.optimum.merging import AlmostTied
from proofs.optimum.orthogonal import quadratic_form, spectral_moments
from verify.checks import merging

MERGING = "many_layers.merging"


@pytest.fixture
def claim(context):
    (found,) = context(MERGING).theorem.claims
    return found


def test_roads(claim, context):
    found = merging.roads(claim, context(MERGING))
    assert [(road.name, road.verdict) for road in found] == [
        ("zonal moments", Verdict.CERTIFIED),
        ("moments by walks", Verdict.CERTIFIED),
    ]


@pytest.mark.parametrize(
    ("change", "witness"),
    [
        ({"pair": "1.98554608522"}, "two zeros meet first at the noise"),
        ({"tied": "4.937149920"}, "just below"),
        ({"tied": "4.937149918"}, "just above"),
        ({"before": ("0.663417", "0.327213")}, "the step sizes there are"),
        ({"after": "0.537226"}, "the step sizes there are"),
        ({"context": 21}, "two zeros meet first at the noise"),
        ({"layers": 2}, "two zeros meet first at the noise"),
    ],
)
def test_other_numbers_are_refuted(change, witness, claim, context):
    (point,) = [item for item in claim.points if (item.dim, item.context, item.layers) == (5, 20, 3)]
    road = merging.refutation(replace(claim, points=(replace(point, **change),)), context(MERGING))
    assert road.verdict is Verdict.REFUTED
    assert road.witness.startswith(witness)


@pytest.mark.parametrize("tied", ["4.9", "4.94", "4.937149919"])
def test_steps_are_those_at_the_level_however_few_digits_it_has(tied, claim, context):
    (point,) = [item for item in claim.points if (item.dim, item.context, item.layers) == (5, 20, 3)]
    at_its_end = replace(point, tied="4.9", before=("0.676483", "0.325255"), after="0.536446")
    for changed, verdict in ((replace(point, tied=tied), Verdict.CERTIFIED), (at_its_end, Verdict.REFUTED)):
        road = merging.refutation(replace(claim, points=(changed,)), context(MERGING))
        assert road.verdict is verdict, road


@pytest.mark.parametrize("pair", ["2", "1.99", "1.985546"])
def test_the_discriminant_changes_its_sign_at_the_zero_however_few_digits_it_has(pair, claim, context):
    (point,) = [item for item in claim.points if (item.dim, item.context, item.layers) == (5, 20, 3)]
    road = merging.refutation(replace(claim, points=(replace(point, pair=pair),)), context(MERGING))
    assert road.verdict is Verdict.CERTIFIED, road


def test_more_digits_than_the_level_gives_are_not_certified(claim, context):
    (point,) = [item for item in claim.points if (item.dim, item.context, item.layers) == (5, 20, 3)]
    level, half = merging.decimal(point.tied)
    found = merging.Jump(tuple(merging.by_zonal(point)), 3, 20)
    with ctx.workprec(256):
        low, high = found.enclosed(level - half, level + half)
        _, _, tied = found.steps(low, high)
        digits = tied.mid().str(60, radius=False, more=True)[:60]
    with pytest.raises(ArithmeticError, match="not known to as many digits"):
        merging.refutation(replace(claim, points=(replace(point, after=digits),)), context(MERGING))


@pytest.mark.parametrize("noise", [3, 6])
def test_best_real_steps_against_descent(noise):
    """Three steps at d = 5, n = 20: (a, a, b) at noise 3, equal ones at noise 6, as a descent over all three finds."""
    moments = tuple(spectral_moments(20, 5, 7))
    form = np.array(
        [[float(x.p) / float(x.q) for x in row] for row in quadratic_form(moments, 3, fmpq(noise, 20)).tolist()]
    )

    def loss(steps):
        q = np.array([1.0])
        for step in steps:
            q = np.convolve(q, [1, -step])
        return q @ form @ q

    found = min(minimize(loss, start, method="Nelder-Mead", options={"fatol": 1e-14, "xatol": 1e-9}).fun
                 for start in ([0.9, 0.8, 0.3], [0.5, 0.4, 0.6], [0.7, 0.2, 1.0]))  # fmt: skip
    with ctx.workprec(128):
        almost = AlmostTied(moments, 3, fmpq(noise, 20))
        apart, tied = [float(steps.value) for steps in almost.apart()], float(almost.tied().value)
    assert min([tied, *apart]) == pytest.approx(found, rel=1e-9)
    assert (min(apart, default=np.inf) < tied) == (noise == 3)
