"""Softmax moves at most half as far as its scores, whatever their number; 1/2 is best from two on.

Setting: f(u) = exp(u) / <exp(u), 1> for u of n entries, J = diag(f) - f f' its derivative; Euclidean norms.
Claim: 0 <= v'Jv <= |v|^2 / 2, for with sum_i f_i = 1
v'Jv = (1/2) sum_ij f_i f_j (v_i - v_j)^2 and
|v|^2 / 2 - v'Jv = 2 sum_i (f_i - 1/2)^2 v_i^2 + (1/2) sum_{i != j} f_i f_j (v_i + v_j)^2.
So |f(u) - f(u')| <= |u - u'| / 2. With |A| <= R, |x| <= R this is |f(x) - f(x')| <= (R/2) |x - x'| and, for another
A, <= (R/2) |A - A'|, spectral norms: no n, no exponential, no closeness.
The constant is attained at n = 2, f = (1/2, 1/2), v = (1, -1), and is a supremum for n >= 3; at n = 1 f is constant.
Hypotheses: f_i > 0 with sum 1.
Idea: both differences are sums of squares; the mean value inequality.
Source: in none of the papers.
"""

from flint import fmpq

from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.theorem import Control, Theorem
from proofs.entrywise.claims import Lipschitz, Part
from proofs.entrywise.softmax import half, jacobian, probabilities
from proofs.entrywise.sums import Symbol, as_sum


def claim(constant: fmpq, extremal: tuple[fmpq, fmpq]) -> Lipschitz:
    """The bound with a constant, attained at a point."""
    f, v = probabilities(), Symbol("v", ("n",))
    both = half() * f("i") * f("j")
    return Lipschitz(
        name="half",
        jacobian=jacobian(),
        constant=constant,
        direction=v,
        simplex=f,
        lower=(Part(both, v("i") - v("j"), ("i", "j")),),
        upper=(
            Part(as_sum(2), (f("i") - half()) * v("i"), ("i",)),
            Part(both, v("i") + v("j"), ("i", "j"), distinct=True),
        ),
        extremal=extremal,
    )


def theorem() -> Theorem:
    """The statement and its derivation."""
    middle = (fmpq(1, 2), fmpq(1, 2))
    return Theorem(
        source=Source("this project", "sharp bound on the derivative of softmax"),
        hypotheses=(Hypothesis("n", Predicate.INTEGER, "length of f"),),
        claims=(claim(fmpq(1, 2), middle),),
        controls=(
            Control("a quarter, as for one logistic function", claim(fmpq(1, 4), middle)),
            Control("just below a half", claim(fmpq(49, 100), middle)),
            Control("attained elsewhere", claim(fmpq(1, 2), (fmpq(1, 3), fmpq(2, 3)))),
        ),
        uses=("softmax.gradient",),
    )
