"""The population loss of deep GD++ sits in eigenvalues that no sample meets: sampled and exact losses differ.

Setting: as in many_layers.plus_plus with x, w ~ N(0, I), d = 5, L = 3, at weights near those that Ahn et al. 2023
show for a trained network, a = (-0.38, -2.4, -9.55), b = (0.9, 0.57), read off their figures.
Claim: at n = 20 the loss is 0.0513266371791. Eigenvalues of X'X / n below 4 contribute 0.00069029 to it, those
between 5 and 8 contribute 0.0496388, although there are only 1.9e-9 of them in a data set on average. At n = 10, the
context length in the text of the paper, the loss is 6.7e6. So the mean over any sample that one can draw is that of the
data sets without rare eigenvalues, and its standard error does not tell.
Hypotheses: none beyond the setting.
Idea: exact moments of order up to 26 by two roads; integrals over the mean density of eigenvalues (Pfaffians) in balls.
Source: in none of the papers. The weights are rounded: the claim is about these numbers.
"""

from flint import fmpq

from proofs.algebra import identity, scalar
from proofs.attention import plus_plus
from proofs.attention.data import data
from proofs.core.listed import HeavyTail, Part, SpectralLoss
from proofs.core.statement import Source
from proofs.core.task import Task
from proofs.core.theorem import Theorem
from proofs.moments.mean import Mean
from proofs.optimum.spectrum import moving_coefficients

WEIGHTS = {
    "a_0": fmpq(-38, 100),
    "a_1": fmpq(-240, 100),
    "a_2": fmpq(-955, 100),
    "b_0": fmpq(90, 100),
    "b_1": fmpq(57, 100),
}


def theorem() -> Theorem:
    """The statement."""
    sample, (a_0, a_1, a_2, b_0, b_1) = data(Task()), map(scalar, WEIGHTS)
    steps, moves = (a_0, a_1, a_2), (b_0, b_1, b_1)
    layers = [(a * identity("d"), b * identity("d")) for a, b in zip(steps, moves, strict=True)]
    return Theorem(
        source=Source("this project", "sampled and exact losses of GD++"),
        hypotheses=(),
        claims=(
            HeavyTail(
                name="the loss and where it comes from",
                objective=Mean((sample.x_q.T @ plus_plus.residual_map(sample, layers) @ sample.w) ** 2, sample.laws),
                coefficients=moving_coefficients(steps, moves),
                weights=tuple((scalar(name), value) for name, value in WEIGHTS.items()),
                points=(
                    SpectralLoss(
                        dim=5,
                        context=20,
                        loss="0.051326637179102",
                        parts=(
                            Part(0, 4, loss="0.000690289", count="4.9999970"),
                            Part(4, 5, loss="0.000936504", count="0.0000030468"),
                            Part(5, 8, loss="0.0496387690", count="0.00000000190822"),
                            Part(8, None, loss="0.0000610753", count="0.0000000000000000000398"),
                        ),
                    ),
                    SpectralLoss(dim=5, context=10, loss="6722903.494"),
                ),
                experiment=plus_plus.literal_weights(Task(), layers),
            ),
        ),
        uses=("many_layers.plus_plus",),
    )
