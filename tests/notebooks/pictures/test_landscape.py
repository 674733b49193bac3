"""The loss around the minimizer of two layers, and the false versions of the claim."""

import numpy as np
import pytest
from scipy.optimize import minimize

from notebooks.pictures.landscape import CLAIM, THEOREM, landscape, listed, versions
from proofs.optimum.orthogonal import quadratic_form, spectral_moments
from verify.simulate.arrays import as_floats


def loss(n: int, d: int):
    """The loss as a quadratic form in (1, -e_1, e_2), from numeric moments."""
    form = as_floats(quadratic_form(spectral_moments(n, d, 5), 2))
    return lambda e: float(np.array([1, -e[0], e[1]]) @ form @ np.array([1, -e[0], e[1]]))


@pytest.mark.parametrize(("n", "d"), [(4, 2), (1, 3)])
def test_only_the_claim_stands(n: int, d: int) -> None:
    claim, *others = versions(listed(THEOREM, CLAIM), n, d)
    assert claim.stands
    assert len(others) >= 4
    assert not any(other.stands for other in others)


@pytest.mark.parametrize(("n", "d"), [(4, 2), (1, 3)])
def test_the_minimizer_and_the_loss(n: int, d: int) -> None:
    found = versions(listed(THEOREM, CLAIM), n, d)
    best = minimize(loss(n, d), [0.5, 0.1], tol=1e-12)
    assert np.allclose([float(entry) for entry in found[0].place], best.x, rtol=1e-4)
    for version in found:
        assert float(version.there[0]) == pytest.approx(loss(n, d)([float(entry) for entry in version.place]))
        assert float(version.origin[0]) == d


def test_what_is_drawn() -> None:
    left, right = landscape(4, 2).axes
    found = versions(listed(THEOREM, CLAIM), 4, 2)
    marks = [line for line in left.lines if line.get_label() in {version.changed for version in found}]
    assert [mark.get_label() for mark in marks] == [version.changed for version in found]
    assert np.allclose([mark.get_xydata()[0] for mark in marks], [[float(x) for x in v.place] for v in found])
    assert [label.get_text() for label in right.get_yticklabels()] == [version.changed for version in found]


def test_a_claim_that_is_not_there() -> None:
    with pytest.raises(LookupError, match="no claim 'x'"):
        listed(THEOREM, "x")
