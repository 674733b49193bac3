"""How noise makes step sizes merge."""

import numpy as np
import pytest
from flint import fmpq
from scipy.optimize import minimize_scalar

from notebooks.pictures.merging import best, best_real, complex_steps, critical, jumps, merging
from proofs.optimum.orthogonal import quadratic_form, spectral_moments
from verify.simulate.arrays import as_floats


def test_without_noise_the_steps_are_those_listed() -> None:
    steps = complex_steps(best(20, 5, 3, fmpq(0)))
    assert np.allclose(steps, [0.422409, 0.689126, 1.714217], atol=1e-6)


def test_the_critical_level_is_where_the_discriminant_vanishes() -> None:
    level = critical(20, 5, 2, fmpq(8))
    assert level is not None
    assert float(level) == pytest.approx(4.24864, abs=1e-5)
    for noise, sign in ((level - fmpq(1, 1000), 1), (level + fmpq(1, 1000), -1)):
        c, b, a = best(20, 5, 2, noise).coefficients
        assert (b * b - 4 * a * c) * sign > 0
    assert critical(20, 5, 2, fmpq(4)) is None


@pytest.mark.parametrize("layers", [2, 3])
def test_real_zeros_are_the_best_real_steps(layers: int) -> None:
    steps = complex_steps(best(20, 5, layers, fmpq(1)))
    assert np.allclose(best_real(20, 5, layers, fmpq(1)), steps, rtol=1e-4)


def test_beyond_the_critical_level_two_layers_are_looped() -> None:
    """The best two equal steps, found along one variable, are the best real ones."""
    form = as_floats(quadratic_form(spectral_moments(20, 5, 5), 2, fmpq(6, 20)))

    def looped(step: float) -> float:
        q = np.array([1, -2 * step, step**2])
        return float(q @ form @ q)

    found = best_real(20, 5, 2, fmpq(6))
    assert np.allclose(found, minimize_scalar(looped, (0.1, 1.0)).x, rtol=1e-4)


def test_descents_jump_where_the_theorem_says() -> None:
    (level,) = jumps(20, 5, 3)
    before, after = (best_real(20, 5, 3, fmpq(round(1000 * level) + k, 1000)) for k in (-20, 20))
    assert np.allclose(before, [0.327, 0.663, 0.663], atol=0.01)
    assert np.allclose(after, [0.537] * 3, atol=0.01)
    assert jumps(20, 5, 2) == []


def test_what_is_drawn() -> None:
    noises = tuple(fmpq(k) for k in range(9))
    upper, lower = merging(20, 5, (2,), noises).axes
    for place, noise in enumerate(noises):
        drawn = sorted(complex(up.get_ydata()[place], low.get_ydata()[place]).real
                       for up, low in zip(upper.lines[:2], lower.lines[:2], strict=True))  # fmt: skip
        assert np.allclose(drawn, sorted(step.real for step in complex_steps(best(20, 5, 2, noise))))
    assert any(np.allclose(line.get_xdata(), 4.24864, atol=1e-4) for line in upper.lines)
