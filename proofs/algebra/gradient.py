"""Derivatives of a scalar trace polynomial with respect to a letter (Frobenius gradient) or a scalar."""

from proofs.algebra import words
from proofs.algebra.expected import check_polynomial
from proofs.algebra.letters import Letter
from proofs.algebra.polynomial import TracePolynomial, total
from proofs.algebra.symbols import as_polynomial, scalar_name, zero
from proofs.algebra.terms import Terms, collect
from proofs.core.errors import LetterError, ShapeError


def gradient(polynomial: TracePolynomial, by: TracePolynomial) -> TracePolynomial:
    """The matrix G with d f = tr(G' dA) for a letter A, of the shape of A.

    tr(A R) gives R'. For a symmetric letter the gradient is taken within the symmetric matrices, (R + R') / 2. Where
    A stands as its inverse, tr(A^-1 R) gives -(A^-1 R A^-1)'. Raises InputError for arguments of another kind,
    ShapeError if f is not 1 x 1, LetterError if another letter depends on A or A is orthogonal (not free to vary).
    """
    check_polynomial("polynomial", polynomial)
    check_polynomial("by", by)
    if by.is_scalar and not by.letters:
        raise ShapeError(f"by: expected a letter, got the scalar {by}; take proofs.algebra.gradient.derivative")
    letter = by.letter
    polynomial = polynomial.over(polynomial.alphabet.union(by.alphabet))
    if not polynomial.is_scalar:
        raise ShapeError(f"only a 1 x 1 polynomial has a gradient, got {polynomial.rows} x {polynomial.columns}")
    if letter.orthogonal:
        raise LetterError(f"{letter.name} is orthogonal: the gradient is over all matrices, or the symmetric ones")
    inverses = [x for x in polynomial.letters if letter.name == x.inverse_of or x.name == letter.inverse_of]
    for other in polynomial.letters:
        if other.depends_on & {letter.name, letter.inverse_of} and other not in (letter, *inverses):
            raise LetterError(f"{other.name} depends on {letter.name} in a way the gradient does not know")
    parts = [_plain_gradient(polynomial, letter)]
    for other in inverses:
        inverse = as_polynomial(other)
        parts.append(-(inverse.T @ _plain_gradient(polynomial, other) @ inverse.T))
    result = total(parts)
    return (result + result.T) / 2 if letter.symmetric else result


def derivative(polynomial: TracePolynomial, by: TracePolynomial) -> TracePolynomial:
    """The partial derivative with respect to a scalar, of the shape of the polynomial.

    Raises LetterError for anything but a single scalar.
    """
    name = scalar_name(by)
    alphabet = polynomial.alphabet
    if name not in alphabet.scalars:
        return zero(*polynomial.shape)
    place = alphabet.place(name)
    terms: Terms = {}
    for (word, closed, powers), value in polynomial.terms.items():
        if powers[place]:
            lowered = (*powers[:place], powers[place] - 1, *powers[place + 1 :])
            collect(terms, {(word, closed, lowered): value * powers[place]})
    return TracePolynomial(alphabet, polynomial.shape, terms)


def _plain_gradient(polynomial: TracePolynomial, letter: Letter) -> TracePolynomial:
    if letter not in polynomial.letters:
        return zero(letter.rows, letter.columns)
    alphabet = polynomial.alphabet
    code = alphabet.code[letter.name]
    terms: Terms = {}
    for (_, closed, powers), value in polynomial.terms.items():
        for place, word in enumerate(closed):
            others = closed[:place] + closed[place + 1 :]
            for rest in _rests(word, code, alphabet.flips[code] != code, polynomial):
                inside, cut = words.open_word(rest, alphabet)
                collect(terms, {(inside, tuple(sorted(others + cut)), powers): value})
    return TracePolynomial(alphabet, (letter.rows, letter.columns), terms)


def _rests(word: bytes, code: int, has_transpose: bool, polynomial: TracePolynomial) -> list[bytes]:
    """R' for each occurrence tr(A R), R for each occurrence tr(A' R)."""
    found = []
    for place, here in enumerate(word):
        rest = word[place + 1 :] + word[:place]
        if here == code:
            found.append(words.transpose(rest, polynomial.alphabet))
        elif has_transpose and here == code + 1:
            found.append(rest)
    return found
