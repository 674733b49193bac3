"""`icl-proofs minimizer`: exact answers, floats for .npy files, pages that read well."""

import io
import json
from collections.abc import Callable
from fractions import Fraction
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from rich.console import Console

from verify.command import minimizer, watching

Run = Callable[..., Any]


def answer(run: Run, *arguments: str) -> dict[str, Any]:
    """The JSON answer."""
    result = run("minimizer", *arguments, "--json")
    assert result.status == 0
    assert result.err == ""
    assert result.out.count("\n") == 1
    found = json.loads(result.out)
    assert isinstance(found, dict)
    return found


def test_identity_by_default(run: Run) -> None:
    found = answer(run, "--covariance", "[[1, 0], [0, 1]]", "--context", "7", "--noise", "1/2")
    step = Fraction(7) / (7 + 2 + 1 + Fraction(1, 2))
    assert found["A"] == [[str(step), "0"], ["0", str(step)]]
    assert found["loss"] == str(2 - 2 * step)
    assert found["A_float"] == [[float(step), 0.0], [0.0, float(step)]]
    assert found["loss_float"] == float(2 - 2 * step)


@pytest.mark.parametrize(("noise", "exact"), [("0.1", Fraction(1, 10)), ("1e-1", Fraction(1, 10)), ("3", Fraction(3))])
def test_decimals_are_exact(run: Run, noise: str, exact: Fraction) -> None:
    found = answer(run, "--covariance", "[[0.3]]", "--task-covariance", "[[0.7]]", "--noise", noise, "--context", "4")
    s, p, n = Fraction(3, 10), Fraction(7, 10), 4
    K = Fraction(n + 1, n) * s * p * s + (s * p + exact) / n * s
    assert found["A"] == [[str(p * s / K)]]
    assert found["loss"] == str(s * p - (s * p) ** 2 * s / K)


def test_npy_files_give_floats_only(run: Run, tmp_path: Path) -> None:
    np.save(tmp_path / "S.npy", np.array([[2, 0.1], [0.1, 1.25]]))
    path = str(tmp_path / "S.npy")
    found = answer(run, "--covariance", path, "--context", "4", "--noise", "0.5")
    exact = answer(run, "--covariance", '[[2, 0.1], [0.1, "5/4"]]', "--context", "4", "--noise", "0.5")
    mixed = answer(
        run, "--covariance", "[[1, 0], [0, 1]]", "--task-covariance", path, "--context", "4", "--noise", "0.5"
    )
    assert found.keys() == mixed.keys() == {"A_float", "loss_float"}
    np.testing.assert_allclose(found["A_float"], exact["A_float"], rtol=1e-12)
    assert found["loss_float"] == pytest.approx(exact["loss_float"], rel=1e-12)


def test_numbers_beyond_floats_stay_exact(run: Run) -> None:
    found = answer(run, "--covariance", "[[1e400]]", "--context", "1")
    assert Fraction(found["loss"]) == Fraction(2, 3) * 10**400
    assert found["loss_float"] is None
    page = run("minimizer", "--covariance", "[[1e400]]", "--context", "1").out
    assert page.endswith(" = 6.66667e+399\n")


def test_numbers_below_floats_are_not_shown_as_zero(run: Run) -> None:
    page = run("minimizer", "--covariance", "[[1e-400]]", "--context", "1").out
    assert "  3.33333e+399\n" in page
    assert page.endswith(" = 6.66667e-401\n")


def test_a_small_matrix_on_a_page(run: Run) -> None:
    result = run("minimizer", "--covariance", "[[2, 1], [1, 2]]", "--context", "20")
    assert result.status == 0
    assert result.out.splitlines() == [
        "The prediction x_q' A X'y / n has the least loss f at A = A*.",
        "A* =",
        "  184/335  -84/335",
        "  -84/335  184/335",
        "A* in decimals =",
        "   0.549254  -0.250746",
        "  -0.250746   0.549254",
        "f* = 172/335 = 0.513433",
    ]


def test_a_wide_matrix_on_a_page(run: Run, tmp_path: Path) -> None:
    rows = [[40 if i == j else 1 / (2 + abs(i - j)) for j in range(12)] for i in range(12)]
    np.save(tmp_path / "S.npy", np.array(rows))
    result = run("minimizer", "--covariance", str(tmp_path / "S.npy"), "--context", "9")
    assert result.status == 0
    assert "A*, columns 1 to " in result.out
    assert max(map(len, result.out.splitlines())) <= 80
    fractions = json.dumps([[40 if i == j else f"1/{2 + abs(i - j)}" for j in range(12)] for i in range(12)])
    exact = run("minimizer", "--covariance", fractions, "--context", "9")
    assert "A*[12,12] = " in exact.out
    assert "A* in decimals, columns 1 to " in exact.out


WHITE = ("--covariance", "[[1, 0], [0, 1]]", "--context", "7", "--noise", "1/2")


@pytest.mark.parametrize(
    ("law", "fourth", "mixed"),
    [
        ("gaussian", 3, 1),
        ("elliptical:1", 3, 1),
        ("elliptical: 4/3 ", 4, Fraction(4, 3)),
        ("elliptical:0.5", Fraction(3, 2), Fraction(1, 2)),
        ("t:7", 5, Fraction(5, 3)),
        ("uniform", Fraction(9, 5), 1),
        ("rademacher", 1, 1),
        ("laplace", 6, 1),
        ("sparse:1/4", 4, 1),
        ("sparse:1", 1, 1),
    ],
)
def test_laws_of_inputs(run: Run, law: str, fourth: Fraction, mixed: Fraction) -> None:
    """With E x_i^4 = fourth and E x_i^2 x_j^2 = mixed, K = (n - 1 + fourth + mixed + noise) / n I in two dimensions."""
    found = answer(run, *WHITE, "--law", law)
    step = 7 / (Fraction(6) + fourth + mixed + Fraction(1, 2))
    assert found["A"] == [[str(step), "0"], ["0", str(step)]]
    assert found["loss"] == str(2 - 2 * step)


def test_a_law_with_a_file_of_floats(run: Run, tmp_path: Path) -> None:
    np.save(tmp_path / "S.npy", np.diag([2, 0.5]))
    exact = answer(run, "--covariance", '[[2, 0], [0, "1/2"]]', "--context", "4", "--law", "laplace")
    found = answer(run, "--covariance", str(tmp_path / "S.npy"), "--context", "4", "--law", "laplace")
    np.testing.assert_allclose(found["A_float"], exact["A_float"], rtol=1e-12)


def test_a_terminal_gets_the_same_answer(run: Run, monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    size, screen = 41, io.StringIO()
    rows = [[size * (i == j) + 1 for j in range(size)] for i in range(size)]
    (tmp_path / "S.json").write_text(json.dumps(rows))
    given = "--covariance", str(tmp_path / "S.json"), "--context", "7", "--task-covariance", json.dumps(rows)
    piped = answer(run, *given)
    monkeypatch.setattr(watching, "terminal", lambda: Console(file=screen, force_terminal=True, width=100))
    assert answer(run, *given) == piped
    assert "the exact minimizer" in screen.getvalue()
    smaller = run("minimizer", *given[:-1], json.dumps([row[:-1] for row in rows[:-1]]))
    assert (smaller.status, smaller.out) == (3, "")
    assert "41 x 41 as --covariance is, got 40 x 40" in smaller.err


def test_a_larger_task_covariance_is_refused(run: Run) -> None:
    result = run("minimizer", "--covariance", "[[1]]", "--task-covariance", "[[1, 0], [0, 1]]", "--context", "7")
    assert (result.status, result.out) == (3, "")
    assert "1 x 1 as --covariance is, got 2 x 2" in result.err


def test_parts_are_leading_blocks() -> None:
    """What the estimate of the time is made from."""
    given = "[[2, 1, 0], [1, 3, 0], [0, 0, 9]]", None, "0", "5", "gaussian"
    part = "[[2, 1], [1, 3]]", None, "0", "5", "gaussian"
    assert minimizer.answer(given, None, 3, 2) == minimizer.answer(part, None, 2, 2)
    assert minimizer.answer(given, None, 3, 3) != minimizer.answer(part, None, 2, 2)
