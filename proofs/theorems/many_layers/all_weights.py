"""Two layers with all weights free can be as good as four steps: the sparse optimum is not the global one.

Setting: as in many_layers.degree_bound (d = 1, x, w ~ N(0, 1), no noise, two layers), n = 1 ... 10.
Claim: let 1 + c_1 s + c_2 s^2 + c_3 s^3 + c_4 s^4 be the best polynomial of four steps and p a zero of
c_2 p^2 - 2 c_3 p + 3 c_4, which is real for n <= 10. With g = c_4 / p^2, h = (c_3 - 2 c_4 / p) / p^2 and k = c_1 - h,
the weights P_0 = diag(p, k), Q_0 = diag(1, 0), P_1 = [[0, 0], [1, 0]], Q_1 = [[0, g / k - h], [h, 0]] have exactly the
least loss of four steps of gradient descent, which no two-layer weights can beat (many_layers.degree_bound). At n = 4
that is 1/15, where two sparse layers, that is two steps, reach 1/6 only; at n = 4, 8 and 10 the weights are rational.
Hypotheses: none beyond the setting; n is as listed.
Idea: at such weights the prediction is -w x_q (k s + s (1 + p s)^2 (h + g s)): compare coefficients of s. The
discriminant of the quadratic is c_3^2 (10 - n) / (8 (n + 8)) up to a factor 4, so this family ends at n = 10. The check
does not know the idea: it is the literal forward pass over the rationals with one square root adjoined.
Source: in none of the papers. Whether the bound is attained for some n > 10 is open.
"""

from flint import fmpq

from proofs.core.listed import ListedLoss, ListedWeights
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.surd import Surd
from proofs.core.task import LinearAttention
from proofs.core.theorem import Theorem
from proofs.optimum.orthogonal import optimal_polynomial, spectral_moments

STEPS = 4
LONGEST = 10


def weights(n: int) -> ListedWeights:
    """The weights at a context length, in the numbers a + b sqrt(r), r the discriminant over c_2^2."""
    _, *best = optimal_polynomial(spectral_moments(n, 1, 2 * STEPS + 1), STEPS).coefficients
    radicand = (best[2] / best[1]) ** 2 - 3 * best[3] / best[1]
    c_1, c_2, c_3, c_4 = (Surd(c, fmpq(0), radicand) for c in best)
    p = c_3 / c_2 + Surd(fmpq(0), fmpq(1), radicand)
    g, h = c_4 / (p * p), (c_3 - 2 * c_4 / p) / (p * p)
    k, one = c_1 - h, c_1 / c_1
    blocks = {"P_xx": p, "b_y": k, "A_x": one, "b_x_1": one, "Q_xy_1": g / k - h, "a_y_1": h}
    return ListedWeights(n, radicand, tuple(blocks.items()))


def theorem() -> Theorem:
    """The weights; the check needs nothing but the forward pass."""
    return Theorem(
        source=Source("this project", "two layers, all weights, d = 1"),
        hypotheses=(Hypothesis("n", Predicate.INTEGER, "context length"),),
        claims=(
            ListedLoss(
                name="as good as four steps",
                model=LinearAttention(layers=2),
                points=tuple(weights(n) for n in range(1, LONGEST + 1)),
                steps=STEPS,
            ),
        ),
        uses=("many_layers.degree_bound",),
    )
