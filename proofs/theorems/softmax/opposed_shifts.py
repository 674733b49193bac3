"""Small shifts by a gradient step and by attention need not point the same way: they can be opposite.

Setting: as in softmax.target_shift; a gradient step x - (1/10) gradient, and an update A + (1/10) P A of self-attention
with P the softmax of the rows of A A'.
Claim: for n = 3 and A = ((0, 2), (-1, -1), (1, -2)), x = (1, -1/2), b = (1/2, 1, 1) the two moves of f have the cosine
-0.99999999999977: the shifts of the target are both small, and opposite. (For n = 2 every cosine is 1 or -1.)
Hypotheses: n >= 3.
Idea: the step looks at b, the update does not.
Source: in none of the papers, where both shifts are bounded by the same number.
"""

from flint import fmpq

from proofs.core.statement import Source
from proofs.core.theorem import Control, Theorem
from proofs.entrywise.claims import OpposedShifts


def claim(step: fmpq, cosine: str) -> OpposedShifts:
    """The witness with a step of this length and sign."""
    rows = ((0, 2), (-1, -1), (1, -2))
    return OpposedShifts(
        name="opposed",
        A=tuple((fmpq(p), fmpq(q)) for p, q in rows),
        x=(fmpq(1), fmpq(-1, 2)),
        b=(fmpq(1, 2), fmpq(1), fmpq(1)),
        step=step,
        update=fmpq(1, 10),
        cosine=cosine,
    )


def theorem() -> Theorem:
    """The statement and its derivation."""
    tenth, cosine = fmpq(1, 10), "-0.99999999999977"
    return Theorem(
        source=Source("this project", "shifts of softmax regression"),
        hypotheses=(),
        claims=(claim(tenth, cosine),),
        controls=(
            Control("a step uphill", claim(-tenth, cosine)),
            Control("a right angle", claim(tenth, "0.0000")),
        ),
        uses=("softmax.target_shift",),
    )
