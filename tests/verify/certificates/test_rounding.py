"""From floats to rationals: bases of complements and Gram matrices that satisfy their equations exactly."""

import numpy as np
import pytest
from flint import fmpq, fmpq_mat
from hypothesis import given
from hypothesis import strategies as st

from verify.certificates.rounding import rational_basis, rounded_gram

INTEGERS = st.integers(-3, 3)


@st.composite
def kernels(draw):
    """A rational matrix of full column rank with small minors, and an orthonormal float basis of its span."""
    size = draw(st.integers(2, 5))
    count = draw(st.integers(0, min(2, size - 1)))
    exact = fmpq_mat(size, count, [draw(INTEGERS) for _ in range(size * count)]) if count else None
    if exact is not None and exact.rank() < count:
        exact = fmpq_mat(size, count, [int(i == j) for i in range(size) for j in range(count)])
    floats = np.zeros((size, 0)) if exact is None else np.array([[float(x) for x in row] for row in exact.tolist()])
    return size, exact, np.linalg.qr(floats)[0] if count else floats


@given(kernels())
def test_the_basis_is_orthogonal_to_the_kernel_and_complete(kernel):
    size, exact, floats = kernel
    rows = rational_basis(floats)
    basis = fmpq_mat(size, len(rows[0]), [entry for row in rows for entry in row])
    count = floats.shape[1]
    assert (basis.nrows(), basis.ncols(), basis.rank()) == (size, size - count, size - count)
    if exact is not None:
        assert (exact.transpose() * basis).rank() == 0


def test_without_a_kernel_it_is_the_identity():
    assert rational_basis(np.zeros((2, 0))) == [[1, 0], [0, 1]]


MONOMIALS = ((0,), (1,), (2,))


def equations():
    """One equation for each monomial of m m', m = (1, x, x^2)."""
    found = {}
    for i, left in enumerate(MONOMIALS):
        for j, right in enumerate(MONOMIALS):
            found.setdefault((left[0] + right[0],), []).append((i, j))
    return found


def expanded(gram):
    """The coefficients of m'Gm by power."""
    return [sum((gram[i][j] for i in range(3) for j in range(3) if i + j == power), fmpq(0)) for power in range(5)]


ONE = [[fmpq(int(i == j)) for j in range(3)] for i in range(3)]


@given(st.lists(INTEGERS, min_size=5, max_size=5), st.lists(st.floats(-2, 2), min_size=9, max_size=9))
def test_the_rounded_matrix_satisfies_every_equation(coefficients, floats):
    start = np.array(floats).reshape(3, 3)
    gram = rounded_gram(start + start.T, ONE, equations(), lambda key: fmpq(coefficients[key[0]]))
    assert gram is not None
    assert expanded(gram) == coefficients
    assert all(gram[i][j] == gram[j][i] for i in range(3) for j in range(3))
    assert all(isinstance(entry, fmpq) for row in gram for entry in row)


def test_a_right_float_matrix_is_rounded_to_itself():
    exact = np.array([[1.0, 0.5, 0.0], [0.5, 2.0, -0.25], [0.0, -0.25, 1.0]])
    target = [1, 1, 2, fmpq(-1, 2), 1]
    gram = rounded_gram(exact + 1e-9, ONE, equations(), lambda key: fmpq(target[key[0]]))
    assert [[float(x) for x in row] for row in gram] == exact.tolist()


@pytest.mark.parametrize("basis", [[[1], [0], [0]], [[1, 0], [0, 1], [0, 0]]], ids=["constants", "degree 1"])
def test_equations_without_a_solution_have_no_matrix(basis):
    exact = [[fmpq(entry) for entry in row] for row in basis]
    inner = np.eye(len(basis[0]))
    assert rounded_gram(inner, exact, equations(), lambda key: fmpq(1)) is None
    kept = rounded_gram(inner, exact, equations(), lambda key: fmpq(int(key == (0,))))
    assert expanded(kept) == [1, 0, 0, 0, 0]
