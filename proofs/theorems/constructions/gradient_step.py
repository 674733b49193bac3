"""Akyurek, Schuurmans, Andreas, Ma, Zhou 2022, Theorem 1: decoder layers do steps of gradient descent.

Setting: columns start, first, x_1, y_1, ..., x_k, y_k, query; layers mov (attention), mul (GeLU), aff (copies through
GeLU), each ideal in a limit of its scale (constructions.rates); one example at a time, ridge objective
(w'x - y)^2 + lambda |w|^2, step alpha.
Claim: from any w the program computes w_k'x_q, w_i = w_(i-1) - 2 alpha (x_i (w_(i-1)'x_i - y_i) + lambda w_(i-1)), with
7 k + 2 layers, 4 d + 8 + 2 k rows and 3 d inner units: the depth does not depend on d. The rows hold x, w,
x (w'x - y) and the new w, five numbers, and a place for each column. For every k by induction: a round of 7 layers
makes one step, whatever went before, and leaves the columns alone that it has not reached; two layers more predict.
For k = 1, 2, 3 also as one program.
Hypotheses: none on the data.
Idea: every step is made in the column of its label, when the old w has moved there.
Source: the printed theorem; the appendix prints -lambda, then -2 lambda, where +lambda is needed. Rows and layers are
counted for our program; the paper states O(d) and a constant.
"""

from proofs.algebra import TracePolynomial, scalar, vector
from proofs.constructions.descent import DESCENT, gradient_program, gradient_round, prediction
from proofs.constructions.rounds import anything, example, query, untouched
from proofs.core.programs import Construction, Program
from proofs.core.statement import Hypothesis, Predicate, Provenance, Source
from proofs.core.theorem import Control, Theorem

PAPER, LINK = "Akyurek, Schuurmans, Andreas, Ma, Zhou 2022", "arXiv:2211.15661"


def step(w: TracePolynomial, index: int, ridge: TracePolynomial) -> TracePolynomial:
    """One step of gradient descent on one example."""
    x, y = example(index)
    return w - 2 * scalar("alpha") * (x * (w.T @ x - y) + ridge * w)


def steps(count: int, ridge: TracePolynomial) -> TracePolynomial:
    """w_k'x_q after one step for each of the examples."""
    w = vector("w", "d")
    for index in range(1, count + 1):
        w = step(w, index, ridge)
    return w.T @ vector("x_q", "d")


def claim(count: int, built: TracePolynomial, ridge: TracePolynomial) -> Construction:
    """So many steps, the program with one multiple of w and the algorithm with another."""
    return Construction(
        name=f"{count} step{'s' if count > 1 else ''}",
        program=gradient_program(count, built),
        outputs=(("query", "o", steps(count, ridge)),),
        width=(8 + 2 * count, 4, 0),
        hidden=(0, 3, 0),
        depth=7 * count + 2,
    )


def one_round(ridge: TracePolynomial) -> Construction:
    """The step of the induction."""
    program = gradient_round(ridge)
    made = ("y", "v", step(vector("w", "d"), 1, ridge))
    outputs = (made, *untouched(program))
    return Construction(
        name="every round", program=program, outputs=outputs, width=(12, 4, 0), hidden=(0, 3, 0), depth=7
    )


def last_layers() -> Construction:
    """The prediction from what the last round leaves."""
    w = vector("w", "d")
    given = (*anything(DESCENT, {"v": w}), query())
    program = Program(DESCENT, ("start", "before", "query"), given, prediction("before"))
    outputs = (("query", "o", w.T @ vector("x_q", "d")),)
    return Construction(
        name="last layers", program=program, outputs=outputs, width=(8, 4, 0), hidden=(0, 3, 0), depth=2
    )


def theorem() -> Theorem:
    """The statement and its derivation."""
    ridge = scalar("lambda")
    return Theorem(
        source=Source(PAPER, "Theorem 1", LINK, Provenance.READ, "With the sign of lambda that the objective has."),
        hypotheses=(Hypothesis("d", Predicate.INTEGER, "input dimension"),),
        claims=(*(claim(count, ridge, ridge) for count in (1, 2, 3)), one_round(ridge), last_layers()),
        controls=(
            Control(
                "-lambda, as the appendix prints first",
                claim(1, -ridge, ridge),
                printed=Source(PAPER, "appendix, gradient step", LINK, Provenance.READ),
            ),
            Control(
                "-2 lambda, as the appendix prints then",
                claim(1, -2 * ridge, ridge),
                printed=Source(PAPER, "appendix, gradient step, last line", LINK, Provenance.READ),
            ),
        ),
        uses=("constructions.rates",),
    )
