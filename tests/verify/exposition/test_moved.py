"""What an objective is a function of, in words."""

import pytest

from proofs.algebra import matrix, scalar, symmetric, trace
from verify.document.text import as_text
from verify.exposition.moved import variables

A, S, c, n = matrix("A", "d", "d"), symmetric("S", "d"), scalar("c"), scalar("n")


@pytest.mark.parametrize(
    ("objective", "words"),
    [
        (c * n, "It is a function of c."),
        (n * n, "It is a function of nothing but sizes."),
        (trace(A @ S) * c / n, "It is a function of A (d x d, all entries free), S (d x d, symmetric), c."),
    ],
)
def test_letters_and_scalars_that_are_no_sizes(objective, words):
    assert as_text((variables(objective, ("n", "d"), ""),), 200).strip() == words
    assert (
        as_text((variables(objective, ("n", "d"), "The rest is zero."),), 200).strip() == f"{words} The rest is zero."
    )
