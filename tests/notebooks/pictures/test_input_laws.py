"""Laws of inputs and families of labels."""

import numpy as np
import pytest

from notebooks.pictures.input_laws import DIMENSION, families, input_laws, laws, step


@pytest.mark.parametrize("law", laws(), ids=lambda law: law.name)
def test_the_simulation_meets_the_least_loss(law) -> None:
    found = law.simulated(12, 20_000)
    assert abs(found.z(float(law.least(12).loss))) < 5


def test_the_step_of_networks() -> None:
    family = families()["ReLU networks"]
    assert step(family, 9) == pytest.approx(9 / (2 * (DIMENSION + 2) + 9 - 1))


def test_what_is_drawn() -> None:
    left, right = input_laws((2, 8), samples=200).axes
    curves = [line.get_ydata() for line in left.lines if len(line.get_ydata()) == 2 and line.get_linestyle() == "-"]
    expected = [[float(law.least(n).loss) for n in (2, 8)] for law in laws()]
    assert all(any(np.allclose(curve, wanted) for curve in curves) for wanted in expected)
    assert len(right.lines) == 1 + len(families())
