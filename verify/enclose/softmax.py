"""Softmax and its regression loss in balls, from the definition, and along lines as power series."""

from collections.abc import Sequence

from flint import arb, arb_series, ctx, fmpq

Rows = Sequence[Sequence[fmpq]]


def softmax(scores: Sequence[arb]) -> list[arb]:
    """exp(u) / sum exp(u), the scores shifted by the first one."""
    powers = [(score - scores[0]).exp() for score in scores]
    total = sum(powers, start=arb(0))
    return [power / total for power in powers]


def scores(A: Rows, x: Sequence[arb]) -> list[arb]:
    """A x."""
    return [sum((arb(entry) * part for entry, part in zip(row, x, strict=True)), start=arb(0)) for row in A]


def loss_along(A: Rows, x: Sequence[fmpq], b: Sequence[fmpq], h: Sequence[fmpq]) -> tuple[arb, arb]:
    """The first and second derivative at t = 0 of the loss at x + t h, by automatic differentiation."""
    ctx.cap = 3
    lines = [
        arb_series([sum((arb(p * q) for p, q in zip(row, x, strict=True)), start=arb(0)),
                    sum((arb(p * q) for p, q in zip(row, h, strict=True)), start=arb(0))])
        for row in A
    ]  # fmt: skip
    powers = [line.exp() for line in lines]
    total = sum(powers, start=arb_series([0]))
    missed = [power / total - arb(target) for power, target in zip(powers, b, strict=True)]
    loss = sum((part * part for part in missed), start=arb_series([0]))
    return arb(loss[1]) / 2, arb(loss[2])
