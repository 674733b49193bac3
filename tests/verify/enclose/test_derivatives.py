"""Derivatives of entry polynomials against flint's, at rationals and in balls."""

from random import Random

from flint import Ordering, arb, fmpq, fmpq_mpoly_ctx

from verify.enclose.derivatives import Derivatives, by_name, is_stationary_by_parity
from verify.evaluate.entries import EntryPolynomial

NAMES = ("x", "y", "z")
RING = fmpq_mpoly_ctx.get(NAMES, Ordering.lex)


def random_polynomial(rng: Random) -> dict[tuple[int, ...], fmpq]:
    keys = [tuple(rng.randint(0, 3) for _ in NAMES) for _ in range(8)]
    return {key: fmpq(rng.randint(-9, 9), rng.randint(1, 4)) for key in keys}


def test_value_gradient_and_hessian() -> None:
    rng = Random(1)
    for _ in range(5):
        terms = random_polynomial(rng)
        whole, derivatives = RING.from_dict(terms), Derivatives(EntryPolynomial(NAMES, terms))
        point = [fmpq(rng.randint(-5, 5), rng.randint(1, 3)) for _ in NAMES]
        assert derivatives.value(point) == whole(*point)
        assert derivatives.gradient(point, (2, 0)) == [whole.derivative(name)(*point) for name in ("z", "x")]
        second = [[whole.derivative(a).derivative(b)(*point) for b in ("y", "x")] for a in ("y", "x")]
        assert derivatives.hessian(point, (1, 0)) == second
        balls = [arb(entry) + arb(0, 1e-6) for entry in point]
        assert derivatives.value(balls).contains(arb(derivatives.value(point)).mid())
        for row, exact in zip(derivatives.hessian(balls, (1, 0)), second, strict=True):
            assert all(ball.overlaps(arb(entry)) for ball, entry in zip(row, exact, strict=True))


def test_parity() -> None:
    even = EntryPolynomial(NAMES, {(2, 0, 0): fmpq(1), (1, 1, 1): fmpq(1), (0, 0, 2): fmpq(3)})
    odd = EntryPolynomial(NAMES, {(2, 0, 1): fmpq(1)})
    assert is_stationary_by_parity(even, (1, 2))
    assert is_stationary_by_parity(even, ())
    assert not is_stationary_by_parity(even, (1,))
    assert not is_stationary_by_parity(odd, (1, 2))


def test_a_point_by_name() -> None:
    polynomial = EntryPolynomial(NAMES, {(1, 0, 0): fmpq(1)})
    assert by_name(polynomial, {"y": fmpq(2)}, fmpq(0)) == [0, 2, 0]
