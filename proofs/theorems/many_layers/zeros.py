"""For every number of layers the best step sizes exist: they are the reciprocal zeros of an orthogonal polynomial.

Setting: as in many_layers.step_sizes (sparse weights, x ~ N(0, Sigma), w ~ N(0, Sigma^-1), no noise,
A_l = a_l Sigma^-1), W = Sigma^-1 S / n, nu its mean spectral measure; q(mu) = prod (1 - a_l mu).
Claim: after every layer w - u = prod (I - a_l W) w, whatever the data, so f = E tr q(W)^2. Over all q of degree L with
q(0) = 1 the least f is attained at exactly one q*, the orthogonal polynomial of degree L for mu dnu, and its zeros are
real, simple and positive, for every L, n, d. So f has a minimum over the a_l, at the reciprocals of these zeros, unique
up to the order of the layers, with L different steps: tied steps are worse for L >= 2.
Hypotheses: Sigma > 0; the covariance of w is Sigma^-1; no noise.
Idea: f is a definite quadratic form in the coefficients of q; least means orthogonal to every mu r with deg r < L. The
orthogonality is written out for L = 1, 2, 3, all n and d.
Source: in none of the papers. Ahn et al. 2023 state that the infimum of the gradient over these points is 0.
"""

from proofs.algebra import TracePolynomial, identity, inverse, matrix, scalar, symmetric, vector
from proofs.attention.data import data
from proofs.attention.descent import gradient_step
from proofs.core.claims import Induction, OrthogonalZeros, State
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.task import Task
from proofs.core.theorem import Control, Theorem
from proofs.optimum.spectrum import DEPTHS


def theorem() -> Theorem:
    """The statement and its derivation."""
    sample, Sigma, T = data(Task("Sigma", "Sigma^-1")), symmetric("Sigma", "d"), matrix("T", "d", "d")
    W, a, w, one = inverse(Sigma) @ sample.S / scalar("n"), scalar("a"), vector("w", "d"), identity("d")

    def layers(factor: TracePolynomial) -> Induction:
        u = w - T @ w
        return Induction(
            name="every layer multiplies the error by I - a W",
            states=(State(T, initial=one, following=factor @ T),),
            invariant=(w - u,),
            start=(w,),
            layer=(w - gradient_step(sample, u, a * inverse(Sigma)),),
        )

    return Theorem(
        source=Source("this project", "best step sizes of every depth"),
        hypotheses=(
            Hypothesis("n", Predicate.INTEGER, "context length"),
            Hypothesis("d", Predicate.INTEGER, "input dimension"),
            Hypothesis("Sigma", Predicate.POSITIVE_DEFINITE, "covariance of x; its inverse is that of w"),
        ),
        claims=(
            layers(one - a * W),
            OrthogonalZeros(name="zeros for every L", gram=W, over=(sample.law_X,), depths=DEPTHS),
        ),
        controls=(
            Control("I + a W", layers(one + a * W)),
            Control(
                "W not whitened",
                OrthogonalZeros(
                    name="zeros for every L", gram=sample.S / scalar("n"), over=(sample.law_X,), depths=DEPTHS
                ),
            ),
        ),
        uses=("many_layers.forward_pass",),
    )
