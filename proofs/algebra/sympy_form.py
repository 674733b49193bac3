"""Trace polynomials as sympy expressions: MatrixSymbol products of symbolic size, or explicit matrices."""

from collections.abc import Mapping

import sympy as sp

from proofs.algebra.letters import UNIT, Alphabet, Letter
from proofs.algebra.polynomial import TracePolynomial
from proofs.core.errors import InputError


def to_sympy(polynomial: TracePolynomial) -> sp.Expr:
    """The polynomial over `MatrixSymbol`s of symbolic size; a 1 x 1 one is a scalar expression in traces."""
    alphabet = polynomial.alphabet
    scalar_sum: sp.Expr = sp.Integer(0)
    matrix_terms = []
    for (word, closed, powers), value in polynomial.terms.items():
        factor = _factor(alphabet, powers, sp.Rational(int(value.p), int(value.q)))
        for trace_word in closed:
            product = _symbols(trace_word, alphabet)
            factor *= product[0, 0] if alphabet.row_sizes[trace_word[0]] == UNIT else sp.Trace(product)
        if polynomial.is_scalar:
            scalar_sum += factor
        else:
            matrix_terms.append(factor * (_symbols(word, alphabet) if word else sp.Identity(_size(polynomial.rows))))
    if polynomial.is_scalar:
        return scalar_sum
    zero = sp.ZeroMatrix(_size(polynomial.rows), _size(polynomial.columns))
    return sp.MatAdd(*matrix_terms) if matrix_terms else zero


def entrywise(polynomial: TracePolynomial, sizes: Mapping[str, int]) -> sp.Matrix:
    """The polynomial at given dimensions, in the entries a_ij of its letters, as an explicit matrix.

    A symmetric letter has entries a_ij with i <= j; the entries of an inverse are those of the inverse matrix.
    Raises InputError if a dimension is missing.
    """
    shapes = [polynomial.shape, *((letter.rows, letter.columns) for letter in polynomial.letters)]
    missing = {size for shape in shapes for size in shape} - {UNIT} - sizes.keys()
    if missing:
        raise InputError(f"no value is given for the dimension {min(missing)}")
    alphabet = polynomial.alphabet
    result = sp.zeros(_number(polynomial.rows, sizes), _number(polynomial.columns, sizes))
    at = {sp.Symbol(name): size for name, size in sizes.items()}
    matrices = {letter.name: explicit(letter, sizes) for letter in polynomial.letters}
    for (word, closed, powers), value in polynomial.terms.items():
        factor = _factor(alphabet, powers, sp.Rational(int(value.p), int(value.q))).subs(at)
        for trace_word in closed:
            factor *= _explicit_word(trace_word, alphabet, matrices).trace()
        result += factor * (_explicit_word(word, alphabet, matrices) if word else sp.eye(result.rows))
    return result.applyfunc(sp.expand)


def explicit(letter: Letter, sizes: Mapping[str, int]) -> sp.Matrix:
    """The entries of a letter at given dimensions."""
    if letter.inverse_of:
        original = Letter(letter.inverse_of, letter.rows, letter.columns, letter.symmetric)
        return explicit(original, sizes).inv()

    def entry(i: int, j: int) -> sp.Symbol:
        row, column = (min(i, j), max(i, j)) if letter.symmetric else (i, j)
        return sp.Symbol(f"{letter.name}_{row + 1}{column + 1}")

    return sp.Matrix(_number(letter.rows, sizes), _number(letter.columns, sizes), entry)


def _factor(alphabet: Alphabet, powers: tuple[int, ...], value: sp.Expr) -> sp.Expr:
    for name, power in zip(alphabet.scalars, powers, strict=True):
        value *= sp.Symbol(name) ** power
    return value


def _symbols(word: bytes, alphabet: Alphabet) -> sp.MatrixExpr:
    factors = []
    for code in word:
        letter = alphabet.letters[code // 2]
        name = letter.inverse_of or letter.name
        factor: sp.MatrixExpr = sp.MatrixSymbol(name, _size(letter.rows), _size(letter.columns))
        factor = sp.Inverse(factor) if letter.inverse_of else factor
        factors.append(sp.Transpose(factor) if code % 2 else factor)
    return sp.MatMul(*factors) if len(factors) > 1 else factors[0]


def _explicit_word(word: bytes, alphabet: Alphabet, matrices: Mapping[str, sp.Matrix]) -> sp.Matrix:
    factors = [
        matrices[alphabet.letters[code // 2].name].T if code % 2 else matrices[alphabet.letters[code // 2].name]
        for code in word
    ]
    result = factors[0]
    for factor in factors[1:]:
        result = result * factor
    return result


def _size(name: str) -> sp.Expr:
    return sp.Integer(1) if name == UNIT else sp.Symbol(name, integer=True, positive=True)


def _number(name: str, sizes: Mapping[str, int]) -> int:
    return 1 if name == UNIT else sizes[name]
