"""A scalar raised by one: the value at n of the shifted polynomial is that of the cleared one at n + 1."""

from flint import fmpq
from hypothesis import given
from hypothesis import strategies as st

from proofs.algebra import scalar, symmetric
from proofs.algebra.evaluation import value
from proofs.algebra.shift import below, shifted
from proofs.algebra.symbols import number

n, d = scalar("n"), scalar("d")
TERMS = st.lists(st.tuples(st.integers(-5, 5), st.integers(-2, 3), st.integers(0, 2)), min_size=1, max_size=4)


def power(base, exponent):
    return base**exponent if exponent > 0 else 1 / base**-exponent if exponent else number(1)


def at(polynomial, n_value, d_value):
    return value(polynomial, {}, {"n": fmpq(n_value), "d": fmpq(d_value)})


@given(TERMS, st.integers(1, 9), st.integers(1, 9))
def test_values(terms, here, other):
    polynomial = sum((c * power(n, p) * power(d, q) for c, p, q in terms), 0 * n)
    cleared = polynomial * power(n, below(polynomial, "n"))
    assert at(shifted(polynomial, "n"), here, other) == at(cleared, here + 1, other)


def test_what_does_not_hold_the_scalar():
    Sigma = symmetric("Sigma", "k")
    assert shifted(Sigma, "n") is Sigma
    assert below(Sigma, "n") == 0


def test_the_power_that_clears():
    assert below(1 / n**2 + n / d, "n") == 2
    assert below(1 / n**2 + n / d, "d") == 1
    assert below(n, "n") == 0
    assert shifted((n + 1) / n, "n") == n + 2
