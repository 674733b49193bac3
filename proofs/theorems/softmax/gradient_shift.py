"""A shifted target does not give the gradient: where loss and residual agree, the gradients in x differ.

Setting: as in softmax.target_shift, f before and g after a move, b~ = b - (g - f).
Claim: A'J(g) (g - b) and A'J(f) (f - b~) hold different J. For A = I, f = (1/2, 1/2), g = (1/3, 2/3) and b = 0 their
first entries are -2/27 and -1/12.
Hypotheses: g and f differ.
Idea: the residuals are the same vector, the derivatives of softmax are not the same matrix.
Source: in none of the papers.
"""

from flint import fmpq

from proofs.core.statement import Source
from proofs.core.theorem import Control, Theorem
from proofs.entrywise.claims import DifferentValues
from proofs.entrywise.softmax import inputs, probabilities
from proofs.entrywise.sums import Sum, Symbol, delta


def gradient(p: Symbol, missed: Sum) -> Sum:
    """The first entry of A'J(p) times a vector with index j."""
    A, _, _ = inputs()
    return (A("i", "1") * (p("i") * delta("n", "i", "j") - p("i") * p("j")) * missed).over("i", "j")


def theorem() -> Theorem:
    """The statement and its derivation."""
    (_, _, b), f, g = inputs(), probabilities(), Symbol("g", ("n",))
    shifted = b("j") - (g("j") - f("j"))
    halves, thirds = (fmpq(1, 2), fmpq(1, 2)), (fmpq(1, 3), fmpq(2, 3))
    one = ((fmpq(1), fmpq(0)), (fmpq(0), fmpq(1)))

    def differ(after: tuple[fmpq, ...], middle: Symbol) -> DifferentValues:
        return DifferentValues(
            name="gradients differ",
            left=gradient(g, g("j") - b("j")),
            right=gradient(middle, f("j") - shifted),
            values=(("f", (halves,)), ("g", (after,)), ("b", ((fmpq(0), fmpq(0)),)), ("A", one)),
            found=(fmpq(-2, 27), fmpq(-1, 12)),
            simplex=(f, g),
        )

    return Theorem(
        source=Source("this project", "gradients under a shift of the target"),
        hypotheses=(),
        claims=(differ(thirds, f),),
        controls=(
            Control("where nothing moves", differ(halves, f)),
            Control("the derivative after the move in both", differ(thirds, g)),
        ),
        uses=("softmax.target_shift",),
    )
