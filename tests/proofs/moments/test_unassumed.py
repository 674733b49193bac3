"""Which hypothesis a law lacks, and that a symbol with any meaning of its own is left to the proof."""

import re

import pytest

from proofs.algebra import inverse, scalar, symmetric, trace, vector
from proofs.core.claims import Equality
from proofs.core.derivation import Definition
from proofs.core.statement import Hypothesis, Predicate
from proofs.moments.laws import Gaussian
from proofs.moments.mean import Mean
from proofs.moments.unassumed import unassumed

w, t, u = vector("w", "d"), scalar("t"), scalar("u")
K = symmetric("K", "d")
PLAIN = (Definition(t, u),)


def told(law: Gaussian, *symbols: str, given=()) -> list[str]:
    claim = Equality(name="c", left=Mean(w.T @ w, (law,)), right=trace(K), abbreviations=given)
    return list(unassumed(claim, [Hypothesis(symbol, Predicate.ANY, "a test") for symbol in symbols]))


@pytest.mark.parametrize(
    ("law", "says"),
    [
        (Gaussian(w, row_covariance=K), "row covariance of w .* K, .*Hypothesis.'K', Predicate.POSITIVE_SEMIDEFINITE"),
        (Gaussian(w, row_covariance=inverse(K)), "row covariance of w .*Hypothesis.'K', Predicate.POSITIVE_DEFINITE"),
        (Gaussian(w, scale=t), "the variance of w .* t, .*Hypothesis.'t', Predicate.NONNEGATIVE"),
    ],
)
def test_the_hypothesis_to_add_is_named(law, says: str) -> None:
    (complaint,) = told(law)
    assert re.search(says, complaint), complaint


@pytest.mark.parametrize(
    ("law", "symbols", "given"),
    [
        (Gaussian(w, row_covariance=K), ("K",), ()),
        (Gaussian(w, scale=t), ("t",), ()),
        (Gaussian(w, scale=t), (), PLAIN),
        (Gaussian(w, scale=t * t), (), ()),
        (Gaussian(w), (), ()),
    ],
)
def test_what_has_a_meaning_of_its_own_is_left_to_the_proof(law, symbols, given) -> None:
    assert told(law, *symbols, given=given) == []
