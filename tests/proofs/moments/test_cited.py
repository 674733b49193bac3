"""Cited theorems: what follows from them, and instances that do not."""

from dataclasses import replace
from functools import cache, partial

import pytest

from proofs.algebra import identity, inverse, matrix, scalar, symmetric, vector
from proofs.algebra.positivity import signs
from proofs.core.catalogue import catalogue
from proofs.core.claims import Equality
from proofs.core.derivation import Reciprocal, Step
from proofs.core.errors import InputError
from proofs.core.statement import Hypothesis, Predicate
from proofs.moments.chain import prove_equality
from proofs.moments.cited import Cited

ID = "constructions.sherman_morrison"
A, B, M, P = symmetric("A", "d"), symmetric("B", "d"), matrix("M", "d", "d"), symmetric("P", "d")
v, x, r, s, one = vector("v", "d"), vector("x", "d"), scalar("r"), scalar("s"), identity("d")
HYPOTHESES = (
    Hypothesis("d", Predicate.INTEGER, ""),
    Hypothesis("A", Predicate.POSITIVE_DEFINITE, ""),
    Hypothesis("B", Predicate.POSITIVE_DEFINITE, ""),
    Hypothesis("s", Predicate.POSITIVE, ""),
)


@cache
def morrison():
    return catalogue()[ID].load()


def cited(*where, **changes):
    return replace(Cited(ID, morrison(), "from the right", where), **changes)


def claim(rule, left, right, divisor):
    """left = right by one citation."""
    return Equality(
        name="c", left=left, right=right, steps=(Step(right, rule),), abbreviations=(Reciprocal(r, divisor),)
    )


def update(of, by):
    inner = inverse(of)
    return (of + by @ by.T) @ (inner - r * inner @ by @ by.T @ inner)


def proved(one_claim, hypotheses=HYPOTHESES):
    return prove_equality(one_claim, signs(hypotheses)).holds


AT_X, AT_B = (v, x), ((A, B), (inverse(A), inverse(B)))
ONE, TWO = 1 + x.T @ inverse(A) @ x, 1 + v.T @ inverse(B) @ v


@pytest.mark.parametrize(
    ("citing", "left", "right", "divisor"),
    [
        (cited, update(A, v), one, 1 + v.T @ inverse(A) @ v),
        (partial(cited, AT_X), update(A, x), one, ONE),
        (partial(cited, *AT_B), update(B, v), one, TWO),
        (partial(cited, AT_X, after=x), update(A, x) @ x, x, ONE),
        (partial(cited, AT_X, before=M), M @ update(A, x) + B, M + B, ONE),
        (partial(cited, AT_X, before=x.T, after=x), 2 * x.T @ x + x.T @ update(A, x) @ x, 3 * x.T @ x, ONE),
    ],
)
def test_what_follows(citing, left, right, divisor):
    assert proved(claim(citing(), left, right, divisor))


@pytest.mark.parametrize(
    ("citing", "left", "right", "divisor"),
    [
        (partial(cited, AT_X), 2 * update(A, x), one, ONE),
        (partial(cited, AT_X, after=x), update(A, x), one, ONE),
        (partial(cited, AT_X), update(A, x), one, 1 + 2 * x.T @ inverse(A) @ x),
        (partial(cited, (A, M), (inverse(A), inverse(M))), update(A, v), one, ONE),
        (partial(cited, (A, B)), update(B, v), one, TWO),
        (partial(cited, (A, B), (inverse(A), inverse(A))), update(B, v), one, TWO),
        (partial(cited, (inverse(A), inverse(B))), update(B, v), one, TWO),
        (partial(cited, (v, x.T)), update(A, x), one, ONE),
        (partial(cited, (r, s), AT_X), update(A, x), one, ONE),
    ],
)
def test_what_does_not(citing, left, right, divisor):
    rule = citing()
    rule_claim = claim(rule, left, right, divisor)
    assert not rule.closes(rule_claim.left, rule_claim.right, rule_claim.abbreviations)


@pytest.mark.parametrize("missing", ["d", "B"])
def test_hypotheses_of_the_cited_theorem_must_hold(missing):
    kept = tuple(item for item in HYPOTHESES if item.symbol != missing)
    assert not proved(claim(cited(*AT_B), update(B, v), one, TWO), kept)


def test_a_false_theorem_proves_nothing():
    wrong = replace(
        morrison(), claims=tuple(replace(one_claim, right=2 * one_claim.right) for one_claim in morrison().claims)
    )
    rule = cited(theorem=wrong)
    assert not proved(claim(rule, update(A, v), 2 * one, 1 + v.T @ inverse(A) @ v))


def test_an_unknown_claim():
    with pytest.raises(InputError, match="no equality 'nothing' that could be cited"):
        _ = cited(claim="nothing").equality


def test_what_is_cited_is_used(theorem):
    """The cited theorem is the one of that id, and the citing theorem says that it uses it."""
    found = 0
    for identifier in catalogue():
        for one_claim in theorem(identifier).claims:
            for step in one_claim.steps if isinstance(one_claim, Equality) else ():
                if isinstance(step.by, Cited):
                    found += 1
                    assert step.by.identifier in theorem(identifier).uses
                    assert step.by.theorem == theorem(step.by.identifier)
    assert found


N, K = Hypothesis("n", Predicate.INTEGER, ""), matrix("K", "d", "d")


@pytest.mark.parametrize("predicate", [Predicate.AT_LEAST_D, Predicate.ABOVE_D, Predicate.AT_MOST_D, Predicate.BELOW_D])
def test_a_bound_on_a_size_is_assumed_where_it_is_cited(predicate):
    bound = Hypothesis("n", predicate, "")
    assert cited().holds(bound, signs((N, bound)))
    assert not cited().holds(bound, signs((N,)))
    assert not cited((scalar("n"), scalar("n") + 1)).holds(bound, signs((N, bound)))
    assert not cited((scalar("d"), scalar("d") + 1)).holds(bound, signs((N, bound)))


@pytest.mark.parametrize(
    ("value", "holds"), [(A, True), (A @ B @ A, True), (A @ B, False), (M @ M.T, True), (K, False)], ids=str
)
def test_a_value_of_a_symmetric_letter_is_symmetric(value, holds):
    assert cited((P, value)).holds(Hypothesis("P", Predicate.SYMMETRIC, ""), signs(HYPOTHESES)) is holds


def test_a_symmetric_letter_that_stays_is_assumed_to_be_so():
    symmetric_, definite = (Hypothesis("P", p, "") for p in (Predicate.SYMMETRIC, Predicate.POSITIVE_DEFINITE))
    assert all(cited().holds(symmetric_, signs((known,))) for known in (symmetric_, definite))
    assert not cited().holds(symmetric_, signs(()))


@pytest.mark.parametrize(
    ("value", "holds"), [(scalar("k"), True), (s, False), (2 * scalar("k"), False), (scalar("k") / 2, False)]
)
def test_a_value_of_an_integer_is_one(value, holds):
    k, m = scalar("k"), scalar("m")
    facts = signs((Hypothesis("k", Predicate.INTEGER, ""), Hypothesis("m", Predicate.INTEGER, "")))
    assert Cited("a.b", morrison(), "c", ((m, value),)).holds(Hypothesis("m", Predicate.INTEGER, ""), facts) is holds
    assert Cited("a.b", morrison(), "c", ((k, value),)).holds(Hypothesis("m", Predicate.INTEGER, ""), facts)
