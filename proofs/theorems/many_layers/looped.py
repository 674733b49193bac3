"""Layers that share one step size: a convex loss, whose minimum is a critical point and worse than untied steps.

Setting: as in many_layers.step_sizes (sparse weights, x ~ N(0, Sigma), w ~ N(0, Sigma^-1), no noise), but
A_l = a Sigma^-1 with the same a in every layer; W = Sigma^-1 S / n and h(a) = E tr (I - a W)^(2L).
Claim: h(a+t) + h(a-t) - 2 h(a) = 2 sum_j binom(2L, 2j) t^(2j) E tr ((I - a W)^(L-j) W^j)^2, j = 1 ... L, which is
positive for t != 0, so h is strictly convex (L = 1, 2, 3). The gradient of the loss by each A_l, over all (d, d)
matrices, is -(2/d) M(a) Sigma at such a point, M(a) = E tr W (I - a W)^(2L-1), so the one zero of M is a critical point
of the loss among all weights. For L = 2, h(a) - f* = E tr ((I - a W)^2 - q*(W))^2, f* and q* those of untied steps;
q* has two different zeros, so h(a) > f*.
Hypotheses: Sigma > 0; the covariance of w is Sigma^-1.
Idea: the binomial theorem; even powers of symmetric factors are squares; M by zonal polynomials.
Source: in none of the papers; looped transformers are those of Gatmiry et al. 2024.
"""

from math import comb

from proofs.algebra import TracePolynomial, gradient, identity, inverse, matrix, scalar, substitute, symmetric
from proofs.algebra.polynomial import total
from proofs.algebra.symbols import number
from proofs.attention.data import data
from proofs.attention.sparse import residual_map
from proofs.core.claims import Equality, LowerBound, Square
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.task import Task
from proofs.core.theorem import Control, Theorem
from proofs.moments.mean import Mean
from proofs.optimum.spectrum import coefficients, spectral_moment
from proofs.theorems.many_layers.step_sizes import two_layers


def theorem() -> Theorem:
    """The statement and its derivation."""
    task, white, Sigma = Task("Sigma", "Sigma^-1"), Task("Sigma"), symmetric("Sigma", "d")
    n, d, a, t, sample = scalar("n"), scalar("d"), scalar("a"), scalar("t"), data(task)
    W, (A, B, C) = inverse(Sigma) @ sample.S / n, (matrix(name, "d", "d") for name in ("A_0", "A_1", "A_2"))
    (e_1, e_2), reciprocal, least = two_layers()

    def power(base: TracePolynomial, exponent: int) -> TracePolynomial:
        return base**exponent if exponent else identity("d")

    def squared(product: TracePolynomial) -> TracePolynomial:
        return (sample.x_q.T @ product @ sample.w) ** 2

    def tied(step: TracePolynomial, count: int) -> TracePolynomial:
        return residual_map(sample, [step * inverse(Sigma)] * count)

    def convex(law: Task, *layers: TracePolynomial) -> LowerBound:
        L = len(layers)
        bodies = [t**j * power(identity("d") - a * W, L - j) @ W**j for j in range(1, L + 1)]
        weights = [number(2 * comb(2 * L, 2 * j)) for j in range(1, L + 1)]
        return LowerBound(
            name=f"L = {L}: convex",
            objective=Mean(
                squared(tied(a + t, L)) + squared(tied(a - t, L)) - 2 * squared(tied(a, L)),
                data(law).laws,
            ),
            minimizer=((t, number(0)),),
            value=number(0),
            squares=tuple(
                Square(body, weight=weight, before=Sigma, after=inverse(Sigma), over=(sample.law_X,))
                for body, weight in zip(bodies, weights, strict=True)
            ),
        )

    def critical(law: Task, layer: TracePolynomial, *layers: TracePolynomial) -> Equality:
        top = 2 * len(layers) - 1
        at = {letter: a * inverse(Sigma) for letter in layers}
        slope = gradient(squared(residual_map(sample, layers)), layer)
        M = total(c * spectral_moment(j + 1) for j, c in enumerate(coefficients([a] * top)))
        return Equality(
            name=f"L = {len(layers)}: gradient by {layer}",
            left=Mean(substitute(slope, at), data(law).laws),
            right=-2 / d * M * Sigma,
        )

    def gap(law: Task) -> Equality:
        looped, best = tied(a, 2), identity("d") - e_1 * W + e_2 * W @ W
        return Equality(
            name="L = 2: worse than untied steps",
            left=Mean(squared(looped) - squared(looped - best), data(law).laws),
            right=least,
            abbreviations=(reciprocal,),
        )

    return Theorem(
        source=Source("this project", "tied step sizes"),
        hypotheses=(
            Hypothesis("n", Predicate.INTEGER, "context length"),
            Hypothesis("d", Predicate.INTEGER, "input dimension"),
            Hypothesis("Sigma", Predicate.POSITIVE_DEFINITE, "covariance of x; its inverse is that of w"),
        ),
        claims=(
            *(convex(task, *layers) for layers in ((A,), (A, B), (A, B, C))),
            *(critical(task, layer, *layers) for layers in ((A,), (A, B), (A, B, C)) for layer in layers),
            gap(task),
        ),
        controls=(
            *(Control("w ~ N(0, I)", claim) for claim in (convex(white, A, B), gap(white))),
            *(Control("w ~ N(0, I)", critical(white, layer, A, B, C)) for layer in (A, B, C)),
        ),
        uses=("many_layers.step_sizes",),
    )
