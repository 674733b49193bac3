"""The least loss of layers with scalar steps, against formulas by hand."""

import pytest
from flint import fmpq

from proofs.optimum.orthogonal import least_loss


@pytest.mark.parametrize(("n", "d"), [(1, 1), (2, 2), (20, 5)])
def test_one_layer(n: int, d: int) -> None:
    assert least_loss(n, d, 1) == fmpq(d * (d + 1), n + d + 1)


def test_three_layers() -> None:
    assert least_loss(2, 2, 3) == fmpq(4875, 6151)
    assert least_loss(20, 5, 3) == fmpq(12138645, 90852389)


def test_no_layer_predicts_zero() -> None:
    assert least_loss(3, 4, 0) == 4
