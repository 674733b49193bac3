"""A wrong pairing rule is noticed: the fixed table tells each mutated engine from the enumeration."""

from types import SimpleNamespace

import pytest

from proofs.moments import expectation, gaussian, pairing
from proofs.moments.enumeration import enumerate_pairings
from proofs.moments.pairing import Pairing


@pytest.fixture(scope="module")
def references(table):
    """The means of the table by the other engine."""
    return [enumerate_pairings(f, over) for f, over in table]


def disagreements(table, references):
    """How many means of the table the first engine gets wrong."""
    return sum(expectation(f, over) != mean for (f, over), mean in zip(table, references, strict=True))


def test_the_engine_itself_agrees(table, references):
    assert disagreements(table, references) == 0


def first_negated(rule):
    """A rule whose first outcome has the wrong sign."""

    def mutated(self, *words):
        (random, still, factor), *others = rule(self, *words) or [((), (), self.ring.constant(0))]
        return ((random, still, -factor), *others)

    return mutated


def without(rule, dropped):
    """A rule that forgets one of its pairs."""
    return lambda self, *words: [pair for place, pair in enumerate(rule(self, *words)) if place != dropped]


def transpose_forgotten(rule):
    """A rule that joins a word as it stands where it has to be transposed."""

    def mutated(self, *words):
        original = pairing.words
        pairing.words = SimpleNamespace(transpose=lambda word, alphabet: word)
        try:
            return rule(self, *words)
        finally:
            pairing.words = original

    return mutated


def covariances_swapped(start):
    """A rule with the row covariance in the place of the column covariance."""

    def mutated(self, *arguments):
        start(self, *arguments)
        self.row_word, self.column_word = self.column_word, self.row_word

    return mutated


def sizes_swapped(start):
    """A rule that counts rows for columns."""

    def mutated(self, *arguments):
        start(self, *arguments)
        self.rows, self.columns = self.columns, self.rows

    return mutated


def counted_once(merged):
    """A rule that counts equal results once."""
    return lambda self, results: merged(self, list(dict.fromkeys(results)))


def column_covariance_forgotten(joined):
    """A rule that joins words without the column covariance."""
    return lambda self, before, after: (before + self.row_word + after, self.columns)


MUTATIONS = [
    ("within", first_negated),
    ("between", first_negated),
    ("_pairs_within", lambda rule: without(rule, 0)),
    ("_pairs_within", lambda rule: without(rule, 1)),
    ("_pairs_between", lambda rule: without(rule, 0)),
    ("_pairs_between", lambda rule: without(rule, 1)),
    ("_pairs_within", transpose_forgotten),
    ("_pairs_between", transpose_forgotten),
    ("__init__", covariances_swapped),
    ("__init__", sizes_swapped),
    ("_merged", counted_once),
    ("_joined", column_covariance_forgotten),
]


@pytest.mark.parametrize(("name", "mutation"), MUTATIONS, ids=lambda value: getattr(value, "__name__", value))
def test_a_mutated_pairing_is_noticed(monkeypatch, table, references, name, mutation):
    monkeypatch.setattr(Pairing, name, mutation(getattr(Pairing, name)))
    assert disagreements(table, references)


def test_a_forgotten_multiplicity_is_noticed(monkeypatch, table, references):
    """Equal words of a state counted once."""
    add = gaussian._add

    def once(level, state, weight):
        if state not in level:
            add(level, state, weight)

    monkeypatch.setattr(gaussian, "_add", once)
    assert disagreements(table, references)


def test_a_forgotten_scale_is_noticed(monkeypatch, table, references):
    monkeypatch.setattr(gaussian, "_scaled", lambda polynomial, law, rule: even_part(polynomial, rule))
    assert disagreements(table, references)


def even_part(polynomial, rule):
    """The terms of even degree, without the scale."""
    terms = {key: value for key, value in polynomial.terms.items() if rule.degree(key[1]) % 2 == 0}
    return type(polynomial)(polynomial.alphabet, polynomial.shape, terms)
