"""Two layers with all weights free can be as good as four steps: the sparse optimum is not the global one.

Setting: as in many_layers.degree_bound (d = 1, x, w ~ N(0, 1), no noise, two layers), n = 4.
Claim: P_0 = diag(-1/5, -4/9), Q_0 = diag(1, 0), P_1 = [[0, 0], [1, 0]], Q_1 = [[0, -5/18], [-20/9, 0]] have exactly
the least loss of four steps of gradient descent, 1/15, which no two-layer weights can beat; two sparse layers, that is
two steps, reach 1/6 only.
Hypotheses: none beyond the setting.
Idea: the literal forward pass over the rationals, against the Hankel matrix of the Wishart moments.
Source: in none of the papers. Whether the bound is attained for every n is open.
"""

from flint import fmpq

from proofs.core.claims import ListedLoss
from proofs.core.statement import Source
from proofs.core.task import LinearAttention
from proofs.core.theorem import Theorem


def theorem() -> Theorem:
    """The weights, found by a search; the check needs nothing but the forward pass."""
    weights = {
        "P_xx": fmpq(-1, 5),
        "b_y": fmpq(-4, 9),
        "A_x": fmpq(1),
        "b_x_1": fmpq(1),
        "Q_xy_1": fmpq(-5, 18),
        "a_y_1": fmpq(-20, 9),
    }
    return Theorem(
        source=Source("this project", "two layers, all weights, d = 1, n = 4"),
        hypotheses=(),
        claims=(
            ListedLoss(
                name="as good as four steps",
                model=LinearAttention(layers=2),
                blocks=tuple(weights.items()),
                context=4,
                steps=4,
            ),
        ),
        uses=("many_layers.degree_bound",),
    )
