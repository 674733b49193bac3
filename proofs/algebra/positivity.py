"""Which polynomials are visibly nonnegative, given which letters and scalars are.

An open word is positive semidefinite when it reads v P v' with P a positive letter or nothing. A closed word is
nonnegative when some rotation of it is a product of two such words: the trace of a product of two positive
semidefinite matrices is nonnegative. A polynomial is a sum of words times coefficients in scalars; it is nonnegative
when each word is and each coefficient is. A coefficient is when each of its terms is, or when so is the polynomial with
n' + 1 in the place of each integer n >= 1, n' >= 0.
"""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace

from flint import fmpq

from proofs.algebra import words
from proofs.algebra.letters import UNIT, Alphabet
from proofs.algebra.polynomial import TracePolynomial
from proofs.algebra.shift import below, shifted
from proofs.algebra.substitution import substitute
from proofs.algebra.symbols import scalar
from proofs.algebra.terms import Monomial, Terms
from proofs.core.statement import INTEGERS, Hypothesis, Predicate


@dataclass(frozen=True)
class Signs:
    """What the hypotheses say of letters (positive definite, semidefinite, invertible) and of scalars.

    Letters may be diagonal, and diagonal with fourth moments for the second moments Sigma. Dimensions count as
    positive; `fixed` symbols can stand for nothing else; `integers` are scalars that are >= 1, those `above` are at
    least d + 2, and `bounded` are further bounds on them; `from_one` are other scalars >= 1, and `elliptical` are those
    >= d / (d + 2). Letters may be assumed `symmetric`. The inverse of a positive
    definite letter is positive definite.
    """

    definite: frozenset[str] = frozenset()
    semidefinite: frozenset[str] = frozenset()
    positive: frozenset[str] = frozenset()
    nonnegative: frozenset[str] = frozenset()
    invertible: frozenset[str] = frozenset()
    fixed: frozenset[str] = frozenset()
    integers: frozenset[str] = frozenset()
    diagonal: frozenset[str] = frozenset()
    fourth: frozenset[str] = frozenset()
    above: frozenset[str] = frozenset()
    from_one: frozenset[str] = frozenset()
    elliptical: frozenset[str] = frozenset()
    symmetric: frozenset[str] = frozenset()
    orthogonal: frozenset[str] = frozenset()
    bounded: frozenset[tuple[str, Predicate]] = frozenset()

    @property
    def assumed(self) -> frozenset[str]:
        """The symbols of which more is assumed than that they are symmetric."""
        signed = self.definite | self.semidefinite | self.positive | self.nonnegative
        return signed | self.invertible | self.fixed

    def restricted(self, symbols: Sequence[TracePolynomial]) -> set[str]:
        """The names among symbols of which something is assumed that their letters do not say."""
        letters = {letter.name: letter.symmetric for symbol in symbols for letter in symbol.letters}
        unsaid = {name for name, symmetric in letters.items() if name in self.symmetric and not symmetric}
        names = letters.keys() | {name for symbol in symbols for name in symbol.scalars}
        return unsaid | (names & self.assumed)

    def not_below(self, size: str) -> frozenset[str]:
        """A size, and the integers that are at least as large by hypothesis, which speaks of d only."""
        least = (Predicate.AT_LEAST_D, Predicate.ABOVE_D)
        above = {name for name, predicate in self.bounded if predicate in least} if size == "d" else set()
        return frozenset({size} | above)

    def is_nonnegative(self, polynomial: TracePolynomial) -> bool:
        """Whether every word and its coefficient are nonnegative (positive semidefinite), so that the sum is."""
        known = self._with_sizes(polynomial)
        return all(known._is_nonnegative_part(word, factor) for word, factor in collected(polynomial))

    def is_definite(self, polynomial: TracePolynomial) -> bool:
        """Whether the sum is positive (definite): nonnegative with at least one strictly positive part.

        A nonnegative part of a positive coefficient and invertible letters only is strictly positive, for such words
        are positive definite and the trace of a product of two of them is positive; a square of any other trace may
        be 0.
        """
        known = self._with_sizes(polynomial)
        strict = any(known._is_definite_part(word, factor) for word, factor in collected(polynomial))
        return strict and self.is_nonnegative(polynomial)

    def _with_sizes(self, polynomial: TracePolynomial) -> "Signs":
        sizes = {size for letter in polynomial.letters for size in (letter.rows, letter.columns)}
        return replace(self, positive=self.positive | sizes)

    def _is_nonnegative_part(self, form: TracePolynomial, coefficient: TracePolynomial) -> bool:
        (key,) = form.terms
        return self._form(form, key) and self._is_nonnegative_scalar(coefficient)

    def _is_definite_part(self, form: TracePolynomial, coefficient: TracePolynomial) -> bool:
        (key,) = form.terms
        return self._is_strict(form, key) and self._is_positive_scalar(coefficient)

    def _is_nonnegative_scalar(self, coefficient: TracePolynomial) -> bool:
        if all(value > 0 and self._scalars(coefficient, powers) for (_, _, powers), value in coefficient.terms.items()):
            return True
        lowered, raised = self._from_one(coefficient)
        return lowered is not self and lowered._is_nonnegative_scalar(raised)

    def _is_positive_scalar(self, coefficient: TracePolynomial) -> bool:
        """A nonnegative sum with a term of positive scalars; shifted to n - 1 only where it is not so as it stands."""
        terms = coefficient.terms.items()
        if all(value > 0 and self._scalars(coefficient, powers) for (_, _, powers), value in terms):
            return any(self._is_product_of_positive(coefficient, powers) for _, _, powers in coefficient.terms)
        lowered, raised = self._from_one(coefficient)
        return lowered is not self and lowered._is_positive_scalar(raised)

    def _from_one(self, coefficient: TracePolynomial) -> tuple["Signs", TracePolynomial]:
        """The coefficient in n' = n - 1 for n >= 1 (n - 2 for n >= 2), n' = n - d - 2 for n above d; signs of n'."""
        if self.above & set(coefficient.scalars):
            return self._from_above(coefficient)
        least = self.integers | self.from_one
        if not least & set(coefficient.scalars):
            return self, coefficient
        for name in sorted(least):
            for _ in range(2 if (name, Predicate.AT_LEAST_TWO) in self.bounded else 1):
                coefficient = shifted(coefficient, name)
        known = replace(self, positive=self.positive - least, nonnegative=self.nonnegative | least)
        return replace(known, integers=frozenset(), from_one=frozenset()), coefficient

    def _from_above(self, coefficient: TracePolynomial) -> tuple["Signs", TracePolynomial]:
        for name in sorted(self.above & set(coefficient.scalars)):
            power = below(coefficient, name)
            cleared = coefficient * scalar(name) ** power if power else coefficient
            coefficient = substitute(cleared, {scalar(name): scalar(name) + scalar("d") + 2})
        known = replace(self, positive=self.positive - self.above, nonnegative=self.nonnegative | self.above)
        return replace(known, integers=self.integers - self.above, above=frozenset()), coefficient

    def _form(self, form: TracePolynomial, key: Monomial) -> bool:
        word, closed, _ = key
        alphabet = form.alphabet
        return self._traces(closed, alphabet) and (not word or self._is_semidefinite(word, alphabet))

    def _scalars(self, coefficient: TracePolynomial, powers: tuple[int, ...]) -> bool:
        return all(
            power % 2 == 0 or name in self.positive or (name in self.nonnegative and power > 0)
            for name, power in zip(coefficient.alphabet.scalars, powers, strict=True)
        )

    def _is_product_of_positive(self, coefficient: TracePolynomial, powers: tuple[int, ...]) -> bool:
        names = zip(coefficient.alphabet.scalars, powers, strict=True)
        return all(power == 0 or name in self.positive for name, power in names)

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

    def _is_strict(self, form: TracePolynomial, key: Monomial) -> bool:
        word, closed, _ = key
        alphabet = form.alphabet
        letters = {code for part in (word, *closed) for code in part}
        return (
            all(self._is_invertible(code, alphabet) for code in letters)
            and all(self._is_nonnegative_trace(trace_word, alphabet) for trace_word in closed)
            and self._form(form, key)
        )


def collected(polynomial: TracePolynomial) -> list[tuple[TracePolynomial, TracePolynomial]]:
    """The words of a polynomial, open and closed together, each with its coefficient, a polynomial in scalars."""
    alphabet = polynomial.alphabet
    nothing = (0,) * len(alphabet.scalars)
    factors: dict[tuple[bytes, tuple[bytes, ...]], Terms] = {}
    for (word, closed, powers), value in polynomial.terms.items():
        factors.setdefault((word, closed), {})[b"", (), powers] = value
    return [
        (
            TracePolynomial(alphabet, polynomial.shape, {(word, closed, nothing): fmpq(1)}),
            TracePolynomial(alphabet, (UNIT, UNIT), factor),
        )
        for (word, closed), factor in factors.items()
    ]


def signs(hypotheses: Iterable[Hypothesis]) -> Signs:
    """What hypotheses say of signs, those on one symbol together: semidefinite and invertible is definite."""
    kinds = [(hypothesis.symbol, hypothesis.predicate) for hypothesis in hypotheses]

    def those(*predicates: Predicate) -> frozenset[str]:
        return frozenset(symbol for symbol, predicate in kinds if predicate in predicates)

    semidefinite = those(Predicate.POSITIVE_SEMIDEFINITE, Predicate.FOURTH_MOMENTS)
    invertible = those(Predicate.INVERTIBLE, Predicate.ORTHOGONAL)
    return Signs(
        definite=those(Predicate.POSITIVE_DEFINITE, Predicate.DIAGONAL) | (semidefinite & invertible),
        semidefinite=semidefinite,
        positive=those(Predicate.POSITIVE, Predicate.AT_LEAST_ONE, Predicate.ELLIPTICAL, *INTEGERS),
        nonnegative=those(Predicate.NONNEGATIVE),
        invertible=invertible,
        fixed=those(*INTEGERS, Predicate.DIAGONAL, Predicate.FOURTH_MOMENTS, Predicate.ORTHOGONAL),
        integers=those(*INTEGERS),
        diagonal=those(Predicate.DIAGONAL, Predicate.FOURTH_MOMENTS),
        fourth=those(Predicate.FOURTH_MOMENTS),
        above=those(Predicate.ABOVE_D),
        from_one=those(Predicate.AT_LEAST_ONE),
        elliptical=those(Predicate.ELLIPTICAL),
        symmetric=those(Predicate.SYMMETRIC),
        orthogonal=those(Predicate.ORTHOGONAL),
        bounded=frozenset(kind for kind in kinds if kind[1] in INTEGERS),
    )
