"""Distances to ridge regression: in balls, by simulation, and against the closed forms that they add up to."""

from dataclasses import replace

import numpy as np
import pytest
from flint import ctx

from proofs.core.verdict import Verdict
from verify.checks.ridge_distances import BITS, enclosed, refutation, sampled_road, simulated

ID = "metrics.ridge_listed"


@pytest.fixture
def listed(theorem):
    (found,) = theorem(ID).claims
    return found


@pytest.mark.slow
def test_both_roads(listed, context):
    assert refutation(listed, context(ID)).verdict is Verdict.CERTIFIED
    assert sampled_road(listed, context(ID)).verdict is Verdict.SUPPORTED


def test_right_angles(listed):
    """Distances to ridge regression and from it to the truth add up to the losses in closed form."""
    for point in listed.points:
        n, d, noise = point.context, point.dim, float(point.noise)
        with ctx.workprec(BITS):
            truth, step, least = (float(found) for found in enclosed(point))
        assert truth + least == pytest.approx(noise / (n - d - 1)), point
        assert truth + step == pytest.approx(1 - n / (n + d + 1 + noise)), point


@pytest.mark.parametrize("field", ["to_truth", "to_step", "to_least"])
def test_other_digits_are_refuted_and_more_of_them_left_open(field, listed, context):
    text = getattr(listed.points[0], field)

    def verdict(changed: str) -> Verdict:
        return refutation(replace(listed, points=(replace(listed.points[0], **{field: changed}),)), context(ID)).verdict

    assert verdict(text[:-1] + str((int(text[-1]) + 1) % 10)) is Verdict.REFUTED
    assert verdict(text + "0" * 80) is not Verdict.CERTIFIED


def test_simulated_learners(listed):
    point = listed.points[1]
    found = simulated(point, 20_000, np.random.default_rng(5))
    for one, text in zip(found, (point.to_truth, point.to_step, point.to_least), strict=True):
        assert abs(float(one.z(float(text)))) < 5
