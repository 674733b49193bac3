"""Zhang, Frei, Bartlett 2024: a layer that attends to the query as well has the same optimum.

Setting: as in one_layer.reduction, but M = I: the sum over tokens holds the query (x_q, 0) too.
Claim: the prediction is -(odd + even), odd = y'X M x_q / n with M = b_y A_x + b_x a_y' as without the query, and
even = (b_x'(S + x_q x_q') A_x + b_y |y|^2 a_y') x_q / n; so f >= f_odd(M), with equality at b_x = 0, a_y = 0, where the
query does not show. The optimum is that of one_layer.optimum, which has no term for the query; gradient flow from
b_x = 0, a_y = 0 stays there: one_layer.flow, one_layer.flow_limit.
Hypotheses: the joint law of (w, eps) is symmetric about 0.
Idea: the label slot of the query is 0, so the query meets b_x only.
Source: their setting, rebuilt from abstract and derivation; all weights free are ours.
"""

from proofs.algebra import TracePolynomial, scalar
from proofs.algebra.symbols import zero
from proofs.attention.data import data
from proofs.attention.linear import population_loss, prediction
from proofs.attention.parity import entering_weights, even_part, odd_part
from proofs.core.claims import Equality, Experiment, Implements, LowerBound, Square
from proofs.core.statement import Hypothesis, Predicate, Provenance, Source
from proofs.core.task import LinearAttention, Task
from proofs.core.theorem import Control, Theorem
from proofs.moments.mean import Mean


def theorem() -> Theorem:
    """The statement and its derivation."""
    task, model = Task("Sigma", "Psi", "sigma2"), LinearAttention(attended=True)
    sample = data(task)
    b_x, _, A_x, a_y = weights = entering_weights()
    odd, signal, nothing = odd_part(sample), sample.w.T @ sample.x_q, zero("d", "1")
    own = (b_x.T @ sample.x_q) * (sample.x_q.T @ A_x @ sample.x_q) / scalar("n")
    even, objective = even_part(sample) + own, population_loss(model, task)
    free = Experiment(model, task, tuple(zip(("b_x", "b_y", "A_x", "a_y"), weights, strict=True)))

    def computes(second: TracePolynomial) -> Implements:
        function = prediction(model, sample)
        return Implements(
            name="prediction", prediction=function, weights=(), algorithm=-(odd + second), experiment=free
        )

    def splits(second: TracePolynomial) -> Equality:
        right = Mean((odd + signal) ** 2 + second**2, sample.laws)
        return Equality(name="loss splits", left=objective, right=right, experiment=free)

    return Theorem(
        source=Source(
            "Zhang, Frei, Bartlett 2024",
            "the global minimum of theorem 4.1",
            "arXiv:2306.09927",
            Provenance.REBUILT,
            "For all weights, any Psi, and with noise.",
        ),
        hypotheses=(
            Hypothesis("n", Predicate.INTEGER, "context length"),
            Hypothesis("d", Predicate.INTEGER, "input dimension"),
            Hypothesis("Sigma", Predicate.POSITIVE_SEMIDEFINITE, "covariance of x"),
            Hypothesis("Psi", Predicate.POSITIVE_SEMIDEFINITE, "covariance of w"),
            Hypothesis("sigma2", Predicate.NONNEGATIVE, "variance of the label noise"),
        ),
        claims=(
            computes(even),
            splits(even),
            LowerBound(
                name="bound by the odd part",
                objective=objective,
                value=Mean((odd + signal) ** 2, sample.laws).value(),
                squares=(Square(even, over=sample.laws),),
                minimizer=((b_x, nothing), (a_y, nothing)),
                experiment=free,
            ),
        ),
        controls=(
            Control("the query left out of the prediction", computes(even_part(sample))),
            Control("the query left out of the loss", splits(even_part(sample))),
        ),
        uses=("one_layer.reduction",),
    )
