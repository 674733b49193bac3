"""What signs need of abbreviations: a symbol of known sign stays, and reciprocals of positive sums are positive."""

import pytest

from proofs.algebra import scalar, symmetric
from proofs.algebra.positivity import Signs
from proofs.core.derivation import Definition, Reciprocal
from proofs.moments.unsigned import unfold_unsigned, with_reciprocals

n, s, t, r = (scalar(name) for name in ("n", "s", "t", "r"))
K, Sigma = symmetric("K", "d"), symmetric("Sigma", "d")
GIVEN = (Definition(t, s - 1), Definition(K, t * Sigma))


@pytest.mark.parametrize(
    ("known", "expected"),
    [
        (Signs(), (s - 1) * Sigma),
        (Signs(positive=frozenset("t")), t * Sigma),
        (Signs(nonnegative=frozenset("t")), t * Sigma),
        (Signs(definite=frozenset("K")), K),
        (Signs(semidefinite=frozenset("K")), K),
    ],
)
def test_a_symbol_of_known_sign_stays(known, expected):
    assert unfold_unsigned(K, GIVEN, known) == expected


@pytest.mark.parametrize(("of", "positive"), [(n + 1, True), (n - 1, False), (n + t, False), (n + s, True)])
def test_a_reciprocal_of_a_positive_sum_is_positive(of, positive):
    known = Signs(positive=frozenset("n"), nonnegative=frozenset("s"))
    found = with_reciprocals(known, (*GIVEN, Reciprocal(r, of)))
    assert ("r" in found.positive) is positive
    assert known.positive <= found.positive
