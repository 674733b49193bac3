"""Proofs of equalities: every step by its rule, the end by the calculus, preconditions in front."""

from dataclasses import replace

import pytest

from proofs.algebra import identity, inverse, matrix, scalar, symmetric, trace
from proofs.algebra.positivity import Signs
from proofs.algebra.symbols import number
from proofs.attention.data import data
from proofs.core.claims import Equality
from proofs.core.derivation import Definition, Step
from proofs.core.errors import DependenceError
from proofs.core.task import RidgeOperator, Task
from proofs.moments.chain import prove_equality
from proofs.moments.mean import Mean
from proofs.moments.ridge import ridge
from proofs.moments.rules import Calculus, OddMoment, Replacement

n, t = scalar("n"), scalar("t")
Sigma, Psi, K = symmetric("Sigma", "d"), symmetric("Psi", "d"), symmetric("K", "d")
B, D = matrix("B", "d", "d"), matrix("D", "d", "d")
SAMPLE = data(Task("Sigma", "Psi", "sigma2"))
X, w, eps, x_q = SAMPLE.X, SAMPLE.w, SAMPLE.eps, SAMPLE.x_q
SIGNS = Signs(frozenset({"Sigma"}), frozenset({"Psi"}), frozenset({"n", "d", "t"}), frozenset({"sigma2"}))
GIVEN = (
    Definition(K, Sigma @ Psi @ Sigma + t * Sigma),
    Definition(D, Sigma @ Psi + t * identity("d")),
)
ODD = Mean(SAMPLE.y.T @ X @ x_q, SAMPLE.laws)
PARITY = Equality(name="odd", left=ODD, right=number(0), steps=(Step(number(0), OddMoment((w, eps)), "parity"),))
CHAIN = Equality(
    name="second form",
    left=Psi @ inverse(D) @ K,
    right=Psi @ Sigma,
    steps=(Step(Psi @ Sigma, Replacement(K, D @ Sigma)),),
    abbreviations=GIVEN,
)


def test_without_steps_the_two_sides_close_by_the_calculus():
    claim = Equality(name="moment", left=Mean(w @ w.T, (SAMPLE.law_w,)), right=Psi)
    proof = prove_equality(claim, SIGNS)
    assert proof.holds
    assert (proof.lines[-1].says, proof.lines[-1].rule) == ("moment", Calculus().name)


def test_a_chain_that_ends_at_the_right_side_needs_no_last_line():
    proof = prove_equality(PARITY, SIGNS)
    assert proof.holds
    last = proof.lines[-1]
    assert (last.says, last.rule, last.left, last.right) == ("parity", "odd moment", ODD, number(0))


def test_a_chain_that_ends_elsewhere_is_closed_by_the_calculus():
    two = Equality(
        name="two links",
        left=K + B - B,
        right=Sigma @ Psi @ Sigma + t * Sigma,
        steps=(Step(D @ Sigma, Replacement(K, D @ Sigma)),),
        abbreviations=GIVEN,
    )
    proof = prove_equality(two, SIGNS)
    assert proof.holds
    assert [line.rule for line in proof.lines][-2:] == ["replacement of equals", "the calculus"]


def test_preconditions_come_first():
    proof = prove_equality(CHAIN, SIGNS)
    assert proof.holds
    assert [line.says for line in proof.lines][:: len(proof.lines) - 1] == ["D is invertible", "second form"]


@pytest.mark.parametrize(
    "broken",
    [
        replace(PARITY, left=Mean((SAMPLE.y.T @ X @ x_q) ** 2, SAMPLE.laws)),
        replace(PARITY, right=number(1)),
        replace(PARITY, left=Mean(SAMPLE.y.T @ X @ x_q, (SAMPLE.law_w,))),
        replace(CHAIN, right=Sigma @ Psi),
        replace(CHAIN, steps=(Step(Sigma @ Psi, Replacement(K, D @ Sigma)),)),
        replace(CHAIN, steps=(Step(Psi @ Sigma, Replacement(K, Sigma @ D)),)),
        replace(CHAIN, steps=(Step(Psi @ Sigma, Calculus()),)),
        replace(CHAIN, abbreviations=GIVEN[:1]),
        replace(CHAIN, abbreviations=GIVEN[::-1][:1]),
        Equality(name="moment", left=Mean(w @ w.T, (SAMPLE.law_w,)), right=Psi @ Psi),
    ],
    ids=["even", "not 0", "eps not averaged", "other side", "wrong link", "not equal", "no rule", "D unknown",
         "K unknown", "wrong moment"],
)  # fmt: skip
def test_a_broken_chain_has_an_open_line(broken):
    proof = prove_equality(broken, SIGNS)
    assert not proof.holds
    assert proof.open_line is not None


@pytest.mark.parametrize(
    "signs",
    [
        replace(SIGNS, definite=frozenset(), semidefinite=frozenset({"Sigma", "Psi"})),
        replace(SIGNS, positive=frozenset({"n", "d"})),
    ],
    ids=["Sigma only semidefinite", "t of unknown sign"],
)
def test_an_inverse_without_its_hypothesis_stays_open(signs):
    assert prove_equality(CHAIN, signs).open_line.says == "D is invertible"


def test_an_average_over_a_dependent_letter_stops():
    H, equation = ridge(RidgeOperator("H", "Psi", "sigma2"))
    bare = Equality(name="posterior", left=Mean(trace(H @ X), (SAMPLE.law_X,)), right=number(0))
    with pytest.raises(DependenceError, match="H depends on it"):
        prove_equality(bare, SIGNS)
    with pytest.raises(DependenceError, match="H depends on it"):
        prove_equality(replace(bare, left=Mean(trace(H @ X), (SAMPLE.law_X,), (equation,))), SIGNS)
