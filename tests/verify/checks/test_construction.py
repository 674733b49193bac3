"""Programs as layers: how their errors fall with the scale, and false claims."""

from dataclasses import replace

import numpy as np
import pytest

from proofs.core.catalogue import catalogue
from proofs.core.verdict import Verdict
from verify.checks.construction import as_values, error, instances, layers_road, refutation
from verify.checks.context import Context
from verify.decoder.build import Scales

THEOREM = catalogue()["constructions.gradient_step"].load()
CONTEXT = Context("constructions.gradient_step", THEOREM)
STEP = THEOREM.claims[0]


def test_the_error_of_a_whole_program_is_of_second_order():
    """As that of one product: the rounding of copies is what is left at small scales."""
    instance = instances(STEP, CONTEXT)[1]
    scales = [1e-3, 1e-4, 1e-5]
    errors = [error(STEP, instance, Scales(small=small), as_values) for small in scales]
    slope = np.polyfit(np.log(scales), np.log(errors), 1)[0]
    assert slope == pytest.approx(2, abs=0.1)


def test_another_output_is_not_what_the_layers_make():
    ((column, block, value),) = STEP.outputs
    wrong = replace(STEP, outputs=((column, block, 2 * value),))
    assert layers_road(STEP, CONTEXT).verdict is Verdict.SUPPORTED
    assert layers_road(wrong, CONTEXT).verdict is Verdict.REFUTED
    assert refutation(wrong, CONTEXT).verdict is Verdict.REFUTED


@pytest.mark.parametrize("changes", [{"width": (11, 4, 0)}, {"hidden": (1, 3, 0)}, {"depth": 10}])
def test_other_sizes_are_refuted_in_the_weights(changes):
    assert "rows, inner units and layers" in refutation(replace(STEP, **changes), CONTEXT).witness
