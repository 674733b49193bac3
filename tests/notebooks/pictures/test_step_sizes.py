"""Step sizes are reciprocal Gauss nodes of mu dnu: by Golub and Welsch, from moments in many digits."""

import mpmath
import numpy as np
import pytest

from notebooks.pictures.step_sizes import best_steps, eigenvalues, step_sizes
from proofs.optimum.orthogonal import spectral_moments


def gauss_nodes(n: int, d: int, count: int) -> list[float]:
    """Eigenvalues of the Jacobi matrix of mu dnu, whose entries come from the Cholesky factor of the moments."""
    with mpmath.workdps(60):
        moments = [mpmath.mpf(int(m.p)) / int(m.q) for m in spectral_moments(n, d, 2 * count + 2)][1:]
        H = mpmath.matrix([[moments[i + j] for j in range(count + 1)] for i in range(count + 1)])
        R = mpmath.cholesky(H).T
        J = mpmath.matrix(count, count)
        for i in range(count):
            J[i, i] = R[i, i + 1] / R[i, i] - (R[i - 1, i] / R[i - 1, i - 1] if i else 0)
            if i + 1 < count:
                J[i, i + 1] = J[i + 1, i] = R[i + 1, i + 1] / R[i, i]
        return sorted(float(node) for node in mpmath.eigsy(J, eigvals_only=True))


@pytest.mark.parametrize(("n", "d", "layers"), [(20, 5, 1), (20, 5, 4), (3, 7, 6)])
def test_reciprocals_are_gauss_nodes(n: int, d: int, layers: int) -> None:
    nodes = sorted(1 / step for step in best_steps(n, d, layers))
    assert np.allclose(nodes, gauss_nodes(n, d, layers), rtol=1e-10)


def test_the_spectrum_has_its_mean() -> None:
    found = eigenvalues(20, 5, 4000)
    assert found.shape == (4000, 5)
    traces = found.sum(axis=1)
    assert abs(traces.mean() - 5) < 5 * traces.std() / np.sqrt(len(traces))
    assert not np.array_equal(found, eigenvalues(20, 5, 4000, seed=1))


def test_what_is_drawn() -> None:
    figure = step_sizes(6, 3, range(1, 4), samples=100)
    steps, nodes, density = figure.axes
    for layers, left, right in zip(range(1, 4), steps.lines, nodes.lines, strict=True):
        assert np.allclose(left.get_xydata(), [(layers, step) for step in best_steps(6, 3, layers)])
        assert np.allclose(right.get_xydata()[:, 0], 1 / left.get_ydata())
    assert sum(patch.get_height() * patch.get_width() for patch in density.patches) == pytest.approx(1)
