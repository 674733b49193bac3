"""least at n = 1/2 over a size."""

from proofs.algebra import scalar, trace
from proofs.algebra.symbols import number
from proofs.attention.data import data
from proofs.core.claims import Minimum, Square
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.task import Task
from proofs.core.theorem import Theorem
from proofs.moments.laws import Gaussian
from proofs.moments.mean import Mean

d = scalar("d")


def least(n):
    sample = data(Task("Sigma"))
    h = number(1) / 2
    return Theorem(
        Source("nobody"),
        (Hypothesis("d", Predicate.INTEGER, "used"),),
        (
            Minimum(
                name="c",
                objective=Mean(trace(sample.S) / (scalar("n") * d) * n**2 - n + h * h, (Gaussian(sample.X),)),
                minimizer=((n, h),),
                value=number(0),
                squares=(Square(n - h),),
                unique=True,
            ),
        ),
    )


VERDICT = "PROVED"


def theorem():
    return least(scalar("n"))


def neighbour():
    return least(scalar("a"))
