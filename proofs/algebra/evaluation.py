"""Exact value of a trace polynomial at rational matrices (python-flint)."""

from collections.abc import Mapping
from math import prod

from flint import fmpq, fmpq_mat

from proofs.algebra.letters import UNIT, Alphabet, Letter
from proofs.algebra.polynomial import TracePolynomial
from proofs.algebra.terms import rational
from proofs.core.errors import InputError, ShapeError

Values = Mapping[str, fmpq_mat]
Numbers = Mapping[str, fmpq]


def evaluate(polynomial: TracePolynomial, matrices: Values, numbers: Numbers) -> fmpq_mat:
    """The value at rational matrices by letter name and rational numbers by scalar name.

    Dimensions are among the numbers ("n", "d"). The inverse of a letter with a value need not be given. The result has
    the shape of the polynomial; `value` gives the entry of a 1 x 1 one. Raises InputError for a missing or unsuitable
    value, ShapeError for a matrix of the wrong size.
    """
    known = _with_inverses(polynomial, matrices)
    for letter in polynomial.letters:
        check_value(letter, known, numbers)
    scalars = [
        _number(name, numbers) if name in polynomial.scalars else fmpq(0) for name in polynomial.alphabet.scalars
    ]
    rows, columns = _size(polynomial.rows, numbers), _size(polynomial.columns, numbers)
    result = fmpq_mat(rows, columns)
    traces: dict[bytes, fmpq] = {}
    products: dict[bytes, fmpq_mat] = {}
    for (word, closed, powers), coefficient in polynomial.terms.items():
        factor = coefficient * prod(
            (base**power for base, power in zip(scalars, powers, strict=True) if power),
            start=fmpq(1),
        )
        for trace_word in closed:
            if trace_word not in traces:
                square = _product(trace_word, polynomial.alphabet, known, products)
                traces[trace_word] = sum((square[i, i] for i in range(square.nrows())), fmpq(0))
            factor *= traces[trace_word]
        result += factor * (_product(word, polynomial.alphabet, known, products) if word else _identity(rows))
    return result


def value(polynomial: TracePolynomial, matrices: Values, numbers: Numbers) -> fmpq:
    """The value of a 1 x 1 polynomial."""
    if not polynomial.is_scalar:
        raise ShapeError(f"expected a 1 x 1 polynomial, got {polynomial.rows} x {polynomial.columns}")
    return evaluate(polynomial, matrices, numbers)[0, 0]


def _product(word: bytes, alphabet: Alphabet, known: Values, products: dict[bytes, fmpq_mat]) -> fmpq_mat:
    if word not in products:
        last = known[alphabet.letters[word[-1] // 2].name]
        last = last.transpose() if word[-1] % 2 else last
        products[word] = last if len(word) == 1 else _product(word[:-1], alphabet, known, products) * last
    return products[word]


def _with_inverses(polynomial: TracePolynomial, matrices: Values) -> dict[str, fmpq_mat]:
    known = dict(matrices)
    for letter in polynomial.letters:
        if letter.name in known:
            continue
        if letter.inverse_of not in known:
            raise InputError(f"no value is given for the letter {letter.name} ({letter.rows} x {letter.columns})")
        original = known[letter.inverse_of]
        if original.nrows() != original.ncols():
            raise ShapeError(f"{letter.inverse_of} must be square, got {original.nrows()} x {original.ncols()}")
        if original.det() == 0:
            raise InputError(f"the value of {letter.inverse_of} is singular, but its inverse occurs")
        known[letter.name] = original.inv()
    return known


def check_value(letter: Letter, known: Values, numbers: Numbers) -> None:
    """Raise ShapeError or InputError unless the value of a letter has its sizes and its properties."""
    value = known[letter.name]
    rows, columns = _size(letter.rows, numbers), _size(letter.columns, numbers)
    if (value.nrows(), value.ncols()) != (rows, columns):
        raise ShapeError(f"{letter.name} must be {rows} x {columns}, got {value.nrows()} x {value.ncols()}")
    if letter.symmetric and value != value.transpose():
        raise InputError(f"the value of {letter.name} must be symmetric")
    if letter.orthogonal and value * value.transpose() != _identity(rows):
        raise InputError(f"the value of {letter.name} must be orthogonal")
    original = known.get(letter.inverse_of)
    if original is not None and value * original != _identity(rows):
        raise InputError(f"the value of {letter.name} is not the inverse of that of {letter.inverse_of}")


def _number(name: str, numbers: Numbers) -> fmpq:
    if name not in numbers:
        raise InputError(f"no value is given for the scalar {name}")
    return rational(numbers[name])


def _size(size: str, numbers: Numbers) -> int:
    if size == UNIT:
        return 1
    number = _number(size, numbers)
    if number.q != 1 or number < 1:
        raise InputError(f"the dimension {size} must be a positive integer, got {number}")
    return int(number.p)


def _identity(size: int) -> fmpq_mat:
    return fmpq_mat(size, size, [int(i == j) for i in range(size) for j in range(size)])
