"""What a theorem says of itself, in words."""

import pytest

from proofs.core.statement import INTEGERS, Hypothesis, Predicate, Provenance, Source


@pytest.mark.parametrize(
    ("source", "text"),
    [
        (Source("A paper"), "A paper (in none of the papers)"),
        (
            Source("A paper", "theorem 2", "https://example.org", Provenance.READ),
            "A paper, theorem 2, https://example.org (printed display read and restored)",
        ),
        (
            Source("A paper", provenance=Provenance.READ, differs="n is printed as N."),
            "A paper (printed display read and restored). n is printed as N.",
        ),
    ],
)
def test_a_source(source, text):
    assert str(source) == text


def test_a_hypothesis():
    assert (
        str(Hypothesis("n", Predicate.ABOVE_D, "the mean of G^-1")) == "n an integer >= d + 2 (used: the mean of G^-1)"
    )


def test_integers_are_those_that_say_so():
    assert {item for item in Predicate if "integer" in item.value} == set(INTEGERS)
    assert len({item.value for item in Predicate}) == len(Predicate)
