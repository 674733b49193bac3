"""What must hold before rows of given moments are averaged, and what their fourth moments are known to be."""

from collections.abc import Iterator

from proofs.algebra.abbreviation import polynomial, unfold
from proofs.algebra.polynomial import TracePolynomial
from proofs.algebra.positivity import Signs
from proofs.algebra.symbols import identity, scalar
from proofs.core.claims import Claim
from proofs.core.derivation import Definition, DiagonalPart
from proofs.core.proof import Line
from proofs.moments.dependence import laws, names_of, value_of
from proofs.moments.laws import Elliptical, Independent, Rows, excess
from proofs.moments.rows import fourth_moment

SECOND = "Sigma"
DIMENSION = "d"
"""The dimension that hypotheses on kappa speak of."""
CUMULANT = "fourth cumulant of a row"
CUMULANT_REFERENCE = "cumulants of independent sums add (McCullagh 1987, 2.3): pairings, and n times that of one row"
ELLIPTICAL = "elliptical law"
ELLIPTICAL_REFERENCE = "kappa times the Gaussian fourth moments (Muirhead 1982, 1.5); E |x|^4 >= (E |x|^2)^2"
INDEPENDENT = "independent coordinates"
INDEPENDENT_REFERENCE = "E x_a x_b x_c x_d vanishes unless indices pair up; all equal, m4_a - 3 m2_a^2 is left"


def row_lines(law: Rows, claim: Claim, signs: Signs) -> Iterator[Line]:
    """What the law of rows takes for granted, beyond a covariance."""
    second = "the identity" if law.covariance is None else law.covariance
    yield Line(f"{law.name} has independent centred rows, E x x' = {second}", CUMULANT, CUMULANT_REFERENCE, holds=True)
    kind = law.kind
    if isinstance(kind, Elliptical):
        says = f"{kind.kappa} >= {law.size} / ({law.size} + 2)"
        holds = _is_elliptical(law, kind, claim, signs)
        lacks = "" if holds else "no hypothesis says so (Predicate.ELLIPTICAL), and no definition shows it"
        yield Line(says, ELLIPTICAL, ELLIPTICAL_REFERENCE, holds, lacks=lacks)
        return
    diagonal = [kind.fourth] if law.covariance is None else [law.covariance, kind.fourth]
    for matrix in diagonal:
        holds = is_diagonal(unfold(matrix, claim.abbreviations), signs)
        yield Line(f"{matrix} is diagonal", INDEPENDENT, INDEPENDENT_REFERENCE, holds)
    yield Line(
        f"{kind.fourth} is at least the square of {second}",
        INDEPENDENT,
        INDEPENDENT_REFERENCE,
        _has_fourth_moments(law, kind, claim, signs),
    )
    says = f"{kind.excess} is the diagonal part of {excess(law, kind)}"
    yield Line(says, INDEPENDENT, INDEPENDENT_REFERENCE, _is_excess(law, kind, claim, signs))


def _is_elliptical(law: Rows, kind: Elliptical, claim: Claim, signs: Signs) -> bool:
    """Whether kappa is as large as it is for a law, by hypothesis or because its definition shows it.

    With x = Sigma^(1/2) z, E |z|^4 = kappa d (d + 2) and (E |z|^2)^2 = d^2.
    """
    value, d = unfold(kind.kappa, claim.abbreviations), scalar(law.size)
    if law.size == DIMENSION and set(value.scalars) & signs.elliptical and value == scalar(value.scalars[0]):
        return True
    return signs.is_nonnegative((d + 2) * value - d)


def _has_fourth_moments(law: Rows, kind: Independent, claim: Claim, signs: Signs) -> bool:
    """Whether fourth >= Sigma^2, by hypothesis on Sigma itself or because definitions show it."""
    covariance = law.covariance
    if covariance is not None and covariance.letter.name == SECOND and kind.fourth.letter.name in signs.fourth:
        return True
    Sigma = identity(law.size) if covariance is None else covariance
    return signs.is_nonnegative(unfold(kind.fourth - Sigma @ Sigma, claim.abbreviations))


def is_diagonal(matrix: TracePolynomial, signs: Signs) -> bool:
    """Whether every word of the matrix is a product of letters that are diagonal by hypothesis."""
    letters = matrix.alphabet.letters
    square = matrix.rows == matrix.columns
    return square and all(letters[code // 2].name in signs.diagonal for word, _, _ in matrix.terms for code in word)


def is_positive_moment(value: TracePolynomial, claim: Claim, signs: Signs) -> bool:
    """Whether the value is E x x'B x x' of a law of the claim, one that exists, with E x x' and B positive definite.

    Then v'(E x x'B x x')v = E (x'B x)(v'x)^2 is positive: where it vanishes, v'x = 0 for almost all x.
    """
    return any(
        _exists(law, law.kind, signs)
        and _is_definite(law.kind.at, signs)
        and not (fourth_moment(law, law.kind.at) - value).terms
        and _is_excess(law, law.kind, claim, signs)
        for law in laws(claim)
        if isinstance(law, Rows) and isinstance(law.kind, Independent)
    )


def _exists(law: Rows, kind: Independent, signs: Signs) -> bool:
    """Whether a hypothesis says that the fourth moments are at least the squares of the second ones, Sigma > 0."""
    covariance = law.covariance
    if covariance is None or covariance.letter.name != SECOND or not signs.is_definite(covariance):
        return False
    return kind.fourth.letter.name in signs.fourth


def _is_definite(matrix: TracePolynomial | None, signs: Signs) -> bool:
    return matrix is None or signs.is_definite(matrix)


def _is_excess(law: Rows, kind: Independent, claim: Claim, signs: Signs) -> bool:
    """Whether the one abbreviation of the letter makes it the diagonal part, or equal to a matrix that is diagonal."""
    name = kind.excess.letter.name
    items = [item for item in claim.abbreviations if name in names_of(item.symbol)]
    if len(items) != 1 or polynomial(items[0].symbol) != kind.excess:
        return False
    (item,) = items
    value = unfold(value_of(item), claim.abbreviations)
    same = not (value - unfold(excess(law, kind), claim.abbreviations)).terms
    return same and (isinstance(item, DiagonalPart) or (isinstance(item, Definition) and is_diagonal(value, signs)))
