"""Ridge regression is the Bayes predictor: the posterior mean of w leaves an error that no label is correlated with.

Setting: w ~ N(0, tau2 I), y = X w + eps, eps ~ N(0, sigma2 I), X held fixed; H = tau2 X'(tau2 X X' + sigma2 I)^-1.
Claim: E[(w - H y) y' | X] = 0. For Gaussian w and eps this makes H y = E[w | X, y], so x_q'H y is the prediction of
least mean square error; H = (X'X + (sigma2 / tau2) I)^-1 X', the ridge solution with lambda = sigma2 / tau2.
Hypotheses: sigma2 > 0, tau2 > 0 (the inverses); Gaussian laws only where uncorrelated is to mean independent.
Idea: E w y' = tau2 X', and E y y' = tau2 X X' + sigma2 I.
Source: Akyurek et al. 2022, section 4, where it is used; a standard fact.
"""

from proofs.algebra import TracePolynomial, identity, scalar, symmetric
from proofs.algebra.symbols import zero
from proofs.attention.data import data
from proofs.core.claims import Equality
from proofs.core.derivation import Definition
from proofs.core.statement import Hypothesis, Predicate, Provenance, Source
from proofs.core.task import RidgeOperator, Task
from proofs.core.theorem import Control, Theorem
from proofs.moments.mean import Mean
from proofs.moments.ridge import ridge


def theorem() -> Theorem:
    """The statement and its derivation."""
    sample, operator = data(Task("", "Psi", "sigma2")), RidgeOperator("H", "Psi", "sigma2")
    H, equation = ridge(operator)

    def uncorrelated(estimate: TracePolynomial) -> Equality:
        left = Mean((sample.w - estimate @ sample.y) @ sample.y.T, sample.labels, (equation,))
        return Equality(
            name="uncorrelated error",
            left=left,
            right=zero("d", "n"),
            operators=(operator,),
            abbreviations=(Definition(symmetric("Psi", "d"), scalar("tau2") * identity("d")),),
        )

    return Theorem(
        source=Source("Akyurek, Schuurmans, Andreas, Ma, Zhou 2022", "section 4", "arXiv:2211.15661", Provenance.READ),
        hypotheses=(
            Hypothesis("n", Predicate.INTEGER, "number of examples"),
            Hypothesis("d", Predicate.INTEGER, "input dimension"),
            Hypothesis("tau2", Predicate.POSITIVE, "covariance of w"),
            Hypothesis("sigma2", Predicate.POSITIVE, "X Psi X' + sigma2 I is invertible"),
        ),
        claims=(uncorrelated(H),),
        controls=(
            Control("twice the estimate", uncorrelated(2 * H)),
            Control("one step of gradient descent", uncorrelated(sample.X.T / scalar("n"))),
        ),
        uses=("one_layer.ridge_target",),
    )
