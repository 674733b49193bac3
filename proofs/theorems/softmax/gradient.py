"""Li, Song, Xia, Yu, Zhou 2023: the gradient of softmax regression.

Setting: f(x) = exp(A x) / <exp(A x), 1>, A (n, d), x (d,), b (n,); loss |f - b|^2 / 2; J = diag(f) - f f'.
Claim: df/du = J for the scores u = A x, and the gradient of the loss is A'J (f - b).
Hypotheses: none on A, x and b.
Idea: f = e / sum e with de_i / du_j = e_i delta_ij; the product rule.
Source: the paper's gradient, rebuilt from abstract and derivation.
"""

from proofs.core.statement import Hypothesis, Predicate, Provenance, Source
from proofs.core.theorem import Control, Theorem
from proofs.entrywise.claims import EntrywiseIdentity
from proofs.entrywise.proofs import derived
from proofs.entrywise.softmax import inputs, jacobian, probabilities, residual
from proofs.entrywise.sums import Sum, delta


def product_form(i: str, j: str) -> Sum:
    """J_ij = f_i delta_ij - f_i f_j."""
    f = probabilities()
    return f(i) * delta("n", i, j) - f(i) * f(j)


def theorem() -> Theorem:
    """The statement and its derivation."""
    (A, _, _), f = inputs(), probabilities()

    def slope(right: Sum) -> EntrywiseIdentity:
        return EntrywiseIdentity(name="derivative of softmax", left=jacobian(), right=right, simplex=f)

    def gradient(middle: Sum) -> EntrywiseIdentity:
        right = (A("i", "l") * middle * residual("j")).over("i", "j")
        return EntrywiseIdentity(name="gradient", left=derived(1), right=right, simplex=f, derivative=1)

    return Theorem(
        source=Source("Li, Song, Xia, Yu, Zhou 2023", "gradient of the loss", "arXiv:2304.13276", Provenance.REBUILT),
        hypotheses=(
            Hypothesis("n", Predicate.INTEGER, "length of f"),
            Hypothesis("d", Predicate.INTEGER, "length of x"),
        ),
        claims=(slope(product_form("i", "j")), gradient(product_form("i", "j"))),
        controls=(
            Control("the diagonal part alone", slope(f("i") * delta("n", "i", "j"))),
            Control("J dropped", gradient(delta("n", "i", "j"))),
            Control("J turned around", gradient(-product_form("i", "j"))),
        ),
    )
