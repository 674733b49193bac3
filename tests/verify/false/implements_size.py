"""n set to 1."""

from proofs.algebra import matrix, scalar
from proofs.algebra.symbols import number, zero
from proofs.attention.data import data
from proofs.attention.linear import prediction
from proofs.attention.parity import entering_weights
from proofs.core.claims import Implements
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.task import LinearAttention, Task
from proofs.core.theorem import Theorem

n = scalar("n")
B = matrix("B", "d", "d")


def stated(*claims, **hypotheses):
    """The claims for all n and d, under the hypotheses."""
    assumed = {"n": Predicate.INTEGER, "d": Predicate.INTEGER, **hypotheses}
    return Theorem(Source("nobody"), tuple(Hypothesis(*item, "used") for item in assumed.items()), claims)


def theorem():
    sample = data(Task("Sigma", "Psi", "sigma2"))
    return stated(
        Implements(
            name="c",
            prediction=prediction(LinearAttention(), sample),
            weights=(
                (n, number(1)),
                *zip(entering_weights(), (zero("d", "1"), number(1), -B, zero("d", "1")), strict=True),
            ),
            algorithm=sample.y.T @ sample.X @ B @ sample.x_q,
        )
    )
