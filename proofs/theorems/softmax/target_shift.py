"""Li, Song, Xia, Yu, Zhou 2023: moving x or A is a shift of the target, in residual and in loss.

Setting: as in softmax.gradient; f before and g after a move of x (a step on the weights) or of A (a layer).
Claim: with b~ = b - (g - f), g - b = f - b~ exactly, so the losses |g - b|^2 / 2 and |f - b~|^2 / 2 agree. The
gradients in x do not: softmax.gradient_shift.
Hypotheses: none.
Idea: add and subtract.
Source: the paper's equivalence, rebuilt from abstract and derivation.
"""

from proofs.core.statement import Hypothesis, Predicate, Provenance, Source
from proofs.core.theorem import Control, Theorem
from proofs.entrywise.claims import EntrywiseIdentity
from proofs.entrywise.softmax import half, inputs, probabilities
from proofs.entrywise.sums import Sum, Symbol


def theorem() -> Theorem:
    """The statement and its derivation."""
    (_, _, b), f, g = inputs(), probabilities(), Symbol("g", ("n",))
    shift = g("j") - f("j")

    def residuals(target: Sum) -> EntrywiseIdentity:
        return EntrywiseIdentity(name="residual", left=g("j") - b("j"), right=f("j") - target, simplex=f)

    def losses(target: Sum) -> EntrywiseIdentity:
        left, right = ((half() * side * side).over("j") for side in (g("j") - b("j"), f("j") - target))
        return EntrywiseIdentity(name="loss", left=left, right=right, simplex=f)

    return Theorem(
        source=Source(
            "Li, Song, Xia, Yu, Zhou 2023",
            "weight shift and data shift",
            "arXiv:2304.13276",
            Provenance.REBUILT,
            "Says that residual and loss agree, and that gradients do not.",
        ),
        hypotheses=(Hypothesis("n", Predicate.INTEGER, "length of f"),),
        claims=(residuals(b("j") - shift), losses(b("j") - shift)),
        controls=(
            Control("the shift with the other sign", residuals(b("j") + shift)),
            Control("the shift counted twice", losses(b("j") - 2 * shift)),
        ),
        uses=("softmax.gradient",),
    )
