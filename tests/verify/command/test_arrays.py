"""Matrices of floats from .npy files. What is refused on the command line is a table in test_misuse.py."""

from pathlib import Path

import numpy as np
import pytest

from verify.command.arrays import read_array
from verify.command.misuse import MisuseError


@pytest.mark.parametrize("kind", [np.float32, np.int8, np.uint16])
def test_real_numbers_become_floats(tmp_path: Path, kind: type) -> None:
    np.save(tmp_path / "a.npy", np.array([[1, 2], [3, 4]], kind))
    found = read_array("--covariance", tmp_path / "a.npy")
    assert found.dtype == np.float64
    assert found.tolist() == [[1, 2], [3, 4]]


@pytest.mark.parametrize(
    ("array", "said"),
    [
        (np.eye(2) * 1j, "real numbers, got entries of type complex128"),
        (np.array([["1"]]), "real numbers"),
        (np.ones(4), r"a square matrix, got the shape \(4,\)"),
        (np.ones((2, 3)), "a square matrix"),
        (np.ones((0, 0)), "a square matrix"),
        (np.array([[1.0, 2.0], [np.nan, 1.0]]), "finite numbers, got nan in row 2, column 1"),
        (np.array([[-np.inf]]), "finite numbers, got -inf in row 1, column 1"),
    ],
)
def test_what_is_no_square_matrix_of_numbers(tmp_path: Path, array: np.ndarray, said: str) -> None:
    np.save(tmp_path / "a.npy", array)
    with pytest.raises(MisuseError, match=said):
        read_array("--covariance", tmp_path / "a.npy")


def test_what_is_no_array(tmp_path: Path) -> None:
    (tmp_path / "a.npy").write_bytes(b"nothing")
    np.save(tmp_path / "objects.npy", np.array([[{}]]), allow_pickle=True)
    for name in ("a.npy", "objects.npy"):
        with pytest.raises(MisuseError, match=r"a .npy file of numbers"):
            read_array("--covariance", tmp_path / name)
    with pytest.raises(MisuseError, match=r"check the file"):
        read_array("--covariance", tmp_path / "nowhere.npy")
