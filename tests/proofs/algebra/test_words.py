"""Words: the canonical form against its definition by brute force."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from proofs.algebra import words
from proofs.algebra.letters import UNIT, Alphabet, Letter

SQUARE = Alphabet(
    [
        Letter("A", "d", "d"),
        Letter("A^-1", "d", "d", inverse_of="A"),
        Letter("S", "d", "d", symmetric=True),
        Letter("S^-1", "d", "d", symmetric=True, inverse_of="S"),
        Letter("U", "d", "d", orthogonal=True),
    ]
)
CODES = [SQUARE.code[name] + turned for name in SQUARE.code for turned in range(1 if name.startswith("S") else 2)]
WITH_VECTORS = Alphabet([Letter("A", "d", "d"), Letter("v", "d", "1"), Letter("w", "d", "1")])
SQUARE_WORDS = st.lists(st.sampled_from(CODES), max_size=8).map(bytes)


def read(text: str, alphabet: Alphabet) -> bytes:
    """A word written as names, ' for the transpose."""
    return bytes(alphabet.code[name.rstrip("'")] + name.endswith("'") for name in text.split())


def turns(word: bytes) -> list[bytes]:
    """All rotations."""
    return [word[place:] + word[:place] for place in range(len(word))]


def cancelled_at_random(word: bytes, choices: list[int]) -> bytes:
    """Cancel neighbours in an arbitrary order until none is left."""
    for choice in [*choices, *([0] * len(word))]:
        places = [i for i in range(len(word) - 1) if SQUARE.cancels[word[i]] == word[i + 1]]
        if places:
            place = places[choice % len(places)]
            word = word[:place] + word[place + 2 :]
    return word


@given(SQUARE_WORDS)
def test_transposition_is_an_involution(word):
    assert words.transpose(words.transpose(word, SQUARE), SQUARE) == word


@given(SQUARE_WORDS, st.lists(st.integers(0, 9), max_size=4))
def test_cancellation_does_not_depend_on_the_order(word, choices):
    assert words.cancel(word, SQUARE) == cancelled_at_random(word, choices)


@given(SQUARE_WORDS.filter(bool))
def test_least_rotation_is_the_least(word):
    everything = turns(word) + turns(words.transpose(word, SQUARE))
    assert words.least_rotation(word, SQUARE) == min(everything)


@given(SQUARE_WORDS, st.integers(0, 7), st.booleans(), st.sampled_from(CODES), st.booleans())
def test_a_closed_word_is_invariant(word, turn, transposed, code, padded):
    """Under rotation, transposition and the insertion of a pair that cancels."""
    other = words.transpose(word, SQUARE) if transposed else word
    other = other + bytes([code, SQUARE.cancels[code]]) if padded else other
    place = turn % len(other) if other else 0
    assert words.close(other[place:] + other[:place], "d", SQUARE) == words.close(word, "d", SQUARE)


@given(SQUARE_WORDS)
def test_closing_is_idempotent(word):
    traces, sizes = words.close(word, "d", SQUARE)
    assert len(traces) + len(sizes) == 1
    if traces:
        assert words.close(traces[0], "d", SQUARE) == (traces, ())


@pytest.mark.parametrize(
    ("word", "closed"),
    [
        ("v' w", ["v' w"]),
        ("w' v", ["v' w"]),
        ("v w'", ["v' w"]),
        ("v v' A w w'", ["v' A w", "v' w"]),
        ("w w' v v' A", ["v' A w", "v' w"]),
        ("A' v v' w w'", ["v' A w", "v' w"]),
        ("v' A' v", ["v' A v"]),
        ("A", ["A"]),
        ("A'", ["A"]),
    ],
)
def test_a_closed_word_is_cut_where_the_inner_dimension_is_one(word, closed):
    traces, sizes = words.close(read(word, WITH_VECTORS), "d", WITH_VECTORS)
    assert (sorted(traces), sizes) == (sorted(read(text, WITH_VECTORS) for text in closed), ())


@pytest.mark.parametrize(
    ("word", "inside", "closed"),
    [
        ("v", "v", []),
        ("v w'", "v w'", []),
        ("A v w' A'", "A v w' A'", []),
        ("A v w' v", "A v", ["v' w"]),
        ("w' v v'", "v'", ["v' w"]),
        ("v w' A v w'", "v w'", ["w' A v"]),
        ("v w' v v' w w'", "v w'", ["v' w", "v' w"]),
        ("w' A v", "", ["v' A' w"]),
        ("", "", []),
    ],
)
def test_open_words(word, inside, closed):
    found, traces = words.open_word(read(word, WITH_VECTORS), WITH_VECTORS)
    canonical = [min(read(t, WITH_VECTORS), words.transpose(read(t, WITH_VECTORS), WITH_VECTORS)) for t in closed]
    assert (found, sorted(traces)) == (read(inside, WITH_VECTORS), sorted(canonical))


@pytest.mark.parametrize(
    ("word", "size", "sizes"), [("", "d", ("d",)), ("", UNIT, ()), ("A A^-1", "", ("d",)), ("U S S^-1 U'", "", ("d",))]
)
def test_an_empty_closed_word_is_its_dimension(word, size, sizes):
    assert words.close(read(word, SQUARE), size, SQUARE) == ((), sizes)
