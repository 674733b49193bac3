"""The operators of decoder layers in balls enclose what the float layers compute, and tend to what they stand for."""

import numpy as np
import pytest
from flint import arb, ctx

from verify.decoder.layers import gelu as float_gelu
from verify.decoder.layers import normalise
from verify.enclose.layers import attention, copied, gelu, normalised, product, quotient


@pytest.fixture(autouse=True)
def precision():
    with ctx.workprec(256):
        yield


def balls(*numbers):
    return [arb(number) for number in numbers]


@pytest.mark.parametrize("z", [-3.0, 0.0, 0.5, 4.0])
def test_gelu(z):
    assert float(gelu(arb(z))) == pytest.approx(float(float_gelu(np.array(z))), abs=1e-15)


def test_normalised_columns():
    column = (1.0, -2.0, 4.0)
    expected = normalise(np.array(column)[:, None])[:, 0]
    assert [float(entry) for entry in normalised(balls(*column))] == pytest.approx(list(expected))


def test_weights_of_attention_add_up():
    found = attention(balls(0.0, 1.0, -1.0))
    assert float(sum(found, start=arb(0))) == pytest.approx(1)
    assert [float(one) for one in found] == pytest.approx(list(np.exp([0, 1, -1]) / np.exp([0, 1, -1]).sum()))


@pytest.mark.parametrize(
    ("operator", "limit"),
    [
        (lambda scale: product(arb(0.7), arb(-1.3), 1 / scale), 0.7 * -1.3),
        (lambda scale: quotient(arb(0.7), arb(1.3), scale, balls(1.0, 2.0, 0.5)), 0.7 / 1.3),
        (lambda scale: copied(arb(-0.4), scale), -0.4),
    ],
    ids=["product", "quotient", "copy"],
)
def test_errors_vanish_with_the_scale(operator, limit):
    near, far = (abs(float(operator(arb(scale))) - limit) for scale in (10, 1000))
    assert far < near / 50 or near == far == pytest.approx(0, abs=1e-15)
    assert far < 1e-5
