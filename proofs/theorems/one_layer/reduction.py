"""One layer with all weights free has the value of a convex quadratic problem.

Setting: one layer of linear attention with all entries of P and Q free, x ~ N(0, Sigma), w ~ N(0, Psi),
y = X w + eps, eps ~ N(0, sigma2 I); prediction -[Z_1]_{d+1,n+1}; loss f = E (prediction - w' x_q)^2.
Claim: only b = (b_x, b_y), the last row of P, and (A_x; a_y'), the first d columns of Q, enter. With
M = b_y A_x + b_x a_y' the prediction is -(odd + even), odd = y'X M x_q / n and
even = (b_x' S A_x + b_y |y|^2 a_y') x_q / n; f = E (odd + w' x_q)^2 + E even^2; so f >= f_odd(M), with equality at
b_x = 0, a_y = 0, where every M is reached.
Hypotheses: the joint law of (w, eps) is symmetric about 0 (the mixed term); the Gaussian law is not needed for that.
Idea: odd is odd and even is even in (w, eps); the mean of a square is nonnegative.
Source: the idea is in both papers; as stated here in neither.
"""

from proofs.algebra import matrix, substitute
from proofs.algebra.symbols import number, zero
from proofs.attention.data import data
from proofs.attention.linear import population_loss, prediction
from proofs.attention.parity import bilinear_form, entering_weights, even_part, free_weights, odd_part
from proofs.core.claims import Equality, Implements, LowerBound, Square
from proofs.core.derivation import Step
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.task import LinearAttention, Task
from proofs.core.theorem import Control, Theorem
from proofs.moments.mean import Mean
from proofs.moments.rules import OddMoment


def theorem() -> Theorem:
    """The statement and its derivation."""
    task, model = Task("Sigma", "Psi", "sigma2"), LinearAttention()
    sample = data(task)
    b_x, b_y, A_x, a_y = entering_weights()
    odd, even, signal = odd_part(sample), even_part(sample), sample.w.T @ sample.x_q
    N, nothing, vanishing = matrix("N", "d", "d"), zero("d", "1"), number(0)
    mixed = Mean((odd + signal) * even, sample.laws)
    free = free_weights(task)
    return Theorem(
        source=Source("this project", "reduction of one layer"),
        hypotheses=(
            Hypothesis("n", Predicate.INTEGER, "context length"),
            Hypothesis("d", Predicate.INTEGER, "input dimension"),
            Hypothesis("Sigma", Predicate.POSITIVE_SEMIDEFINITE, "covariance of x"),
            Hypothesis("Psi", Predicate.POSITIVE_SEMIDEFINITE, "covariance of w"),
            Hypothesis("sigma2", Predicate.NONNEGATIVE, "variance of the label noise"),
        ),
        claims=(
            Implements(
                name="prediction",
                prediction=prediction(model, sample),
                weights=(),
                algorithm=-(odd + even),
                experiment=free,
            ),
            Equality(
                name="mixed term",
                left=mixed,
                right=vanishing,
                steps=(Step(vanishing, OddMoment((sample.w, sample.eps))),),
            ),
            Equality(
                name="loss splits",
                left=population_loss(model, task),
                right=Mean((odd + signal) ** 2 + even**2, sample.laws),
                experiment=free,
            ),
            LowerBound(
                name="bound by the odd part",
                objective=population_loss(model, task),
                value=Mean((odd + signal) ** 2, sample.laws).value(),
                squares=(Square(even, over=sample.laws),),
                minimizer=((b_x, nothing), (a_y, nothing)),
                experiment=free,
            ),
            Equality(
                name="every M is reached",
                left=substitute(bilinear_form(), {b_x: nothing, a_y: nothing, b_y: number(1), A_x: N}),
                right=N,
            ),
        ),
        controls=(
            Control(
                "the even part dropped from the prediction",
                Implements(name="prediction", prediction=prediction(model, sample), weights=(), algorithm=-odd),
            ),
            Control(
                "the mixed term with an even factor in place of the odd one",
                Equality(name="mixed term", left=Mean(even * even, sample.laws), right=vanishing),
            ),
        ),
    )
