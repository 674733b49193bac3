"""The entries of softmax sum to 1, and do not.

Setting: f = softmax of scores, n entries.
Claim: sum_i f_i = 1; and sum_i f_i is not the same as 1.
Hypotheses: none.
Idea: entries.
Source: nobody.
"""

from flint import fmpq

from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.theorem import Theorem
from proofs.entrywise.claims import DifferentValues, EntrywiseIdentity
from proofs.entrywise.softmax import probabilities
from proofs.entrywise.sums import Symbol


def theorem():
    f, v = probabilities(), Symbol("v", ("n",))
    left = f("i").over("i") * v("j").over("j")
    right = v("j").over("j")
    one = fmpq(1)
    return Theorem(
        source=Source("nobody"),
        hypotheses=(Hypothesis("n", Predicate.INTEGER, "entries"),),
        claims=(
            EntrywiseIdentity(name="same", left=left, right=right, simplex=f),
            DifferentValues(
                name="not the same",
                left=left,
                right=right,
                values=(("f", ((one, one),)), ("v", ((one, 2 * one),)), ("A", ((one,), (one,)))),
                found=(fmpq(6), fmpq(3)),
            ),
        ),
    )


VERDICT = "CERTIFIED"


def neighbour():
    """The weighted sum is not the sum."""
    f, v = probabilities(), Symbol("v", ("n",))
    one = f("i").over("i") * v("j").over("j")
    same = EntrywiseIdentity(name="same", left=one, right=v("j").over("j"), simplex=f)
    other = DifferentValues(
        name="not the same",
        left=(f("i") * v("i")).over("i"),
        right=v("j").over("j"),
        values=(("f", ((fmpq(1, 2), fmpq(1, 2)),)), ("v", ((fmpq(1), fmpq(2)),))),
        found=(fmpq(3, 2), fmpq(3)),
        simplex=(f,),
    )
    sizes = (Hypothesis("n", Predicate.INTEGER, "entries"),)
    return Theorem(source=Source("nobody"), hypotheses=sizes, claims=(same, other))
