"""Each rule closes what it should, and refuses what it should not."""

import pytest

from proofs.algebra import identity, inverse, matrix, orthogonal, scalar, substitute, symmetric, trace
from proofs.algebra.letters import Letter
from proofs.algebra.symbols import as_polynomial, number, zero
from proofs.attention.data import data
from proofs.core.derivation import Definition, Reciprocal
from proofs.core.errors import DependenceError, LetterError
from proofs.core.task import EllipticalInputs, RidgeOperator, Task
from proofs.moments.mean import Mean
from proofs.moments.ridge import ridge
from proofs.moments.rules import Calculus, Cancellation, OddMoment, Replacement, difference

n, d, t, eta = scalar("n"), scalar("d"), scalar("t"), scalar("eta")
Sigma, Psi, K, D, Lambda = (symmetric(name, "d") for name in ("Sigma", "Psi", "K", "D", "Lambda"))
B, U = matrix("B", "d", "d"), orthogonal("U", "d")
SAMPLE = data(Task("Sigma", "Psi", "sigma2"))
X, S, w, eps, x_q, y = SAMPLE.X, SAMPLE.S, SAMPLE.w, SAMPLE.eps, SAMPLE.x_q, SAMPLE.y
H, EQUATION = ridge(RidgeOperator("H", "Psi", "sigma2"))
GIVEN = (Definition(t, trace(Sigma) / n), Definition(K, Sigma @ Sigma + t * Sigma), Reciprocal(eta, n + d + 1))
SBS = Mean(S @ B @ S, (SAMPLE.law_X,))

CALCULUS = [
    (SBS, n * (n * Sigma @ B @ Sigma + Sigma @ B.T @ Sigma + trace(B @ Sigma) * Sigma), True),
    (SBS, n * (n * Sigma @ B @ Sigma + Sigma @ B @ Sigma + trace(B @ Sigma) * Sigma), False),
    (SBS, n * ((n + 1) * Sigma @ B @ Sigma + trace(B @ Sigma) * Sigma), False),
    (SBS, SBS, True),
    (SBS, n * 0 * Sigma, False),
    (K, Sigma @ Sigma + trace(Sigma) / n * Sigma, True),
    (K, Sigma @ Sigma + trace(Sigma) * Sigma, False),
    (n * t, trace(Sigma), True),
    (n * t, trace(Sigma) + 1, False),
    (eta * (n + d + 1), number(1), True),
    (eta * (n + d), 1 - eta, True),
    (eta * (n + d), number(1), False),
    (eta * n, d * eta, False),
    (K @ inverse(K) + eta * n * identity("d"), (2 - eta * (d + 1)) * identity("d"), True),
    (Mean((w.T @ x_q) ** 2, SAMPLE.laws), trace(Sigma @ Psi), True),
    (Mean((w.T @ x_q) ** 2, SAMPLE.laws), trace(Sigma) * trace(Psi), False),
    (Mean(w.T @ B @ w, (SAMPLE.law_w,)), trace(Psi @ B.T), True),
    (w.T @ B @ w, trace(Psi @ B), False),
    (w.T @ B @ w, w.T @ B.T @ w, True),
    (w.T @ B, w.T @ B.T, False),
]


@pytest.mark.parametrize(("left", "right", "holds"), CALCULUS, ids=lambda item: str(item)[:40])
def test_calculus(left, right, holds):
    assert Calculus().closes(left, right, GIVEN) is holds
    assert Calculus().closes(right, left, GIVEN) is holds
    assert bool(difference(left, right, GIVEN).terms) is not holds


def test_calculus_knows_only_what_is_given():
    assert not Calculus().closes(K, Sigma @ Sigma + trace(Sigma) / n * Sigma, ())
    assert not Calculus().closes(eta * (n + d + 1), number(1), GIVEN[:2])
    assert not Calculus().closes(eta * (n + d + 1), number(1), (Reciprocal(eta, n + d),))


def test_calculus_does_not_average_what_depends_on_the_data():
    with pytest.raises(DependenceError):
        Calculus().closes(Mean(H @ y @ y.T @ X, SAMPLE.laws), n * Psi @ Sigma, ())
    averaged = Mean(H @ y @ y.T @ X, (SAMPLE.law_X, *SAMPLE.labels), (EQUATION,))
    assert Calculus().closes(averaged, n * Psi @ Sigma, ())


W = as_polynomial(Letter("W", "d", "1", depends_on=frozenset({"w"})))
NOTHING = number(0)
ODD = [
    (w.T @ x_q, (w,), NOTHING, True),
    (y.T @ X @ B @ x_q, (w, eps), NOTHING, True),
    ((w.T @ x_q) ** 3 + w.T @ x_q, (w,), NOTHING, True),
    (w @ (w.T @ w), (w,), zero("d", "1"), True),
    (eps.T @ X @ w * (w.T @ x_q), (w, eps), NOTHING, True),
    (zero("1", "1"), (w,), NOTHING, True),
    ((w.T @ x_q) ** 2, (w,), NOTHING, False),
    (w.T @ x_q + 1, (w,), NOTHING, False),
    (y.T @ y, (w, eps), NOTHING, False),
    (y.T @ X @ B @ x_q, (w,), NOTHING, False),
    (w.T @ x_q, (w,), number(1), False),
    (w.T @ x_q * (W.T @ x_q), (w,), NOTHING, False),
    (x_q.T @ W, (w,), NOTHING, False),
]


@pytest.mark.parametrize(("integrand", "letters", "right", "holds"), ODD, ids=lambda item: str(item)[:40])
def test_odd_moment(integrand, letters, right, holds):
    assert OddMoment(letters).closes(Mean(integrand, SAMPLE.laws), right, ()) is holds


@pytest.mark.parametrize(
    ("left", "letters"),
    [
        (w.T @ x_q, (w,)),
        (Mean(w.T @ x_q, (SAMPLE.law_x_q,)), (w,)),
        (Mean(w.T @ x_q, ()), (w,)),
        (Mean(y.T @ X @ x_q, (SAMPLE.law_w,)), (w, eps)),
        (Mean(S @ w, SAMPLE.laws), (B,)),
    ],
    ids=["no mean", "another law", "no law", "one of two laws", "no random letter"],
)
def test_odd_moment_needs_the_law_of_its_letters(left, letters):
    right = zero(*left.shape)
    assert not OddMoment(letters).closes(left, right, ())


def test_odd_moment_of_rows_that_need_not_be_symmetric():
    sample = data(Task("Sigma", "Psi", inputs=EllipticalInputs("kappa")))
    mean = Mean(sample.x_q @ sample.x_q.T @ sample.x_q, sample.laws)
    assert not OddMoment((sample.x_q,)).closes(mean, zero("d", "1"), ())
    assert OddMoment((sample.w,)).closes(Mean(sample.x_q @ sample.x_q.T @ sample.w, sample.laws), zero("d", "1"), ())


def test_odd_moment_agrees_with_the_calculus():
    for integrand, _, right, holds in ODD:
        if holds:
            assert Calculus().closes(Mean(integrand, SAMPLE.laws), right, ())


EIGEN = (Definition(Sigma, U @ Lambda @ U.T), Definition(D, Lambda @ Lambda), Definition(K, Sigma @ Sigma))


@pytest.mark.parametrize(
    ("letter", "by", "left", "right", "holds"),
    [
        (K, U @ D @ U.T, B @ K, B @ U @ D @ U.T, True),
        (K, U @ D @ U.T, B @ K, B @ K, False),
        (K, U @ D @ U.T, B @ K, B @ Sigma @ Sigma, False),
        (K, U @ Lambda @ U.T, B @ K, B @ U @ Lambda @ U.T, False),
        (K, Sigma @ Sigma, trace(K @ B), trace(Sigma @ Sigma @ B), True),
        (K, Sigma, trace(K @ B), trace(Sigma @ B), False),
        (D, Lambda @ Lambda, D @ B @ D, Lambda @ Lambda @ B @ Lambda @ Lambda, True),
        (D, Lambda @ Lambda, D @ B @ D, Lambda @ Lambda @ B @ D, False),
        (B, B.T, B @ K, B.T @ K, False),
        (t, t, t * K, t * K, True),
    ],
    ids=str,
)
def test_replacement(letter, by, left, right, holds):
    assert Replacement(letter, by).closes(left, right, EIGEN) is holds


def test_replacement_knows_only_what_is_given():
    assert not Replacement(K, Sigma @ Sigma).closes(K, Sigma @ Sigma, ())


def test_replacement_leaves_no_inverse_behind():
    with pytest.raises(LetterError, match=r"its inverse K\^-1 is left"):
        Replacement(K, Sigma @ Sigma).closes(B @ inverse(K), B @ inverse(K), EIGEN)
    assert substitute(B @ K, {K: Sigma @ Sigma}) == B @ Sigma @ Sigma


RIDGE, WHITE = ridge(RidgeOperator("H", noise="sigma2"))
ROWS = matrix("X", "n", "d")
KERNEL, GRAM = ROWS @ ROWS.T + scalar("sigma2") * identity("n"), ROWS.T @ ROWS


@pytest.mark.parametrize(
    ("left", "right", "holds"),
    [
        (Mean((GRAM + scalar("sigma2") * identity("d")) @ RIDGE, (), (WHITE,)), ROWS.T, True),
        (Mean((GRAM + 2 * scalar("sigma2") * identity("d")) @ RIDGE, (), (WHITE,)), ROWS.T, False),
        (Mean(GRAM @ RIDGE, (), (WHITE,)), ROWS.T, False),
        (Mean((GRAM + scalar("sigma2") * identity("d")) @ RIDGE, (), ()), ROWS.T, False),
        (Mean(ROWS.T, SAMPLE.labels, ()), ROWS.T, False),
        (ROWS.T, Mean(ROWS.T, (), ()), False),
        (ROWS.T, ROWS.T, True),
        (ROWS.T, 2 * ROWS.T, False),
    ],
)
def test_cancellation(left, right, holds):
    assert Cancellation(KERNEL).closes(left, right, ()) is holds


RULES_SHOWN = [Calculus(), Cancellation(K), OddMoment((w,)), Replacement(K, Sigma)]


@pytest.mark.parametrize("rule", RULES_SHOWN, ids=lambda rule: rule.name)
def test_every_rule_has_a_name_and_a_reference(rule):
    assert rule.name
    assert rule.reference
