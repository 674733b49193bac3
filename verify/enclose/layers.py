"""The operators of decoder layers in balls, from the definitions of GeLU, LayerNorm and softmax attention."""

from collections.abc import Sequence

from flint import arb


def gelu(z: arb) -> arb:
    """z Phi(z)."""
    return z * (-z / arb(2).sqrt()).erfc() / 2


def product(p: arb, q: arb, small: arb) -> arb:
    """sqrt(pi/2) (G(s(p+q)) - G(sp) - G(sq)) / s^2."""
    units = gelu(small * (p + q)) - gelu(small * p) - gelu(small * q)
    return (arb.pi() / 2).sqrt() * units / small**2


def normalised(column: Sequence[arb]) -> list[arb]:
    """(h - mean) / standard deviation."""
    mean = sum(column, start=arb(0)) / len(column)
    centred = [entry - mean for entry in column]
    deviation = (sum((entry * entry for entry in centred), start=arb(0)) / len(column)).sqrt()
    return [entry / deviation for entry in centred]


def quotient(a: arb, b: arb, large: arb, others: Sequence[arb]) -> arb:
    """Half the difference of a and -a behind LayerNorm, times N sqrt(2/D), beside N b, -N b and other rows."""
    column = [a, -a, large * b, -large * b, *others]
    behind = normalised(column)
    return (behind[0] - behind[1]) / 2 * large * (arb(2) / len(column)).sqrt()


def copied(z: arb, far: arb) -> arb:
    """G(z + far) - far."""
    return gelu(z + far) - far


def attention(scores: Sequence[arb]) -> list[arb]:
    """The weights of softmax."""
    powers = [score.exp() for score in scores]
    total = sum(powers, start=arb(0))
    return [power / total for power in powers]
