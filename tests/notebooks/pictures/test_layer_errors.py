"""Errors of layers against the leading terms that are drawn beside them."""

import numpy as np

from notebooks.pictures.layer_errors import TITLES, layer_errors, rates
from verify.decoder.measured import PAIRS


def test_every_operator_has_a_panel() -> None:
    assert rates().keys() == TITLES.keys()
    titles = [axes.get_title() for axes in layer_errors().axes]
    assert titles == [title for title, _ in TITLES.values()]


def test_dots_lie_on_the_line_above_rounding() -> None:
    for axes in layer_errors(PAIRS[1]).axes:
        dots, line = axes.lines
        known = dict(zip(*line.get_data(), strict=True))
        near = [(error, known[scale]) for scale, error in zip(*dots.get_data(), strict=True) if 1e-8 < error < 1e-4]
        assert near
        np.testing.assert_allclose([error for error, _ in near], [leading for _, leading in near], rtol=0.1)
