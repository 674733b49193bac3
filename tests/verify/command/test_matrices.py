"""Matrices and numbers as typed: rationals survive exactly, floats within their rounding."""

import json
from fractions import Fraction
from pathlib import Path

import numpy as np
import pytest
from flint import fmpq, fmpq_mat
from hypothesis import given
from hypothesis import strategies as st

from verify.command.matrices import covariance, read_matrix, symmetric
from verify.command.numbers import rational, whole
from verify.evaluate.definiteness import Definiteness


def exact(number: Fraction) -> fmpq:
    return fmpq(number.numerator, number.denominator)


squares = st.integers(1, 4).flatmap(
    lambda size: st.lists(st.lists(st.fractions(), min_size=size, max_size=size), min_size=size, max_size=size)
)


@given(squares)
def test_fractions_survive(rows: list[list[Fraction]]) -> None:
    text = json.dumps([[str(entry) for entry in row] for row in rows])
    assert read_matrix("M", text) == fmpq_mat(len(rows), len(rows), [exact(entry) for row in rows for entry in row])


@given(st.decimals(allow_nan=False, allow_infinity=False, min_value=-1000, max_value=1000))
def test_decimals_survive(number: object) -> None:
    assert rational("R", str(number)) == exact(Fraction(str(number)))


@given(st.floats(allow_nan=False, allow_infinity=False))
def test_floats_as_json_writes_them_are_read_as_decimals(number: float) -> None:
    assert read_matrix("M", json.dumps([[number]]))[0, 0] == exact(Fraction(repr(number)))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("0.1", fmpq(1, 10)),
        (" 0.1 ", fmpq(1, 10)),
        (".5", fmpq(1, 2)),
        ("2.", fmpq(2)),
        ("-0.25", fmpq(-1, 4)),
        ("+3", fmpq(3)),
        ("1e-3", fmpq(1, 1000)),
        ("1.5E2", fmpq(150)),
        ("-4/6", fmpq(-2, 3)),
        ("4 / 3", fmpq(4, 3)),
        ("-.5e1", fmpq(-5)),
    ],
)
def test_spellings(text: str, expected: fmpq) -> None:
    assert rational("R", text) == expected


def test_large_integers() -> None:
    assert whole("N", "1" + "0" * 40, 1) == 10**40
    assert whole("N", " +7 ", 1) == 7
    assert whole("N", "-0", 0) == 0


def test_files_hold_the_same_as_text(tmp_path: Path) -> None:
    path = tmp_path / "M.JSON"
    path.write_text('\ufeff [[0.1, "1/3"],\n ["1/3", 2]]', encoding="utf-8")
    assert read_matrix("M", str(path)) == fmpq_mat(2, 2, [fmpq(1, 10), fmpq(1, 3), fmpq(1, 3), 2])


@pytest.mark.parametrize("kind", ["float16", "float32", "int8", "uint64", "longdouble", ">f8"])
def test_real_arrays_are_read(tmp_path: Path, kind: str) -> None:
    np.save(tmp_path / "M.npy", np.array([[2, 1], [1, 3]], dtype=kind))
    found = read_matrix("M", str(tmp_path / "M.npy"))
    assert isinstance(found, np.ndarray)
    assert found.dtype == np.float64
    np.testing.assert_array_equal(found, [[2, 1], [1, 3]])


def test_arrays_symmetric_up_to_rounding_are_averaged(tmp_path: Path) -> None:
    np.save(tmp_path / "M.npy", np.array([[2.0, 1.0], [1.0 + 4e-16, 3.0]]))
    found = symmetric("M", str(tmp_path / "M.npy"))
    assert isinstance(found, np.ndarray)
    assert (found == found.T).all()


def test_the_needed_definiteness_is_the_callers() -> None:
    assert covariance("M", "[[0, 0], [0, 1]]", Definiteness.SEMIDEFINITE) == fmpq_mat(2, 2, [0, 0, 0, 1])
