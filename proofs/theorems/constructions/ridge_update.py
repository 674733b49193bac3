"""Akyurek, Schuurmans, Andreas, Ma, Zhou 2022, Theorem 2: decoder layers do Sherman-Morrison updates.

Setting: as in constructions.gradient_step, with div (LayerNorm) as well; P = I / lambda at first, lambda > 0.
Claim: for one example the program computes w'x_q with w = (I/lambda - x x'/lambda^2 / (1 + x'x/lambda)) x y, which is
(lambda I + x x')^-1 x y by constructions.sherman_morrison, with 13 layers, 5 d^2 + 6 d + 11 rows and 3 d^2 inner units;
10 k + 3 layers for k examples.
Hypotheses: lambda > 0.
Idea: P x, x'P x and (P x)(P x)' are products, 1 + x'P x is positive and divides.
Source: the printed theorem. Rows and layers are counted for our program; the paper states O(d^2) and a constant.
"""

from proofs.algebra import TracePolynomial, identity, scalar, vector
from proofs.algebra.symbols import number
from proofs.constructions.descent import example, ridge_program
from proofs.core.derivation import Reciprocal
from proofs.core.programs import Construction
from proofs.core.statement import Hypothesis, Predicate, Provenance, Source
from proofs.core.theorem import Control, Theorem


def claim(correction: TracePolynomial) -> Construction:
    """One update; the algorithm with a multiple of the correction."""
    (x, y), ridge, r = example(1), scalar("lambda"), scalar("r")
    first, one = identity("d") / ridge, 1 + x.T @ x / ridge
    w = (first - correction * r * (x @ x.T) / ridge**2) @ x * y
    return Construction(
        name="one update",
        program=ridge_program(1, first),
        output="o",
        algorithm=w.T @ vector("x_q", "d"),
        width=(11, 6, 5),
        hidden=(0, 0, 3),
        depth=13,
        abbreviations=(Reciprocal(r, one),),
    )


def theorem() -> Theorem:
    """The statement and its derivation."""
    one = number(1)
    return Theorem(
        source=Source("Akyurek, Schuurmans, Andreas, Ma, Zhou 2022", "Theorem 2", "arXiv:2211.15661", Provenance.READ),
        hypotheses=(
            Hypothesis("d", Predicate.INTEGER, "input dimension"),
            Hypothesis("lambda", Predicate.POSITIVE, "I / lambda"),
        ),
        claims=(claim(one),),
        controls=(
            Control("the sign of the correction", claim(-one)),
            Control("no correction", claim(0 * one)),
        ),
        uses=("constructions.sherman_morrison",),
    )
