"""Limits of the one-layer optimum: one Newton step for long contexts, a shrunk step in proportion.

Setting: as in one_layer.optimum, with the preconditioner A* and the value f*.
Claim: for Psi > 0, A* = [ ((n+1)/n) Sigma + t Psi^-1 ]^-1 with t = (tr(Sigma Psi) + sigma2) / n, and A* -> Sigma^-1 for
n -> infinity at fixed d. For Sigma = Psi = I, A* = I / kappa and f* / d = (kappa - 1) / kappa with
kappa = (n + d + 1 + sigma2) / n; if d = gamma n and sigma2 = s n then kappa -> 1 + gamma + s, so
A* -> I / (1 + gamma + s) and f* / d -> (gamma + s) / (1 + gamma + s).
Hypotheses: Sigma > 0 (its inverse), Psi > 0 (the form of A*), gamma > 0, s >= 0.
Idea: A*^-1 and kappa are polynomials in 1/n.
Source: in none of the papers.
"""

from proofs.algebra import TracePolynomial, identity, inverse, matrix, scalar, substitute, symmetric, trace
from proofs.algebra.symbols import number
from proofs.attention.linear import sparse_loss
from proofs.core.claims import Equality, Limit
from proofs.core.derivation import Definition, Reciprocal
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.task import Task
from proofs.core.theorem import Control, Theorem
from proofs.optimum.square import complete_square


def theorem() -> Theorem:
    """The statement and its derivation."""
    n, d, sigma2, t = scalar("n"), scalar("d"), scalar("sigma2"), scalar("t")
    gamma, s, eta = scalar("gamma"), scalar("s"), scalar("eta")
    Sigma, Psi, K, A = symmetric("Sigma", "d"), symmetric("Psi", "d"), symmetric("K", "d"), matrix("A", "d", "d")
    given = (
        Definition(t, (trace(Sigma @ Psi) + sigma2) / n),
        Definition(K, (n + 1) / n * Sigma @ Psi @ Sigma + t * Sigma),
    )
    inverse_optimum = (n + 1) / n * Sigma + t * inverse(Psi)

    form = complete_square(sparse_loss(Task("", "", "sigma2"), A).value(), A, identity("d"))
    kappa = trace(form.right) / d
    in_proportion = {d: gamma * n, sigma2: s * n}
    kappa_n = substitute(kappa, in_proportion)

    shrinkage = 1 + gamma + s

    def step_size(limit_denominator: TracePolynomial) -> Limit:
        return Limit(
            name="step size in proportion",
            grows=n,
            numerator=number(1),
            denominator=kappa_n,
            limit=number(1),
            limit_denominator=limit_denominator,
        )

    return Theorem(
        source=Source("this project", "limits of the one-layer optimum"),
        hypotheses=(
            Hypothesis("n", Predicate.INTEGER, "grows"),
            Hypothesis("d", Predicate.INTEGER, "fixed, or gamma n"),
            Hypothesis("Sigma", Predicate.POSITIVE_DEFINITE, "the inverse is continuous at Sigma"),
            Hypothesis("Psi", Predicate.POSITIVE_DEFINITE, "Psi^-1 in the form of A*"),
            Hypothesis("sigma2", Predicate.NONNEGATIVE, "fixed, or s n"),
            Hypothesis("gamma", Predicate.POSITIVE, "limit of d / n"),
            Hypothesis("s", Predicate.NONNEGATIVE, "limit of sigma2 / n"),
        ),
        claims=(
            Equality(name="inverse of A*", left=inverse_optimum @ Psi @ Sigma, right=K, abbreviations=given),
            Limit(
                name="long contexts",
                grows=n,
                numerator=inverse_optimum,
                limit=Sigma,
                inverted=True,
                abbreviations=given,
            ),
            Equality(name="isotropic optimum", left=form.right, right=(n + d + 1 + sigma2) / n * identity("d")),
            Equality(name="isotropic slope", left=form.slope, right=identity("d")),
            Equality(
                name="isotropic loss",
                left=form.at(eta * identity("d")),
                right=d * (kappa - 1) * eta,
                abbreviations=(Reciprocal(eta, kappa),),
            ),
            step_size(shrinkage),
            Limit(
                name="loss in proportion",
                grows=n,
                numerator=kappa_n - 1,
                denominator=kappa_n,
                limit=gamma + s,
                limit_denominator=shrinkage,
            ),
        ),
        controls=(
            Control(
                "Psi kept in the limit",
                Limit(
                    name="long contexts",
                    grows=n,
                    numerator=inverse_optimum,
                    limit=Sigma + inverse(Psi),
                    inverted=True,
                    abbreviations=given,
                ),
            ),
            Control("noise left out of the limit", step_size(shrinkage - s)),
        ),
        uses=("one_layer.optimum",),
    )
