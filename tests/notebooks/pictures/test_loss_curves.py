"""The least loss and its simulation."""

import numpy as np
import pytest

from notebooks.pictures.loss_curves import Setting, loss_curves


@pytest.mark.parametrize("setting", [Setting(), Setting(3, 2, 4), Setting(50, 7, 1)])
def test_the_least_loss_from_its_eigenvalues(setting: Setting) -> None:
    n, d = setting.context, setting.dim
    eigenvalues = 0.5 + (np.arange(d) + 0.5) / d
    K = (n + 1) / n * eigenvalues**2 + (eigenvalues.sum() + setting.noise) / n * eigenvalues
    assert float(setting.least()) == pytest.approx(np.sum(eigenvalues - eigenvalues**3 / K), rel=1e-12)


def test_what_is_drawn() -> None:
    figure = loss_curves((2, 5, 9), (1, 2, 3), (0, 1, 2), samples=500)
    upper, lower = figure.axes[0], figure.axes[3]
    curve, points, *_ = upper.lines
    assert np.allclose(curve.get_ydata(), [float(Setting(context=n).least()) for n in (2, 5, 9)])
    found = [Setting(context=n).simulated(500) for n in (2, 9)]
    assert np.allclose(points.get_ydata(), [float(one.mean) for one in found])
    z = [float((one.mean - curve.get_ydata()[2 * k]) / one.standard_error) for k, one in enumerate(found)]
    assert np.allclose(lower.lines[-1].get_ydata(), z)
    assert all(abs(value) < 5 for value in z)
