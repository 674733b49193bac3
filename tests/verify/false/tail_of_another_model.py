"""The loss of one layer in its eigenvalues, and the layer that has it.

Setting: one layer with P = [[0, 0], [0, 1]], Q = [[A, 0], [0, 0]], A = a I at a = -1/2, x, w ~ N(0, 1), n = 4.
Claim: the loss is 0.375; it is that of the model with A_x = 2 a I (the factor of another convention).
Hypotheses: none.
Idea: exact moments and the density of eigenvalues.
Source: nobody.
"""

from flint import fmpq

from proofs.algebra import identity, scalar
from proofs.algebra.symbols import number
from proofs.attention.data import data
from proofs.core.claims import Experiment
from proofs.core.listed import HeavyTail, Part, SpectralLoss
from proofs.core.statement import Source
from proofs.core.task import LinearAttention, Task
from proofs.core.theorem import Theorem
from proofs.moments.mean import Mean


def stated(factor):
    sample, a, one = data(Task()), scalar("a"), identity("d")
    residual = sample.x_q.T @ (one + a * sample.S / scalar("n")) @ sample.w
    part = Part(0, 2, loss="0.35897", count="0.90842")
    return Theorem(
        source=Source("nobody"),
        hypotheses=(),
        claims=(
            HeavyTail(
                name="tail",
                objective=Mean(residual**2, sample.laws),
                coefficients=(number(1), a),
                weights=((a, fmpq(-1, 2)),),
                points=(SpectralLoss(1, 4, "0.375", (part,)),),
                experiment=Experiment(LinearAttention(), Task(), (("b_y", number(1)), ("A_x", factor * a * one))),
            ),
        ),
    )


def theorem():
    return stated(2)


VERDICT = "CERTIFIED"


def neighbour():
    """The layer whose loss it is."""
    return stated(1)
