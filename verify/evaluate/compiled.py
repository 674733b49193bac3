"""A trace polynomial made ready for many evaluations: value and gradient in all entries, exactly and in float64.

Each trace is cut in two halves, tr(U V) = <U, V'>, and the halves are shared, as are the products of traces; the
gradient comes by going through the same products backwards, so it costs a few times the value.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property, reduce
from typing import TypeVar

import numpy as np
from flint import fmpq, fmpq_mat, fmpz, fmpz_mat

from proofs.algebra import words
from proofs.algebra.letters import Letter
from proofs.algebra.polynomial import TracePolynomial
from proofs.core.errors import InputError, LetterError, ShapeError
from verify.evaluate.numeric import Floats
from verify.evaluate.products import Places, Products, shared

Matrix = TypeVar("Matrix")


@dataclass(frozen=True)
class Compiled:
    """A scalar polynomial in square letters of one size: sum_k coefficients[k] * product of traces.

    `halves` are products of letters by code (two a letter, itself and its transpose); trace k is <left, right> of the
    halves `left[k]` and `right[k]`; `monomials` are products of traces, of the given degrees in the letters.
    """

    letters: tuple[Letter, ...]
    size: int
    halves: Products
    left: tuple[int, ...]
    right: tuple[int, ...]
    monomials: Products
    coefficients: tuple[fmpq, ...]
    degrees: tuple[int, ...]

    def exact(self, matrices: Mapping[str, fmpq_mat]) -> tuple[fmpq, dict[str, fmpq_mat]]:
        """Value and Frobenius gradient by every letter at rational matrices.

        Raises InputError for a letter without a value, or one that is not symmetric where the letter is, ShapeError
        for a matrix of the wrong size.
        """
        values = self._given(matrices)
        for letter, matrix in zip(self.letters, values, strict=True):
            if (matrix.nrows(), matrix.ncols()) != (self.size, self.size):
                raise ShapeError(f"{letter.name} must be {self.size} x {self.size}, got {matrix.nrows()} x "
                                 f"{matrix.ncols()}")  # fmt: skip
            if letter.symmetric and matrix != matrix.transpose():
                raise InputError(f"the value of {letter.name} must be symmetric")
        parts = [matrix.numer_denom() for matrix in values]
        bottom = reduce(lambda total, part: total.lcm(part[1]), parts, fmpz(1))
        integers = [part * (bottom // denominator) for part, denominator in parts]
        codes = [matrix for value in integers for matrix in (value, value.transpose())]
        value, slopes = self._integers(codes, [factor * bottom**power for factor, power in self._integer_terms])
        whole = fmpq(1) / (self._denominator * bottom**self._degree)
        gradient = {}
        for place, letter in enumerate(self.letters):
            total = fmpq_mat(slopes[2 * place] + slopes[2 * place + 1].transpose()) * (whole * bottom)
            gradient[letter.name] = (total + total.transpose()) / 2 if letter.symmetric else total
        return value * whole, gradient

    def _integers(self, codes: Sequence[fmpz_mat], terms: Sequence[fmpz]) -> tuple[fmpz, list[fmpz_mat]]:
        """Value and gradient by the matrices of all codes, with the given coefficients, all of it in integers."""
        size = self.size
        halves = [fmpz_mat(size, size, [int(i == j) for i in range(size) for j in range(size)])]
        for _, parent, code in self.halves.steps:
            halves.append(halves[parent] * codes[code])
        rows = [fmpz_mat(1, size**2, half.entries()) for half in halves]
        columns = [row.transpose() for row in rows]
        pairs = list(zip(self.left, self.right, strict=True))
        value, inner = self._integer_sum([(rows[a] * columns[b])[0, 0] for a, b in pairs], terms)
        back, slopes = [fmpz_mat(size, size) for _ in halves], [fmpz_mat(size, size) for _ in codes]
        for (a, b), slope in zip(pairs, inner, strict=True):
            back[a] += halves[b] * slope
            back[b] += halves[a] * slope
        for node, parent, code in reversed(self.halves.steps):
            slopes[code] += halves[parent].transpose() * back[node]
            if parent:
                back[parent] += back[node] * codes[code ^ 1]
        return value, slopes

    def _integer_sum(self, traces: Sequence[fmpz], terms: Sequence[fmpz]) -> tuple[fmpz, list[fmpz]]:
        products, back = [fmpz(1)], [fmpz(0)] * len(self.monomials)
        for _, parent, place in self.monomials.steps:
            products.append(products[parent] * traces[place])
        value = fmpz(0)
        for end, coefficient in zip(self.monomials.ends, terms, strict=True):
            value += coefficient * products[end]
            back[end] = coefficient
        slopes = [fmpz(0)] * len(traces)
        for node, parent, place in reversed(self.monomials.steps):
            slopes[place] += back[node] * products[parent]
            if parent:
                back[parent] += back[node] * traces[place]
        return value, slopes

    @cached_property
    def _degree(self) -> int:
        return max(self.degrees, default=0)

    @cached_property
    def _denominator(self) -> fmpz:
        return reduce(lambda total, value: total.lcm(value.q), self.coefficients, fmpz(1))

    @cached_property
    def _integer_terms(self) -> list[tuple[fmpz, int]]:
        """Numerators over the common denominator, and by how much each term falls short of the degree."""
        pairs = zip(self.coefficients, self.degrees, strict=True)
        return [(value.p * (self._denominator // value.q), self._degree - degree) for value, degree in pairs]

    def floats(self, matrices: Mapping[str, Floats]) -> tuple[float, dict[str, Floats]]:
        """The same in float64."""
        value, gradient = self.stacked(np.array(self._given(matrices), np.float64))
        return value, {letter.name: gradient[place] for place, letter in enumerate(self.letters)}

    def stacked(self, values: Floats) -> tuple[float, Floats]:
        """Value and gradient in float64, the letters in the order of `letters` along the first axis.

        Raises ShapeError unless the shape is (number of letters, size, size).
        """
        expected = (len(self.letters), self.size, self.size)
        if values.shape != expected:
            raise ShapeError(f"expected matrices of shape {expected}, got {values.shape}")
        codes = np.stack([values, values.transpose(0, 2, 1)], 1).reshape(-1, self.size, self.size)
        halves = np.empty((len(self.halves), self.size, self.size))
        halves[0] = np.eye(self.size)
        for level in self.halves.levels:
            halves[level.nodes] = halves[level.parents] @ codes[level.factors]
        (left, right), back = self._pairs, np.zeros_like(halves)
        value, slopes = self._float_sum((halves[left] * halves[right]).sum((1, 2)))
        np.add.at(back, left, slopes[:, None, None] * halves[right])
        np.add.at(back, right, slopes[:, None, None] * halves[left])
        return value, self._float_gradient(codes, halves, back)

    def _float_sum(self, traces: Floats) -> tuple[float, Floats]:
        products, back, slopes = np.ones(len(self.monomials)), np.zeros(len(self.monomials)), np.zeros(len(traces))
        for level in self.monomials.levels:
            products[level.nodes] = products[level.parents] * traces[level.factors]
        ends, coefficients = self._float_terms
        back[ends] = coefficients
        for level in reversed(self.monomials.levels):
            inner = back[level.nodes]
            slopes += np.bincount(level.factors, inner * products[level.parents], len(traces))
            back += np.bincount(level.parents, inner * traces[level.factors], len(back))
        return float(coefficients @ products[ends]), slopes

    def _float_gradient(self, codes: Floats, halves: Floats, back: Floats) -> Floats:
        slopes = np.zeros_like(codes)
        for level in reversed(self.halves.levels):
            inner = back[level.nodes]
            np.add.at(slopes, level.factors, halves[level.parents].transpose(0, 2, 1) @ inner)
            np.add.at(back, level.parents, inner @ codes[level.factors ^ 1])
        gradient: Floats = slopes[0::2] + slopes[1::2].transpose(0, 2, 1)
        for place, letter in enumerate(self.letters):
            if letter.symmetric:
                gradient[place] = (gradient[place] + gradient[place].T) / 2
        return gradient

    @cached_property
    def _pairs(self) -> tuple[Places, Places]:
        return np.array(self.left, np.intp), np.array(self.right, np.intp)

    @cached_property
    def _float_terms(self) -> tuple[Places, Floats]:
        numbers = [int(value.p) / int(value.q) for value in self.coefficients]
        return np.array(self.monomials.ends, np.intp), np.array(numbers, np.float64)

    def _given(self, matrices: Mapping[str, Matrix]) -> list[Matrix]:
        missing = [letter.name for letter in self.letters if letter.name not in matrices]
        if missing:
            raise InputError(f"no value is given for {', '.join(missing)}")
        return [matrices[letter.name] for letter in self.letters]


def compiled(polynomial: TracePolynomial, numbers: Mapping[str, fmpq]) -> Compiled:
    """The polynomial at given numbers for all its scalars, the dimensions among them.

    Raises ShapeError if it is not 1 x 1 or its letters are not square of one size, InputError for a scalar without a
    value, LetterError for a letter that is not free to vary (an inverse, an orthogonal one, a function of another).
    """
    letters, size = polynomial.letters, _size(polynomial, numbers)
    for letter in letters:
        if letter.inverse_of or letter.orthogonal or letter.depends_on:
            raise LetterError(f"{letter.name} is not free to vary; write the loss in letters that are")
    terms: dict[tuple[bytes, ...], fmpq] = {}
    for (_, closed, powers), coefficient in polynomial.terms.items():
        for name, power in zip(polynomial.alphabet.scalars, powers, strict=True):
            coefficient = coefficient * _number(name, numbers) ** power if power else coefficient
        terms[closed] = terms.get(closed, fmpq(0)) + coefficient
    traces = sorted({word for closed in terms for word in closed})
    code = {polynomial.alphabet.code[letter.name] + turned: 2 * place + turned for place, letter in
            enumerate(letters) for turned in (0, 1)}  # fmt: skip
    cut = [(len(word) + 1) // 2 for word in traces]
    starts = [word[:middle] for word, middle in zip(traces, cut, strict=True)]
    rests = [words.transpose(word[middle:], polynomial.alphabet) for word, middle in zip(traces, cut, strict=True)]
    halves = shared([[code[letter] for letter in half] for half in starts + rests])
    place = {word: k for k, word in enumerate(traces)}
    monomials = shared([[place[word] for word in closed] for closed in terms])
    count, degrees = len(traces), tuple(sum(map(len, closed)) for closed in terms)
    ends, coefficients = halves.ends, tuple(terms.values())
    return Compiled(letters, size, halves, ends[:count], ends[count:], monomials, coefficients, degrees)


def _size(polynomial: TracePolynomial, numbers: Mapping[str, fmpq]) -> int:
    if not polynomial.is_scalar:
        raise ShapeError(f"expected a 1 x 1 polynomial, got {polynomial.rows} x {polynomial.columns}")
    sizes = {size for letter in polynomial.letters for size in (letter.rows, letter.columns)}
    if len(sizes) != 1:
        raise ShapeError(f"expected square letters of one size, got the sizes {', '.join(sorted(sizes)) or 'none'}")
    return int(_number(sizes.pop(), numbers).p)


def _number(name: str, numbers: Mapping[str, fmpq]) -> fmpq:
    if name not in numbers:
        raise InputError(f"no value is given for {name}")
    return fmpq(numbers[name])
