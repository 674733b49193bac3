"""Limits: Laurent polynomials and quotients of them; the unbounded and the hidden are refused."""

from dataclasses import replace

import pytest
from flint import fmpq
from hypothesis import given
from hypothesis import strategies as st

from proofs.algebra import identity, inverse, matrix, scalar, symmetric, trace
from proofs.algebra.evaluation import value
from proofs.algebra.positivity import Signs
from proofs.algebra.symbols import number, zero
from proofs.core.claims import Limit
from proofs.core.derivation import Definition, DiagonalPart, Reciprocal
from proofs.optimum.limit import at_infinity, prove_limit

n, d, t, s, c, rho = (scalar(name) for name in ("n", "d", "t", "s", "c", "rho"))
Sigma, Psi, K, X = symmetric("Sigma", "d"), symmetric("Psi", "d"), symmetric("K", "d"), matrix("X", "n", "d")
SIGNS = Signs(frozenset({"Sigma", "Psi"}), frozenset(), frozenset({"n", "d", "c"}), frozenset({"s"}))


def limit(numerator, to, below=None, to_below=None, given=(), **more):
    return Limit(
        name="limit", grows=n, numerator=numerator, limit=to, denominator=below, limit_denominator=to_below,
        abbreviations=given, **more,
    )  # fmt: skip


def holds(claim):
    return prove_limit(claim, SIGNS).holds


TRUE = [
    limit(number(3), number(3)),
    limit((n + 1) / n * Sigma + c / n * Psi, Sigma),
    limit(Sigma / n, zero("d", "d")),
    limit(number(1), number(1), (n + c) / n, number(1)),
    limit((1 + c) - c / n, 2 + 2 * c, (n + s) / n, number(2)),
    limit(t * Sigma, Sigma, given=(Definition(t, (n + d) / n),)),
    limit(s + trace(Sigma) / n, s),
    limit((n + 1) / n * Sigma, Sigma, inverted=True),
    limit(rho * Sigma, rho * Sigma, given=(Reciprocal(rho, d + c),)),
    limit(rho, number(0), given=(Reciprocal(rho, n + d),)),
    limit(rho * Sigma / n, zero("d", "d"), given=(Reciprocal(rho, n + d),)),
    limit(rho * n, number(1), given=(Definition(t, n + d), Reciprocal(rho, t))),
    limit(number(1), number(1), rho + 1, number(1), given=(Reciprocal(rho, n + d),)),
    limit(rho * Sigma, 2 * Sigma, rho, number(2), given=(Reciprocal(rho, n + d),)),
    limit(n**2 * Sigma, Sigma, n**2 + n * c, number(1)),
]


@pytest.mark.parametrize("claim", TRUE, ids=lambda claim: str(claim.numerator))
def test_limits(claim):
    assert holds(claim)


FALSE = [
    limit((n + 1) / n * Sigma, 2 * Sigma),
    limit(n * Sigma, Sigma),
    limit(n + 1, n),
    limit(number(1), number(1), n + c, number(1)),
    limit(number(1), number(0), (c + s) / n, number(1)),
    limit(number(1), number(1), number(1) - c, 1 - c),
    limit(number(1), number(1), (n + c) / n, number(0)),
    limit(number(1), number(2), (n + c) / n, number(1)),
    limit(number(1), number(1), s + n.reciprocal(), s),
    limit(t * Sigma, 2 * Sigma, given=(Definition(t, (n + d) / n),)),
    limit(Sigma / n, zero("d", "d"), inverted=True),
    limit((n + 1) / n * K, K, inverted=True),
    limit(rho, rho, given=(Reciprocal(rho, n + d),)),
    limit(rho, rho, given=(Definition(t, n + d), Reciprocal(rho, t))),
    limit(number(1), rho, rho + 1, number(1), given=(Reciprocal(rho, n + d),)),
    limit(n**2 * rho, number(1), given=(Reciprocal(rho, n + d),)),
    limit(n * rho, number(1), given=(Reciprocal(rho, 2 * n + d),)),
    limit(n * rho, number(1), given=(Reciprocal(rho, n - d),)),
]


@pytest.mark.parametrize("claim", FALSE, ids=lambda claim: f"{claim.numerator} over {claim.denominator}")
def test_what_does_not_converge_so(claim):
    assert not holds(claim)


HIDING = [
    limit(K / n, K / n, given=(DiagonalPart(K, n * Sigma),)),
    limit(n * Sigma / d, Sigma, given=(Definition(n, d),)),
    limit(inverse(K), inverse(K), given=(Definition(K, n * Sigma),)),
    limit(X.T @ X, X.T @ X),
    limit(trace(X.T @ X) / n, number(0)),
]


@pytest.mark.parametrize("claim", HIDING, ids=lambda claim: f"{claim.numerator} by {claim.abbreviations}")
def test_what_grows_may_not_hide(claim):
    lines = {line.says: line.holds for line in prove_limit(claim, SIGNS).lines}
    assert lines["n enters by its powers only"] is False


def test_a_denominator_must_stay_away_from_zero():
    vanishing = limit(number(1), number(1), s + n.reciprocal(), s)
    lines = {line.says: line.holds for line in prove_limit(vanishing, SIGNS).lines}
    assert lines["the denominators stay positive"] is False
    unbounded = limit(number(1), number(1), (c + s) / n, number(1))
    assert prove_limit(unbounded, SIGNS).open_line.says == "numerator and denominator converge"


def test_an_inverted_limit_must_be_invertible():
    claim = limit((n + 1) / n * Sigma, Sigma, inverted=True)
    weaker = replace(SIGNS, definite=frozenset({"Psi"}))
    assert prove_limit(claim, weaker).open_line.says == "the limit is invertible"
    assert prove_limit(replace(claim, inverted=False), weaker).holds


@given(st.lists(st.tuples(st.integers(-3, 0), st.integers(-3, 3)), max_size=4), st.integers(1, 3))
def test_at_infinity_only_the_constant_stays(terms, size):
    laurent = number(0)
    for power, factor in terms:
        laurent = laurent + factor * (n.reciprocal() ** -power if power else number(1)) * d
    found = at_infinity(laurent, n)
    assert found == sum(factor for power, factor in terms if not power) * d
    far = value(laurent, {}, {"n": fmpq(10**9), "d": fmpq(size)})
    assert abs(far - value(found, {}, {"n": fmpq(10**9), "d": fmpq(size)})) <= fmpq(12 * size, 10**9)


@pytest.mark.parametrize("expression", [n, n * Sigma, Sigma / n + n**2 * Psi, trace(identity("d")) * n], ids=str)
def test_the_unbounded_has_no_limit(expression):
    assert at_infinity(expression, n) is None


def test_what_does_not_grow_stays():
    assert at_infinity(Sigma @ Psi, n) == Sigma @ Psi
