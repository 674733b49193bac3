"""Claims that equate: equalities, what a model implements, inductions and symmetries over layers, limits, degrees."""

from collections.abc import Sequence

from notebooks.formula import display, equation, inline, pieces
from proofs.algebra.abbreviation import polynomial
from proofs.algebra.symbols import number
from proofs.algebra.typesetting import latex
from proofs.core.claims import (
    DegreeBound,
    Equality,
    Implements,
    Induction,
    Invariance,
    Limit,
    OrthogonalZeros,
    State,
)
from proofs.core.derivation import Expression

LONGEST = 120
"""The longest LaTeX of assignments, in signs, that stands in one display."""


def equality(claim: Equality) -> str:
    """Both sides."""
    return equation(claim.left, claim.right)


def implements(claim: Implements) -> str:
    """The prediction, the weights, and the algorithm that it then is."""
    algorithm = display(("", pieces(claim.algorithm)))
    if not claim.weights:
        return f"The prediction is, for every data set, what the algorithm computes,\n\n{algorithm}"
    prediction = display(("", pieces(claim.prediction)))
    return (
        f"At the weights\n\n{assigned(claim.weights)}\n\nthe prediction\n\n{prediction}\n\n"
        f"is, for every data set, what the algorithm computes,\n\n{algorithm}"
    )


def assigned(pairs: Sequence[tuple[Expression, Expression]]) -> str:
    """What symbols are set to."""
    joined = [f"{latex(polynomial(a))} = {latex(polynomial(b))}" for a, b in pairs]
    if sum(map(len, joined)) > LONGEST:
        return "\n\n".join(equation(a, b) for a, b in pairs)
    return display(("", [rf"{one},\quad" for one in joined[:-1]] + joined[-1:]))


def induction(claim: Induction) -> str:
    """The initial and the following states, and the invariant."""
    blocks = ", ".join(inline(block) for block in claim.invariant)
    states = "\n\n".join(_state(state) for state in claim.states)
    return f"{states}\n\nBefore and after every layer the state determines {blocks}."


def _state(state: State) -> str:
    following = display(("", pieces(state.following)))
    start = f"{inline(state.symbol)} is {inline(state.initial)} before the first layer"
    return f"The state {start}, and every layer turns it into\n\n{following}"


def invariance(claim: Invariance) -> str:
    """The layers, the ends, the fixed points and the directions of the gradients."""
    names = ", ".join(inline(item.symbol) for item in claim.parameters)
    moved = "".join(f"\n\n{_state(state)}" for state, _ in claim.states)
    rows = "\n".join(
        f"- where every {inline(item.symbol)} is a multiple of {inline(item.fixed)}, the gradient of the loss by each "
        f"of them is a multiple of {inline(item.direction)}"
        for item in claim.parameters
    )
    return (
        f"For every number of layers, each of the form {inline(claim.layer)} with its own {names}, the loss being the "
        f"mean trace of {inline(claim.before)}, the layers from the last to the first, {inline(claim.after)} and the "
        f"transposed layers:{moved}\n\nIf this is so for all of {names},\n\n{rows}"
    )


def limit(claim: Limit) -> str:
    """The quotient, what grows, and the limit."""
    above, below = quotient(claim.numerator, claim.denominator), quotient(claim.limit, claim.limit_denominator)
    inverse = "^{-1}" if claim.inverted else ""
    shown = [rf"\left({side}\right){inverse}" if inverse else side for side in (above, below)]
    grows = latex(polynomial(claim.grows))
    return display(("", [shown[0]]), (rf"\longrightarrow_{{{grows} \to \infty}}", [shown[1]]))


def quotient(above: Expression, below: Expression | None) -> str:
    """A fraction, the numerator alone where there is no denominator."""
    top = " ".join(pieces(above))
    return top if below is None or below == number(1) else rf"\frac{{{top}}}{{{' '.join(pieces(below))}}}"


def degree_bound(claim: DegreeBound) -> str:
    """The form of the prediction, and what follows for the loss."""
    return (
        f"The prediction is {inline(claim.query)} times a polynomial in {inline(claim.gram)} of degree {claim.steps} "
        "without constant term, whose coefficients are functions of the task. So the loss is at least the least loss "
        f"of {claim.steps} steps of gradient descent with free step sizes."
    )


def orthogonal_zeros(claim: OrthogonalZeros) -> str:
    """What is least, and what is said of it."""
    return (
        f"For every degree, over all polynomials that are 1 at 0, the mean of the squares over the spectrum of\n\n"
        f"{display(('', pieces(claim.gram)))}\n\nis least at one polynomial only. Its zeros are real, simple and "
        f"positive, and it is orthogonal to lower degrees for the mean spectral measure times the power {claim.weight} "
        "of the eigenvalue."
    )
