"""The value of a trace polynomial at matrices and numbers that a user gives: everything is checked first."""

from collections.abc import Mapping

from flint import fmpq, fmpq_mat

from proofs.algebra.conditions import conditions_of, known_by
from proofs.algebra.evaluation import Numbers, Values, check_value
from proofs.algebra.evaluation import evaluate as evaluated
from proofs.algebra.expected import check_polynomial
from proofs.algebra.letters import UNIT
from proofs.algebra.polynomial import TracePolynomial
from proofs.algebra.terms import Rational, rational
from proofs.core.arguments import LONGEST, came, check_kind
from proofs.core.errors import InputError

MATRIX = "write {'Sigma': fmpq_mat(2, 2, [2, 0, 0, 1])} with flint's exact numbers"
NUMBER = "write {'n': 20, 'sigma2': Fraction(1, 3)} with exact numbers"


def evaluate(
    polynomial: TracePolynomial, matrices: Mapping[str, fmpq_mat], numbers: Mapping[str, Rational]
) -> fmpq_mat:
    """The exact value at rational matrices by letter name and rational numbers by scalar name.

    Sizes are among the numbers ("n", "d"). The inverse of a letter with a value need not be given. The result has the
    shape of the polynomial, 1 x 1 for a scalar.

    Raises InputError for a value that is missing, is no exact number or matrix, or cannot be: a size that is no integer
    >= 1, a symmetric or orthogonal letter whose value is not so, an inverse of a singular matrix, and what the laws
    behind a mean exclude (a negative variance, a covariance that is not positive semidefinite). Raises ShapeError for a
    matrix of another size.
    """
    check_polynomial("polynomial", polynomial)
    given, known = _matrices(matrices), _numbers(numbers)
    _check_letters(polynomial, given, known)
    _check_divisors(polynomial, known)
    _check_conditions(polynomial, given, known)
    _check_inverses(polynomial, given)
    return evaluated(polynomial, given, known)


def _check_letters(polynomial: TracePolynomial, given: Values, known: Numbers) -> None:
    """Also of letters that were averaged away: their values still have to fit the others."""
    for letter in polynomial.alphabet.letters:
        sizes = {letter.rows, letter.columns} - {UNIT}
        for size in sizes & known.keys():
            _check_size(size, known[size])
        if letter.name in given and sizes <= known.keys():
            check_value(letter, given, known)


def _check_size(name: str, number: fmpq) -> None:
    if number.q != 1 or number < 1:
        raise InputError(f"numbers: {name}: expected an integer >= 1, for it is a size, got {number}; e.g. 2")


def _check_divisors(polynomial: TracePolynomial, known: Numbers) -> None:
    names = polynomial.alphabet.scalars
    for _, _, powers in polynomial.terms:
        for name, power in zip(names, powers, strict=True):
            if power < 0 and known.get(name) == 0:
                raise InputError(
                    f"numbers: {name}: expected a number other than 0, for it is divided by, got 0; e.g. 1"
                )


def _check_conditions(polynomial: TracePolynomial, given: Values, known: Numbers) -> None:
    found = _with_originals(polynomial, given)
    for condition in conditions_of(polynomial):
        if known_by(condition, found, known):
            value = evaluated(condition.of, found, known)
            if not condition.holds(value):
                raise InputError(
                    f"{condition.says}: expected {condition.of} to be {condition.must_be.value}, got {_shown(value)}; "
                    f"no law has such values"
                )


def _check_inverses(polynomial: TracePolynomial, given: Values) -> None:
    """Also of inverses that cancelled: at a singular matrix there was nothing to cancel."""
    for letter in polynomial.alphabet.letters:
        original = given.get(letter.inverse_of)
        if original is not None and original.nrows() == original.ncols() and original.det() == 0:
            raise InputError(f"the value of {letter.inverse_of} is singular, but its inverse occurs, if only to cancel")


def _with_originals(polynomial: TracePolynomial, given: Values) -> Values:
    """The values, with those of letters of which only the inverse is given."""
    inverses = {x.inverse_of: given[x.name] for x in polynomial.letters if x.inverse_of and x.name in given}
    return {name: value.inv() for name, value in inverses.items() if value.det() != 0} | dict(given)


def _shown(value: fmpq_mat) -> str:
    rows = [[str(entry) for entry in row] for row in value.tolist()]
    text = rows[0][0] if len(rows) == len(rows[0]) == 1 else "[" + "; ".join(map(" ".join, rows)) + "]"
    return text if len(text) <= LONGEST else f"{text[:LONGEST]}..."


def _matrices(matrices: Mapping[str, fmpq_mat]) -> dict[str, fmpq_mat]:
    check_kind("matrices", matrices, Mapping, "a dict from names of letters to matrices", MATRIX)
    for name, matrix in matrices.items():
        check_kind("matrices", name, str, "names of letters", "e.g. {'Sigma': fmpq_mat(...)}")
        check_kind(f"matrices: {name}", matrix, fmpq_mat, "a matrix of exact numbers", MATRIX)
    return dict(matrices)


def _numbers(numbers: Mapping[str, Rational]) -> dict[str, fmpq]:
    check_kind("numbers", numbers, Mapping, "a dict from names of scalars to exact numbers", NUMBER)
    for name, number in numbers.items():
        check_kind("numbers", name, str, "names of scalars", "e.g. {'n': 20, 'd': 2}")
        check_kind(f"numbers: {name}", number, Rational, "an exact number", NUMBER)
        if isinstance(number, bool):
            raise InputError(f"numbers: {name}: expected an exact number, got {came(number)}; {NUMBER}")
    return {name: rational(number) for name, number in numbers.items()}
