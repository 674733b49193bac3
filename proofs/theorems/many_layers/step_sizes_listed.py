"""The best step sizes of up to thirty layers at listed sizes, exactly: reciprocal zeros of an orthogonal polynomial.

Setting: as in many_layers.step_sizes (sparse weights, x ~ N(0, Sigma), w ~ N(0, Sigma^-1), no noise,
A_l = a_l Sigma^-1); nu is the mean spectral measure of W = Sigma^-1 S / n, of mass d.
Claim: at the listed (d, n, L) the least loss over all step sizes is the listed number 1 / (H^-1)_00, H the Hankel
matrix of the moments of nu. It is attained, uniquely up to the order of the layers: the 1 / a_l are the zeros of the
polynomial of degree L that is orthogonal for mu dnu, real, simple and positive.
Hypotheses: none beyond the setting.
Idea: f(q) = f* + (q - q*)' H (q - q*) in the coefficients of q, H positive definite, all over the rationals; the signs
of q* at rational points separate its zeros. At d = 5, n = 20, L = 3 the paper's trained weights are near the listed
steps, and the loss there is far from 0; at d = 1, n = 4 the losses of two and of four layers are 1/6 and 1/15.
Source: in none of the papers.
"""

from proofs.core.listed import BestSteps, OptimalSteps
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.theorem import Theorem


def theorem() -> Theorem:
    """The statement; losses p/q are exact, decimals are right to half a unit of their last digit."""
    return Theorem(
        source=Source("this project", "best step sizes at listed sizes"),
        hypotheses=(
            Hypothesis("n", Predicate.INTEGER, "context length"),
            Hypothesis("d", Predicate.INTEGER, "input dimension"),
        ),
        claims=(
            OptimalSteps(
                name="least loss and step sizes",
                points=(
                    BestSteps(5, 20, 1, "15/13"),
                    BestSteps(1, 4, 2, "1/6"),
                    BestSteps(1, 4, 4, "1/15"),
                    BestSteps(2, 2, 3, "4875/6151"),
                    BestSteps(5, 20, 3, "12138645/90852389", ("0.422409", "0.689126", "1.714217")),
                    BestSteps(3, 1, 6, "31054/15015"),
                    BestSteps(50, 100, 5, "0.937180901020"),
                    BestSteps(8, 8, 12, "1.06082688658"),
                    BestSteps(5, 20, 20, "0.0000228825870387"),
                    BestSteps(5, 20, 30, "0.00000167748460738"),
                ),
            ),
        ),
        uses=("many_layers.step_sizes",),
    )
