"""One layer with all weights free has local minima that are not global.

Setting: one layer, all weights that enter free: b_x, b_y (last row of P), A_x, a_y (first d columns of Q);
x, w ~ N(0, I), no noise, d = 2; f(b, A) = E (prediction - w' x_q)^2.
Claim: for each listed n there is, with b_x = (1, 0), exactly one critical point whose entries have the listed digits.
Its Hessian in all 9 weights is positive semidefinite and vanishes in two directions only, that of the scalings
b -> t b, A -> A / t and that of the rotations; it is a local minimum, and f there exceeds the minimum,
d (d+1) / (n+d+1).
What it computes: -(odd + even) with M = b_y A_x + b_x a_y' diagonal. At n = 1 it is one step along the first axis
alone: b_y = 0, A_x = 0, a_y = (-1/4, 0), f = 7/4. At n = 2 that step (a_y = (-2/5, 0)) is a saddle; the local minimum
adds a smaller step along the second axis, at the price of a part (b_x' S A_x + b_y |y|^2 a_y') x_q / n in the
prediction that is the same for w and -w.
Hypotheses: none beyond the setting; n and d are as listed.
Idea: interval Newton in the entries that are even under the sign flip of the second axis; the Hessian on a slice.
Source: in none of the papers; the set of global minimizers is one_layer.uniqueness.
"""

from dataclasses import replace

from flint import fmpq

from proofs.algebra import matrix
from proofs.attention.linear import population_loss
from proofs.attention.parity import entering_weights, free_weights
from proofs.core.listed import LocalMinimum, Located
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.task import LinearAttention, Task
from proofs.core.theorem import Control, Theorem
from proofs.optimum.orthogonal import least_loss

ENTRIES = ("b_y", "A_x[0,0]", "A_x[1,1]", "a_y[0,0]")
POINTS = {
    1: ("0.000000 0.000000 0.000000 -0.250000", "1.75000000"),
    2: ("0.116031 0.063168 -0.217426 -0.383114", "1.59898740"),
    3: ("0.195807 0.119126 -0.477561 -0.441562", "1.48825363"),
    4: ("0.229580 0.150889 -0.670821 -0.481525", "1.39910933"),
    5: ("0.247141 0.173540 -0.830096 -0.512922", "1.32481620"),
}
"""The digits of the entries, and the value, by context length."""
d = len(("first axis", "second axis"))


def located(n: int, digits: str, value: str) -> Located:
    """The point with b_x = (1, 0) and these entries, claimed to lie above the minimum."""
    entries = tuple(zip(ENTRIES, digits.split(), strict=True))
    return Located(
        (("d", d), ("n", n)), entries, value, least_loss(n, d, LinearAttention().layers), held=(("b_x[0,0]", 1),)
    )


def theorem() -> Theorem:
    """The statement; balls certify it."""
    b_x, b_y, A_x, a_y = entering_weights()
    turn = matrix("B", "d", "d")
    K = turn - turn.T
    scaling = ((b_x, b_x), (b_y, b_y), (A_x, -A_x), (a_y, -a_y))
    rotation = ((b_x, K @ b_x), (A_x, K @ A_x - A_x @ K), (a_y, K @ a_y))
    points = [located(n, digits, value) for n, (digits, value) in POINTS.items()]
    claim = LocalMinimum(
        name="a local minimum above the minimum",
        objective=population_loss(LinearAttention(), Task()),
        symmetries=(scaling, rotation),
        points=tuple(points),
        spin=turn,
        experiment=free_weights(Task()),
    )
    _, second, *_ = points
    blind = replace(second, exceeds=fmpq(d))
    saddle = located(dict(second.sizes)["n"], "0.000000 0.000000 0.000000 -0.400000", "1.60000000")
    return Theorem(
        source=Source("this project", "local minima of one layer"),
        hypotheses=(
            Hypothesis("n", Predicate.INTEGER, "context length"),
            Hypothesis("d", Predicate.INTEGER, "input dimension"),
        ),
        claims=(claim,),
        controls=(
            Control("above the loss of the prediction 0", replace(claim, points=(blind,))),
            Control("one step along the first axis at n = 2, a saddle", replace(claim, points=(saddle,))),
        ),
        uses=("one_layer.uniqueness",),
    )
