"""Gradient flow of one layer from the published start reaches the global minimum.

Setting: as in one_layer.flow; the flow starts at b_x = 0, a_y = 0, b_y = c, A_x = -c T T' with c = 1/10 and any
matrix T (prediction x_q' (c^2 T T') X'y / n).
Claim: b_y A_x -> -A*' with the optimum A* = Psi Sigma K^-1 of one_layer.optimum, and f -> f*; b_y^2 - |A_x|^2 keeps its
value. Supported by integrating the flow to rest at several sizes, covariances and T; relative distances up to 1e-6.
Hypotheses: Sigma > 0; Psi >= 0; sigma2 >= 0 (t > 0); a small start with the sign of the optimum.
Idea: the origin is a saddle that the flow leaves in the direction of T T'; what it keeps ties |A_x| to b_y.
Source: Zhang, Frei, Bartlett 2024 prove it for Psi = I, no noise, the query within the Gram matrix, and |T T'| = 1
with c below a bound; the model and start here are other ones, and nothing is proved of the limit.
"""

from proofs.algebra import inverse, matrix, scalar, symmetric, trace
from proofs.algebra.symbols import number, zero
from proofs.attention.linear import population_loss
from proofs.attention.parity import entering_weights, free_weights
from proofs.core.derivation import Definition
from proofs.core.flow import Flow
from proofs.core.statement import Hypothesis, Predicate, Provenance, Source
from proofs.core.task import LinearAttention, Task
from proofs.core.theorem import Control, Theorem


def theorem() -> Theorem:
    """The statement and the start of the flow."""
    task, n, t = Task("Sigma", "Psi", "sigma2"), scalar("n"), scalar("t")
    Sigma, Psi, K, T = symmetric("Sigma", "d"), symmetric("Psi", "d"), symmetric("K", "d"), matrix("T", "d", "d")
    b_x, b_y, A_x, a_y = entering_weights()
    c, nothing = number(1) / 10, zero("d", "1")
    best = Psi @ Sigma @ inverse(K)

    def flow(sign: int) -> Flow:
        return Flow(
            name="the flow reaches the minimum",
            objective=population_loss(LinearAttention(), task),
            start=((b_x, nothing), (b_y, c), (A_x, -c * T @ T.T), (a_y, nothing)),
            value=trace(Sigma @ Psi) - trace(Sigma @ best @ Sigma @ Psi),
            reached=((b_y * A_x, -sign * best.T),),
            kept=(b_y**2 - trace(A_x @ A_x.T),),
            abbreviations=(
                Definition(t, (trace(Sigma @ Psi) + scalar("sigma2")) / n),
                Definition(K, (n + 1) / n * Sigma @ Psi @ Sigma + t * Sigma),
            ),
            experiment=free_weights(task),
        )

    return Theorem(
        source=Source(
            "Zhang, Frei, Bartlett 2024",
            "convergence of the gradient flow",
            "arXiv:2306.09927",
            Provenance.REBUILT,
            "There the query is in the Gram matrix, Psi = I, and there is no noise.",
        ),
        hypotheses=(
            Hypothesis("n", Predicate.INTEGER, "context length"),
            Hypothesis("d", Predicate.INTEGER, "input dimension"),
            Hypothesis("Sigma", Predicate.POSITIVE_DEFINITE, "K^-1"),
            Hypothesis("Psi", Predicate.POSITIVE_SEMIDEFINITE, "covariance of w"),
            Hypothesis("sigma2", Predicate.NONNEGATIVE, "variance of the label noise"),
            Hypothesis("t", Predicate.POSITIVE, "K > 0: Psi and sigma2 are not both zero"),
        ),
        claims=(flow(1),),
        controls=(Control("the limit has the other sign", flow(-1)),),
        uses=("one_layer.flow", "one_layer.optimum"),
    )
