"""von Oswald et al. 2022, Proposition 1: explicit weights do one step of gradient descent for every token.

Setting: tokens (x_j, y_j) of the context and a query (x_q, y_0), keys and values from the context only;
(x, y) -> (x, y) + (eta / n) W_P sum_i W_V z_i (W_K z_i)'(W_Q z) with W_K = W_Q = diag(I, 0), W_P = I and
W_V = [[0, 0], [w_0', -1]]; R(u) = |X u - y|^2 / (2n).
Claim: inputs stay as they are, and with w_1 = w_0 - eta grad R(w_0) every label y_j becomes y_j - x_j'(w_1 - w_0), the
query slot y_0 becomes y_0 - x_q'(w_1 - w_0): from y_0 = -x_q'w_0 it is minus the prediction of w_1.
Hypotheses: none: it holds for all data, w_0 and eta.
Idea: w_0'x_i - y_i is the residual of example i, and x_i'x_j how much it moves the prediction at x_j.
Source: the proposition, rebuilt from the paper's text.
"""

from proofs.algebra import BlockMatrix, TracePolynomial, identity, scalar, vector
from proofs.algebra.symbols import number, zero
from proofs.attention.data import Data, data
from proofs.attention.descent import gradient_step
from proofs.core.claims import Equality
from proofs.core.statement import Hypothesis, Predicate, Provenance, Source
from proofs.core.task import Task
from proofs.core.theorem import Control, Theorem

TOKEN = ("d", "1")


def layer(tokens: BlockMatrix, sample: Data, sign: int = -1) -> BlockMatrix:
    """All given tokens after the layer; `sign` stands below the corner of W_V."""
    w_0, factor = vector("w_0", "d"), scalar("eta") / scalar("n")
    context = BlockMatrix(((sample.X.T,), (sample.y.T,)))
    select = BlockMatrix.of([[identity("d"), 0], [0, 0]], (TOKEN, TOKEN))
    values = BlockMatrix.of([[0, 0], [w_0.T, number(sign)]], (TOKEN, TOKEN))
    return tokens + values @ context @ (select @ context).T @ (select @ tokens) * factor


def theorem() -> Theorem:
    """The statement and its derivation."""
    sample, w_0, y_0, eta = data(Task(noise="sigma2")), vector("w_0", "d"), scalar("y_0"), scalar("eta")
    moved = gradient_step(sample, w_0, eta * identity("d")) - w_0
    context = BlockMatrix(((sample.X.T,), (sample.y.T,)))
    query = BlockMatrix(((sample.x_q,), (y_0,)))

    def equal(name: str, left: TracePolynomial, right: TracePolynomial) -> Equality:
        return Equality(name=name, left=left, right=right)

    def labels(sign: int) -> Equality:
        return equal("labels", layer(context, sample, sign)[1, 0], sample.y.T - moved.T @ sample.X.T)

    def prediction(step: TracePolynomial) -> Equality:
        start = BlockMatrix(((sample.x_q,), (-w_0.T @ sample.x_q,)))
        return equal("the query predicts", layer(start, sample)[1, 0], -(w_0 + step).T @ sample.x_q)

    return Theorem(
        source=Source("von Oswald et al. 2022", "Proposition 1", "arXiv:2212.07677", Provenance.REBUILT),
        hypotheses=(
            Hypothesis("n", Predicate.INTEGER, "context length"),
            Hypothesis("d", Predicate.INTEGER, "input dimension"),
        ),
        claims=(
            equal("inputs", layer(context, sample)[0, 0], sample.X.T),
            labels(-1),
            equal("the query slot", layer(query, sample)[1, 0], y_0 - moved.T @ sample.x_q),
            equal("the input of the query", layer(query, sample)[0, 0], sample.x_q),
            prediction(moved),
        ),
        controls=(
            Control("+1 in the corner of W_V", labels(1)),
            Control("twice the step", prediction(2 * moved)),
            Control("the query slot without a label", equal("the query slot", layer(query, sample)[1, 0], y_0)),
            Control("inputs that vanish", equal("inputs", layer(context, sample)[0, 0], zero("d", "n"))),
        ),
    )
