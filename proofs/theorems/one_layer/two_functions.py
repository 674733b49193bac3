"""The two minimizers of ReLU attention compute different functions: uniqueness fails by more than a scaling.

Setting: as in one_layer.relu_attention, with the two minimizers b_y = 1, A_x = -a I and b_y = -1, A_x = a I,
a = 2 n / (2 (d + 2) + n - 1).
Claim: the first predicts -sum_i y_i relu(-a x_i'x_q) / n from the examples at an obtuse angle to the query, the second
sum_i y_i relu(a x_i'x_q) / n from those at an acute one. For d = n = 2, a = 4/9, X = I, y = (1, 0) and x_q = (1, 0) the
predictions are 0 and 2/9.
Hypotheses: none.
Idea: one data set tells two functions apart.
Source: in none of the papers.
"""

from flint import fmpq

from proofs.core.listed import DifferentFunctions
from proofs.core.statement import Source
from proofs.core.theorem import Control, Theorem


def claim(step: fmpq, query: tuple[int, int]) -> DifferentFunctions:
    """Both minimizers with this a, at this query."""
    return DifferentFunctions(
        name="two functions",
        first=(fmpq(1), -step),
        second=(fmpq(-1), step),
        rows=((1, 0), (0, 1)),
        labels=(1, 0),
        query=query,
        predictions=(fmpq(0), fmpq(2, 9)),
    )


def theorem() -> Theorem:
    """The statement and its derivation."""
    step = fmpq(4, 9)
    return Theorem(
        source=Source("this project", "minimizers of ReLU attention"),
        hypotheses=(),
        claims=(claim(step, (1, 0)),),
        controls=(
            Control("the step of linear attention", claim(fmpq(2, 5), (1, 0))),
            Control("a query at right angles to the labelled example", claim(step, (0, 1))),
        ),
        uses=("one_layer.relu_attention",),
    )
