"""Float evaluation against exact evaluation."""

import numpy as np
import pytest
from flint import fmpq, fmpq_mat

from proofs.algebra import evaluate, identity, matrix, scalar, symmetric, trace
from proofs.algebra.symbols import number
from proofs.core.errors import InputError
from verify.evaluate.numeric import evaluate_float

A, S, n, d = matrix("A", "d", "d"), symmetric("S", "d"), scalar("n"), scalar("d")


def test_agrees_with_the_exact_value() -> None:
    polynomial = A.T @ S @ A / n + (trace(A @ S) * d - number(3) / n**2) * identity("d")
    rows = {"A": [[1, 2], [3, -4]], "S": [[2, 1], [1, 5]]}
    exact = evaluate(
        polynomial,
        {name: fmpq_mat(2, 2, [entry for row in value for entry in row]) for name, value in rows.items()},
        {"n": fmpq(4), "d": fmpq(2)},
    )
    found = evaluate_float(polynomial, {name: np.array(value, float) for name, value in rows.items()}, {"n": 4, "d": 2})
    np.testing.assert_array_equal(found, [[int(exact[i, j].p) / int(exact[i, j].q) for j in (0, 1)] for i in (0, 1)])


def test_a_missing_value_is_named() -> None:
    with pytest.raises(InputError, match="S, n"):
        evaluate_float(S / n, {}, {"d": 2})
