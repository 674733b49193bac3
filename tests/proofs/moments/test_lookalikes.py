"""No two names of a claim are typeset alike."""

import re

import pytest

from proofs.algebra import inverse, matrix, scalar, symmetric
from proofs.core.claims import Equality
from proofs.moments.lookalikes import lookalikes

S = symmetric("S", "d")


def claim(*letters):
    return tuple(Equality(name="c", left=letter, right=letter) for letter in letters)


@pytest.mark.parametrize(
    "letters",
    [
        (scalar("sigma"), scalar("sigma2")),
        (matrix("A0", "d", "d"), matrix("A_0", "d", "d")),
        (matrix("A_0", "d", "d"), scalar("A0")),
        (S, symmetric("T", "d", latex="S")),
        (symmetric("K", "d", latex=r"\Gamma"), scalar("Gamma")),
        (inverse(S), symmetric("T", "d", latex="S")),
    ],
)
def test_names_that_look_alike_are_refused(letters):
    told = next(lookalikes(claim(*letters)))
    assert re.fullmatch(r".* and .* are typeset alike, as .*; rename one", told)


def test_names_that_look_different_are_accepted():
    letters = S, inverse(S), matrix("A", "d", "d"), matrix("A_0", "d", "d"), scalar("sigma2"), scalar("a")
    K = symmetric("K", "d", latex="K_*")
    assert not list(lookalikes(claim(*letters, *letters, inverse(K), K)))
