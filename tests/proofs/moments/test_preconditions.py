"""What a derivation may not take for granted: inverses, reciprocals, operators, abbreviations of random letters."""

from dataclasses import replace

import pytest

from proofs.algebra import identity, inverse, matrix, orthogonal, scalar, symmetric, trace, vector
from proofs.algebra.positivity import Signs
from proofs.algebra.substitution import Relation
from proofs.algebra.symbols import number
from proofs.attention.data import data
from proofs.core.claims import Equality, Minimum, Square
from proofs.core.derivation import Definition, Reciprocal, Step
from proofs.core.errors import DependenceError
from proofs.core.task import RidgeOperator, Task
from proofs.moments.dependence import depends_on, random_abbreviations, refuse_random_abbreviations, symbols_of
from proofs.moments.laws import Gaussian
from proofs.moments.mean import Mean
from proofs.moments.preconditions import DEFINED, FIXED, INVERTIBLE, LAW, is_invertible, preconditions
from proofs.moments.ridge import RIDGE, ridge
from proofs.moments.rules import Cancellation, Replacement

n, d, t, s, eta = (scalar(name) for name in ("n", "d", "t", "s", "eta"))
Sigma, Psi, K, T = (symmetric(name, "d") for name in ("Sigma", "Psi", "K", "T"))
B, D, X = matrix("B", "d", "d"), matrix("D", "d", "d"), matrix("X", "n", "d")
U, v = orthogonal("U", "d"), vector("v", "d")
SAMPLE = data(Task("Sigma", "Psi", "sigma2"))
SIGNS = Signs(
    frozenset({"Sigma"}),
    frozenset({"Psi"}),
    frozenset("nd"),
    frozenset({"sigma2"}),
    frozenset({"B"}),
    frozenset("nd"),
)


def holds(claim, *expressions, rule, signs=SIGNS):
    return [line.holds for line in preconditions(claim, expressions, signs) if line.rule == rule]


def equality(*given, steps=()):
    return Equality(name="some", left=Sigma, right=Sigma, abbreviations=given, steps=steps)


def test_only_the_laws_of_a_plain_mean_need_a_line():
    lines = preconditions(equality(), (Sigma @ Psi, Mean(SAMPLE.S, SAMPLE.laws)), SIGNS)
    assert {line.rule for line in lines} == {LAW}
    assert all(line.holds for line in lines)


@pytest.mark.parametrize(
    ("law", "exists"),
    [
        (Gaussian(vector("w", "d"), row_covariance=Psi), True),
        (Gaussian(vector("w", "d"), row_covariance=T), False),
        (Gaussian(vector("w", "d"), row_covariance=inverse(Sigma)), True),
        (Gaussian(vector("w", "d"), row_covariance=inverse(Psi)), False),
        (Gaussian(vector("eps", "n"), scale=scalar("sigma2")), True),
        (Gaussian(vector("eps", "n"), scale=s), False),
    ],
    ids=["semidefinite", "any", "inverse", "inverse of a singular one", "variance", "sign unknown"],
)
def test_a_law_needs_a_covariance(law, exists):
    mean = Mean(law.variable.T @ law.variable, (law,))
    assert all(line.holds for line in preconditions(equality(), (mean,), SIGNS)) is exists


@pytest.mark.parametrize(
    ("given", "admissible"),
    [
        (Definition(Sigma, -identity("d")), False),
        (Definition(Sigma, U @ Sigma @ U.T), False),
        (Definition(Sigma, identity("d")), True),
        (Definition(n, number(2)), False),
        (Definition(scalar("sigma2"), trace(Sigma)), True),
        (Definition(scalar("sigma2"), -trace(Sigma)), False),
        (Definition(T, (T + Psi) / 2), False),
        (Definition(inverse(Sigma), Psi), False),
        (Reciprocal(n, d), False),
    ],
    ids=["sign", "circle", "identity", "a size", "trace", "minus a trace", "itself", "inverse", "a size again"],
)
def test_an_abbreviation_is_what_is_assumed_of_it(given, admissible):
    assert holds(equality(given), rule=DEFINED) == [admissible]


@pytest.mark.parametrize(
    ("letter", "given", "invertible"),
    [
        (Sigma, (), True),
        (B, (), True),
        (Psi, (), False),
        (T, (), False),
        (K, (Definition(K, Sigma @ Psi @ Sigma + Sigma / n),), True),
        (K, (Definition(K, Sigma @ Psi @ Sigma),), False),
        (K, (Definition(K, Sigma - Sigma @ Sigma),), False),
        (K, (Definition(T, Sigma),), False),
        (K, (Definition(T, Sigma @ Sigma @ Sigma), Definition(K, T + Sigma)), True),
    ],
    ids=lambda item: str(item)[:60],
)
def test_inverses(letter, given, invertible):
    assert is_invertible(letter.letter.name, equality(*given), SIGNS) is invertible
    assert holds(equality(*given), U @ inverse(letter), rule=INVERTIBLE) == [invertible]


PRODUCT = (Definition(K, Sigma @ Psi @ Sigma + s * Sigma), Definition(D, Sigma @ Psi + s * identity("d")))
KNOWN = replace(SIGNS, positive=SIGNS.positive | {"s"})


@pytest.mark.parametrize(
    ("by", "signs", "invertible"),
    [
        (D @ Sigma, KNOWN, True),
        (D @ Sigma, SIGNS, False),
        (Sigma @ D, KNOWN, False),
        (D @ Sigma + Sigma - Sigma, KNOWN, True),
        (Sigma @ Psi @ Sigma + s * Sigma, KNOWN, False),
        (D, KNOWN, False),
    ],
    ids=["product", "unknown sign", "other product", "written otherwise", "no product", "a single letter"],
)
def test_a_square_factor_of_an_invertible_product_is_invertible(by, signs, invertible):
    claim = equality(*PRODUCT, steps=(Step(by, Replacement(K, by)),))
    assert is_invertible("D", claim, signs) is invertible


def test_two_letters_that_rest_on_each_other_rest_on_nothing():
    steps = (Step(K, Replacement(K, D @ Sigma)), Step(D, Replacement(D, K @ inverse(Sigma))))
    assert not is_invertible("D", equality(*PRODUCT, steps=steps), SIGNS)
    assert not is_invertible("K", equality(*PRODUCT, steps=steps), SIGNS)


@pytest.mark.parametrize(
    ("of", "positive"),
    [(n + d + 1, True), (n - 1, False), (n + s, False), (n + trace(Sigma), True), (t, True), (number(0), False)],
    ids=str,
)
def test_reciprocals_are_of_something_positive(of, positive):
    claim = equality(Definition(t, trace(Sigma) / n), Reciprocal(eta, of))
    assert holds(claim, eta * Sigma, rule=DEFINED)[-1] is positive


def test_relations_are_those_of_declared_operators():
    operator = RidgeOperator("H", "Psi", "sigma2")
    H, equation = ridge(operator)
    other = Relation(H @ X @ Psi @ X.T, Psi @ X.T)
    mean = Mean(H @ SAMPLE.y, SAMPLE.labels, (equation,))
    declared = replace(equality(), operators=(operator,))
    assert holds(declared, mean, rule=RIDGE) == [True, True]
    assert holds(equality(), mean, rule=RIDGE) == [False]
    assert holds(declared, replace(mean, relations=(other,)), rule=RIDGE) == [False, True]
    assert holds(replace(declared, operators=(RidgeOperator("H", "Psi"),)), mean, rule=RIDGE) == [False, True]
    assert holds(declared, matrix("H", "d", "n") @ X, rule=RIDGE) == [False]
    assert holds(replace(declared, operators=(operator, RidgeOperator("H"))), rule=RIDGE) == [False, False]


HIDDEN = [
    (Definition(v, SAMPLE.w),),
    (Definition(K, SAMPLE.S),),
    (Definition(v, SAMPLE.w), Definition(T, v @ v.T)),
    (Definition(t, SAMPLE.w.T @ SAMPLE.w),),
]


@pytest.mark.parametrize("given", HIDDEN, ids=str)
def test_an_abbreviation_must_not_hide_what_is_averaged(given):
    claim = replace(equality(*given), left=Mean(Sigma, SAMPLE.laws))
    assert len(list(random_abbreviations(claim))) == len(given)
    assert holds(claim, Sigma, rule=FIXED) == [False] * len(given)
    with pytest.raises(DependenceError, match=r"over which the claim averages; write it out"):
        refuse_random_abbreviations(claim)


@pytest.mark.parametrize("given", HIDDEN, ids=str)
def test_averages_are_found_wherever_they_stand(given):
    mean = Mean(Sigma, (SAMPLE.law_X, SAMPLE.law_w))
    bound = Minimum(name="m", objective=Sigma, minimizer=(), value=Sigma, squares=(Square(t),), abbreviations=given)
    for claim in (
        replace(bound, objective=mean),
        replace(bound, squares=(Square(t, over=mean.over),)),
        equality(*given, steps=(Step(mean, Replacement(K, K)),)),
    ):
        assert list(random_abbreviations(claim))
    assert not list(random_abbreviations(bound))
    assert not list(random_abbreviations(replace(bound, objective=Mean(Sigma, (SAMPLE.law_x_q,)))))


def test_dependence_runs_through_abbreviations():
    given = (Definition(t, n * s), Reciprocal(eta, t + 1), Definition(K, eta * X.T @ X), Definition(T, K @ Sigma @ K))
    everything = {"T", "K", "eta", "t", "n", "s", "d", "X", "Sigma", ""}
    assert depends_on(symbols_of(T), given) == everything
    assert depends_on(symbols_of(Sigma), given) == {"Sigma", "d", ""}
    assert depends_on(symbols_of(inverse(K)), given) >= {"n", "X"}
    assert symbols_of(n * s * Sigma, apart_from="n") == {"s", "Sigma", "d", ""}


@pytest.mark.parametrize(
    ("factor", "invertible"),
    [
        (Sigma, True),
        (Sigma + B @ B.T, True),
        (Psi, False),
        (Psi + Sigma, True),
        (B @ B.T, True),
        (D @ D.T, False),
        (Sigma - Psi, False),
        (s * identity("d"), False),
        (d * identity("d") + X.T @ X, True),
        (0 * Sigma, False),
    ],
    ids=str,
)
def test_what_is_cancelled_must_be_invertible(factor, invertible):
    claim = Equality(name="some", left=Sigma, right=Sigma, steps=(Step(Sigma, Cancellation(factor)),))
    assert holds(claim, rule=INVERTIBLE)[-1] is invertible
