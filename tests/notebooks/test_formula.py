"""Formulas in rows as wide as a notebook, from the objects that were checked."""

import pytest
from flint import fmpq, fmpq_mat

from notebooks.formula import MOST, array, display, equation, inline, law, pieces, rational
from proofs.algebra import latex, matrix, scalar, symmetric, trace
from proofs.algebra.polynomial import total
from proofs.attention.data import data
from proofs.core.task import Task
from proofs.moments.mean import Mean

SAMPLE = data(Task("Sigma", "", "sigma2"))
A, n = matrix("A", "d", "d"), scalar("n")


def many(count: int):
    return total([scalar(f"a_{k}") * trace(A) for k in range(count)])


def test_all_terms_of_a_short_formula() -> None:
    formula = 2 * A - A.T / n + 3 * symmetric("Sigma", "d")
    assert " ".join(pieces(formula)).replace(" -", " - ") == latex(formula)
    assert inline(A * 0) == "$0$"
    assert equation(A, A.T) == "$$\nA = A^{\\top}\n$$"


def test_a_long_formula_is_broken_between_terms() -> None:
    rows = equation(trace(A), many(MOST)).splitlines()
    assert rows[1] == r"\begin{aligned}"
    assert rows[2].startswith(r"\operatorname{tr}\left(A\right) = {} & a_{")
    assert all(row.startswith(r"& \quad + ") for row in rows[3:-2])
    assert sum(row.count("tr") for row in rows[2:-2]) == MOST + 1


def test_of_very_many_terms_the_first_are_shown() -> None:
    found = pieces(many(MOST + 5))
    assert len(found) == MOST + 1
    assert "5 more terms" in found[-1]


def test_a_mean_shows_what_is_averaged() -> None:
    S = SAMPLE.X.T @ SAMPLE.X
    assert " ".join(pieces(Mean(S, (SAMPLE.law_X,)))) == r"\mathbb{E}_{X}\Bigl[ X^{\top} X \Bigr]"
    assert " ".join(pieces(Mean(S + A, (SAMPLE.law_X,)))) == r"\mathbb{E}_{X}\Bigl[ A + X^{\top} X \Bigr]"


def test_the_mean_of_a_square_is_written_as_one() -> None:
    root = SAMPLE.w.T @ A @ SAMPLE.x_q - SAMPLE.w.T @ SAMPLE.x_q
    assert " ".join(pieces(Mean(root**2, (SAMPLE.law_w,)))).endswith(r"\bigr)^{2} \Bigr]")
    assert latex(root).split(" - ")[0] in " ".join(pieces(Mean(root**2, (SAMPLE.law_w,))))


def test_laws() -> None:
    laws = {item.name: law(item) for item in SAMPLE.laws}
    assert laws["X"] == r"the rows of $X$ are independent, $\mathcal{N}(0, \Sigma)$"
    assert laws["w"] == r"$w \sim \mathcal{N}(0, I)$"
    assert laws["eps"] == r"$\varepsilon \sim \mathcal{N}(0, \sigma^{2} I)$"


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (fmpq(3), "3"),
        (fmpq(-1, 2), r"-\tfrac{1}{2}"),
        (fmpq(1, 3 * 10**24), r"\approx 3.333333333 \cdot 10^{-25}"),
        (fmpq(2 * 10**24, 3 * 10**24 + 1), r"\approx 0.6666666667"),
    ],
)
def test_rationals(value: fmpq, expected: str) -> None:
    assert rational(value) == expected


def test_arrays() -> None:
    assert array(fmpq_mat(1, 1, [7])) == "7"
    assert array(fmpq_mat(2, 1, [1, fmpq(1, 2)])) == r"\begin{pmatrix} 1 \\[6pt] \tfrac{1}{2} \end{pmatrix}"


def test_a_chain_of_sides() -> None:
    assert display(("", ["a"]), ("=", ["b"]), (r"\ge", ["c"])) == "$$\na = b \\ge c\n$$"
