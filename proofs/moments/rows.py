"""Means over independent rows of a law that is known by its moments up to order four.

For centred independent rows a moment of order four is the sum over pairings, as in the Gaussian case, plus the fourth
cumulant of one row, which counts only where all four letters have the same row: E p(X) = E p(G) + n C(p_4(x)). Here G
is Gaussian of the same second moments, p_4 the part of degree four of p with x x' in the place of each X'X, and C the
fourth cumulant: fourth moments less pairings.
"""

from proofs.algebra.polynomial import TracePolynomial, total, trace
from proofs.algebra.substitution import Relation, rewrite
from proofs.algebra.symbols import identity, scalar, vector, zero
from proofs.algebra.terms import Monomial
from proofs.core.errors import LetterError
from proofs.core.names import INTERNAL
from proofs.moments.gaussian import averaged
from proofs.moments.laws import Elliptical, Gaussian, Independent, Rows

ROW = f"{INTERNAL}x"
FACTORS = 4


def rows_expectation(polynomial: TracePolynomial, law: Rows) -> TracePolynomial:
    """E of a polynomial over the rows; every other letter is held fixed.

    Raises LetterError where the moments up to order four do not say the mean: degree above four or odd, rows that meet
    anything but each other, an excess without a name; DependenceError if a letter depends on the rows.
    """
    mean = averaged(polynomial, (law.normal,))
    fourth = _fourth_part(polynomial, law)
    if not fourth.terms:
        return mean
    if law.is_vector:
        return mean + _cumulant(fourth, law.variable, law)
    row, X = vector(ROW, law.size), law.variable
    single = rewrite(fourth, Relation(X.T @ X, row @ row.T))
    if any(letter.name == law.name for letter in single.letters):
        raise LetterError(
            f"a mean of degree four over the rows of {law.name} is known only where {law.name} occurs as "
            f"{law.name}'{law.name}, got {fourth}"
        )
    return mean + scalar(X.rows) * _cumulant(single, row, law)


def fourth_moment(law: Rows, at: TracePolynomial | None) -> TracePolynomial:
    """E x x' B x x' for one row x, B = `at` (None: the identity)."""
    x = vector(ROW, law.size)
    between = identity(law.size) if at is None else at
    return rows_expectation(x @ x.T @ between @ x @ x.T, Rows(x, law.covariance, law.kind))


def _fourth_part(polynomial: TracePolynomial, law: Rows) -> TracePolynomial:
    kept = {}
    for key, value in polynomial.terms.items():
        degree = _degree(key, polynomial, law.name)
        if degree % 2 or degree > FACTORS:
            raise LetterError(
                f"the mean over {law.name} needs its moments of order {degree}: known are the second and the fourth"
            )
        if degree == FACTORS:
            kept[key] = value
    return TracePolynomial(polynomial.alphabet, polynomial.shape, kept)


def _degree(key: Monomial, polynomial: TracePolynomial, name: str) -> int:
    word, closed, _ = key
    letters = polynomial.alphabet.letters
    return sum(letters[code // 2].name == name for part in (word, *closed) for code in part)


def _cumulant(polynomial: TracePolynomial, row: TracePolynomial, law: Rows) -> TracePolynomial:
    """The fourth cumulant of one row, for a polynomial that is of degree four in it in every term."""
    if isinstance(law.kind, Elliptical):
        return (law.kind.kappa - 1) * averaged(polynomial, (Gaussian(row, row_covariance=law.covariance),))
    excess = Gaussian(row, row_covariance=law.kind.excess)
    parts = [averaged(_without_form(polynomial, key, row, law.kind), (excess,)) for key in polynomial.terms]
    return total([zero(*polynomial.shape), *parts])


def _without_form(
    polynomial: TracePolynomial, key: Monomial, row: TracePolynomial, kind: Independent
) -> TracePolynomial:
    """One term without a factor x' at x.

    With sum_i k_i e_i e_i e_i e_i for the cumulant, sum_i k_i at_ii e_i e_i' = excess is left for the other two x,
    which are averaged as if it were their covariance.
    """
    at = identity(row.rows) if kind.at is None else kind.at
    form = trace(row.T @ at @ row).over(polynomial.alphabet.union(row.alphabet).union(at.alphabet))
    ((_, (sought,), _),) = form.terms
    single = TracePolynomial(polynomial.alphabet, polynomial.shape, {key: polynomial.terms[key]})
    ((word, closed, powers),) = single.over(form.alphabet).terms
    if sought not in closed:
        raise LetterError(
            f"independent coordinates: a term of degree four needs the factor x'Bx with B = {at}, whose excess is "
            f"{kind.excess}; there is none"
        )
    place = closed.index(sought)
    rest = word, closed[:place] + closed[place + 1 :], powers
    return TracePolynomial(form.alphabet, polynomial.shape, {rest: polynomial.terms[key]})
