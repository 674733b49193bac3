"""The best step of one layer for long contexts, and the layer that makes it.

Setting: one layer of linear attention with b_y = 1, x, w ~ N(0, I), n >= d + 2, d >= 2.
Claim: at d = 2, n = 4 the loss of the layer with A_x = -2 a I has its one critical point at a = 0.571, value 0.857.
Hypotheses: n >= d + 2, d >= 2: they exclude the smallest sizes.
Idea: balls.
Source: nobody.
"""

from proofs.algebra import identity, scalar
from proofs.algebra.symbols import number
from proofs.attention.linear import sparse_loss
from proofs.core.claims import Experiment
from proofs.core.listed import CriticalPoints, Located
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.task import LinearAttention, Task
from proofs.core.theorem import Theorem


def stated(factor):
    step = scalar("a") * identity("d")
    blocks = (("b_y", number(1)), ("A_x", -factor * step))
    return Theorem(
        source=Source("nobody"),
        hypotheses=(
            Hypothesis("d", Predicate.AT_LEAST_TWO, "size"),
            Hypothesis("n", Predicate.ABOVE_D, "long contexts"),
        ),
        claims=(
            CriticalPoints(
                name="best step",
                objective=sparse_loss(Task(), step).value(),
                negative=0,
                points=(Located((("d", 2), ("n", 4)), (("a", "0.571"),), "0.857"),),
                experiment=Experiment(LinearAttention(), Task(), blocks),
            ),
        ),
    )


def theorem():
    return stated(2)


VERDICT = "CERTIFIED"


def neighbour():
    """The layer whose loss it is."""
    return stated(1)
