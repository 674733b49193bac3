"""Mahankali, Hashimoto, Ma 2023, Theorem 1: with isotropic inputs the minimizer is one step of gradient descent.

Setting: x ~ N(0, I), w ~ N(0, I), y = X w + eps, eps ~ N(0, sigma2 I); weights W_K, W_Q (k, d+1), W_V (d+1, d+1),
read-out h; prediction u' G N z_q with u = W_V' h, N = W_K' W_Q, G = sum_i z_i z_i', z_q = (x_q, 0); no factor 1/n.
Claim: every global minimizer computes eta sum_i y_i x_i' x_q with eta = E[w_ridge' X'y] / E[y'X X'y]
= 1 / (n + d + 1 + sigma2), where w_ridge = (X'X + sigma2 I)^-1 X'y (pseudo-inverse at sigma2 = 0); f* = d - n eta d.
Hypotheses: both covariances are I; key dimension k >= d. Uniqueness is of the function computed.
Idea: as in one_layer.ridge_target and one_layer.correlated_inputs, of which this is the case Sigma = I.
Source: the printed theorem, rebuilt from abstract, reviews and derivation.
"""

from proofs.algebra import identity
from proofs.core.statement import Hypothesis, Predicate, Provenance, Source
from proofs.core.task import Task
from proofs.core.theorem import Control, Theorem
from proofs.theorems.one_layer.correlated_inputs import claims, minimum
from proofs.theorems.one_layer.ridge_target import lemmas


def theorem() -> Theorem:
    """The statement and its derivation."""
    white, coloured = Task("", "", "sigma2"), Task("Sigma", "", "sigma2")
    inputs = (Hypothesis("Sigma", Predicate.POSITIVE_DEFINITE, "covariance of x"),)
    false_lemmas = [
        claim for claim in lemmas(coloured, identity("d")) if claim.name in ("lemma 2", "denominator of eta")
    ]
    changed = (*false_lemmas, minimum(coloured, identity("d")))
    return Theorem(
        source=Source(
            "Mahankali, Hashimoto, Ma 2023",
            "Theorem 1",
            "arXiv:2307.03576",
            Provenance.REBUILT,
            "The closed form of eta is ours.",
        ),
        hypotheses=(
            Hypothesis("n", Predicate.INTEGER, "number of examples"),
            Hypothesis("d", Predicate.INTEGER, "input dimension"),
            Hypothesis("k", Predicate.AT_LEAST_D, "key dimension: N of rank d is reached"),
            Hypothesis("sigma2", Predicate.NONNEGATIVE, "variance of the label noise"),
        ),
        claims=(*lemmas(white, identity("d")), *claims(white, identity("d"))),
        controls=tuple(Control("x ~ N(0, Sigma)", claim, inputs) for claim in changed),
        uses=("one_layer.correlated_inputs",),
    )
