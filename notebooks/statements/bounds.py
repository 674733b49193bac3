"""Claims of bounds: lower bounds and minima by sums of squares, semidefinite bounds, zero sets, diagonal minimizers."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from notebooks.formula import display, equation, inline, pieces
from notebooks.prose import escaped
from notebooks.statements.equations import assigned, quotient
from proofs.algebra.abbreviation import polynomial
from proofs.algebra.polynomial import TracePolynomial
from proofs.algebra.symbols import matrix, scalar
from proofs.algebra.typesetting import symbol
from proofs.core.claims import Claim, Coercive, Diagonalised, LowerBound, Minimum, Square, ZeroSet
from proofs.core.listed import LowestFound, SemidefiniteBound
from proofs.moments.dependence import symbols_in
from proofs.optimum.minimum import square_form

BODIES = ("B", "R", "Y", "V", "T")
"""Letters that may stand for the bodies of squares; the first one that a claim does not use does."""


def lower_bound(claim: LowerBound) -> str:
    """The bound, where it is attained, and the squares that make up the difference."""
    return _bound(claim, "attained at")


def minimum(claim: Minimum) -> str:
    """The least value, the minimizer, what is said of its uniqueness, and the squares."""
    where = "attained only at" if claim.unique else "attained at"
    computed = claim.computes
    function = "" if computed is None else f"Every minimizer computes the function\n\n{display(('', pieces(computed)))}"
    return "\n\n".join(filter(None, (_bound(claim, where), function)))


def _bound(claim: LowerBound, where: str) -> str:
    return "\n\n".join(
        (
            equation(claim.objective, claim.value, r"\ge"),
            where,
            assigned(claim.minimizer),
            "because the difference of the two sides is",
            sum_of_squares(claim, claim.squares),
        )
    )


def sum_of_squares(claim: Claim, squares: Sequence[Square]) -> str:
    """The squares added, a letter for the body of each, and the bodies."""
    bodies = _bodies(claim, squares)
    forms = [pieces(square_form(replace(square, body=body))) for square, body in zip(squares, bodies, strict=True)]
    first, *more = forms
    joined = [*first, *(f"+ {head}" if place == 0 and head[0] != "-" else head for form in more for place, head in
                        enumerate(form))]  # fmt: skip
    named = [equation(body, square.body) for square, body in zip(squares, bodies, strict=True)]
    return "\n\n".join((display(("", joined)), "with", *named))


def _bodies(claim: Claim, squares: Sequence[Square]) -> list[TracePolynomial]:
    """A letter or scalar for the body of each square."""
    used = symbols_in(claim)
    stem = next(stem for stem in BODIES if not any(name.partition("_")[0] == stem for name in used))
    shapes = [polynomial(square.body) for square in squares]
    names = [f"{stem}_{place}" if len(shapes) > 1 else stem for place in range(1, len(shapes) + 1)]
    return [
        scalar(name) if body.is_scalar else matrix(name, *body.shape) for name, body in zip(names, shapes, strict=True)
    ]


def zero_set(claim: ZeroSet) -> str:
    """The two conditions, and the branches of their solutions."""
    return "\n\n".join(
        (
            "The points at which the nonnegative",
            display(("", pieces(claim.total))),
            f"vanishes and {inline(claim.form)} is a given invertible matrix have",
            _branches("for d >= 2:", claim.branches),
            _branches("for d = 1:", claim.branches_at_one),
        )
    )


def _branches(where: str, branches: Iterable[frozenset[str]]) -> str:
    cases = [", ".join(f"${symbol(name)} = 0$" for name in sorted(branch)) for branch in branches]
    return f"- {escaped(where)} {'; or '.join(cases) or 'no solution'}"


def semidefinite_bound(claim: SemidefiniteBound) -> str:
    """The bound and the sizes at which a certificate shows it."""
    bound = display(("", pieces(claim.objective)), (r"\ge", [quotient(claim.value, claim.denominator)]))
    return f"{bound}\n\nfor all weights, at {_sizes(claim.sizes)}."


def lowest_found(claim: LowestFound) -> str:
    """What no descent went below."""
    values = ", ".join(str(value) for value in claim.values)
    return (
        f"No descent on\n\n{display(('', pieces(claim.objective)))}\n\nfrom random starts in all entries ends below "
        f"the values {escaped(values)}, at {_sizes(claim.sizes)}. That is evidence, no proof."
    )


def _sizes(sizes: Iterable[tuple[int, int]]) -> str:
    return "; ".join(f"d = {d}, n = {n}" for d, n in sizes)


def diagonalised(claim: Diagonalised) -> str:
    """The objective, what turns, what is averaged, and why it is convex in that."""
    turned, averaged, step = (inline(item) for item in (claim.turned, claim.averaged, claim.step))
    return "\n\n".join(
        (
            "The function",
            display(("", pieces(claim.objective))),
            f"is no larger where {turned}, turned into a diagonal matrix, stands with the diagonal of the equally "
            f"turned {averaged}, than at a symmetric {turned} and {averaged}. It is invariant when both turn, and "
            f"convex in {averaged}: its second difference along {step} is",
            sum_of_squares(claim, claim.squares),
        )
    )


def coercive(claim: Coercive) -> str:
    """The objective, and what makes it grow."""
    return "\n\n".join(
        (
            "The function",
            display(("", pieces(claim.objective))),
            "has a least value on every closed set of its variables. Plus the constant",
            display(("", pieces(claim.constant))),
            "it is",
            sum_of_squares(claim, (*claim.growth, *claim.squares)),
        )
    )
