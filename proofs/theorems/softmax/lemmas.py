"""Li, Song, Xia, Yu, Zhou 2023: the shift bounded norm by norm, each lemma on its own, and what the chain gives.

Setting: e = exp(u), h = exp(v) for scores u, v of n entries of size at most R^2, alpha and beta their sums,
f = e / alpha and g = h / beta.
Claim: with D = |u - v|, step by step:
1. |e - h| <= exp(R^2) D, for exp(t) - 1 <= t exp(t), t >= 0, in every entry;
2. |alpha - beta| <= sqrt(n) |e - h|, for with weights f_i = 1/n the mean of squares is at least the square of the mean;
3. alpha, beta >= n exp(-R^2) and |h| <= sqrt(n) exp(R^2), entry by entry, and
   f - g = (e - h) / alpha + h (beta - alpha) / (alpha beta), so |f - g| <= (exp(2 R^2) + exp(4 R^2)) D / n;
4. for D <= R |x - y| that is at most 2 R exp(4 R^2) |x - y| / n <= n^(3/2) exp(10 R^2) |x - y|, the printed constant.
Hypotheses: R > 0, n >= 1, t >= 0. The sharp bound, R/2, needs none of this (softmax.sharp_bound).
Idea: triangle inequality and Cauchy-Schwarz.
Source: the chain of the paper, rebuilt; constants are ours, and no closeness of x and y is assumed.
"""

import sympy as sp
from flint import fmpq

from proofs.core.statement import Hypothesis, Predicate, Provenance, Source
from proofs.core.theorem import Control, Theorem
from proofs.entrywise.claims import EntrywiseIdentity, Inequality, LooseBound
from proofs.entrywise.softmax import half, probabilities
from proofs.entrywise.sums import Sum, Symbol


def exponentials(factor: sp.Expr) -> Inequality:
    """exp(t) - 1 against a multiple of t exp(t)."""
    t = sp.Symbol("t", nonnegative=True)
    return Inequality(name="exponentials", smaller=sp.exp(t) - 1, larger=factor * t * sp.exp(t), variable=t)


def means(spread: Sum) -> EntrywiseIdentity:
    """Mean of squares less square of the mean."""
    f, a = probabilities(), Symbol("a", ("n",))
    mean, square = (f("i") * a("i")).over("i"), (f("i") * a("i") * a("i")).over("i")
    return EntrywiseIdentity(name="sums against norms", left=square - mean * mean, right=spread, simplex=f)


def quotients(first: Sum) -> EntrywiseIdentity:
    """(f - g) alpha beta."""
    e, h = Symbol("e", ("n",)), Symbol("h", ("n",))
    alpha, beta = e("j").over("j"), h("j").over("j")
    left, right = e("i") * beta - h("i") * alpha, (e("i") - h("i")) * beta + first * (beta - alpha)
    return EntrywiseIdentity(name="quotients", left=left, right=right, simplex=probabilities())


def theorem() -> Theorem:
    """The statement and its derivation."""
    f, a, e, h = probabilities(), *(Symbol(name, ("n",)) for name in ("a", "e", "h"))
    apart = f("i") * f("j") * (a("i") - a("j")) * (a("i") - a("j"))
    chain = LooseBound(name="the constant of the chain", slope=fmpq(2), power=fmpq(5, 2), growth=fmpq(6))
    return Theorem(
        source=Source("Li, Song, Xia, Yu, Zhou 2023", "bounds on the shifts", "arXiv:2304.13276", Provenance.REBUILT),
        hypotheses=(
            Hypothesis("n", Predicate.INTEGER, "length of f"),
            Hypothesis("R", Predicate.POSITIVE, "bound on the scores"),
            Hypothesis("t", Predicate.NONNEGATIVE, "exp(t) - 1 <= t exp(t)"),
        ),
        claims=(exponentials(sp.Integer(1)), means((half() * apart).over("i", "j")), quotients(h("i")), chain),
        controls=(
            Control("half of t exp(t)", exponentials(sp.Rational(1, 2))),
            Control("every pair counted twice", means(apart.over("i", "j"))),
            Control("e in the place of h", quotients(e("i"))),
        ),
        uses=("softmax.target_shift",),
    )
