"""Losses by eigenvalue: sizes at which there is a density, and weights that are named once."""

import pytest
from flint import fmpq

from proofs.algebra import scalar
from proofs.core.errors import InputError
from proofs.core.spectra import HeavyTail, SpectralLoss

f, t, n = scalar("f"), scalar("t"), scalar("n")
TWO = fmpq(2)


def tail(*weights):
    return HeavyTail(name="c", objective=f, coefficients=(), weights=weights, points=(SpectralLoss(2, 5, "0.5"),))


def test_where_it_is_claimed():
    assert SpectralLoss(3, 3, "1").sizes == (("d", 3), ("n", 3))
    assert tail((t, TWO)).listed == ((("d", 2), ("n", 5), ("t", TWO)),)


@pytest.mark.parametrize(
    ("d", "n", "says"), [(3, 2, "needs n >= d, got n = 2, d = 3"), (0, 2, "sizes are integers >= 1")]
)
def test_sizes_without_a_density(d, n, says):
    with pytest.raises(InputError, match=says):
        SpectralLoss(d, n, "1")


@pytest.mark.parametrize("weights", [((t, TWO), (t, TWO)), ((n, TWO),), ((scalar("d"), TWO),)])
def test_weights_are_named_once_and_are_no_sizes(weights):
    with pytest.raises(InputError, match="the weights are named once each and are not n or d, got"):
        tail(*weights)
