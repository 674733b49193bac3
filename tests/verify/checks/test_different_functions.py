"""Two weights that predict different numbers: as listed, and other lists refuted."""

from dataclasses import replace

import pytest

from proofs.core.listed import DifferentFunctions
from proofs.core.verdict import Verdict
from verify.checks.different_functions import refutation, roads


@pytest.fixture
def where(theorem):
    return next(
        (name, claim)
        for name in ("one_layer.two_functions", "one_layer.sign_symmetry")
        for claim in theorem(name).claims
        if isinstance(claim, DifferentFunctions)
    )


def test_predictions_as_listed(where, context):
    name, claim = where
    (road,) = roads(claim, context(name))
    assert road.verdict is Verdict.CERTIFIED
    assert str(road.scope) == f"(d = {len(claim.query)}, n = {len(claim.rows)})"


def test_other_lists_are_refuted(where, context):
    name, claim = where
    one, other = claim.predictions
    for changes in (
        {"predictions": (one + 1, other)},
        {"predictions": (other, one)},
        {"second": claim.first},
        {"second": claim.first, "predictions": (one, one)},
        {"labels": tuple(2 * label + 1 for label in claim.labels)},
    ):
        road = refutation(replace(claim, **changes), context(name))
        assert road.verdict is Verdict.REFUTED, changes
        assert road.witness.startswith("the predictions are ")
