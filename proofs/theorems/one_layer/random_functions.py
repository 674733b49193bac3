"""Mahankali, Hashimoto, Ma 2023, Theorem 3: for random functions one layer still computes a step of gradient descent.

Setting: x ~ N(0, I), y_i = f(x_i) + eps_i, f random, eps ~ N(0, sigma2 I); weights as in one_layer.isotropic_inputs,
prediction u' G N z_q, no factor 1/n; loss E (prediction - f(x_q))^2.
Claim: with m = E[x f(x) | f], mu = E |m|^2, q = E f(x)^2 |x|^2 and eta = mu / (q + d sigma2 + (n - 1) mu) every global
minimizer computes eta sum_i y_i x_i'x_q on the support of the data, and f* = E f(x)^2 - n eta mu.
Hypotheses: f o U has the law of f for every orthogonal U (mixed terms); q > 0. That -f has the law of f, as printed, is
not needed: -I is orthogonal. For d = 1 rotations have to include -1: one_layer.one_dimension.
Idea: the loss is E |v - m|^2 + const, v'x_q the prediction, e = eta X'y; E (v - e)'(e - m) = 0, for the entries of v
are those of X'X, X'y and y'y: mean tensors of order 3, 2 and 1, and of order 2 only a trace is left, which eta makes 0.
Source: the printed theorem, rebuilt from abstract, reviews and derivation; eta in closed form is ours.
"""

from dataclasses import replace

from proofs.algebra import TracePolynomial, identity, scalar
from proofs.algebra.symbols import number, zero
from proofs.attention.data import data
from proofs.attention.read_out import entering_blocks, read_out
from proofs.core.derivation import Definition, Reciprocal
from proofs.core.functions import Functions, RotationInvariant
from proofs.core.statement import Hypothesis, Predicate, Provenance, Source
from proofs.core.task import Task
from proofs.core.theorem import Control, Theorem
from proofs.moments.invariant import labelled


def claim(functions: Functions, pairs: TracePolynomial) -> RotationInvariant:
    """The claim for a law of f; `pairs` is how often two rows meet, n - 1."""
    sample = data(Task(noise=functions.noise))
    sample = replace(sample, y=labelled().y if functions.noise else labelled().h)
    n, d, eta, r = (scalar(name) for name in ("n", "d", "eta", "r"))
    mu, q, p = scalar(functions.signal), scalar(functions.power), scalar(functions.second)
    noise = scalar("sigma2")
    u_x, u_y, N_xx, N_yx = entering_blocks()
    nothing = zero("d", "1")
    return RotationInvariant(
        name="global minimum over all weights",
        functions=functions,
        prediction=read_out(sample),
        estimate=eta * sample.X.T @ sample.y,
        minimizer=((u_x, nothing), (u_y, number(1)), (N_xx, eta * identity("d")), (N_yx, nothing)),
        value=p - n * eta * mu,
        abbreviations=(Reciprocal(r, q + d * noise + pairs * mu), Definition(eta, mu * r)),
    )


def theorem() -> Theorem:
    """The statement and its derivation."""
    n = scalar("n")
    return Theorem(
        source=Source(
            "Mahankali, Hashimoto, Ma 2023",
            "Theorem 3",
            "arXiv:2307.03576",
            Provenance.REBUILT,
            differs="Without the hypothesis that -f has the law of f; with eta in closed form.",
        ),
        hypotheses=(
            Hypothesis("n", Predicate.INTEGER, "context length"),
            Hypothesis("d", Predicate.INTEGER, "input dimension"),
            Hypothesis("mu", Predicate.NONNEGATIVE, "E |m|^2"),
            Hypothesis("q", Predicate.POSITIVE, "E f(x)^2 |x|^2; eta exists"),
            Hypothesis("p", Predicate.NONNEGATIVE, "E f(x)^2"),
            Hypothesis("sigma2", Predicate.NONNEGATIVE, "variance of the label noise"),
        ),
        claims=(claim(Functions("mu", "q", "p", "sigma2"), n - 1),),
        controls=(
            Control("n in the place of n - 1", claim(Functions("mu", "q", "p", "sigma2"), n)),
            Control(
                "a law that rotations change",
                claim(Functions("mu", "q", "p", "sigma2", covariance="Psi"), n - 1),
                (Hypothesis("Psi", Predicate.POSITIVE_DEFINITE, "law of w in f(x) = g(w'x)"),),
            ),
            Control("labels without noise", claim(Functions("mu", "q", "p"), n - 1)),
        ),
        uses=("one_layer.isotropic_inputs",),
    )
