"""Which polynomials are visibly nonnegative, given which letters and scalars are.

An open word is positive semidefinite when it reads v P v' with P a positive letter or nothing. A closed word is
nonnegative when some rotation of it is a product of two such words: the trace of a product of two positive
semidefinite matrices is nonnegative. A polynomial is nonnegative when each of its terms is, or when it is one in
scalars only and so is the polynomial with n' + 1 in the place of each integer n >= 1, n' >= 0.
"""

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace

from proofs.algebra import words
from proofs.algebra.letters import UNIT, Alphabet
from proofs.algebra.polynomial import TracePolynomial
from proofs.algebra.shift import shifted
from proofs.algebra.terms import Monomial
from proofs.core.statement import INTEGERS, Hypothesis, Predicate


@dataclass(frozen=True)
class Signs:
    """What the hypotheses say of letters (positive definite, semidefinite, invertible) and of scalars.

    Dimensions count as positive; `fixed` symbols can stand for nothing else; `integers` are scalars that are >= 1. The
    inverse of a positive definite letter is positive definite.
    """

    definite: frozenset[str] = frozenset()
    semidefinite: frozenset[str] = frozenset()
    positive: frozenset[str] = frozenset()
    nonnegative: frozenset[str] = frozenset()
    invertible: frozenset[str] = frozenset()
    fixed: frozenset[str] = frozenset()
    integers: frozenset[str] = frozenset()

    def is_nonnegative(self, polynomial: TracePolynomial) -> bool:
        """Whether every term is nonnegative (scalar) or positive semidefinite (matrix), so that the sum is."""
        if self._is_termwise(polynomial):
            return True
        lowered, raised = self._from_one(polynomial)
        return lowered is not self and lowered.is_nonnegative(raised)

    def is_definite(self, polynomial: TracePolynomial) -> bool:
        """Whether the sum is positive (definite): nonnegative with at least one strictly positive term.

        A nonnegative term of positive scalars and invertible letters only is strictly positive, for such words are
        positive definite and the trace of a product of two of them is positive; a square of any other trace may be 0.
        """
        if self._is_termwise(polynomial):
            return any(self._strict(polynomial, key) for key in polynomial.terms)
        lowered, raised = self._from_one(polynomial)
        return lowered is not self and lowered.is_definite(raised)

    def _is_termwise(self, polynomial: TracePolynomial) -> bool:
        return all(value > 0 and self._term(polynomial, key) for key, value in polynomial.terms.items())

    def _from_one(self, polynomial: TracePolynomial) -> tuple["Signs", TracePolynomial]:
        """The polynomial in n' = n - 1 for the integers n, and what is known of n'; as it is where it holds letters."""
        if polynomial.letters or not self.integers & set(polynomial.scalars):
            return self, polynomial
        for name in sorted(self.integers):
            polynomial = shifted(polynomial, name)
        positive, nonnegative = self.positive - self.integers, self.nonnegative | self.integers
        return replace(self, positive=positive, nonnegative=nonnegative, integers=frozenset()), polynomial

    def _term(self, polynomial: TracePolynomial, key: Monomial) -> bool:
        word, closed, powers = key
        alphabet = polynomial.alphabet
        return (
            self._scalars(polynomial, powers)
            and self._traces(closed, alphabet)
            and (not word or self._is_semidefinite(word, alphabet))
        )

    def _scalars(self, polynomial: TracePolynomial, powers: tuple[int, ...]) -> bool:
        alphabet, known = polynomial.alphabet, self._positive(polynomial)
        return all(
            power % 2 == 0 or name in known or (name in self.nonnegative and power > 0)
            for name, power in zip(alphabet.scalars, powers, strict=True)
        )

    def _positive(self, polynomial: TracePolynomial) -> frozenset[str]:
        return self.positive | {size for letter in polynomial.letters for size in (letter.rows, letter.columns)}

    def _traces(self, closed: tuple[bytes, ...], alphabet: Alphabet) -> bool:
        """Each trace nonnegative, or present an even number of times (a square)."""
        return all(closed.count(word) % 2 == 0 or self._is_nonnegative_trace(word, alphabet) for word in set(closed))

    def _is_nonnegative_trace(self, word: bytes, alphabet: Alphabet) -> bool:
        size = len(word)
        rotations = [word] if alphabet.row_sizes[word[0]] == UNIT else [word[i:] + word[:i] for i in range(size)]
        return any(
            self._is_semidefinite(turn[:cut], alphabet) and self._is_semidefinite(turn[cut:], alphabet)
            for turn in rotations
            for cut in range(size // 2 + 1)
        )

    def _is_semidefinite(self, word: bytes, alphabet: Alphabet) -> bool:
        if word != words.transpose(word, alphabet):
            return False
        return len(word) % 2 == 0 or self._letter_is(word[len(word) // 2], alphabet, self.definite | self.semidefinite)

    def _letter_is(self, code: int, alphabet: Alphabet, names: Collection[str]) -> bool:
        letter = alphabet.letters[code // 2]
        return letter.name in names or letter.inverse_of in self.definite

    def _is_invertible(self, code: int, alphabet: Alphabet) -> bool:
        letter = alphabet.letters[code // 2]
        known = self.definite | self.invertible
        return letter.orthogonal or letter.name in known or letter.inverse_of in known

    def _strict(self, polynomial: TracePolynomial, key: Monomial) -> bool:
        word, closed, powers = key
        alphabet = polynomial.alphabet
        known = self._positive(polynomial)
        letters = {code for part in (word, *closed) for code in part}
        return (
            all(power == 0 or name in known for name, power in zip(alphabet.scalars, powers, strict=True))
            and all(self._is_invertible(code, alphabet) for code in letters)
            and all(self._is_nonnegative_trace(trace_word, alphabet) for trace_word in closed)
            and self._term(polynomial, key)
        )


def signs(hypotheses: Iterable[Hypothesis]) -> Signs:
    """What hypotheses say of signs."""
    kinds = [(hypothesis.symbol, hypothesis.predicate) for hypothesis in hypotheses]

    def those(*predicates: Predicate) -> frozenset[str]:
        return frozenset(symbol for symbol, predicate in kinds if predicate in predicates)

    return Signs(
        definite=those(Predicate.POSITIVE_DEFINITE, Predicate.DIAGONAL),
        semidefinite=those(Predicate.POSITIVE_SEMIDEFINITE),
        positive=those(Predicate.POSITIVE, *INTEGERS),
        nonnegative=those(Predicate.NONNEGATIVE),
        invertible=those(Predicate.INVERTIBLE, Predicate.ORTHOGONAL),
        fixed=those(*INTEGERS, Predicate.DIAGONAL, Predicate.ORTHOGONAL),
        integers=those(*INTEGERS),
    )
