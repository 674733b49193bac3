"""Softmax and its loss in balls: weights, scores, and derivatives along lines against differences."""

import pytest
from flint import arb, ctx, fmpq

from verify.enclose.softmax import loss_along, scores, softmax

A = ((fmpq(1), fmpq(2)), (fmpq(-1), fmpq(1, 2)), (fmpq(3), fmpq(0)))
X, B, H = (fmpq(1, 3), fmpq(-1)), (fmpq(1, 2), fmpq(0), fmpq(1)), (fmpq(2), fmpq(1, 5))


@pytest.fixture(autouse=True)
def precision():
    with ctx.workprec(192):
        yield


def test_scores():
    assert [float(one) for one in scores(A, [arb(part) for part in X])] == pytest.approx([1 / 3 - 2, -1 / 3 - 0.5, 1])


def test_weights_are_shares_and_shifts_do_not_matter():
    one, other = softmax([arb(0), arb(1)]), softmax([arb(100), arb(101)])
    assert float(one[1] / one[0]) == pytest.approx(2.718281828459045)
    assert all(first.overlaps(second) for first, second in zip(one, other, strict=True))
    assert float(sum(one, start=arb(0))) == pytest.approx(1)


def loss(t):
    x = [arb(p) + t * arb(h) for p, h in zip(X, H, strict=True)]
    missed = [f - arb(b) for f, b in zip(softmax(scores(A, x)), B, strict=True)]
    return sum((part * part for part in missed), start=arb(0)) / 2


def test_derivatives_along_a_line():
    step = arb(1) / 10**10
    ahead, here, behind = loss(step), loss(arb(0)), loss(-step)
    first, second = loss_along(A, X, B, H)
    assert float(first) == pytest.approx(float((ahead - behind) / (2 * step)), rel=1e-12)
    assert float(second) == pytest.approx(float((ahead - 2 * here + behind) / (step * step)), rel=1e-9)
