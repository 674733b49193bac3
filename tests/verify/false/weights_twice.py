"""One layer makes a step of gradient descent, with twice the step that is listed first.

Setting: one layer of linear attention, free weights b_y and A_x, all others 0.
Claim: with b_y = 1, A_x = -2 eta I and A_x = -eta I it predicts eta y'X x_q / n.
Hypotheses: none.
Idea: insert.
Source: nobody.
"""

from proofs.algebra import identity, matrix, scalar, vector
from proofs.algebra.symbols import number
from proofs.core.claims import Implements
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.theorem import Theorem

eta, b_y, A_x = scalar("eta"), scalar("b_y"), matrix("A_x", "d", "d")
X, y, x_q = matrix("X", "n", "d"), vector("y", "n"), vector("x_q", "d")
STEP = -eta * identity("d")


def stated(*weights):
    gram = y.T @ X @ A_x @ x_q / scalar("n")
    sizes = tuple(Hypothesis(name, Predicate.INTEGER, "size") for name in ("n", "d"))
    claim = Implements(
        name="step", prediction=-b_y * gram, weights=weights, algorithm=eta * (y.T @ X @ x_q) / scalar("n")
    )
    return Theorem(Source("nobody"), sizes, (claim,))


def theorem():
    return stated((b_y, number(1)), (A_x, 2 * STEP), (A_x, STEP))


VERDICT = "PROVED"


def neighbour():
    """The weight is given once."""
    return stated((b_y, number(1)), (A_x, STEP))
