"""Covariances as they are typed: rational from JSON, floats from .npy files."""

import json
from importlib import import_module
from itertools import combinations
from pathlib import Path
from typing import TYPE_CHECKING, Union

from flint import fmpq_mat

from verify.command.misuse import MisuseError, shown
from verify.command.numbers import rational
from verify.evaluate.definiteness import Definiteness, definiteness

if TYPE_CHECKING:
    from verify.evaluate.numeric import Floats

Matrix = Union[fmpq_mat, "Floats"]

ROWS = "a JSON list of rows such as '[[2, 0.1], [0.1, \"4/3\"]]'"
EXPECTED = f"{ROWS} or the path of a .json or .npy file"
SQUARE = "give as many entries in each row as there are rows"
EIGENVALUES = "verify.evaluate.eigenvalues"
ASYMMETRY = 1e-12


def covariance(argument: str, text: str, least: Definiteness) -> Matrix:
    """A symmetric matrix that is positive definite, or at least positive semidefinite."""
    matrix = symmetric(argument, text)
    found = definiteness_of(matrix)
    if found < least:
        wanted = "positive definite" if least is Definiteness.DEFINITE else "positive semidefinite"
        slack = "" if isinstance(matrix, fmpq_mat) else _slack(matrix)
        came, advice = f"one with a negative eigenvalue{slack}", "check the signs and the size of the entries"
        if found is Definiteness.SEMIDEFINITE:
            came, advice = (
                f"one with the eigenvalue zero{slack}",
                "leave out redundant coordinates, or add c I with c > 0",
            )
        raise MisuseError(argument, f"a {wanted} matrix", came, advice)
    return matrix


def definiteness_of(matrix: Matrix) -> Definiteness:
    """Exact for rationals, up to rounding for floats."""
    if isinstance(matrix, fmpq_mat):
        return definiteness(matrix)
    found: Definiteness = import_module(EIGENVALUES).definiteness_float(matrix)
    return found


def _slack(matrix: "Floats") -> str:
    return f" (up to {import_module(EIGENVALUES).rounding(matrix):.0e} in size it counts as zero)"


def symmetric(argument: str, text: str) -> Matrix:
    """A symmetric matrix; floats may differ by 1e-12 of the largest entry across the diagonal and are averaged."""
    matrix = read_matrix(argument, text)
    if isinstance(matrix, fmpq_mat):
        _refuse_asymmetry(argument, matrix, matrix.nrows(), 0)
        return matrix
    _refuse_asymmetry(argument, matrix, len(matrix), ASYMMETRY * float(abs(matrix).max()))
    return matrix / 2 + matrix.T / 2


def _refuse_asymmetry(argument: str, matrix: Matrix, size: int, slack: float) -> None:
    for i, j in combinations(range(size), 2):
        if abs(matrix[i, j] - matrix[j, i]) > slack:
            above = f"{str(matrix[i, j])[:40]} in row {i + 1}, column {j + 1}"
            below = f"{str(matrix[j, i])[:40]} in row {j + 1}, column {i + 1}"
            raise MisuseError(argument, "a symmetric matrix", f"{above}, but {below}", "make the two equal")


def read_matrix(argument: str, text: str) -> Matrix:
    """A square matrix: of floats if it comes from a .npy file, else of exact rationals."""
    if text.lstrip().startswith("["):
        return _exact(argument, text)
    path = Path(text)
    suffix = path.suffix.lower()
    if suffix not in (".json", ".npy") or not path.is_file():
        what = ", which is no file" if suffix in (".json", ".npy") else ""
        raise MisuseError(argument, EXPECTED, shown(text) + what, "check brackets and path")
    if suffix == ".json":
        return _exact(argument, _text(argument, path))
    found: Floats = import_module("verify.command.arrays").read_array(argument, path)
    return found


def _text(argument: str, path: Path) -> str:
    try:
        return path.read_text(encoding="utf-8-sig")
    except (OSError, ValueError) as error:
        raise MisuseError(argument, "a JSON file", f"{shown(str(path))}: {error}", "check the file") from error


def _exact(argument: str, text: str) -> fmpq_mat:
    def refuse(name: str) -> None:
        raise MisuseError(argument, "finite numbers", name, "replace it by a number")

    try:
        rows = json.loads(text, parse_float=str, parse_int=str, parse_constant=refuse)
    except (json.JSONDecodeError, RecursionError) as error:
        came = f"{shown(text)}: {error}"
        raise MisuseError(argument, ROWS, came, 'check the brackets, and quote fractions as "4/3"') from error
    _refuse_other_shapes(argument, rows)
    entries = [_entry(argument, entry) for row in rows for entry in row]
    return fmpq_mat(len(rows), len(rows), [rational(argument, entry) for entry in entries])


def _refuse_other_shapes(argument: str, rows: object) -> None:
    if not isinstance(rows, list) or not rows or not all(isinstance(row, list) for row in rows):
        raise MisuseError(argument, ROWS, shown(rows), "put each row in brackets of its own")
    for number, row in enumerate(rows, 1):
        if len(row) != len(rows):
            came = f"row {number} of length {len(row)} in a list of {len(rows)} row{'s' if len(rows) > 1 else ''}"
            raise MisuseError(argument, "a square matrix", came, SQUARE)


def _entry(argument: str, entry: object) -> str:
    if not isinstance(entry, str):
        raise MisuseError(argument, 'numbers or "p/q" as entries', json.dumps(entry)[:40], "give a number")
    return entry
