"""What each kind of claim says, in Markdown with LaTeX. Every formula is that of the claim itself."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import replace
from typing import Any

from notebooks.formula import display, equation, inline, pieces, rational
from notebooks.prose import escaped, table
from notebooks.surroundings import surroundings
from proofs.algebra.abbreviation import polynomial
from proofs.algebra.polynomial import TracePolynomial
from proofs.algebra.symbols import matrix, number, scalar
from proofs.algebra.typesetting import latex, symbol
from proofs.core.claims import (
    Claim,
    DegreeBound,
    Equality,
    Implements,
    Induction,
    Invariance,
    Limit,
    ListedLoss,
    LocalMinimum,
    LowerBound,
    Minimum,
    OptimalSteps,
    SemidefiniteBound,
    Square,
    ZeroSet,
)
from proofs.core.derivation import Expression
from proofs.core.errors import InputError
from proofs.moments.dependence import symbols_in
from proofs.optimum.minimum import square_form

Pairs = Sequence[tuple[Expression, Expression]]
BODIES = ("B", "R", "Y", "V")
"""Letters that may stand for the bodies of squares; the first one that a claim does not use does."""
LONGEST = 120
"""The longest LaTeX of assignments, in signs, that stands in one display."""


def equality(claim: Equality) -> str:
    """Both sides."""
    return equation(claim.left, claim.right)


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
    bodies = _bodies(claim)
    forms = [_form(square, body) for square, body in zip(claim.squares, bodies, strict=True)]
    first, *more = [pieces(form) for form in forms]
    joined = [
        *first,
        *(f"+ {head}" if place == 0 and head[0] != "-" else head for form in more for place, head in enumerate(form)),
    ]
    return "\n\n".join(
        (
            equation(claim.objective, claim.value, r"\ge"),
            where,
            _assigned(claim.minimizer),
            "because the difference of the two sides is",
            display(("", joined)),
            "with",
            *(equation(body, square.body) for square, body in zip(claim.squares, bodies, strict=True)),
        )
    )


def _form(square: Square, body: TracePolynomial) -> Expression:
    return square_form(replace(square, body=body))


def _bodies(claim: LowerBound) -> list[TracePolynomial]:
    """A letter or scalar for the body of each square."""
    used = symbols_in(claim)
    stem = next(stem for stem in BODIES if not any(name.partition("_")[0] == stem for name in used))
    shapes = [polynomial(square.body) for square in claim.squares]
    names = [f"{stem}_{place}" if len(shapes) > 1 else stem for place in range(1, len(shapes) + 1)]
    return [
        scalar(name) if body.is_scalar else matrix(name, *body.shape) for name, body in zip(names, shapes, strict=True)
    ]


def _assigned(pairs: Pairs) -> str:
    joined = [f"{latex(polynomial(a))} = {latex(polynomial(b))}" for a, b in pairs]
    if sum(map(len, joined)) > LONGEST:
        return "\n\n".join(equation(a, b) for a, b in pairs)
    return display(("", [rf"{one},\quad" for one in joined[:-1]] + joined[-1:]))


def implements(claim: Implements) -> str:
    """The prediction, the weights, and the algorithm that it then is."""
    algorithm = display(("", pieces(claim.algorithm)))
    if not claim.weights:
        return f"The prediction is, for every data set, what the algorithm computes,\n\n{algorithm}"
    prediction = display(("", pieces(claim.prediction)))
    return (
        f"At the weights\n\n{_assigned(claim.weights)}\n\nthe prediction\n\n{prediction}\n\n"
        f"is, for every data set, what the algorithm computes,\n\n{algorithm}"
    )


def induction(claim: Induction) -> str:
    """The initial and the following state, and the invariant."""
    state, following = inline(claim.state), display(("", pieces(claim.following)))
    blocks = ", ".join(inline(block) for block in claim.invariant)
    return (
        f"The state {state} is {inline(claim.initial)} before the first layer, and every layer turns it into\n\n"
        f"{following}\n\nAt every state the blocks of the tokens are {blocks}."
    )


def invariance(claim: Invariance) -> str:
    """The layers, the ends, the fixed points and the direction of the gradient."""
    parameter = inline(claim.parameter)
    return (
        f"For every number of layers $T$, each of the form {inline(claim.layer)} with its own {parameter}, the loss "
        f"being the mean trace of {inline(claim.before)}, the layers from the last to the first, {inline(claim.after)} "
        f"and the transposed layers: where every {parameter} is a multiple of {inline(claim.fixed)}, the gradient of "
        f"the loss by each of them is a multiple of {inline(claim.direction)}."
    )


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


def limit(claim: Limit) -> str:
    """The quotient, what grows, and the limit."""
    above, below = _quotient(claim.numerator, claim.denominator), _quotient(claim.limit, claim.limit_denominator)
    inverse = "^{-1}" if claim.inverted else ""
    shown = [rf"\left({side}\right){inverse}" if inverse else side for side in (above, below)]
    grows = latex(polynomial(claim.grows))
    return display(("", [shown[0]]), (rf"\longrightarrow_{{{grows} \to \infty}}", [shown[1]]))


def _quotient(above: Expression, below: Expression | None) -> str:
    top = " ".join(pieces(above))
    return top if below is None or below == number(1) else rf"\frac{{{top}}}{{{' '.join(pieces(below))}}}"


def semidefinite_bound(claim: SemidefiniteBound) -> str:
    """The bound and the sizes at which a certificate shows it."""
    sizes = "; ".join(f"d = {d}, n = {n}" for d, n in claim.sizes)
    bound = display(("", pieces(claim.objective)), (r"\ge", [_quotient(claim.value, claim.denominator)]))
    return f"{bound}\n\nfor all weights, at {sizes}."


def local_minimum(claim: LocalMinimum) -> str:
    """The objective and the listed points."""
    rows = [
        [
            ", ".join(f"{name} = {size}" for name, size in point.sizes),
            ", ".join(f"{escaped(name)} = {digits}" for name, digits in point.entries),
            ", ".join(f"{escaped(name)} = {held}" for name, held in point.held) or "none",
            point.value,
            f"${rational(point.exceeds)}$",
        ]
        for point in claim.points
    ]
    return "\n\n".join(
        (
            "The objective",
            display(("", pieces(claim.objective))),
            "has at each of these points (to the digits given, all other entries zero) a local minimum that is not "
            "global. The Hessian is positive semidefinite and vanishes along the symmetries only.",
            table(("sizes", "entries", "held", "value", "exceeds"), rows),
        )
    )


def degree_bound(claim: DegreeBound) -> str:
    """The form of the prediction, and what follows for the loss."""
    return (
        f"The prediction is {inline(claim.query)} times a polynomial in {inline(claim.gram)} of degree {claim.steps} "
        "without constant term, whose coefficients are functions of the task. So the loss is at least the least loss "
        f"of {claim.steps} steps of gradient descent with free step sizes."
    )


def listed_loss(claim: ListedLoss) -> str:
    """The weights, and the number of steps that they are as good as."""
    weights = ", ".join(f"${symbol(name)} = {rational(value)}$" for name, value in claim.blocks)
    return (
        f"At d = 1, n = {claim.context} the model `{claim.model}` with the weights {weights} and all others zero "
        f"has exactly the least loss of {claim.steps} steps of gradient descent with free step sizes."
    )


def optimal_steps(claim: OptimalSteps) -> str:
    """The listed losses and step sizes."""
    rows = [
        [str(point.dim), str(point.context), str(point.layers), point.loss, ", ".join(point.steps) or "not listed"]
        for point in claim.points
    ]
    listed = table(("d", "n", "L", "least loss", "step sizes"), rows)
    return f"The least loss of L layers that are multiples of the inverse covariance of the inputs is\n\n{listed}"


STATEMENTS: dict[type[Claim], Callable[[Any], str]] = {
    DegreeBound: degree_bound,
    Equality: equality,
    Implements: implements,
    Induction: induction,
    Invariance: invariance,
    Limit: limit,
    ListedLoss: listed_loss,
    LocalMinimum: local_minimum,
    LowerBound: lower_bound,
    Minimum: minimum,
    OptimalSteps: optimal_steps,
    SemidefiniteBound: semidefinite_bound,
    ZeroSet: zero_set,
}


def statement(claim: Claim) -> str:
    """What a claim says, with its laws and abbreviations. Raises InputError for a kind that has no words."""
    try:
        return "\n\n".join(filter(None, (STATEMENTS[type(claim)](claim), surroundings(claim))))
    except KeyError:
        raise InputError(
            f"no words for claims of kind {type(claim).__name__}; add some to notebooks/statements.py"
        ) from None
