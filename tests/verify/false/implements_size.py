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


VERDICT = "PROVED"


def stated(*claims, **hypotheses):
    """The claims for all n and d, under the hypotheses."""
    assumed = {"n": Predicate.INTEGER, "d": Predicate.INTEGER, **hypotheses}
    return Theorem(Source("nobody"), tuple(Hypothesis(*item, "used") for item in assumed.items()), claims)


def one_step(first, algorithm_scale):
    sample = data(Task("Sigma", "Psi", "sigma2"))
    return stated(
        Implements(
            name="c",
            prediction=prediction(LinearAttention(), sample),
            weights=(
                *first,
                *zip(entering_weights(), (zero("d", "1"), number(1), -B, zero("d", "1")), strict=True),
            ),
            algorithm=algorithm_scale * (sample.y.T @ sample.X @ B @ sample.x_q),
        )
    )


def theorem():
    return one_step(((n, number(1)),), number(1))


def neighbour():
    return one_step((), 1 / n)
