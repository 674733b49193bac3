"""Ahn, Cheng, Daneshmand, Sra 2023, Theorem 5: ReLU attention, and a second minimizer.

Setting: one layer Z + P Z M relu(Z'QZ) / n, the last row of Q zero, x ~ N(0, I), w ~ N(0, I), y = X w; prediction
-[Z_1]_{d+1,n+1} = -sum_i (b_x'x_i + b_y y_i) relu(x_i'A_x x_q) / n; loss f = E (prediction - w'x_q)^2.
Claim: with c = (2 (d + 2) + n - 1) / (4 n) f is d + b_y tr A_x + c b_y^2 |A_x|^2 and two squares in b_x. It is least
at b = (0, 1), A_x = -a I, a = 2 n / (2 (d + 2) + n - 1), which is P = diag(0, 1), Q = -a diag(I, 0), and also at
b = (0, -1), A_x = a I: f* = d - d a / 2. They compute two functions: one_layer.two_functions.
Hypotheses: x and -x have one law (halves); w ~ N(0, I).
Idea: E[x relu(x'v)] = v/2 and relu(t)^2 = (t^2 + t|t|)/2, so f is half of what linear attention would have.
Source: the printed theorem; the second minimizer is in none of the papers.
"""

from proofs.algebra import TracePolynomial, identity, matrix, scalar, trace, vector
from proofs.algebra.symbols import number, zero
from proofs.attention.data import data
from proofs.attention.parity import entering_weights
from proofs.attention.relu import free_relu_weights, relu_loss
from proofs.core.claims import Equality, Experiment, Minimum, Square
from proofs.core.derivation import Reciprocal
from proofs.core.statement import Hypothesis, Predicate, Provenance, Source
from proofs.core.task import ReluAttention, Task
from proofs.core.theorem import Control, Theorem


def minimum(sign: int, below: TracePolynomial) -> Minimum:
    """The minimizer with b_y = 1 or -1; `below` is 2 (d + 2) + n - 1."""
    task = Task()
    sample = data(task)
    n, d, r = scalar("n"), scalar("d"), scalar("r")
    b_x, b_y, A_x, _ = entering_weights()
    x, score = vector("x", "d"), A_x @ sample.x_q
    objective = relu_loss(task)
    step, quarter = 2 * n * r * identity("d"), number(1) / 4
    return Minimum(
        name=f"minimum at b_y = {sign}",
        objective=objective,
        minimizer=((b_x, zero("d", "1")), (b_y, number(sign)), (A_x, -sign * step)),
        value=d - n * r * d,
        squares=(
            Square(b_y * A_x + step, weight=quarter / n * (2 * (d + 2) + n - 1)),
            Square(b_x.T @ sample.S @ score, weight=quarter / n**2, over=objective.over),
            Square((b_x.T @ x) * (x.T @ score), weight=quarter / n, over=objective.over),
        ),
        abbreviations=(Reciprocal(r, below),),
        experiment=free_relu_weights(task),
    )


def loss(share: TracePolynomial) -> Equality:
    """The loss at b = (0, 1), in A_x = A; `share` is (d + 2) / (2 n) and what every two rows add."""
    b_x, b_y, A_x, _ = entering_weights()
    d, A = scalar("d"), matrix("A", "d", "d")
    return Equality(
        name="loss at b = (0, 1)",
        left=relu_loss(Task()).at({b_x: zero("d", "1"), b_y: number(1), A_x: A}),
        right=d + trace(A) + share * trace(A @ A.T),
        experiment=Experiment(ReluAttention(), Task(), (("b_y", number(1)), ("A_x", A))),
    )


def theorem() -> Theorem:
    """The statement and its derivation."""
    n, d = scalar("n"), scalar("d")
    below = 2 * (d + 2) + n - 1
    pairs = (n - 1) / (4 * n)
    return Theorem(
        source=Source(
            "Ahn, Cheng, Daneshmand, Sra 2023", "Theorem 5", "arXiv:2306.00297", Provenance.READ, "With two minimizers."
        ),
        hypotheses=(
            Hypothesis("n", Predicate.INTEGER, "context length"),
            Hypothesis("d", Predicate.INTEGER, "input dimension"),
        ),
        claims=(
            loss((d + 2) / (2 * n) + pairs),
            minimum(1, below),
            minimum(-1, below),
        ),
        controls=(
            Control("linear attention's step", minimum(1, d + n + 1)),
            Control("d + 1 in the place of d + 2", loss((d + 1) / (2 * n) + pairs)),
            Control("every two rows at full weight", loss((d + 2) / (2 * n) + (n - 1) / n)),
        ),
        uses=("one_layer.preconditioned",),
    )
