"""What one pair of a Gaussian letter does to closed words.

With E G_ia G_jb = U_ij V_ab (the scale of the law is left to the caller), and a, b words without restriction,

    tr(G a G' b)       ->  tr(V a) tr(U b)
    tr(G a G b)        ->  tr(a U b' V)
    tr(G a) tr(G b)    ->  tr(a U b' V)
    tr(G a) tr(G' b)   ->  tr(a U b V).

Results depend on one or two words only, so a `Pairing` keeps them: long expressions are made of few words.
"""

from math import prod

from flint import fmpq_mpoly, fmpq_mpoly_ctx

from proofs.algebra import words
from proofs.algebra.letters import Alphabet
from proofs.algebra.polynomial import TracePolynomial
from proofs.moments.laws import Gaussian

Traces = tuple[bytes, ...]
Outcome = tuple[Traces, Traces, fmpq_mpoly]
Word = tuple[bytes, str]
Product = tuple[Word, ...]


class Pairing:
    """The pairing rule of one law over an alphabet; coefficients are polynomials in the alphabet's scalars."""

    def __init__(self, law: Gaussian, alphabet: Alphabet, ring: fmpq_mpoly_ctx) -> None:
        letter = law.variable.letter
        self.alphabet = alphabet
        self.plain = alphabet.code[letter.name]
        self.turned = self.plain + 1
        self.rows, self.columns = letter.rows, letter.columns
        self.row_word = _covariance(law.row_covariance, alphabet)
        self.column_word = _covariance(law.column_covariance, alphabet)
        self.ring = ring
        self.one = ring.constant(1)
        self.sizes = dict(zip(alphabet.scalars, ring.gens(), strict=True))
        self._within: dict[bytes, tuple[Outcome, ...]] = {}
        self._between: dict[tuple[bytes, bytes], tuple[Outcome, ...]] = {}
        self._closed: dict[Word, Outcome] = {}

    def is_random(self, word: bytes) -> bool:
        """Whether the word holds the letter."""
        return self.plain in word or self.turned in word

    def degree(self, closed: Traces) -> int:
        """How often the letter occurs."""
        return sum(word.count(self.plain) + word.count(self.turned) for word in closed)

    def within(self, word: bytes) -> tuple[Outcome, ...]:
        """One letter of the word paired with each other one of the same word, equal results merged."""
        if word not in self._within:
            self._within[word] = self._merged(self._pairs_within(self._tail(word)))
        return self._within[word]

    def between(self, word: bytes, other: bytes) -> tuple[Outcome, ...]:
        """One letter of the word paired with each one of another word, equal results merged."""
        key = word, other
        if key not in self._between:
            self._between[key] = self._merged(self._pairs_between(self._tail(word), other))
        return self._between[key]

    def _tail(self, word: bytes) -> bytes:
        """What follows the letter when the word is rotated, and turned if need be, to start with it.

        Of several the last is taken: with the first word of a state this eats a long word from one end, and far
        more of the states that arise on the way are equal than with any other rule tried.
        """
        start = word.rfind(self.plain)
        if start < 0:
            word = words.transpose(word, self.alphabet)
            start = word.rfind(self.plain)
        return word[start + 1 :] + word[:start]

    def _pairs_within(self, tail: bytes) -> list[Product]:
        results: list[Product] = []
        for place, code in enumerate(tail):
            if code == self.turned:
                before, after = tail[:place], tail[place + 1 :]
                results.append(((self.column_word + before, self.columns), (self.row_word + after, self.rows)))
            elif code == self.plain:
                after = words.transpose(tail[place + 1 :], self.alphabet)
                results.append((self._joined(tail[:place], after),))
        return results

    def _pairs_between(self, tail: bytes, other: bytes) -> list[Product]:
        results: list[Product] = []
        for place, code in enumerate(other):
            if code == self.turned:
                results.append((self._joined(tail, other[place + 1 :] + other[:place]),))
            elif code == self.plain:
                rest = words.transpose(other[place + 1 :] + other[:place], self.alphabet)
                results.append((self._joined(tail, rest),))
        return results

    def _joined(self, before: bytes, after: bytes) -> Word:
        return before + self.row_word + after + self.column_word, self.columns

    def _merged(self, results: list[Product]) -> tuple[Outcome, ...]:
        if len(results) == 1:
            return (self._closed_product(results[0]),)
        counts: dict[Product, int] = {}
        for product in results:
            counts[product] = counts.get(product, 0) + 1
        merged: dict[tuple[Traces, Traces], fmpq_mpoly] = {}
        for product, times in counts.items():
            random, still, factor = self._closed_product(product)
            factor = factor if times == 1 else times * factor
            key = random, still
            merged[key] = merged[key] + factor if key in merged else factor
        return tuple([(random, still, factor) for (random, still), factor in merged.items()])

    def _closed_product(self, product: Product) -> Outcome:
        random, still, factor = self._closed_word(product[0])
        for word in product[1:]:
            more_random, more_still, more_factor = self._closed_word(word)
            random, still = random + more_random, still + more_still
            factor = more_factor if factor is self.one else factor * more_factor
        return random, still, factor

    def _closed_word(self, word: Word) -> Outcome:
        """The trace of a word: random closed words, other closed words and a product of dimensions."""
        outcome = self._closed.get(word)
        if outcome is None:
            closed, sizes = words.close(*word, self.alphabet)
            random = tuple([trace for trace in closed if self.is_random(trace)])
            still = tuple([trace for trace in closed if not self.is_random(trace)])
            factor = prod([self.sizes[name] for name in sizes], start=self.one) if sizes else self.one
            outcome = self._closed[word] = random, still, factor
        return outcome


def _covariance(covariance: TracePolynomial | None, alphabet: Alphabet) -> bytes:
    return b"" if covariance is None else bytes([alphabet.code[covariance.letter.name]])
