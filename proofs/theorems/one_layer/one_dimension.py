"""In one dimension a random function needs the reflection x -> -x, or one layer is no step of gradient descent.

Setting: as in one_layer.random_functions with d = 1, where the only rotation of determinant 1 is 1 itself: every f is
invariant under it, a single f that is not random too.
Claim: for f(x) = x + x^2, n = 1 and no noise the weights u = (1, 0), N_xx = 1/3, which look at the input only, have
loss 11/3, less than 71/18, the least loss of all steps eta y x x_q. So no global minimizer computes one of these.
Hypotheses: d = 1; f(-x) has another law than f(x).
Idea: m = E x f(x) = 1 is known beforehand, and x^2 is closer to a constant than x y is.
Source: in none of the papers.
"""

from flint import fmpq

from proofs.core.functions import LessLoss
from proofs.core.statement import Source
from proofs.core.theorem import Control, Theorem


def claim(link: tuple[fmpq, ...], share: fmpq) -> LessLoss:
    """The function with these coefficients, and weights that see the input only."""
    return LessLoss(
        name="less loss than any step",
        context=1,
        link=link,
        blocks=(("u_x", fmpq(1)), ("N_xx", share)),
        loss=fmpq(11, 3),
        least=fmpq(71, 18),
    )


def theorem() -> Theorem:
    """The statement and its derivation."""
    third = fmpq(1, 3)
    return Theorem(
        source=Source("this project", "the exception to Theorem 3 of Mahankali, Hashimoto, Ma 2023"),
        hypotheses=(),
        claims=(claim((fmpq(0), fmpq(1), fmpq(1)), third),),
        controls=(
            Control("an odd function", claim((fmpq(0), fmpq(1)), third)),
            Control("an even function", claim((fmpq(0), fmpq(0), fmpq(1)), third)),
            Control("a third of the weights", claim((fmpq(0), fmpq(1), fmpq(1)), third / 3)),
        ),
        uses=(),
    )
