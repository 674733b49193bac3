"""Gaussian expectation of trace polynomials by listing every pairing (Isserlis 1918): the second road.

A monomial is drawn as a ribbon graph. Every letter has a left and a right end; neighbours in a word are joined there;
a pair of random letters joins its two row ends through the row covariance, its two column ends through the column
covariance. What comes out are lines, one from end to end of the open word and closed ones, and the letters read along
them are the words of one summand. There are (2k - 1)!! pairings of 2k letters: this is for checking short words.
"""

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from itertools import chain, product

from flint import fmpq

from proofs.algebra import words
from proofs.algebra.letters import Alphabet
from proofs.algebra.polynomial import TracePolynomial
from proofs.algebra.terms import Exponents, Terms, collect, raised
from proofs.core.errors import DependenceError, LetterError
from proofs.moments.laws import Gaussian

LEFT, RIGHT = 0, 1
ROW, COLUMN = 0, 1
End = tuple[int, int]
Pairs = tuple[tuple[int, int], ...]
Summand = tuple[bytes, tuple[bytes, ...], tuple[str, ...]]


def enumerate_pairings(polynomial: TracePolynomial, over: Iterable[Gaussian]) -> TracePolynomial:
    """E of a trace polynomial over the given independent families, as the sum over all pairings of their letters.

    Raises DependenceError if a letter of the polynomial is declared to depend on one of the families, LetterError
    if a family is named twice or its covariance depends on a family.
    """
    laws = tuple(over)
    _check_laws(laws)
    _check_letters(polynomial, laws)
    alphabet = polynomial.alphabet
    for law in laws:
        alphabet = alphabet.union(law.alphabet)
    terms: Terms = {}
    for (word, closed, powers), value in polynomial.over(alphabet).terms.items():
        drawing = Drawing(word, closed, alphabet, laws)
        families = [drawing.places(law) for law in laws]
        scaled, factor = _scaled(powers, alphabet, laws, [len(places) // 2 for places in families])
        summands = Counter(drawing.summand(tuple(chain(*pairs))) for pairs in product(*map(pairings, families)))
        for (inside, traces, sizes), times in summands.items():
            collect(terms, {(inside, traces, raised(scaled, sizes, alphabet)): times * value * factor})
    return TracePolynomial(alphabet, polynomial.shape, terms)


def pairings(places: Sequence[int]) -> list[Pairs]:
    """All ways to pair the places off; none where their number is odd."""
    if not places:
        return [()]
    first, *others = places
    return [
        ((first, partner), *rest)
        for partner in others
        for rest in pairings([place for place in others if place != partner])
    ]


class Drawing:
    """The ribbon graph of one monomial: its letters in a row and, for each of their ends, the end it is joined to."""

    def __init__(self, word: bytes, closed: tuple[bytes, ...], alphabet: Alphabet, laws: Sequence[Gaussian]) -> None:
        self.codes = word + b"".join(closed)
        self.is_open = bool(word)
        self.alphabet = alphabet
        self.covariances = {alphabet.code[law.name]: _covariances(law, alphabet) for law in laws}
        self.joined: dict[End, End] = {}
        self._join(range(len(word)), False)
        first = len(word)
        for trace in closed:
            self._join(range(first, first + len(trace)), True)
            first += len(trace)

    def _join(self, places: range, around: bool) -> None:
        for place in places if around else places[:-1]:
            following = place + 1 if place + 1 in places else places[0]
            self.joined[place, RIGHT] = following, LEFT
            self.joined[following, LEFT] = place, RIGHT

    def places(self, law: Gaussian) -> list[int]:
        """Where the letter of a law stands."""
        family = self.alphabet.code[law.name]
        return [place for place, code in enumerate(self.codes) if code in (family, family + 1)]

    def summand(self, pairs: Pairs) -> Summand:
        """The open word, the closed words and the dimensions that one pairing leaves."""
        partners = {**dict(pairs), **{right: left for left, right in pairs}}
        unseen = set(product(range(len(self.codes)), (LEFT, RIGHT)))
        line = self._line((0, LEFT), partners, unseen) if self.is_open else b""
        inside, traces = words.open_word(line, self.alphabet)
        sizes: tuple[str, ...] = ()
        while unseen:
            start = min(unseen)
            size = self._size(start)
            closed, dimensions = words.close(self._line(start, partners, unseen), size, self.alphabet)
            traces, sizes = traces + closed, sizes + dimensions
        return inside, tuple(sorted(traces)), tuple(sorted(sizes))

    def _line(self, start: End, partners: Mapping[int, int], unseen: set[End]) -> bytes:
        """The word read along the line from an end, until it comes back there or leaves the open word."""
        word, end = b"", start
        while True:
            piece, out = self._crossed(end, partners)
            unseen -= {end, out}
            word += piece
            if out not in self.joined or self.joined[out] == start:
                return word
            end = self.joined[out]

    def _crossed(self, end: End, partners: Mapping[int, int]) -> tuple[bytes, End]:
        """What is read when a line enters at an end, and the end where it comes out."""
        place, side = end
        code = self.codes[place]
        if place not in partners:
            return bytes([code if side == LEFT else self.alphabet.flips[code]]), (place, RIGHT - side)
        partner = partners[place]
        kind = side ^ code % 2
        return self.covariances[code - code % 2][kind], (partner, kind ^ self.codes[partner] % 2)

    def _size(self, end: End) -> str:
        place, side = end
        return (self.alphabet.row_sizes, self.alphabet.column_sizes)[side][self.codes[place]]


def _covariances(law: Gaussian, alphabet: Alphabet) -> tuple[bytes, bytes]:
    row, column = (
        bytes([alphabet.code[covariance.letter.name]]) if covariance is not None else b""
        for covariance in (law.row_covariance, law.column_covariance)
    )
    return row, column


def _scaled(
    powers: Exponents, alphabet: Alphabet, laws: Sequence[Gaussian], counts: Sequence[int]
) -> tuple[Exponents, fmpq]:
    """The exponents and the rational factor once the scale of each law is put in for each of its pairs."""
    result, factor = list(powers), fmpq(1)
    for law, count in zip(laws, counts, strict=True):
        (((_, _, steps), value),) = law.scale.over(alphabet).terms.items()
        factor *= value**count
        result = [power + count * step for power, step in zip(result, steps, strict=True)]
    return tuple(result), factor


def _check_laws(laws: Sequence[Gaussian]) -> None:
    names = [law.name for law in laws]
    for law in laws:
        if names.count(law.name) > 1:
            raise LetterError(f"the family {law.name} is given {names.count(law.name)} laws")
        for letter in law.alphabet.letters:
            if letter == law.variable.letter:
                continue
            random = {letter.name, *letter.depends_on}.intersection(names)
            if random:
                raise LetterError(f"the law of {law.name} depends on {min(random)}, a family of the average")


def _check_letters(polynomial: TracePolynomial, laws: Sequence[Gaussian]) -> None:
    for letter in polynomial.letters:
        for law in laws:
            if law.name in letter.depends_on:
                raise DependenceError(
                    f"{letter.name} depends on {law.name}: rewrite it away before the average over {law.name}"
                )
