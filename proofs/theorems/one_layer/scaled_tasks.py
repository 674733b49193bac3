"""Wu et al. 2024: tasks of covariance psi2 I with label noise, a case of the unified optimum.

Setting: as in one_layer.optimum with Psi = psi2 I: prediction x_q'A X'y / n, noise sigma2.
Claim: with s = (tr Sigma + sigma2 / psi2) / n and K = ((n+1)/n) Sigma + s I the minimizer is A* = K^-1, and
f* = psi2 tr((s I + Sigma / n) A* Sigma): their ridge-like preconditioner and their least risk, less the noise of the
query label, which we leave out. In the terms of one_layer.optimum A* = psi2 Sigma L^-1, L = psi2 K Sigma.
Hypotheses: Sigma > 0; psi2 > 0; sigma2 >= 0.
Idea: a multiple of I commutes with everything.
Source: their theorem on the optimal pre-trained weights, rebuilt from abstract and derivation.
"""

from proofs.algebra import TracePolynomial, identity, inverse, matrix, scalar, symmetric, trace
from proofs.algebra.symbols import number
from proofs.attention.linear import sparse_loss
from proofs.core.claims import Equality, Experiment, Minimum, Square
from proofs.core.derivation import Definition, Step
from proofs.core.statement import Hypothesis, Predicate, Provenance, Source
from proofs.core.task import LinearAttention, Task
from proofs.core.theorem import Control, Theorem
from proofs.moments.rules import Replacement


def theorem() -> Theorem:
    """The statement and its derivation."""
    task = Task("Sigma", "Psi", "sigma2")
    n, s, psi2, sigma2 = (scalar(name) for name in ("n", "s", "psi2", "sigma2"))
    Sigma, Psi, K, L, E = (symmetric(name, "d") for name in ("Sigma", "Psi", "K", "L", "E"))
    A, one, best = matrix("A", "d", "d"), identity("d"), psi2 * Sigma @ inverse(L)
    given = (
        Definition(Psi, psi2 * one),
        Definition(s, (trace(Sigma) + sigma2 / psi2) / n),
        Definition(K, (n + 1) / n * Sigma + s * one),
        Definition(L, psi2 * ((n + 1) / n * Sigma @ Sigma + s * Sigma)),
    )

    def optimum(weights: TracePolynomial) -> Minimum:
        return Minimum(
            name="optimum",
            objective=sparse_loss(task, A),
            minimizer=((A, weights),),
            value=psi2 * (trace(Sigma) - trace(Sigma @ weights @ Sigma)),
            squares=(Square(A - weights, before=Sigma, after=L),),
            unique=True,
            abbreviations=given,
            experiment=Experiment(LinearAttention(), task, (("b_y", number(1)), ("A_x", -A.T))),
        )

    def risk(rest: TracePolynomial) -> Equality:
        right = trace(Sigma) - trace(Sigma @ inverse(K) @ Sigma)
        return Equality(
            name="the printed risk",
            left=trace(E @ inverse(K) @ Sigma),
            right=right,
            steps=(Step(right, Replacement(E, K - Sigma)),),
            abbreviations=(*given, Definition(E, rest)),
        )

    return Theorem(
        source=Source(
            "Wu, Zou, Chen, Braverman, Gu, Bartlett 2024",
            "optimal weights of the pre-training risk",
            "arXiv:2310.08391",
            Provenance.REBUILT,
            "Without the noise of the query label in the risk.",
        ),
        hypotheses=(
            Hypothesis("n", Predicate.INTEGER, "context length"),
            Hypothesis("d", Predicate.INTEGER, "input dimension"),
            Hypothesis("Sigma", Predicate.POSITIVE_DEFINITE, "uniqueness, K and L invertible"),
            Hypothesis("psi2", Predicate.POSITIVE, "variance of the entries of w"),
            Hypothesis("sigma2", Predicate.NONNEGATIVE, "variance of the label noise"),
        ),
        claims=(
            optimum(best),
            Equality(
                name="the printed minimizer",
                left=inverse(K) @ L,
                right=psi2 * Sigma,
                steps=(Step(psi2 * Sigma, Replacement(L, psi2 * K @ Sigma), "L = psi2 K Sigma"),),
                abbreviations=given,
            ),
            risk(s * one + Sigma / n),
        ),
        controls=(
            Control("tasks of covariance I", optimum(Sigma @ inverse(L))),
            Control("a whole Sigma in the risk", risk(s * one + Sigma)),
        ),
        uses=("one_layer.optimum",),
    )
