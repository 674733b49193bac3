"""Recipes for trace polynomials: built as polynomials on one road, computed from plain matrices on the other."""

import random
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import reduce

import pytest
from flint import fmpq, fmpq_mat
from hypothesis import strategies as st

from proofs.algebra import TracePolynomial, identity, inverse, matrix, scalar, symmetric, trace, vector
from proofs.algebra.symbols import number, zero

Word = tuple[tuple[str, bool], ...]
Recipe = Callable[[str, str], st.SearchStrategy["Sum"]]

GENERAL = [
    matrix("X", "n", "d"), matrix("A", "d", "d"), matrix("B", "n", "n"), vector("v", "d"), vector("w", "d"),
    vector("y", "n"),
]  # fmt: skip
SYMMETRIC = [symmetric("S", "d"), symmetric("R", "n")]
INVERSE = [inverse(GENERAL[1]), inverse(SYMMETRIC[0])]
LETTERS = {polynomial.letter.name: polynomial for polynomial in GENERAL + SYMMETRIC + INVERSE}
SIZES = ("n", "d", "1")
LINK: dict[tuple[str, str], Word] = {
    ("n", "d"): (("X", False),), ("d", "n"): (("X", True),), ("n", "1"): (("y", False),), ("1", "n"): (("y", True),),
    ("d", "1"): (("v", False),), ("1", "d"): (("v", True),), ("n", "n"): (), ("d", "d"): (), ("1", "1"): (),
}  # fmt: skip


@dataclass(frozen=True)
class Term:
    """coefficient x c^power x traces x open word; a word is a row of (name, transposed)."""

    coefficient: fmpq
    power: int
    traces: tuple[tuple[str, Word], ...]
    word: Word


@dataclass(frozen=True)
class Sum:
    """A sum of terms of one shape."""

    rows: str
    columns: str
    terms: tuple[Term, ...]

    def polynomial(self) -> TracePolynomial:
        """The sum by the operations of the algebra."""
        result = zero(self.rows, self.columns)
        for term in self.terms:
            factor = number(term.coefficient)
            for _ in range(abs(term.power)):
                factor = factor * scalar("c") if term.power > 0 else factor / scalar("c")
            for size, word in term.traces:
                factor = factor * trace(product(word, size))
            result = result + factor * product(term.word, self.rows)
        return result

    def value(self, point: "Point") -> fmpq_mat:
        """The sum by the operations of rational matrices."""
        result = fmpq_mat(point.size(self.rows), point.size(self.columns))
        for term in self.terms:
            factor = term.coefficient * point.numbers["c"] ** term.power
            for size, word in term.traces:
                square = point.product(word, size)
                factor *= sum((square[i, i] for i in range(square.nrows())), fmpq(0))
            result += factor * point.product(term.word, self.rows)
        return result


def product(word: Word, size: str) -> TracePolynomial:
    """A product of letters, the identity of the size if there is none."""
    factors = [LETTERS[name].T if turned else LETTERS[name] for name, turned in word]
    return reduce(lambda left, right: left @ right, factors) if factors else identity(size)


@dataclass(frozen=True)
class Point:
    """Rational values of all letters and scalars."""

    matrices: Mapping[str, fmpq_mat]
    numbers: Mapping[str, fmpq]

    def size(self, name: str) -> int:
        """A dimension by name."""
        return 1 if name == "1" else int(self.numbers[name].p)

    def product(self, word: Word, size: str) -> fmpq_mat:
        """A product of values."""
        result = unit(self.size(size))
        for name, turned in word:
            result = result * (self.matrices[name].transpose() if turned else self.matrices[name])
        return result

    def replaced(self, **matrices: fmpq_mat) -> "Point":
        """The point with some values changed."""
        return Point({**self.matrices, **matrices}, self.numbers)


def unit(size: int) -> fmpq_mat:
    """The identity matrix."""
    return fmpq_mat(size, size, [int(i == j) for i in range(size) for j in range(size)])


def at(seed: int, n: int, d: int) -> Point:
    """Small random integer values of every letter of the recipes, with their inverses, and c = 3/2."""
    draw = random.Random(seed)
    sizes = {"n": n, "d": d, "1": 1}

    def entries(rows: int, columns: int) -> fmpq_mat:
        return fmpq_mat(rows, columns, [draw.randint(-3, 3) for _ in range(rows * columns)])

    matrices = {}
    for name, polynomial in LETTERS.items():
        letter = polynomial.letter
        if letter.inverse_of:
            matrices[name] = matrices[letter.inverse_of].inv()
            continue
        given = entries(sizes[letter.rows], sizes[letter.columns])
        if letter.rows == letter.columns:
            size = sizes[letter.rows]
            given = given + 13 * size * unit(size) + (given.transpose() if letter.symmetric else given * 0)
        matrices[name] = given
    return Point(matrices, {"n": fmpq(n), "d": fmpq(d), "c": fmpq(3, 2)})


def walk(picks: list[int], rows: str, columns: str) -> Word:
    """A word of the given shape: each pick chooses one of the letters that fit, a last letter leads to the end."""
    word: Word = ()
    here = rows
    for pick in picks:
        options = [
            (name, turned)
            for name, polynomial in LETTERS.items()
            for turned in (False, True)
            if (polynomial.columns if turned else polynomial.rows) == here
        ]
        name, turned = options[pick % len(options)]
        word += ((name, turned),)
        here = LETTERS[name].rows if turned else LETTERS[name].columns
    return word + LINK[here, columns]


def words_between(rows: str, columns: str) -> st.SearchStrategy[Word]:
    """Words of at most five letters."""
    return st.lists(st.integers(0, 99), max_size=4).map(lambda picks: walk(picks, rows, columns))


def sums(rows: str, columns: str) -> st.SearchStrategy[Sum]:
    """Sums of at most three terms of the given shape."""
    closed = st.sampled_from(SIZES).flatmap(lambda size: st.tuples(st.just(size), words_between(size, size)))
    coefficients = st.tuples(st.integers(-4, 4), st.integers(1, 3)).map(lambda pair: fmpq(*pair))
    traces = st.lists(closed, max_size=2).map(tuple)
    terms = st.builds(Term, coefficients, st.integers(-1, 2), traces, words_between(rows, columns))
    return st.lists(terms, max_size=3).map(lambda found: Sum(rows, columns, tuple(found)))


@pytest.fixture(scope="session")
def recipes() -> Recipe:
    """Strategy of sums by row and column size."""
    return sums


@pytest.fixture(scope="session")
def point() -> Callable[[int, int, int], Point]:
    """Values of all letters by seed, n and d."""
    return at


@pytest.fixture(scope="session")
def letters() -> dict[str, TracePolynomial]:
    """The letters of the recipes by name."""
    return LETTERS
