"""Li, Song, Xia, Yu, Zhou 2023: the Hessian of softmax regression.

Setting: as in softmax.gradient; c = f - b, products of vectors entry by entry.
Claim: the Hessian of the loss is A'H A with
H = J^2 + diag(c f) - (c f) f' - f (c f)' - <c, f> diag(f) + 2 <c, f> f f'.
Hypotheses: none on A, x and b.
Idea: differentiate A'J (f - b) once more.
Source: the paper's Hessian, rebuilt from abstract and derivation.
"""

from proofs.core.statement import Hypothesis, Predicate, Provenance, Source
from proofs.core.theorem import Control, Theorem
from proofs.entrywise.claims import EntrywiseIdentity
from proofs.entrywise.proofs import derived
from proofs.entrywise.softmax import inputs, probabilities, residual
from proofs.entrywise.sums import Sum, delta
from proofs.theorems.softmax.gradient import product_form


def theorem() -> Theorem:
    """The statement and its derivation."""
    (A, _, _), f, c = inputs(), probabilities(), residual
    mean = (c("h") * f("h")).over("h")
    square = (product_form("i", "h") * product_form("h", "j")).over("h")
    diagonal = c("i") * f("i") * delta("n", "i", "j")
    mixed = c("i") * f("i") * f("j") + f("i") * c("j") * f("j")
    rest = 2 * mean * f("i") * f("j") - mean * f("i") * delta("n", "i", "j")

    def hessian(middle: Sum) -> EntrywiseIdentity:
        right = (A("i", "l") * middle * A("j", "m")).over("i", "j")
        return EntrywiseIdentity(name="Hessian", left=derived(2), right=right, simplex=f, derivative=2)

    return Theorem(
        source=Source("Li, Song, Xia, Yu, Zhou 2023", "Hessian of the loss", "arXiv:2304.13276", Provenance.REBUILT),
        hypotheses=(
            Hypothesis("n", Predicate.INTEGER, "length of f"),
            Hypothesis("d", Predicate.INTEGER, "length of x"),
        ),
        claims=(hessian(square + diagonal - mixed + rest),),
        controls=(
            Control("Gauss and Newton: J^2 alone", hessian(square)),
            Control("the sign of the mixed terms", hessian(square + diagonal + mixed + rest)),
            Control("<c, f> forgotten", hessian(square + diagonal - mixed)),
        ),
        uses=("softmax.gradient",),
    )
