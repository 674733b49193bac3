"""Means of words in G = X'X and one G^-1, X of Gaussian rows: by parts, until no G is left (Stein 1981; Haff 1979).

For rows N(0, Sigma) and a (d, d) function F of G, E tr(G F) = n E tr(Sigma F) + what the derivatives of F leave. Each
step takes one G away. Taken of G G^-1 = I it gives (n - d - 1) E G^-1 = Sigma^-1, for n >= d + 2.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from operator import mul

from proofs.algebra.letters import Alphabet, Letter
from proofs.algebra.polynomial import TracePolynomial, total, trace
from proofs.algebra.positivity import collected
from proofs.algebra.substitution import Relation
from proofs.algebra.symbols import as_polynomial, identity, inverse, matrix, number, scalar, zero
from proofs.core.errors import DependenceError, LetterError
from proofs.core.names import INTERNAL
from proofs.core.task import GramOperator
from proofs.moments.laws import Gaussian

GRAM = "Gram matrix"
GRAM_REFERENCE = "G = X'X; by parts (Stein 1981; Haff 1979), (n - d - 1) E G^-1 = Sigma^-1 for n >= d + 2"
PLACEHOLDER = f"{INTERNAL}W"
Closed = tuple[bytes, ...]


@dataclass(frozen=True)
class GramRelation(Relation):
    """X'X = G, and the name of the scalar that stands for 1 / (n - d - 1) in the mean of G^-1."""

    reciprocal: str


def gram(operator: GramOperator) -> tuple[TracePolynomial, GramRelation]:
    """The letter G (d, d), which depends on X, and the equation X'X = G."""
    X = matrix("X", "n", "d")
    G = as_polynomial(Letter(operator.letter, "d", "d", symmetric=True, depends_on=frozenset({"X"})))
    return G, GramRelation(X.T @ X, G, operator.reciprocal)


def gram_expectation(whole: TracePolynomial, law: Gaussian, relation: GramRelation) -> TracePolynomial:
    """E of a scalar polynomial in words of G and at most one G^-1 in each term, all other letters being fixed.

    Raises LetterError for more than one G^-1 in a term, for a polynomial that is no scalar and for rows of another law,
    DependenceError where X itself, or a letter that depends on it, is left.
    """
    if law.row_covariance is not None or law.scale != number(1) or not whole.is_scalar:
        raise LetterError(f"a mean over the Gram matrix of {law.name} is known for scalars and rows N(0, Sigma)")
    steps = ByParts(relation.right, law)
    found, left = [zero("1", "1")], whole
    while left.terms:
        following = []
        for coefficient, closed, alphabet in _terms(left):
            part = steps.first(closed, alphabet)
            if part is None:
                found.append(coefficient * steps.last(closed, alphabet, relation.reciprocal))
            else:
                following.append(coefficient * part)
        left = total([zero("1", "1"), *following])
    return total(found)


@dataclass(frozen=True)
class ByParts:
    """Integration by parts for the Gram matrix G of rows N(0, Sigma)."""

    G: TracePolynomial
    law: Gaussian

    @property
    def covariance(self) -> TracePolynomial:
        """Sigma."""
        column = self.law.column_covariance
        return identity(self.law.variable.columns) if column is None else column

    @property
    def divisor(self) -> TracePolynomial:
        """c with c E G^-1 = Sigma^-1, by parts from G G^-1 = I."""
        inverted, W = inverse(self.G), matrix(PLACEHOLDER, self.G.rows, self.G.rows)
        product = inverted @ W
        ((word, _, _),) = product.terms
        ((form, coefficient),) = collected(self.step(word, (), product.alphabet))
        if form != trace(self.covariance @ product):
            raise LetterError(f"by parts from G G^-1 = I there is {form}, which is not tr(Sigma G^-1 W)")
        return coefficient

    def first(self, closed: Closed, alphabet: Alphabet) -> TracePolynomial | None:
        """P with E of the traces = E P, a G less in each term; None where there is no G."""
        for place, word in enumerate(closed):
            for rest in _rests(word, self.G, alphabet):
                return self.step(rest, closed[:place] + closed[place + 1 :], alphabet)
        return None

    def last(self, closed: Closed, alphabet: Alphabet, reciprocal: str) -> TracePolynomial:
        """E of traces without G, of which one may hold G^-1."""
        held = [word for word in closed if _rests(word, inverse(self.G), alphabet)]
        others = reduce(mul, (_closed(word, alphabet) for word in closed if word not in held), number(1))
        letters = others.letters if not held else (*others.letters, *_closed(held[0], alphabet).letters)
        names = {self.law.name, *self.G.letter.depends_on}
        for letter in letters:
            if letter.name in names or (letter.depends_on & names and letter != inverse(self.G).letter):
                raise DependenceError(f"cannot average over {self.law.name}: {letter.name} is left beside words of G")
        if not held:
            return others
        rests = [rest for word in held for rest in _rests(word, inverse(self.G), alphabet)]
        if len(rests) > 1:
            raise LetterError("a mean with two factors G^-1 in a term is not known: one at most")
        covariance, U = self.law.column_covariance, self._square(rests[0], alphabet)
        return scalar(reciprocal) * trace(U if covariance is None else U @ inverse(covariance)) * others

    def step(self, F: bytes, others: Closed, alphabet: Alphabet) -> TracePolynomial:
        """P with E tr(G F) others = E P: F and the others are differentiated along X."""
        Sigma, G, inverted = self.covariance, self.G, inverse(self.G)
        whole, beside = self._square(F, alphabet), [_closed(word, alphabet) for word in others]
        rest = reduce(mul, beside, number(1))
        found = [scalar("n") * trace(Sigma @ whole) * rest]
        for U, V in self._split(F, G, alphabet):
            found.append((trace(Sigma @ U.T @ G @ V) + trace(G @ U) * trace(Sigma @ V)) * rest)
        for U, V in self._split(F, inverted, alphabet):
            found.append(-(trace(Sigma @ inverted @ U.T @ V) + trace(U) * trace(Sigma @ inverted @ V)) * rest)
        for place, word in enumerate(others):
            rest = reduce(mul, beside[:place] + beside[place + 1 :], number(1))
            for U in (self._square(one, alphabet) for one in _rests(word, G, alphabet)):
                found.append(trace(Sigma @ (U + U.T) @ G @ whole) * rest)
            for U in (self._square(one, alphabet) for one in _rests(word, inverted, alphabet)):
                found.append(-trace(Sigma @ inverted @ (U + U.T) @ whole) * rest)
        return total(found)

    def _split(
        self, F: bytes, letter: TracePolynomial, alphabet: Alphabet
    ) -> Iterator[tuple[TracePolynomial, TracePolynomial]]:
        """U and V for F = U letter V, at every place of the letter."""
        for place, code in enumerate(F):
            if code == _code(letter, alphabet):
                yield self._square(F[:place], alphabet), self._square(F[place + 1 :], alphabet)

    def _square(self, word: bytes, alphabet: Alphabet) -> TracePolynomial:
        """An open word of the size of G."""
        size = self.G.rows
        return TracePolynomial(alphabet, (size, size), {(word, (), _none(alphabet)): number(1).terms[b"", (), ()]})


def _terms(whole: TracePolynomial) -> Iterator[tuple[TracePolynomial, Closed, Alphabet]]:
    """Each term as its coefficient, with the scalars, and its closed words."""
    for (_, closed, powers), value in whole.terms.items():
        yield TracePolynomial(whole.alphabet, whole.shape, {(b"", (), powers): value}), closed, whole.alphabet


def _closed(word: bytes, alphabet: Alphabet) -> TracePolynomial:
    return TracePolynomial(alphabet, ("1", "1"), {(b"", (word,), _none(alphabet)): number(1).terms[b"", (), ()]})


def _rests(word: bytes, letter: TracePolynomial, alphabet: Alphabet) -> list[bytes]:
    """U for tr(letter U), at every place of a symmetric letter in a closed word."""
    code = _code(letter, alphabet)
    return [word[place + 1 :] + word[:place] for place, here in enumerate(word) if here == code]


def _code(letter: TracePolynomial, alphabet: Alphabet) -> int:
    return alphabet.code.get(letter.letter.name, -1)


def _none(alphabet: Alphabet) -> tuple[int, ...]:
    return (0,) * len(alphabet.scalars)
