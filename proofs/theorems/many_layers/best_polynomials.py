"""The best polynomial of up to three layers in closed form, with and without noise, and what it is orthogonal to.

Setting: as in many_layers.noise; c_k are the coefficients of q, q(0) = 1, and G is the form of f in them.
Claim: for L = 1, 2, 3 and all q of degree L, f - f* is the mean of tr ((q - q*)^2 + s (q - q*)^2 / mu) over the
spectrum of W, with q* = sum (G_0k / G_00) mu^k and f* = det G / G_00, G_0k the cofactors of the first row of G. With
Q = ((mu + s) q* - s) / mu, E tr W Q(W) W^j = 0 for j < L: Q is the orthogonal polynomial of mu dnu with Q(-s) = 1, and
q* = (s + mu Q) / (mu + s).
Hypotheses: Sigma > 0; the covariance of w is Sigma^-1; sigma2 >= 0.
Idea: complete the square; Cramer's rule. G_00 is positive since all its coefficients in n - 1 and d - 1 are.
Source: in none of the papers. Without noise the zeros of q* are real (many_layers.zeros), with much noise they are not
(many_layers.merging).
"""

from proofs.algebra import TracePolynomial, identity, inverse, scalar, symmetric
from proofs.algebra.polynomial import total
from proofs.algebra.symbols import number
from proofs.attention.data import data
from proofs.core.claims import Equality, Minimum, Square
from proofs.core.derivation import Reciprocal
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.task import Task
from proofs.core.theorem import Control, Theorem
from proofs.moments.mean import Mean
from proofs.optimum.cramer import least_point
from proofs.optimum.spectrum import DEPTHS, quadratic_form, spectral_moment


def theorem() -> Theorem:
    """The statement and its derivation."""
    task, white = Task("Sigma", "Sigma^-1", "sigma2"), Task("Sigma", "", "sigma2")
    sample, Sigma, one = data(task), symmetric("Sigma", "d"), identity("d")
    n, noise, eta = scalar("n"), scalar("sigma2"), scalar("eta")
    W, slope = inverse(Sigma) @ sample.S / n, inverse(Sigma) @ sample.X.T @ sample.y / n

    def powers(c: tuple[TracePolynomial, ...], start: int) -> TracePolynomial:
        """sum c_k W^(k - start) over k >= start."""
        return total(x * (W ** (k - start) if k > start else one) for k, x in enumerate(c) if k >= start)

    def loss(c: tuple[TracePolynomial, ...], law: Task) -> Mean:
        """The error at u = K Sigma^-1 X'y / n, K = (1 - q) / mu at W."""
        return Mean((sample.x_q.T @ (-powers((number(0), *c[1:]), 1) @ slope - sample.w)) ** 2, data(law).laws)

    def best(count: int) -> tuple[tuple[TracePolynomial, ...], Reciprocal, TracePolynomial]:
        found = least_point(quadratic_form(count, noise))
        top, *others = found.cofactors
        c = (number(1), *(eta * cofactor * n**k for k, cofactor in enumerate(others, 1)))
        return c, Reciprocal(eta, top), eta * found.determinant

    def minimum(count: int, law: Task) -> Minimum:
        c, reciprocal, least = best(count)
        free = (number(1), *(scalar(f"c_{k}") for k in range(1, count + 1)))
        gap = tuple(x - y for x, y in zip(free, c, strict=True))
        return Minimum(
            name=f"L = {count}: the minimum",
            objective=loss(free, law),
            minimizer=tuple(zip(free[1:], c[1:], strict=True)),
            value=least,
            squares=(
                Square(powers(gap, 0), before=Sigma, after=inverse(Sigma), over=(sample.law_X,)),
                Square(
                    powers(gap, 1) @ inverse(Sigma) @ sample.X.T,
                    weight=noise / n**2,
                    before=Sigma,
                    over=(sample.law_X,),
                ),
            ),
            abbreviations=(reciprocal,),
        )

    def orthogonal(count: int, named: int, order: int) -> Equality:
        """E tr W Q(W) W^order, mu Q = (mu + s) q* - s."""
        c, reciprocal, _ = best(count)
        q = (*c, number(0))
        shifted = [q[k - 1] + noise / n * q[k] for k in range(1, count + 2)]
        return Equality(
            name=f"L = {count}: Q is orthogonal to mu^{named}",
            left=total(x * spectral_moment(k + order) for k, x in enumerate(shifted, 1)),
            right=number(0),
            abbreviations=(reciprocal,),
        )

    return Theorem(
        source=Source("this project", "best polynomials in closed form"),
        hypotheses=(
            Hypothesis("n", Predicate.INTEGER, "context length"),
            Hypothesis("d", Predicate.INTEGER, "input dimension"),
            Hypothesis("sigma2", Predicate.NONNEGATIVE, "variance of the label noise"),
            Hypothesis("Sigma", Predicate.POSITIVE_DEFINITE, "covariance of x; its inverse is that of w"),
        ),
        claims=(
            *(minimum(count, task) for count in DEPTHS),
            *(orthogonal(count, order, order) for count in DEPTHS for order in range(count)),
        ),
        controls=(
            *(Control("w ~ N(0, I)", minimum(count, white)) for count in DEPTHS[:-1]),
            *(Control("orthogonal to one power more", orthogonal(count, count - 1, count)) for count in DEPTHS),
        ),
        uses=("many_layers.noise", "many_layers.step_sizes"),
    )
