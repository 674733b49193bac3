"""Letters and alphabets: what is refused, and the tables of an alphabet."""

import pickle
from itertools import permutations

import pytest

from proofs.algebra.letters import MOST_LETTERS, Alphabet, Letter
from proofs.core.errors import LetterError, ShapeError

X = Letter("X", "n", "d")
A = Letter("A", "d", "d")
INVERSE = Letter("A^-1", "d", "d", inverse_of="A")
S = Letter("S", "d", "d", symmetric=True)
U = Letter("U", "d", "d", orthogonal=True)
V = Letter("v", "d", "1")


@pytest.mark.parametrize(
    ("arguments", "properties", "message"),
    [
        (("c", "1", "1"), {}, r"letter c: .* scalar\('c'\)"),
        (("X", "n", "d"), {"symmetric": True}, "letter X: .* square, got n x d"),
        (("X", "n", "d"), {"orthogonal": True}, "letter X: .* square, got n x d"),
        (("Y^-1", "n", "d"), {"inverse_of": "Y"}, r"letter Y\^-1: .* square, got n x d"),
    ],
)
def test_impossible_letters_are_refused(arguments, properties, message):
    with pytest.raises(ShapeError, match=message):
        Letter(*arguments, **properties)


def test_an_inverse_depends_on_its_original():
    assert INVERSE.depends_on == {"A"}
    assert Letter("M^-1", "d", "d", inverse_of="M", depends_on=frozenset("X")).depends_on == {"M", "X"}


@pytest.mark.parametrize(
    ("letters", "scalars", "message"),
    [
        ((A, Letter("A", "d", "d", symmetric=True)), (), "letter A is declared twice"),
        ((A,), ("A",), "A is both a letter and a scalar"),
        ((A, Letter("d", "m", "m")), (), "d is both a letter and a scalar"),
        ([Letter(f"L{i}", "d", "d") for i in range(MOST_LETTERS + 1)], (), "at most 127 letters, got 128"),
    ],
)
def test_impossible_alphabets_are_refused(letters, scalars, message):
    with pytest.raises(LetterError, match=message):
        Alphabet(letters, scalars)


@pytest.mark.parametrize("letters", list(permutations((X, S, V))))
def test_the_order_of_declaration_does_not_matter(letters):
    alphabet = Alphabet(letters, ("c",))
    reference = Alphabet((X, S, V), ("c",))
    assert alphabet == reference
    assert hash(alphabet) == hash(reference)
    assert alphabet.code == {"S": 0, "X": 2, "v": 4}
    assert alphabet.scalars == ("c", "d", "n")


def test_a_full_alphabet_fits_in_bytes():
    alphabet = Alphabet([Letter(f"L{i:03}", "d", "d") for i in range(MOST_LETTERS)])
    assert max(alphabet.code.values()) + 1 <= 255


def test_tables():
    alphabet = Alphabet((X, A, INVERSE, S, U, V))
    code = alphabet.code
    flips = {name: alphabet.flips[code[name]] - code[name] for name in code}
    assert flips == {"X": 1, "A": 1, "A^-1": 1, "S": 0, "U": 1, "v": 1}
    assert (alphabet.row_sizes[code["X"]], alphabet.row_sizes[code["X"] + 1]) == ("n", "d")
    assert (alphabet.column_sizes[code["v"]], alphabet.column_sizes[code["v"] + 1]) == ("1", "d")
    assert alphabet.unit_rows == bytes([code["v"] + 1])
    a, k, u = code["A"], code["A^-1"], code["U"]
    paired = {code: other for code, other in enumerate(alphabet.cancels) if other >= 0}
    assert paired == {a: k, k: a, a + 1: k + 1, k + 1: a + 1, u: u + 1, u + 1: u}


def test_an_inverse_without_its_original_cancels_nothing():
    assert not Alphabet((INVERSE,)).cancels


def test_union():
    small, large = Alphabet((X,)), Alphabet((X, S), ("c",))
    assert small.union(large) is large
    assert large.union(small) is large
    assert Alphabet((A,)).union(small) == Alphabet((A, X))
    with pytest.raises(LetterError, match="letter A is declared twice"):
        Alphabet((A,)).union(Alphabet((Letter("A", "n", "n"),)))


def test_place_and_pickling():
    alphabet = Alphabet((X, S), ("c",))
    assert [alphabet.place(name) for name in ("c", "d", "n")] == [0, 1, 2]
    assert pickle.loads(pickle.dumps(alphabet)) == alphabet
