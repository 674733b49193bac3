"""The equations of ridge operators and pseudo-inverses, at exact operators of matrices of any rank."""

import pytest
from flint import fmpq, fmpq_mat
from hypothesis import given
from hypothesis import strategies as st

from proofs.algebra.evaluation import evaluate
from proofs.core.errors import InputError
from proofs.core.task import RidgeOperator
from proofs.moments.operators import equations
from proofs.moments.ridge import pseudo_inverse, ridge
from verify.simulate.ridge import exact_ridge_operator

ENTRY = st.integers(-2, 2)


@st.composite
def inputs(draw):
    """X = L R of rank at most r: wide, tall, singular or zero."""
    n, d, r = draw(st.integers(1, 4)), draw(st.integers(1, 4)), draw(st.integers(1, 3))
    left = fmpq_mat(n, r, draw(st.lists(ENTRY, min_size=n * r, max_size=n * r)))
    return left * fmpq_mat(r, d, draw(st.lists(ENTRY, min_size=r * d, max_size=r * d)))


@given(inputs(), st.sampled_from([fmpq(0), fmpq(1, 3)]))
def test_the_equations_hold(X, noise):
    n, d = X.nrows(), X.ncols()
    identity = fmpq_mat(d, d, [int(i == j) for i in range(d) for j in range(d)])
    operator = RidgeOperator("H", noise="sigma2" if noise else "")
    values = {"X": X, "H": exact_ridge_operator(X, identity, noise)}
    numbers = {"n": fmpq(n), "d": fmpq(d), "sigma2": noise}
    found = equations(operator)
    assert len(found) == (1 if noise else 6)
    for relation in found:
        assert evaluate(relation.left, values, numbers) == evaluate(relation.right, values, numbers)


@pytest.mark.parametrize("operator", [RidgeOperator("H", noise="s"), RidgeOperator("H", prior="Psi")])
def test_only_the_pseudo_inverse_has_the_equations_of_penrose(operator):
    with pytest.raises(InputError, match="neither prior nor noise"):
        pseudo_inverse(operator)
    assert equations(operator) == (ridge(operator)[1],)
