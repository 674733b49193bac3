"""At small scale softmax attention is linear attention with centred values.

Setting: scores t u, u of n entries, w = max u - min u; values v_1, ..., v_n; attention output sum_i f_i(t u) v_i. In
attention over examples u_i = x_i'Q x_q and v_i = y_i.
Claim: the output is mean v + t (1/n) sum_i (u_i - mean u) v_i + R with |R| <= t^2 w^2 max |v_i| / 4. So the step of
linear attention in section 1, (1/n) sum_i y_i x_i'Q x_q, is met to first order in t where the labels (or the scores) of
the context have mean 0. Half the difference of two heads with scales t and -t is t (1/n) sum_i (u_i - mean u) v_i to
that order, with centred scores in any case.
Hypotheses: none on u and v.
Idea: f' = f_i (u_i - m), f'' = f_i ((u_i - m)^2 - var u) along u; Taylor; a variance is at most w^2 / 4.
Source: in none of the papers.
"""

from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.theorem import Control, Theorem
from proofs.entrywise.claims import Expansion
from proofs.entrywise.softmax import probabilities
from proofs.entrywise.sums import Sum, Symbol


def theorem() -> Theorem:
    """The statement and its derivation."""
    f, u = probabilities(), Symbol("u", ("n",))
    mean = (f("h") * u("h")).over("h")
    square = (f("h") * u("h") * u("h")).over("h")
    centred = u("i") - mean

    def claim(second: Sum, order: int = 2) -> Expansion:
        return Expansion(name="expansion", first=f("i") * centred, second=second, order=order)

    spread = square - mean * mean
    return Theorem(
        source=Source("this project", "softmax attention at small scale"),
        hypotheses=(Hypothesis("n", Predicate.INTEGER, "length of f"),),
        claims=(claim(f("i") * (centred * centred - spread)),),
        controls=(
            Control("third order", claim(f("i") * (centred * centred - spread), order=3)),
            Control("a second derivative without the variance", claim(f("i") * centred * centred)),
        ),
        uses=("softmax.sharp_bound",),
    )
