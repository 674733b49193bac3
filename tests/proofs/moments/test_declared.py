"""Operators that a claim declares: their own equations, their letters and nothing else, inverses where they exist."""

import pytest

from proofs.algebra import inverse, scalar, symmetric, trace
from proofs.algebra.positivity import signs
from proofs.algebra.substitution import Relation
from proofs.attention.data import data
from proofs.core.claims import Equality
from proofs.core.derivation import Reciprocal
from proofs.core.statement import Hypothesis, Predicate
from proofs.core.task import EllipticalInputs, GramOperator, RidgeOperator, Task
from proofs.moments.declared import has_definite_rows, operator_lines
from proofs.moments.dependence import polynomials
from proofs.moments.inverse_wishart import gram
from proofs.moments.mean import Mean
from proofs.moments.ridge import ridge

n, d, r = scalar("n"), scalar("d"), scalar("r")
Sigma = symmetric("Sigma", "d")
GRAM = GramOperator()
G, RELATION = gram(GRAM)
DIVISOR = (Reciprocal(r, n - d - 1),)
KNOWN = {"n": Predicate.ABOVE_D, "Sigma": Predicate.POSITIVE_DEFINITE, "sigma2": Predicate.NONNEGATIVE}


def facts(**changed: Predicate):
    return signs(Hypothesis(*item, "") for item in (KNOWN | changed).items())


def inverse_moment(task, given=DIVISOR):
    sample = data(task)
    left = Mean(trace(Sigma @ inverse(G)), (sample.law_X,), (RELATION,))
    return Equality(name="c", left=left, right=r * d, operators=(GRAM,), abbreviations=given)


def holds(claim, known) -> bool:
    return all(line.holds for line in operator_lines(claim, (claim.left, claim.right), polynomials(claim), known))


@pytest.mark.parametrize(
    ("claim", "known", "expected"),
    [
        (inverse_moment(Task("Sigma")), facts(), True),
        (inverse_moment(Task("Sigma")), facts(Sigma=Predicate.POSITIVE_SEMIDEFINITE), False),
        (inverse_moment(Task("Sigma")), facts(n=Predicate.AT_LEAST_D), False),
        (inverse_moment(Task("Sigma"), given=(Reciprocal(r, n - d),)), facts(), False),
        (inverse_moment(Task("Sigma"), given=()), facts(), False),
        (inverse_moment(Task("Sigma", inputs=EllipticalInputs("kappa"))), facts(), False),
    ],
)
def test_an_inverse_gram_matrix(claim, known, expected):
    assert holds(claim, known) is expected


def test_rows_are_definite_under_every_law_of_the_claim():
    assert has_definite_rows(GRAM, inverse_moment(Task("")), facts())
    fixed = Equality(name="c", left=trace(G), right=d, operators=(GRAM,))
    assert not has_definite_rows(GRAM, fixed, facts()), "X has no law"


def test_equations_are_those_of_declared_operators():
    operator, sample = RidgeOperator("H", "", "sigma2"), data(Task("", "", "sigma2"))
    H, equation = ridge(operator)
    other = Relation(H @ sample.X, sample.X.T @ sample.X)
    for relation, expected in ((equation, True), (other, False)):
        left = Mean(trace(H @ sample.X), sample.labels, (relation,))
        claim = Equality(name="c", left=left, right=d, operators=(operator,))
        assert holds(claim, facts()) is expected
    assert not holds(claim, facts(sigma2=Predicate.ANY))


def test_a_reciprocal_that_is_not_mentioned_is_not_asked_for():
    sample = data(Task("Sigma"))
    left = Mean(trace(sample.X @ inverse(G) @ sample.X.T), (sample.law_X,), (RELATION,))
    without = Equality(name="c", left=left, right=d, operators=(GRAM,))
    assert holds(without, facts())
    assert not holds(Equality(name="c", left=left, right=d * r, operators=(GRAM,)), facts())
