"""What laws of given moments take for granted: that they exist, diagonal letters, an excess that is one."""

import pytest

from proofs.algebra import identity, matrix, scalar, symmetric, trace
from proofs.algebra.positivity import Signs, signs
from proofs.algebra.symbols import number
from proofs.attention.data import data
from proofs.core.claims import Equality
from proofs.core.derivation import Definition, DiagonalPart
from proofs.core.statement import Hypothesis, Predicate
from proofs.core.task import EllipticalInputs, IndependentInputs, Task
from proofs.moments.given_moments import ELLIPTICAL, INDEPENDENT, is_diagonal, is_positive_moment
from proofs.moments.mean import Mean
from proofs.moments.preconditions import DEFINED, preconditions

Sigma, Psi, Q, F, M, K = (symmetric(name, "d") for name in ("Sigma", "Psi", "Q", "F", "M", "K"))
A, kappa, s = matrix("A", "d", "d"), scalar("kappa"), scalar("s")
EXCESS = (Q - 3 * Sigma @ Sigma) @ Psi
PART = DiagonalPart(F, EXCESS)
MOMENT = 2 * Sigma @ Psi @ Sigma + trace(Sigma @ Psi) * Sigma + F
KNOWN = {
    "Sigma": Predicate.DIAGONAL, "Q": Predicate.FOURTH_MOMENTS, "Psi": Predicate.POSITIVE_DEFINITE,
    "n": Predicate.INTEGER, "d": Predicate.INTEGER, "M": Predicate.POSITIVE_DEFINITE,
}  # fmt: skip


def known(**changed: Predicate) -> Signs:
    return signs([Hypothesis(name, predicate, "") for name, predicate in (KNOWN | changed).items()])


def claim(inputs, *given, task="Psi"):
    sample = data(Task("Sigma", task, "", inputs=inputs))
    S = Mean(sample.S, (sample.law_X,))
    return Equality(name="some", left=S, right=S.value(), abbreviations=given)


def holds(claim, signs, rule):
    return all(line.holds for line in preconditions(claim, (), signs) if line.rule == rule)


@pytest.mark.parametrize(
    ("given", "predicate", "expected"),
    [
        ((), Predicate.ELLIPTICAL, True),
        ((), Predicate.POSITIVE, False),
        ((), Predicate.AT_LEAST_ONE, True),
        ((), Predicate.ANY, False),
        ((Definition(kappa, number(2)),), Predicate.ANY, True),
        ((Definition(kappa, number(1)),), Predicate.ANY, True),
        ((Definition(kappa, s),), Predicate.ANY, True),
        ((Definition(kappa, s - 1),), Predicate.ANY, False),
        ((Definition(kappa, number(1) / 4),), Predicate.ANY, False),
        ((Definition(kappa, number(1) / 4),), Predicate.ELLIPTICAL, False),
        ((Definition(kappa, number(-2)),), Predicate.ANY, False),
    ],
)
def test_kappa_is_that_of_a_law(given, predicate, expected):
    found = claim(EllipticalInputs("kappa"), *given)
    assert holds(found, known(kappa=predicate, s=Predicate.AT_LEAST_ONE), ELLIPTICAL) is expected


@pytest.mark.parametrize(
    ("given", "changed", "expected"),
    [
        ((PART,), {}, True),
        ((), {}, False),
        ((PART, PART), {}, False),
        ((DiagonalPart(F, Q @ Psi),), {}, False),
        ((DiagonalPart(F, EXCESS + Psi),), {}, False),
        ((Definition(F, EXCESS + EXCESS.T),), {}, False),
        ((Definition(F, Q - 3 * Sigma @ Sigma),), {}, False),
        ((PART,), {"Sigma": Predicate.POSITIVE_DEFINITE}, False),
        ((PART,), {"Q": Predicate.POSITIVE_DEFINITE}, False),
        ((PART,), {"Q": Predicate.DIAGONAL}, False),
        ((Definition(Q, s * Sigma @ Sigma), PART), {"Q": Predicate.ANY, "s": Predicate.AT_LEAST_ONE}, True),
        ((Definition(Q, s * Sigma @ Sigma), PART), {"Q": Predicate.ANY, "s": Predicate.POSITIVE}, False),
        ((Definition(Q, s * Psi), PART), {}, False),
        ((Definition(Q, A @ A.T), PART), {}, False),
    ],
)
def test_the_excess_is_a_diagonal_part(given, changed, expected):
    assert holds(claim(IndependentInputs("Q", "F"), *given), known(**changed), INDEPENDENT) is expected


@pytest.mark.parametrize(
    ("given", "expected"),
    [
        ((Definition(F, Q - 3 * Sigma @ Sigma),), True),
        ((Definition(Sigma, s * identity("d")), Definition(F, Q - 3 * s**2 * identity("d"))), True),
        ((Definition(F, Q - Sigma @ Sigma),), False),
        ((Definition(Q, A + A.T), Definition(F, Q - 3 * Sigma @ Sigma)), False),
    ],
)
def test_at_the_identity_the_excess_may_be_defined(given, expected):
    found = claim(IndependentInputs("Q", "F"), *given, task="")
    assert holds(found, known(), INDEPENDENT) is expected


@pytest.mark.parametrize(
    ("letter", "of", "expected"),
    [
        (F, EXCESS, True),
        (F, F @ Psi, False),
        (F, A @ Psi, False),
        (symmetric("Psi", "d"), EXCESS, False),
        (symmetric("F", "n"), EXCESS, False),
        (matrix("F", "d", "d"), EXCESS, False),
    ],
)
def test_a_diagonal_part_is_a_plain_letter_of_known_ones(letter, of, expected):
    found = Equality(name="some", left=Psi, right=Psi, abbreviations=(DiagonalPart(letter, of),))
    assert holds(found, known(), DEFINED) is expected


@pytest.mark.parametrize(
    ("value", "given", "changed", "expected"),
    [
        (MOMENT, (PART,), {}, True),
        (MOMENT + F, (PART,), {}, False),
        (2 * MOMENT, (PART,), {}, False),
        (MOMENT, (DiagonalPart(F, Q @ Psi),), {}, False),
        (MOMENT, (PART,), {"Psi": Predicate.POSITIVE_SEMIDEFINITE}, False),
        (MOMENT, (PART,), {"Sigma": Predicate.POSITIVE_SEMIDEFINITE}, False),
        (MOMENT, (PART,), {"Q": Predicate.DIAGONAL}, False),
    ],
)
def test_fourth_moments_are_definite(value, given, changed, expected):
    found = claim(IndependentInputs("Q", "F"), *given, Definition(M, value))
    assert is_positive_moment(value, found, known(**changed)) is expected
    assert holds(found, known(**changed), DEFINED) is expected


def test_an_elliptical_law_lends_no_sign():
    assert not is_positive_moment(MOMENT, claim(EllipticalInputs("kappa"), PART), known(kappa=Predicate.POSITIVE))


@pytest.mark.parametrize(
    ("polynomial", "expected"),
    [(Sigma, True), (Q @ Sigma + 3 * trace(A) * Q, True), (identity("d"), True), (Psi, False), (Sigma @ A, False)],
    ids=str,
)
def test_diagonal_products(polynomial, expected):
    assert is_diagonal(polynomial, known()) is expected
