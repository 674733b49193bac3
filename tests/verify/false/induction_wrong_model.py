"""a layer that the model does not have."""

from proofs.algebra import matrix, scalar, vector
from proofs.algebra.symbols import zero
from proofs.attention.data import data
from proofs.attention.sparse import sparse_weights
from proofs.core.claims import Induction, State
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.task import Task
from proofs.core.theorem import Theorem

n = scalar("n")
A = matrix("A", "d", "d")
TASK = Task("Sigma", "Psi", "sigma2")


VERDICT = "PROVED"


def stated(*claims, **hypotheses):
    """The claims for all n and d, under the hypotheses."""
    assumed = {"n": Predicate.INTEGER, "d": Predicate.INTEGER, **hypotheses}
    return Theorem(Source("nobody"), tuple(Hypothesis(*item, "used") for item in assumed.items()), claims)


def layers(factor, **model):
    s = data(TASK)
    z = vector("z", "d")
    step = z + A.T @ s.X.T @ (s.y - s.X @ z) / n * factor
    return stated(
        Induction(
            name="every layer is a step",
            states=(State(z, initial=zero("d", "1"), following=step),),
            invariant=((s.y - s.X @ z).T, -z.T @ s.x_q),
            start=(s.y.T, zero("1", "1")),
            layer=((s.y - s.X @ step).T, -step.T @ s.x_q),
            **model,
        )
    )


def theorem():
    return layers(2, experiment=sparse_weights(TASK, (A, A)))


def neighbour():
    return layers(1, experiment=sparse_weights(TASK, (A, A)))
