"""Signs of eigenvalues against matrices whose spectrum is known, and the refusal to guess."""

from random import Random

import pytest
from flint import arb, arb_mat, fmpq_mat

from proofs.core.certificate import is_definite
from verify.enclose.inertia import Inertia, inertia, is_invertible, is_positive_definite, negative_direction


def rows(entries: list[list[float]], radius: float = 0) -> list[list[arb]]:
    return [[arb(entry, radius) for entry in row] for row in entries]


@pytest.mark.parametrize(
    ("matrix", "expected"),
    [
        (rows([[2, 1], [1, 2]]), Inertia(0, 2)),
        (rows([[1, 2], [2, 1]]), Inertia(1, 1)),
        (rows([[0, 1], [1, 0]]), Inertia(1, 1)),
        (rows([[-1, 0], [0, -3]]), Inertia(2, 0)),
        (rows([[1, 1], [1, 1]]), None),
        (rows([[2, 1], [1, 2]], 0.2), Inertia(0, 2)),
        (rows([[2, 1], [1, 2]], 0.6), None),
    ],
)
def test_inertia(matrix: list[list[arb]], expected: Inertia | None) -> None:
    assert inertia(matrix) == expected
    assert is_positive_definite(matrix) == (expected == Inertia(0, 2))
    assert (negative_direction(matrix) is not None) == (expected is not None and expected.negative > 0)


def test_agreement_with_exact_elimination() -> None:
    rng = Random(0)
    for size in (1, 2, 4, 6):
        for _ in range(10):
            half = fmpq_mat(size, size, [rng.randint(-3, 3) for _ in range(size * size)])
            shift = fmpq_mat(size, size, [rng.randint(-2, 2) * int(i == j) for i in range(size) for j in range(size)])
            matrix = half * half.transpose() + shift
            balls = [[arb(entry) for entry in row] for row in matrix.tolist()]
            assert is_positive_definite(balls) == is_definite(matrix)
            if matrix.det() != 0:
                found = inertia(balls)
                assert found is not None
                assert (found.negative % 2 == 0) == (matrix.det() > 0)


def test_the_direction_is_a_witness() -> None:
    matrix = rows([[1, 2, 0], [2, 1, 0], [0, 0, 5]])
    found = negative_direction(matrix)
    assert found is not None
    v = arb_mat(3, 1, [arb(entry) for entry in found])
    assert (v.transpose() * arb_mat(matrix) * v)[0, 0] < 0


def test_invertibility_is_not_guessed() -> None:
    assert is_invertible([])
    assert is_invertible(rows([[1, 2], [3, 4]]))
    assert not is_invertible(rows([[1, 2], [2, 4]]))
    assert not is_invertible(rows([[1, 2], [3, 6.01]], 0.1))
