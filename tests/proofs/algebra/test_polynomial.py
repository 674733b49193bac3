"""Trace polynomials: structural equality is equality of values, for all sizes at once."""

import pickle
from copy import deepcopy
from dataclasses import replace
from fractions import Fraction

import pytest
from flint import fmpq
from hypothesis import given
from hypothesis import strategies as st

from proofs.algebra import evaluate, identity, inverse, matrix, scalar, symmetric, trace, vector
from proofs.algebra.letters import Alphabet
from proofs.algebra.polynomial import total
from proofs.algebra.symbols import number, zero
from proofs.algebra.terms import rational
from proofs.core.errors import InputError, LetterError, ShapeError

SHAPES = st.sampled_from([("d", "d"), ("n", "d"), ("d", "1"), ("1", "1")])
SQUARE_SIZES = st.sampled_from(["n", "d", "1"])
A, S, X = matrix("A", "d", "d"), symmetric("S", "d"), matrix("X", "n", "d")
v, w, c = vector("v", "d"), vector("w", "d"), scalar("c")


def draw_sums(data, recipes, shape, count):
    """Some recipes of one shape."""
    return [data.draw(recipes(*shape)) for _ in range(count)]


def values(sums, point):
    """Their values at two points of different sizes, by matrix arithmetic."""
    return [[one.value(at) for at in (point(1, 4, 5), point(2, 5, 6))] for one in sums]


# --- the canonical form loses nothing and identifies everything ------------------------------------------------------


@given(st.data(), SHAPES)
def test_the_canonical_form_keeps_the_value(recipes, point, data, shape):
    (one,) = draw_sums(data, recipes, shape, 1)
    polynomial = one.polynomial()
    for at in (point(3, 2, 3), point(4, 3, 1), point(5, 1, 2)):
        assert evaluate(polynomial, at.matrices, at.numbers) == one.value(at)


def altered(data, letters, term):
    """The first trace of a term rotated, transposed or read backwards, or one of its letters transposed."""
    size, word = term.traces[0]
    kind = data.draw(st.sampled_from(["rotate", "transpose", "backwards", "flip", "pad"]))
    place = data.draw(st.integers(0, len(word)))
    if kind == "rotate":
        word = word[place:] + word[:place]
    elif kind == "transpose":
        word = tuple((name, not turned) for name, turned in reversed(word))
    elif kind == "pad" and rows_at(letters, word, place, size) == "d":
        word = (*word[:place], ("A", True), ("A^-1", True), *word[place:])
    elif kind == "backwards" and all(letters[name].rows == letters[name].columns for name, _ in word):
        word = word[::-1]
    elif kind == "flip" and place < len(word) and letters[word[place][0]].rows == letters[word[place][0]].columns:
        name, turned = word[place]
        word = (*word[:place], (name, not turned), *word[place + 1 :])
    return replace(term, traces=((rows_at(letters, word, 0, size), word), *term.traces[1:]))


def rows_at(letters, word, place, size):
    """The dimension in front of a place of a closed word."""
    if not word:
        return size
    name, turned = word[place % len(word)]
    return letters[name].columns if turned else letters[name].rows


@given(st.data())
def test_equality_is_equality_of_values(recipes, point, letters, data):
    """Over pairs that differ by a change that may or may not matter."""
    (one,) = draw_sums(data, recipes, ("1", "1"), 1)
    terms = tuple(altered(data, letters, term) if term.traces else term for term in one.terms)
    other = replace(one, terms=terms)
    first, second = values([one, other], point)
    assert (one.polynomial() == other.polynomial()) == (first == second)


@given(st.data(), SHAPES)
def test_unrelated_sums_are_equal_only_with_equal_values(recipes, point, data, shape):
    first, second = draw_sums(data, recipes, shape, 2)
    left, right = values([first, second], point)
    assert (first.polynomial() == second.polynomial()) == (left == right)
    assert (not first.polynomial().terms) == all(not any(matrix.entries()) for matrix in left)


@given(st.data(), st.randoms(use_true_random=False))
def test_the_order_of_construction_does_not_matter(recipes, data, random):
    """Nor do the alphabets met on the way."""
    (one,) = draw_sums(data, recipes, ("d", "d"), 1)
    shuffled = list(one.terms)
    random.shuffle(shuffled)
    other = replace(one, terms=tuple(shuffled)).polynomial()
    detour = other + matrix("Z", "d", "d") * scalar("z") - scalar("z") * matrix("Z", "d", "d")
    for same in (other, detour, pickle.loads(pickle.dumps(other))):
        assert same == one.polynomial()
        assert hash(same) == hash(one.polynomial())
        assert str(same) == str(one.polynomial())


# --- laws -------------------------------------------------------------------------------------------------------------


@given(st.data(), SHAPES)
def test_ring_laws(recipes, data, shape):
    p, q, r = (one.polynomial() for one in draw_sums(data, recipes, shape, 3))
    s, t = (one.polynomial() for one in draw_sums(data, recipes, (shape[1], "d"), 2))
    u = data.draw(recipes("d", "n")).polynomial()
    assert p + q == q + p
    assert (p + q) + r == p + (q + r) == total([r, q, p])
    assert p - p == zero(*shape)
    assert -1 * p == -p == zero(*shape) - p
    assert p @ (s + t) == p @ s + p @ t
    assert (p + q) @ s == p @ s + q @ s
    assert (p @ s) @ u == p @ (s @ u)
    assert identity(shape[0]) @ p == p == p @ identity(shape[1])


@given(st.data(), SHAPES)
def test_scalars_commute(recipes, data, shape):
    p = data.draw(recipes(*shape)).polynomial()
    f, g = (one.polynomial() for one in draw_sums(data, recipes, ("1", "1"), 2))
    assert f * p == p * f
    assert f * (g * p) == (g * f) * p
    assert f * g == f @ g
    assert (c * p) / c == p
    assert (p * 3) / 3 == p == Fraction(1, 2) * (p + p)


@given(st.data(), SHAPES)
def test_transposition_reverses_products(recipes, data, shape):
    p = data.draw(recipes(*shape)).polynomial()
    q = data.draw(recipes(shape[1], "d")).polynomial()
    assert p == p.T.T
    assert (p @ q).T == q.T @ p.T
    assert p.T.shape == shape[::-1]


@given(st.data(), SHAPES)
def test_the_trace_is_cyclic(recipes, data, shape):
    p = data.draw(recipes(*shape)).polynomial()
    q = data.draw(recipes(*shape[::-1])).polynomial()
    assert trace(p @ q) == trace(q @ p) == trace(p.T @ q.T)


@given(st.data())
def test_products_have_the_product_of_the_values(recipes, point, data):
    p = data.draw(recipes("d", "1"))
    q = data.draw(recipes("1", "n"))
    at = point(6, 2, 3)
    assert evaluate(p.polynomial() @ q.polynomial(), at.matrices, at.numbers) == p.value(at) * q.value(at)


# --- tables -----------------------------------------------------------------------------------------------------------

EQUAL = [
    (w.T @ v @ w.T @ A @ v, trace(w @ w.T @ A @ v @ v.T)),
    (v @ (w.T @ v) @ w.T, (v.T @ w) * v @ w.T),
    (trace(identity("d")), scalar("d")),
    (trace(X.T @ X), trace(X @ X.T)),
    (trace(A @ S @ A), trace(A.T @ S @ A.T)),
    (A @ inverse(A), identity("d")),
    (inverse(S) @ A @ inverse(A) @ S, identity("d")),
    (trace(A @ S @ inverse(A)), trace(S)),
    (inverse(A).T @ A.T, identity("d")),
    (inverse(S).T, inverse(S)),
    (A**3, A @ A @ A),
    ((c + 1) ** 2, c * c + 2 * c + 1),
    (c / c, number(1)),
    (1 - c, -(c - 1)),
    (scalar("n") * trace(identity("d")), trace(identity("n")) * scalar("d")),
]
DIFFERENT = [
    (trace(A @ S @ A.T), trace(A @ S @ A)),
    (trace(A @ S @ X.T @ X), trace(S @ A @ X.T @ X)),
    (A, A.T),
    (A, matrix("B", "d", "d")),
    (zero("d", "d"), zero("n", "n")),
    (identity("d"), number(1)),
    (scalar("d"), number(1)),
    (trace(A) * trace(S), trace(A @ S)),
]


@pytest.mark.parametrize(("left", "right"), EQUAL, ids=str)
def test_equal(left, right):
    assert left == right
    assert hash(left) == hash(right)


@pytest.mark.parametrize(("left", "right"), DIFFERENT, ids=str)
def test_different(left, right):
    assert left != right


@pytest.mark.parametrize("value", [0, 3, -2, Fraction(3, 4), fmpq(-5, 3)])
def test_a_constant_equals_its_number(value):
    assert number(value) == value
    assert hash(number(value)) == hash(value)
    assert c - c + value == value


def test_comparison_with_something_else():
    assert A != 3
    assert A != "A"
    assert not zero("d", "d")
    assert A
    assert len(A + S) == 2


def test_over_forgets_what_does_not_occur():
    wide = (A + S).over(Alphabet([*A.alphabet.letters, *S.alphabet.letters, *X.alphabet.letters], ("c",)))
    assert wide == A + S
    assert [letter.name for letter in wide.letters] == ["A", "S"]
    assert (c * A / scalar("n")).scalars == ("c", "n")


def test_letter_of_a_single_letter():
    assert A.letter.name == "A"
    assert (A + S - A).letter.name == "S"


TEXTS = [
    (zero("d", "d"), "0"),
    (number(Fraction(-3, 2)), "-3/2"),
    (c**2 * trace(S @ A) * X / 2, "1/2 c^2 tr(A S) X"),
    (identity("d") - (v.T @ w) * A.T / c, "I - c^-1 (v' w) A'"),
    (-inverse(A), "-A^-1"),
]


@pytest.mark.parametrize(("polynomial", "text"), TEXTS, ids=[text for _, text in TEXTS])
def test_plain_text(polynomial, text):
    assert str(polynomial) == text


MISUSES = [
    (lambda: A + X, ShapeError, r"cannot add n x d to d x d: X and A; .* c \* identity\(size\)"),
    (lambda: A + 1, ShapeError, "cannot add 1 x 1 to d x d"),
    (lambda: total([A, X]), ShapeError, "cannot add n x d to d x d"),
    (lambda: A @ X, ShapeError, "cannot multiply d x d by n x d: A and X"),
    (lambda: A * S, ShapeError, r"\* takes a scalar on one side, got d x d and d x d; use @"),
    (lambda: trace(X), ShapeError, "only a square matrix has a trace, got n x d: X"),
    (lambda: c / (c + 1), ShapeError, r"cannot divide by 1 \+ c: only by a product of scalars"),
    (lambda: c / trace(A), ShapeError, r"cannot divide by tr\(A\)"),
    (lambda: X**2, ShapeError, r"got n x d\^2"),
    (lambda: A**0, ShapeError, r"got d x d\^0"),
    (lambda: A**-1, ShapeError, r"got d x d\^-1"),
    (lambda: (2 * A).letter, ShapeError, "expected a single letter, got 2 A"),
    (lambda: A.T.letter, ShapeError, "expected a single letter, got A'"),
    (lambda: (A + S).letter, ShapeError, r"expected a single letter, got A \+ S"),
    (lambda: A + symmetric("A", "d"), LetterError, "letter A is declared twice"),
    (lambda: rational(0.5), TypeError, "expected an integer, a Fraction or an fmpq, got float 0.5"),
    (lambda: A + 0.5, InputError, "expected an exact number, got float 0.5"),
    (lambda: A @ 2, TypeError, "unsupported operand"),
    (lambda: A / 0, ZeroDivisionError, "zero"),
]


@pytest.mark.parametrize(("misuse", "error", "message"), MISUSES)
def test_misuse_names_the_object(misuse, error, message):
    with pytest.raises(error, match=message):
        misuse()


# --- nothing of a polynomial changes ---------------------------------------------------------------------------------


@pytest.mark.parametrize("name", ["alphabet", "rows", "columns", "terms", "T", "letters", "written", "new"])
def test_no_attribute_can_be_set(name):
    one = A @ S
    with pytest.raises(AttributeError, match=f"TracePolynomial never changes: cannot set its {name}"):
        setattr(one, name, None)
    with pytest.raises(AttributeError, match="never changes"):
        delattr(one, name)
    assert one == A @ S


def test_terms_and_codes_are_read_only():
    one = A @ S
    key = next(iter(one.terms))
    for mapping, changed in ((one.terms, key), (one.alphabet.code, "A")):
        with pytest.raises(TypeError):
            mapping[changed] = 0
        with pytest.raises(TypeError):
            del mapping[changed]
    with pytest.raises(AttributeError, match="Alphabet never changes: cannot set its scalars"):
        one.alphabet.scalars = ()


def test_a_polynomial_keeps_its_own_copy_of_the_terms():
    terms = (A @ S).terms.copy()
    one = type(A)((A @ S).alphabet, A.shape, terms)
    terms.clear()
    assert one == A @ S


def test_a_copy_is_written_as_the_original():
    one = (A + S) @ A
    for same in (pickle.loads(pickle.dumps(one)), deepcopy(one)):
        assert same == one
        assert same.written == one.written
