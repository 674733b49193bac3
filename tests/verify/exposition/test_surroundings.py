"""What a claim stands in: laws, abbreviations, operators, the model; in words."""

import pytest

from proofs.algebra import inverse, matrix, scalar, symmetric, trace, vector
from proofs.core.claims import Claim, Equality, Experiment
from proofs.core.derivation import Definition, DiagonalPart, Reciprocal
from proofs.core.task import GramOperator, LinearAttention, ReadOutAttention, ReluAttention, RidgeOperator, Task
from proofs.moments.laws import Elliptical, Gaussian, Rows
from proofs.moments.mean import Mean
from verify.document.text import as_text
from verify.exposition.surroundings import definition, laws_of, model_in_words, surroundings

A, X, Sigma, Psi = matrix("A", "d", "d"), matrix("X", "n", "d"), symmetric("Sigma", "d"), symmetric("Psi", "d")
w, n, t = vector("w", "d"), scalar("n"), scalar("t")


def said(blocks) -> str:
    return " ".join(as_text(tuple(blocks), 200).split())


@pytest.mark.parametrize(
    ("law", "words"),
    [
        (Gaussian(X), "X with rows of law N(0, I)"),
        (Gaussian(X, column_covariance=Sigma), "X with rows of law N(0, Sigma)"),
        (Gaussian(w, row_covariance=inverse(Sigma)), "w with law N(0, Sigma^-1)"),
        (Gaussian(w, scale=t), "w with law N(0, t I)"),
        (Gaussian(X, symmetric("R", "n"), Sigma), "X with covariance R of rows and Sigma of columns, times 1"),
        (
            Rows(X, Sigma, Elliptical(t)),
            "X with independent rows of mean 0 and covariance Sigma, the fourth moments t times the Gaussian ones",
        ),
    ],
)
def test_a_law(law, words):
    assert said([laws_of([law])]) == f"The mean is over {words}."


def test_laws_are_told_once_and_independent():
    both = Mean(X.T @ X @ w @ w.T, (Gaussian(X), Gaussian(w)))
    text = said(surroundings(Equality(name="c", left=both, right=both)))
    assert text == ("The mean is over X with rows of law N(0, I); w with law N(0, I), independent of each other.")


@pytest.mark.parametrize(
    ("item", "text"),
    [
        (Definition(t, trace(Sigma) / n), "t = tr(Sigma) / n"),
        (Reciprocal(t, n + 1), "t = 1 / (n + 1)"),
        (DiagonalPart(Sigma, A), "Sigma = the diagonal part of A"),
    ],
)
def test_abbreviations(item, text):
    assert said(surroundings(Claim(name="c", abbreviations=(item,)))).endswith(f"where {text}")


@pytest.mark.parametrize(
    ("operator", "text"),
    [
        (GramOperator(), "G = X'X"),
        (RidgeOperator("H"), "H = X' (X X')^+"),
        (RidgeOperator("H", "Psi", "sigma2"), "H = Psi X' (X Psi X' + sigma2 I)^+"),
    ],
)
def test_operators(operator, text):
    assert said(surroundings(Claim(name="c", operators=(operator,)))) == text


@pytest.mark.parametrize(
    ("model", "words"),
    [
        (LinearAttention(), "linear attention of 1 layer with the factor 1/n, the query not attended to"),
        (
            LinearAttention(3, attended=True),
            "linear attention of 3 layers with the factor 1/n, the query attended to as well",
        ),
        (ReluAttention(), "one layer of ReLU attention"),
        (ReadOutAttention(), "linear attention with keys, queries, values and a read-out, no factor 1/n"),
    ],
)
def test_models(model, words):
    assert model_in_words(model).startswith(words)


def test_free_weights_and_those_that_are_set():
    free = Experiment(LinearAttention(), Task(), (("b_y", scalar("b_y")), ("A_x", matrix("A_x", "d", "d"))))
    assert said(definition(free)).endswith("its free weights b_y, A_x, all others being zero.")
    placed = Experiment(LinearAttention(), Task(), (("b_y", scalar("b_y")), ("A_x", -A)))
    text = said(definition(placed))
    assert text.endswith("its free weights b_y, its weights, all others being zero, A_x = -A")
    assert Psi.shape == ("d", "d")
