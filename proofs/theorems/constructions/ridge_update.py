"""Akyurek, Schuurmans, Andreas, Ma, Zhou 2022, Theorem 2: decoder layers do Sherman-Morrison updates.

Setting: as in constructions.gradient_step, with div (LayerNorm) as well; P = I / lambda and z = 0 at first, lambda > 0.
Claim: for one example the program computes w'x_q with w = (I/lambda - x x'/lambda^2 / (1 + x'x/lambda)) x y, which is
(lambda I + x x')^-1 x y by constructions.sherman_morrison, with 13 layers, 5 d^2 + 6 d + 12 rows and 3 d^2 inner units.
For k examples, by induction: a round of 10 layers turns any P > 0 and z into P - P x x'P / (1 + x'P x) and z + x y,
whatever went before, and leaves the columns alone that it has not reached; three layers more predict (P z)'x_q. If
P = A^-1 before a round, then P = (A + x x')^-1 after it, by constructions.sherman_morrison; so P = (lambda I + X'X)^-1
and z = X'y after k rounds, and the prediction is that of ridge regression, with 10 k + 3 layers.
Hypotheses: lambda > 0; P > 0, which every round keeps.
Idea: P x, x'P x and (P x)(P x)' are products, 1 + x'P x is positive and divides.
Source: the printed theorem. Rows and layers are counted for our program; the paper states O(d^2) and a constant.
"""

from proofs.algebra import TracePolynomial, identity, inverse, scalar, symmetric, vector
from proofs.algebra.symbols import number
from proofs.constructions.descent import RIDGE, ridge_prediction, ridge_program, ridge_round
from proofs.constructions.rounds import anything, example, query, untouched
from proofs.core.claims import Equality
from proofs.core.derivation import Reciprocal, Step
from proofs.core.programs import Construction, Program
from proofs.core.statement import Hypothesis, Predicate, Provenance, Source
from proofs.core.theorem import Control, Theorem
from proofs.moments.cited import Cited
from proofs.theorems.constructions.sherman_morrison import theorem as sherman_morrison


def claim(correction: TracePolynomial) -> Construction:
    """One update; the algorithm with a multiple of the correction."""
    (x, y), ridge, r = example(1), scalar("lambda"), scalar("r")
    first, one = identity("d") / ridge, 1 + x.T @ x / ridge
    w = (first - correction * r * (x @ x.T) / ridge**2) @ x * y
    return Construction(
        name="one update",
        program=ridge_program(1, first),
        outputs=(("query", "o", w.T @ vector("x_q", "d")),),
        width=(12, 6, 5),
        hidden=(0, 0, 3),
        depth=13,
        abbreviations=(Reciprocal(r, one),),
    )


def one_round(correction: TracePolynomial) -> Construction:
    """The step of the induction; the new P with a multiple of the correction."""
    (x, y), P, z, r = example(1), symmetric("P", "d"), vector("z", "d"), scalar("r")
    program = ridge_round(P, z)
    made = (("y", "Q", P - correction * r * (P @ x @ x.T @ P)), ("y", "v", z + x * y))
    return Construction(
        name="every round",
        program=program,
        outputs=(*made, *untouched(program)),
        width=(14, 6, 5),
        hidden=(0, 0, 3),
        depth=10,
        abbreviations=(Reciprocal(r, 1 + x.T @ P @ x),),
    )


def last_layers() -> Construction:
    """The prediction from what the last round leaves."""
    P, z = symmetric("P", "d"), vector("z", "d")
    given = (*anything(RIDGE, {"Q": P, "v": z}), query())
    program = Program(RIDGE, ("start", "before", "query"), given, ridge_prediction("before"))
    outputs = (("query", "o", (P @ z).T @ vector("x_q", "d")),)
    return Construction(
        name="last layers", program=program, outputs=outputs, width=(8, 6, 4), hidden=(0, 0, 3), depth=3
    )


def inverse_kept(factor: TracePolynomial) -> Equality:
    """The new P is the inverse of the old one's inverse and x x', by Sherman and Morrison."""
    (x, _), A, r = example(1), symmetric("A", "d"), scalar("r")
    P, one = inverse(A), identity("d")
    updated = P - factor * r * (P @ x @ x.T @ P)
    cited = Cited("constructions.sherman_morrison", sherman_morrison(), "from the right", ((vector("v", "d"), x),))
    return Equality(
        name="the inverse is kept",
        left=(A + x @ x.T) @ updated,
        right=one,
        steps=(Step(one, cited),),
        abbreviations=(Reciprocal(r, 1 + x.T @ P @ x),),
    )


def theorem() -> Theorem:
    """The statement and its derivation."""
    one = number(1)
    return Theorem(
        source=Source("Akyurek, Schuurmans, Andreas, Ma, Zhou 2022", "Theorem 2", "arXiv:2211.15661", Provenance.READ),
        hypotheses=(
            Hypothesis("d", Predicate.INTEGER, "input dimension"),
            Hypothesis("lambda", Predicate.POSITIVE, "I / lambda"),
            Hypothesis("P", Predicate.POSITIVE_DEFINITE, "1 + x'P x > 0"),
            Hypothesis("A", Predicate.POSITIVE_DEFINITE, "the inverse of P"),
        ),
        claims=(claim(one), one_round(one), inverse_kept(one), last_layers()),
        controls=(
            Control("the sign of the correction", claim(-one)),
            Control("no correction", claim(0 * one)),
            Control("a round with the sign of the correction", one_round(-one)),
            Control("an inverse without the correction", inverse_kept(0 * one)),
        ),
        uses=("constructions.sherman_morrison", "constructions.rates"),
    )
