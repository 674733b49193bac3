"""The acceptor of Gram certificates: exact, and deaf to everything but the arithmetic."""

from dataclasses import replace
from itertools import product

import numpy as np
import pytest
import sympy
from flint import fmpq, fmpq_mat
from hypothesis import given
from hypothesis import strategies as st

from proofs.core.catalogue import catalogue
from proofs.core.certificate import FOLDER, GramCertificate, from_json, is_definite, is_semidefinite, path_of
from proofs.core.errors import InputError

RATIONALS = st.builds(fmpq, st.integers(-3, 3), st.integers(1, 3))
MONOMIALS = ((0, 0), (1, 0), (0, 1), (1, 1))
STORED = sorted(FOLDER.glob("*.json"))


def matrices(rows, columns):
    return st.lists(RATIONALS, min_size=rows * columns, max_size=rows * columns).map(
        lambda entries: fmpq_mat(rows, columns, entries)
    )


@st.composite
def symmetric(draw):
    """Symmetric matrices of every signature and rank: B D B' with D a diagonal of chosen signs."""
    size = draw(st.integers(1, 4))
    B = draw(matrices(size, size))
    signs = draw(st.lists(st.sampled_from((-1, 0, 1, 1)), min_size=size, max_size=size))
    D = fmpq_mat(size, size, [signs[i] if i == j else 0 for i in range(size) for j in range(size)])
    return B * D * B.transpose()


def polynomial_of(gram, bound):
    """m' G m + bound as a polynomial, by the schoolbook."""
    terms = {(0, 0): bound}
    for (i, left), (j, right) in product(enumerate(MONOMIALS), repeat=2):
        key = (left[0] + right[0], left[1] + right[1])
        terms[key] = terms.get(key, fmpq(0)) + gram[i, j]
    return terms


@st.composite
def accepted(draw):
    """A polynomial with a right certificate of it."""
    rows = draw(st.integers(1, 4))
    root, bound = draw(matrices(rows, 4)), draw(RATIONALS)
    gram = root.transpose() * root
    certificate = GramCertificate("some", (("d", 1),), bound, MONOMIALS, tuple(map(tuple, gram.tolist())))
    return polynomial_of(gram, bound), certificate


@given(symmetric())
def test_signs_agree_with_the_characteristic_polynomial(matrix):
    exact = sympy.Matrix(matrix.nrows(), matrix.ncols(), [sympy.Rational(int(x.p), int(x.q)) for x in matrix.entries()])
    coefficients = sympy.Poly(exact.charpoly().as_expr()).all_coeffs()
    signed = [(-1) ** place * coefficient for place, coefficient in enumerate(coefficients)]
    assert is_semidefinite(matrix) == all(coefficient >= 0 for coefficient in signed)
    assert is_definite(matrix) == (len(signed) == matrix.nrows() + 1 and all(c > 0 for c in signed))


@given(symmetric())
def test_signs_agree_with_floating_eigenvalues(matrix):
    least = np.linalg.eigvalsh(np.array([[float(x) for x in row] for row in matrix.tolist()]))[0]
    if abs(least) > 1e-9:
        assert is_semidefinite(matrix) == is_definite(matrix) == (least > 0)
    elif matrix.det() == 0:
        assert not is_definite(matrix)


@pytest.mark.parametrize(
    ("rows", "semidefinite", "definite"),
    [
        ([[0]], True, False),
        ([[1]], True, True),
        ([[0, 1], [1, 0]], False, False),
        ([[0, 0], [0, 1]], True, False),
        ([[0, 0], [0, -1]], False, False),
        ([[1, 1], [1, 1]], True, False),
        ([[1, 2], [0, 1]], False, False),
        ([[2, 1], [1, 2]], True, True),
    ],
)
def test_small_cases(rows, semidefinite, definite):
    assert is_semidefinite(fmpq_mat(rows)) is semidefinite
    assert is_definite(fmpq_mat(rows)) is definite


@given(accepted())
def test_a_right_certificate_is_accepted(pair):
    polynomial, certificate = pair
    assert certificate.accepts(polynomial)


@given(accepted(), st.integers(0, 3), st.integers(0, 3), RATIONALS.filter(bool))
def test_one_changed_entry_is_refused(pair, i, j, change):
    polynomial, certificate = pair
    rows = [list(row) for row in certificate.gram]
    rows[i][j] += change
    assert not replace(certificate, gram=tuple(map(tuple, rows))).accepts(polynomial)


@given(accepted(), RATIONALS.filter(bool))
def test_another_bound_is_refused(pair, change):
    polynomial, certificate = pair
    assert not replace(certificate, bound=certificate.bound + change).accepts(polynomial)


@given(symmetric().filter(lambda matrix: matrix.nrows() == 4 and not is_semidefinite(matrix)))
def test_an_indefinite_gram_matrix_is_refused(gram):
    certificate = GramCertificate("some", (), fmpq(0), MONOMIALS, tuple(map(tuple, gram.tolist())))
    assert not certificate.accepts(polynomial_of(gram, fmpq(0)))


@pytest.mark.parametrize(
    "changes",
    [
        {"gram": ()},
        {"monomials": (), "gram": ()},
        {"gram": ((fmpq(1),),)},
        {"monomials": ((0, 0), (1,), (0, 1), (1, 1))},
        {"monomials": ((0,), (1,), (2,), (3,))},
    ],
    ids=["no matrix", "nothing", "too small", "monomials of unequal length", "other variables"],
)
def test_misshapen_certificates_are_refused(changes):
    one = tuple(tuple(fmpq(int(i == j)) for j in range(4)) for i in range(4))
    right = GramCertificate("some", (), fmpq(0), MONOMIALS, one)
    polynomial = polynomial_of(fmpq_mat(4, 4, [x for row in one for x in row]), fmpq(0))
    assert right.accepts(polynomial)
    assert not replace(right, **changes).accepts(polynomial)


@given(accepted())
def test_json_and_back(pair):
    _, certificate = pair
    assert from_json(certificate.as_json()) == certificate


@pytest.mark.parametrize("path", STORED, ids=lambda path: path.stem)
def test_stored_certificates_read_and_write_the_same(path):
    text = path.read_text(encoding="utf-8")
    certificate = from_json(text)
    assert certificate.as_json() == text
    identifier = path.stem.split("-")[0]
    assert path_of(identifier, certificate.sizes) == path
    assert identifier in catalogue()


GOOD = GramCertificate(
    "some", (("d", 1),), fmpq(1, 2), ((0,), (1,)), ((fmpq(1), fmpq(0)), (fmpq(0), fmpq(2)))
).as_json()


@pytest.mark.parametrize(
    ("old", "new"),
    [
        ('"1/2"', '"1/0"'),
        ('"1/2"', "0.5"),
        ('"1/2"', '"a half"'),
        ('"bound"', '"bounds"'),
        ('"gram"', '"matrix"'),
        ('{"d": 1}', "[1]"),
        ("[[0], [1]]", "3"),
        ("{", ""),
    ],
)  # fmt: skip
def test_text_of_another_form_is_refused(old, new):
    assert old in GOOD
    with pytest.raises(InputError, match="not a Gram certificate"):
        from_json(GOOD.replace(old, new, 1))


@pytest.mark.parametrize("text", ["", "[]", "null", "NaN", '"text"'])
def test_other_json_is_refused(text):
    with pytest.raises(InputError, match="not a Gram certificate"):
        from_json(text)
