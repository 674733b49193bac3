"""Ridge regression stands between every learner that is linear in the labels and the truth, at a right angle.

Setting: X held fixed, w ~ N(0, Psi), y = X w + eps, eps ~ N(0, sigma2 I); H = Psi X'(X Psi X' + sigma2 I)^-1, the
posterior mean (ridge regression for Psi = tau2 I); M (d, n) any function of X, such as A X' / n or (X'X)^-1 X'.
Claim: for every X and symmetric S,
E (M y - w)'S (M y - w) = E (M y - H y)'S (M y - H y) + E (H y - w)'S (H y - w).
So the squared distance of a learner to ridge regression is its loss beyond the least one, in weights (S = I) and in
predictions (S = Sigma): by metrics.distances the distances of one step and of least squares to ridge regression are
known up to E |H y - w|^2, which depends on no learner.
Hypotheses: sigma2 >= 0 (at 0 with the pseudo-inverse); Psi >= 0; nothing on the law of X.
Idea: the error of the posterior mean is uncorrelated with every label.
Source: a standard fact on conditional means; in none of the papers for these distances.
"""

from proofs.algebra import TracePolynomial, matrix, symmetric
from proofs.attention.data import data
from proofs.core.claims import Equality
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.task import RidgeOperator, Task
from proofs.core.theorem import Control, Theorem
from proofs.moments.mean import Mean
from proofs.moments.ridge import ridge


def claim(operator: RidgeOperator) -> Equality:
    """Pythagoras with the estimate of an operator in the middle."""
    sample = data(Task("", "Psi", "sigma2"))
    H, equation = ridge(operator)
    S, M = symmetric("S", "d"), matrix("M", "d", "n")

    def square(gap: TracePolynomial) -> TracePolynomial:
        return gap.T @ S @ gap

    far, near = square((M - H) @ sample.y), square(H @ sample.y - sample.w)
    return Equality(
        name="right angle",
        left=Mean(square(M @ sample.y - sample.w), sample.labels, (equation,)),
        right=Mean(far + near, sample.labels, (equation,)),
        operators=(operator,),
    )


def theorem() -> Theorem:
    """The statement and its derivation."""
    return Theorem(
        source=Source("this project", "distances to ridge regression"),
        hypotheses=(
            Hypothesis("n", Predicate.INTEGER, "number of examples"),
            Hypothesis("d", Predicate.INTEGER, "input dimension"),
            Hypothesis("Psi", Predicate.POSITIVE_SEMIDEFINITE, "covariance of w"),
            Hypothesis("sigma2", Predicate.NONNEGATIVE, "variance of the label noise"),
            Hypothesis("S", Predicate.SYMMETRIC, "form of the squares"),
        ),
        claims=(claim(RidgeOperator("H", "Psi", "sigma2")),),
        controls=(
            Control("least squares in the middle", claim(RidgeOperator("H", "Psi"))),
            Control("ridge regression with another prior", claim(RidgeOperator("H", "", "sigma2"))),
        ),
        uses=("constructions.posterior_mean",),
    )
