"""The blind search: it finds known minima with certificates that the exact acceptor takes, and no bound too high."""

from dataclasses import replace

import pytest
from flint import fmpq
from hypothesis import given
from hypothesis import strategies as st

from proofs.core.certificate import from_json
from verify.certificates.search import GramProgram, half_newton_polytope, search
from verify.evaluate.entries import EntryPolynomial


def polynomial(terms):
    """A polynomial from {exponents: coefficient}."""
    size = len(next(iter(terms)))
    return EntryPolynomial(tuple("xyz"[:size]), {key: fmpq(value) for key, value in terms.items()})


SQUARES = {
    "(x - 1)^2": ({(2,): 1, (1,): -2, (0,): 1}, 0),
    "x^2 - 3 x": ({(2,): 1, (1,): -3}, fmpq(-9, 4)),
    "x^4 - 2 x^2": ({(4,): 1, (2,): -2}, -1),
    "(x - y)^2 + y^2 / 3 + 2": ({(2, 0): 1, (1, 1): -2, (0, 2): fmpq(4, 3), (0, 0): 2}, 2),
    "x^2 y^2 + x^2 + y^2 + 1": ({(2, 2): 1, (2, 0): 1, (0, 2): 1, (0, 0): 1}, 1),
}


@pytest.mark.parametrize("name", SQUARES)
def test_known_minima_are_certified(name):
    terms, lowest = SQUARES[name]
    found = search("some", (("d", 1),), polynomial(terms))
    assert found is not None
    assert found.bound == lowest
    assert found.accepts(polynomial(terms).terms)
    assert from_json(found.as_json()) == found


@pytest.mark.parametrize("name", ["(x - 1)^2", "x^4 - 2 x^2", "(x - y)^2 + y^2 / 3 + 2"])
def test_no_certificate_of_more(name):
    terms, lowest = SQUARES[name]
    found = search("some", (), polynomial(terms))
    higher = replace(found, bound=fmpq(lowest) + fmpq(1, 10**6))
    assert not higher.accepts(polynomial(terms).terms)


@pytest.mark.parametrize("terms", [{(4,): 1, (3,): 4, (6,): -1}, {(1,): 1}, {(2, 0): 1, (0, 1): 1}], ids=str)
def test_the_unbounded_has_no_certificate(terms):
    found = search("some", (), polynomial(terms))
    assert found is None or not found.accepts(polynomial(terms).terms)


@pytest.mark.parametrize(
    ("terms", "monomials"),
    [
        ({(2,): 1, (0,): 1}, [(0,), (1,)]),
        ({(4,): 1, (2,): 1}, [(0,), (1,), (2,)]),
        ({(4, 2): 1}, [(0, 0), (2, 1)]),
        ({(2, 2): 1, (0, 0): 1}, [(0, 0), (1, 1)]),
        ({(4, 0): 1, (0, 4): 1}, [(0, 0), (1, 0), (0, 1), (2, 0), (1, 1), (0, 2)]),
        ({(2, 0): 1, (0, 2): 1, (0, 0): 1}, [(0, 0), (1, 0), (0, 1)]),
    ],
    ids=str,
)
def test_half_of_the_newton_polytope(terms, monomials):
    assert sorted(half_newton_polytope(polynomial(terms))) == sorted(monomials)


@given(st.dictionaries(st.tuples(st.integers(0, 2), st.integers(0, 2)), st.integers(-3, 3).filter(bool), min_size=1))
def test_the_square_of_a_polynomial_lies_in_its_program(terms):
    square = {}
    for left, a in terms.items():
        for right, b in terms.items():
            key = (left[0] + right[0], left[1] + right[1])
            square[key] = square.get(key, 0) + a * b
    found = polynomial({key: value for key, value in square.items() if value})
    program = GramProgram.of(found)
    assert set(terms) <= set(program.monomials)
    assert set(found.terms) <= set(program.equations)
    assert all(
        program.right_side(key, fmpq(1)) == found.terms.get(key, 0) - (not any(key)) for key in program.equations
    )
