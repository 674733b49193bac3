"""Exact values of derived polynomials at random instances, beside the arrays that the forward pass takes."""

from collections.abc import Callable

import pytest
from flint import fmpq, fmpq_mat
from hypothesis import strategies as st

from proofs.algebra import TracePolynomial, evaluate
from proofs.core.statement import Hypothesis, Predicate
from verify.sweep.instance import Instance
from verify.sweep.strategies import instances, shapes

TASK = (
    Hypothesis("Sigma", Predicate.POSITIVE_DEFINITE, ""),
    Hypothesis("Psi", Predicate.POSITIVE_SEMIDEFINITE, ""),
    Hypothesis("sigma2", Predicate.NONNEGATIVE, ""),
    Hypothesis("k", Predicate.INTEGER, ""),
)


def drawn_for(*polynomials: TracePolynomial, most_entries: int = 6) -> st.SearchStrategy[Instance]:
    """Instances with a value for every symbol of the polynomials, of the covariances and of the noise."""
    letters = {letter for item in polynomials for letter in item.letters}
    scalars = {name for item in polynomials for name in item.scalars}
    return instances(TASK, letters, scalars, among=shapes(most_entries=most_entries))


def entries(polynomial: TracePolynomial, instance: Instance) -> fmpq | fmpq_mat:
    """The exact value, a number where the polynomial is 1 x 1."""
    found = evaluate(polynomial, instance.matrices, instance.numbers)
    return found[0, 0] if polynomial.is_scalar else found


@pytest.fixture(scope="session")
def drawn() -> Callable[..., st.SearchStrategy[Instance]]:
    """Strategy of instances for given polynomials."""
    return drawn_for


@pytest.fixture(scope="session")
def value() -> Callable[[TracePolynomial, Instance], fmpq | fmpq_mat]:
    """Exact value of a polynomial at an instance."""
    return entries
