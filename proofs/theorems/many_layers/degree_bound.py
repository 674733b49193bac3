"""Two layers with all weights free do no better, in one dimension, than four steps of gradient descent.

Setting: d = 1, x, w ~ N(0, 1), no noise; two layers of linear attention, all entries of P_l and Q_l free, so that the
tokens are z_i = (x_i, w x_i) and s = sum_i x_i^2 / n is the Gram number.
Claim: the prediction is x_q sum_j s^j c_j(w), j = 1 ... 4, with polynomials c_j; hence the loss is at least the least
loss of four steps of gradient descent with free step sizes, for every n.
Hypotheses: none on the weights; d = 1.
Idea: the forward pass in scalars, term by term. Replacing c_j(w) by its projection on w only lowers the loss and
leaves the mean of q(s)^2 for a polynomial q of degree 4 with q(0) = 1.
Source: in none of the papers.
"""

from proofs.algebra import BlockMatrix, TracePolynomial, identity, scalar, vector
from proofs.algebra.symbols import number
from proofs.core.claims import DegreeBound
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.theorem import Theorem


def square(name: str) -> BlockMatrix:
    """A free 2 x 2 matrix of scalars."""
    return BlockMatrix(tuple(tuple(scalar(f"{name}_{row}{column}") for column in "xy") for row in "xy"))


def prediction() -> TracePolynomial:
    """-[Z_2]_{2,n+1} for tokens (x_i, w x_i) and the query (x_q, 0), all weights free."""
    x, w = vector("x", "n"), scalar("w")
    Z = BlockMatrix(((x.T, scalar("x_q")), (w * x.T, number(0))))
    mask = BlockMatrix.of([[identity("n"), 0], [0, 0]], (("n", "1"), ("n", "1")))
    for layer in ("first", "second"):
        P, Q = square(f"P_{layer}"), square(f"Q_{layer}")
        Z = Z + P @ Z @ mask @ (Z.T @ Q @ Z) * scalar("n").reciprocal()
    return -Z[1, 1]


def theorem() -> Theorem:
    """The statement and its derivation."""
    x = vector("x", "n")
    return Theorem(
        source=Source("this project", "two layers, all weights, d = 1"),
        hypotheses=(Hypothesis("n", Predicate.INTEGER, "context length"),),
        claims=(
            DegreeBound(
                name="no better than four steps",
                prediction=prediction(),
                query=scalar("x_q"),
                gram=x.T @ x,
                steps=4,
            ),
        ),
    )
