"""Putting polynomials in the place of letters and scalars, and rewriting by a relation between words."""

from collections.abc import Callable, Iterable, Mapping, Set
from dataclasses import dataclass, replace

from proofs.algebra import words
from proofs.algebra.conditions import Condition, conditions_of, under
from proofs.algebra.expected import check_polynomial
from proofs.algebra.letters import UNIT, Alphabet, Letter
from proofs.algebra.polynomial import TracePolynomial, total, trace
from proofs.algebra.symbols import as_polynomial, identity, number, scalar, scalar_name, zero
from proofs.algebra.terms import Monomial
from proofs.core.arguments import check_kind
from proofs.core.errors import LetterError, ShapeError

MOST_ROUNDS = 50


def substitute(
    polynomial: TracePolynomial, replacements: Mapping[TracePolynomial, TracePolynomial], *, equal: bool = False
) -> TracePolynomial:
    """The polynomial with letters and scalars replaced, all at once.

    Keys are single letters or scalars, values polynomials of the same shape. A scalar with a negative exponent can
    be replaced by a product of scalars only. With `equal` the caller has shown that each value equals its letter.

    Raises InputError for arguments of another kind, ShapeError for a wrong shape, LetterError where the inverse of a
    replaced letter is left behind or, without `equal`, a symmetric or orthogonal letter is replaced by something that
    is not visibly so.
    """
    check_polynomial("polynomial", polynomial)
    check_kind(
        "replacements", replacements, Mapping, "a dict from letters and scalars to polynomials", "e.g. {A: 2 * B}"
    )
    letters: dict[str, TracePolynomial] = {}
    scalars: dict[str, TracePolynomial] = {}
    for part in (*replacements, *replacements.values()):
        check_polynomial("replacements", part)
    for key, value in replacements.items():
        if key.shape != value.shape:
            raise ShapeError(f"{key} is {key.rows} x {key.columns}, its replacement {value.rows} x {value.columns}")
        if key.is_scalar:
            scalars[scalar_name(key)] = value
        else:
            if not equal:
                _check_properties(key.letter, value)
            polynomial = polynomial.over(polynomial.alphabet.union(key.alphabet))
            letters[key.letter.name] = value
    for letter in polynomial.letters:
        if letter.inverse_of in letters and letter.name not in letters:
            raise LetterError(f"{letter.inverse_of} is replaced but its inverse {letter.name} is left; replace both")
    parts = [_replaced(polynomial, key, letters, scalars) * number(value) for key, value in polynomial.terms.items()]
    found = total([zero(*polynomial.shape), *parts])
    return under(found, _moved(conditions_of(polynomial), replacements, letters.keys() | scalars.keys()))


def _moved(
    conditions: Iterable[Condition], replacements: Mapping[TracePolynomial, TracePolynomial], replaced: Set[str]
) -> list[Condition]:
    """The conditions on what stands in the place of what they were on."""
    return [
        replace(item, of=substitute(item.of, replacements, equal=True)) if item.names & replaced else item
        for item in conditions
    ]


def _check_properties(letter: Letter, value: TracePolynomial) -> None:
    if letter.symmetric and value != value.T:
        raise LetterError(f"{letter.name} is symmetric, its replacement {value} is not")
    if letter.orthogonal and value @ value.T != identity(letter.rows):
        raise LetterError(f"{letter.name} is orthogonal, its replacement {value} is not")


def _replaced(
    polynomial: TracePolynomial,
    key: Monomial,
    letters: Mapping[str, TracePolynomial],
    scalars: Mapping[str, TracePolynomial],
) -> TracePolynomial:
    word, closed, powers = key
    alphabet = polynomial.alphabet

    def factor(code: int) -> TracePolynomial:
        letter = alphabet.letters[code // 2]
        value = letters[letter.name] if letter.name in letters else as_polynomial(letter)
        return value.T if code % 2 else value

    result = number(1)
    for name, power in zip(alphabet.scalars, powers, strict=True):
        if power:
            base = scalars.get(name, scalar(name))
            result = result * (base ** abs(power) if power > 0 else base.reciprocal() ** abs(power))
    for trace_word in closed:
        inside = _chain(trace_word, alphabet.row_sizes[trace_word[0]], factor)
        result = result * trace(inside)
    return result * _chain(word, polynomial.rows, factor)


def _chain(word: bytes, size: str, factor: Callable[[int], TracePolynomial]) -> TracePolynomial:
    if not word:
        return identity(size)
    product = factor(word[0])
    for code in word[1:]:
        product = product @ factor(code)
    return product


@dataclass(frozen=True)
class Relation:
    """An equation left = right whose left side is one word of at least two letters: a rule to rewrite by.

    For the ridge operator H of X (H X X' = X' - sigma2 H) it is how the calculus knows what H is.
    """

    left: TracePolynomial
    right: TracePolynomial

    def __post_init__(self) -> None:
        if self.left.shape != self.right.shape:
            raise ShapeError(f"the sides of a relation differ in shape: {self.left.shape} and {self.right.shape}")
        keys = list(self.left.terms.items())
        if len(keys) != 1 or keys[0][0][1] or any(keys[0][0][2]) or keys[0][1] != 1 or len(keys[0][0][0]) < 2:
            raise LetterError(f"the left side of a relation is one word of two or more letters, got {self.left}")

    @property
    def letters(self) -> tuple[Letter, ...]:
        """The letters of the left side."""
        return self.left.letters


def rewrite(polynomial: TracePolynomial, relation: Relation) -> TracePolynomial:
    """The polynomial with the left side of the relation, and its transpose, replaced wherever it occurs.

    Raises LetterError if the replacement does not come to an end.
    """
    alphabet = polynomial.alphabet.union(relation.left.alphabet).union(relation.right.alphabet)
    current = polynomial.over(alphabet)
    ((pattern, _, _),) = relation.left.over(alphabet).terms
    for _ in range(MOST_ROUNDS):
        parts = [_rewritten(current, key, pattern, relation) * number(v) for key, v in current.terms.items()]
        following = total([zero(*polynomial.shape), *parts]).over(alphabet)
        if following == current:
            return current
        current = following
    raise LetterError(f"rewriting {relation.left} does not come to an end after {MOST_ROUNDS} rounds")


def _rewritten(polynomial: TracePolynomial, key: Monomial, pattern: bytes, relation: Relation) -> TracePolynomial:
    """One occurrence in one monomial replaced; the monomial itself where there is none."""
    word, closed, powers = key
    alphabet = polynomial.alphabet
    one = polynomial.constant(1).terms[b"", (), (0,) * len(alphabet.scalars)]

    def monomial(open_part: bytes, traces: tuple[bytes, ...], shape: tuple[str, str]) -> TracePolynomial:
        return TracePolynomial(alphabet, shape, {(open_part, traces, powers): one})

    for sought, value in (
        (pattern, relation.right),
        (words.transpose(pattern, alphabet), relation.right.T),
    ):
        start = word.find(sought)
        if start >= 0:
            left, right = (
                _piece(word[:start], polynomial.rows, alphabet),
                word[start + len(sought) :],
            )
            middle = left @ value @ _piece(right, value.columns, alphabet)
            return middle * monomial(b"", closed, (UNIT, UNIT))
        for place, trace_word in enumerate(closed):
            start = (trace_word + trace_word).find(sought)
            if start >= 0 and len(sought) <= len(trace_word):
                turned = trace_word[start:] + trace_word[:start] if start < len(trace_word) else trace_word
                rest = _piece(turned[len(sought) :], value.columns, alphabet)
                others = closed[:place] + closed[place + 1 :]
                return trace(value @ rest) * monomial(word, others, polynomial.shape)
    return monomial(word, closed, polynomial.shape)


def _piece(word: bytes, size: str, alphabet: Alphabet) -> TracePolynomial:
    letters = [as_polynomial(alphabet.letters[code // 2]) for code in word]
    result = identity(size)
    for code, letter in zip(word, letters, strict=True):
        result = result @ (letter.T if code % 2 else letter)
    return result
