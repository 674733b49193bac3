"""With label noise the loss of many layers is a quadratic form in the coefficients of one polynomial.

Setting: sparse weights, x ~ N(0, Sigma), w ~ N(0, Sigma^-1), y = X w + eps, eps ~ N(0, sigma2 I), A_l = a_l Sigma^-1,
W = Sigma^-1 S / n, s = sigma2 / n.
Claim: after any number of layers u = K Sigma^-1 X'y / n with I - W K = prod (I - a_l W). For
L = 1, 2, 3, f is the mean of tr (q^2 + s (1 - q)^2 / mu) over the spectrum of W, q(mu) = prod (1 - a_l mu), a quadratic
form in the coefficients of q with moments E tr W^k up to k = 2 L.
Hypotheses: Sigma > 0; the covariance of w is Sigma^-1; sigma2 >= 0.
Idea: one layer from an arbitrary K; the moments come from zonal polynomials, the loss from pairings.
Source: in none of the papers.
"""

from proofs.algebra import TracePolynomial, identity, inverse, matrix, scalar, symmetric
from proofs.algebra.polynomial import total
from proofs.attention.data import data
from proofs.attention.descent import gradient_step
from proofs.attention.sparse import prediction, sparse_weights
from proofs.core.claims import Equality, Induction, State
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.task import Task
from proofs.core.theorem import Control, Theorem
from proofs.moments.mean import Mean
from proofs.optimum.spectrum import DEPTHS, coefficients, quadratic_form


def theorem() -> Theorem:
    """The statement and its derivation."""
    task, white = Task("Sigma", "Sigma^-1", "sigma2"), Task("Sigma", "", "sigma2")
    sample, Sigma, K, a = data(task), symmetric("Sigma", "d"), matrix("K", "d", "d"), scalar("a")
    n, noise, one = scalar("n"), scalar("sigma2"), identity("d")
    W = inverse(Sigma) @ sample.S / n
    slope = inverse(Sigma) @ sample.X.T @ sample.y / n

    def solver(following: TracePolynomial) -> Induction:
        u, tail = K @ slope, one - W @ K
        return Induction(
            name="every layer acts on K",
            states=(State(K, initial=0 * one, following=following),),
            invariant=(u, tail),
            start=(0 * slope, one),
            layer=(gradient_step(sample, u, a * inverse(Sigma)), (one - a * W) @ tail),
        )

    def by_moments(count: int, law: Task) -> Equality:
        steps = [scalar(f"a_{index}") for index in range(count)]
        form, c = quadratic_form(count, noise), coefficients(steps)
        terms = [
            x * y * form[j][k] / n ** (j + k) if j + k else x * y * form[0][0]
            for j, x in enumerate(c)
            for k, y in enumerate(c)
        ]
        letters = [step * inverse(Sigma) for step in steps]
        error = prediction(sample, letters) - sample.w.T @ sample.x_q
        return Equality(
            name=f"L = {count}: the loss by moments",
            left=Mean(error**2, data(law).laws),
            right=total(terms),
            experiment=sparse_weights(law, letters),
        )

    return Theorem(
        source=Source("this project", "the loss of step sizes with noise"),
        hypotheses=(
            Hypothesis("n", Predicate.INTEGER, "context length"),
            Hypothesis("d", Predicate.INTEGER, "input dimension"),
            Hypothesis("sigma2", Predicate.NONNEGATIVE, "variance of the label noise"),
            Hypothesis("Sigma", Predicate.POSITIVE_DEFINITE, "covariance of x; its inverse is that of w"),
        ),
        claims=(solver(K + a * (one - W @ K)), *(by_moments(count, task) for count in DEPTHS)),
        controls=(
            Control("K + a I", solver(K + a * one)),
            *(Control("w ~ N(0, I)", by_moments(count, white)) for count in DEPTHS[:-1]),
        ),
    )
