"""How letters, scalars and identities are declared; each comes back as a trace polynomial."""

from dataclasses import replace

from flint import fmpq

from proofs.algebra.letters import NOTHING, UNIT, Alphabet, Letter
from proofs.algebra.polynomial import TracePolynomial
from proofs.algebra.terms import Rational, rational
from proofs.core.errors import LetterError, ShapeError


def as_polynomial(letter: Letter) -> TracePolynomial:
    """A letter as the polynomial that consists of it alone."""
    alphabet = Alphabet((letter,))
    key = bytes([alphabet.code[letter.name]]), (), (0,) * len(alphabet.scalars)
    return TracePolynomial(alphabet, (letter.rows, letter.columns), {key: fmpq(1)})


def matrix(name: str, rows: str, columns: str, *, latex: str = "") -> TracePolynomial:
    """A matrix without further properties, of the named sizes. Raises InputError for names that are none."""
    return as_polynomial(Letter(name, rows, columns, latex=latex))


def vector(name: str, size: str, *, latex: str = "") -> TracePolynomial:
    """A column, of shape (size, 1)."""
    return matrix(name, size, UNIT, latex=latex)


def symmetric(name: str, size: str, *, latex: str = "") -> TracePolynomial:
    """A symmetric matrix. Raises InputError for names that are none."""
    return as_polynomial(Letter(name, size, size, symmetric=True, latex=latex))


def orthogonal(name: str, size: str, *, latex: str = "") -> TracePolynomial:
    """An orthogonal matrix: U U' = U' U = I."""
    return as_polynomial(Letter(name, size, size, orthogonal=True, latex=latex))


def inverse(of: TracePolynomial) -> TracePolynomial:
    """The letter that is the inverse of a square letter; the two cancel wherever they meet."""
    letter = of.letter
    if letter.rows != letter.columns:
        raise ShapeError(f"only a square letter has an inverse, got {letter.name} of {letter.rows} x {letter.columns}")
    if letter.inverse_of or letter.orthogonal:
        raise LetterError(f"write the inverse of {letter.name} as the letter it is the inverse or transpose of")
    return as_polynomial(
        Letter(
            f"{letter.name}^-1",
            letter.rows,
            letter.columns,
            symmetric=letter.symmetric,
            inverse_of=letter.name,
            depends_on=letter.depends_on,
            latex=f"{letter.latex}^{{-1}}" if letter.latex else "",
        )
    )


def original(letter: TracePolynomial) -> TracePolynomial:
    """The letter of which this one is the inverse; the letter itself where it is no inverse."""
    found = letter.letter
    if not found.inverse_of:
        return letter
    depends_on, latex = found.depends_on - {found.inverse_of}, found.latex.removesuffix("^{-1}")
    return as_polynomial(replace(found, name=found.inverse_of, inverse_of="", depends_on=depends_on, latex=latex))


def scalar(name: str) -> TracePolynomial:
    """A commuting symbol; integer powers of it, negative ones too, are exponents of a monomial.

    Raises InputError for a name that is none.
    """
    alphabet = Alphabet((), (name,))
    return TracePolynomial(alphabet, (UNIT, UNIT), {(b"", (), (1,)): fmpq(1)})


def scalar_name(polynomial: TracePolynomial) -> str:
    """The name of the one scalar that this polynomial is.

    Raises LetterError if the polynomial is anything but a single scalar.
    """
    names = polynomial.scalars
    if len(names) != 1 or polynomial != scalar(names[0]):
        raise LetterError(f"expected a single scalar, got {polynomial}")
    return names[0]


def number(value: Rational) -> TracePolynomial:
    """A rational number as a polynomial."""
    exact = rational(value)
    return TracePolynomial(NOTHING, (UNIT, UNIT), {(b"", (), ()): exact} if exact else {})


def identity(size: str) -> TracePolynomial:
    """The identity matrix of the named size."""
    if size == UNIT:
        return number(1)
    alphabet = Alphabet((), (size,))
    return TracePolynomial(alphabet, (size, size), {(b"", (), (0,)): fmpq(1)})


def zero(rows: str, columns: str) -> TracePolynomial:
    """The zero matrix of the named sizes."""
    return TracePolynomial(Alphabet((), {rows, columns} - {UNIT}), (rows, columns), {})
