"""Programs as layers: how their errors fall with the scale, and false claims."""

from dataclasses import replace

import numpy as np
import pytest

from proofs.core.verdict import Verdict
from verify.checks.construction import as_values, error, instances, layers_road, refutation
from verify.decoder.build import Scales


@pytest.fixture
def descent(context):
    return context("constructions.gradient_step")


@pytest.fixture
def step(descent):
    """One step of gradient descent, and its prediction."""
    return descent.theorem.claims[0]


def test_the_error_of_a_whole_program_is_of_second_order(step, descent):
    """As that of one product: the rounding of copies is what is left at small scales."""
    instance = instances(step, descent)[1]
    scales = [1e-3, 1e-4, 1e-5]
    errors = [error(step, instance, Scales(small=small), as_values) for small in scales]
    slope = np.polyfit(np.log(scales), np.log(errors), 1)[0]
    assert slope == pytest.approx(2, abs=0.1)


def test_another_output_is_not_what_the_layers_make(step, descent):
    ((column, block, value),) = step.outputs
    wrong = replace(step, outputs=((column, block, 2 * value),))
    assert layers_road(step, descent).verdict is Verdict.SUPPORTED
    assert layers_road(wrong, descent).verdict is Verdict.REFUTED
    assert refutation(wrong, descent).verdict is Verdict.REFUTED


@pytest.mark.parametrize("changes", [{"width": (11, 4, 0)}, {"hidden": (1, 3, 0)}, {"depth": 10}])
def test_other_sizes_are_refuted_in_the_weights(changes, step, descent):
    assert "rows, inner units and layers" in refutation(replace(step, **changes), descent).witness
