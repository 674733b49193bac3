"""Gradient flow of one layer: what it keeps.

Setting: one layer of linear attention with all entries of P and Q free, x ~ N(0, Sigma), w ~ N(0, Psi),
y = X w + eps, eps ~ N(0, sigma2 I), f = E (prediction - w' x_q)^2; only b = (b_x, b_y), the last row of P, and
(A_x; a_y'), the first d columns of Q, enter. The flow is d(weights)/dt = -grad f.
Claim: on the set b_x = 0, a_y = 0 the gradients by b_x and a_y vanish, so that the flow stays in it; there f is the
loss of one_layer.optimum at A = -b_y A_x'. Everywhere b . df/db = <(A_x; a_y'), df/d(A_x; a_y')>, so that the flow
keeps |b_x|^2 + b_y^2 - |A_x|^2 - |a_y|^2; on the set it keeps b_y^2 - |A_x|^2.
Hypotheses: (w, eps) is symmetric about 0 (the vanishing gradients); for the kept quantity none, the prediction being
bilinear in the two factors.
Idea: the even part of the prediction is linear in (b_x, a_y) and not correlated with the odd one; f does not change
under b -> s b, (A_x; a_y') -> (A_x; a_y') / s: differentiate by s.
Source: Zhang, Frei, Bartlett 2024, rebuilt, for another model: there the query is within the Gram matrix. Where the
flow goes: one_layer.flow_limit.
"""

from proofs.algebra import TracePolynomial, matrix, substitute, trace
from proofs.algebra.gradient import derivative, gradient
from proofs.algebra.symbols import zero
from proofs.attention.data import data
from proofs.attention.linear import population_loss, residual, sparse_loss
from proofs.attention.parity import entering_weights
from proofs.core.claims import Equality, Experiment
from proofs.core.statement import Hypothesis, Predicate, Provenance, Source
from proofs.core.task import LinearAttention, Task
from proofs.core.theorem import Control, Theorem
from proofs.moments.mean import Mean


def theorem() -> Theorem:
    """The statement and its derivation."""
    task, model = Task("Sigma", "Psi", "sigma2"), LinearAttention()
    sample, A = data(task), matrix("A", "d", "d")
    error = residual(model, sample) ** 2
    b_x, b_y, A_x, a_y = entering_weights()
    nothing = zero("d", "1")
    on_the_set = {b_x: nothing, a_y: nothing}
    loss = population_loss(model, task).value()
    there = substitute(loss, on_the_set)

    def slope(by: TracePolynomial, place: dict[TracePolynomial, TracePolynomial]) -> Equality:
        return Equality(
            name=f"the gradient by {by} vanishes",
            left=Mean(substitute(gradient(error, by), place), sample.laws),
            right=nothing,
        )

    def kept(sign: int) -> Equality:
        first = b_x.T @ gradient(loss, b_x) + b_y * derivative(loss, b_y)
        second = trace(A_x.T @ gradient(loss, A_x)) + a_y.T @ gradient(loss, a_y)
        return Equality(name="the quantity kept everywhere", left=first, right=sign * second)

    def kept_there(sign: int) -> Equality:
        return Equality(
            name="the quantity kept on the set",
            left=b_y * derivative(there, b_y),
            right=sign * trace(A_x.T @ gradient(there, A_x)),
        )

    return Theorem(
        source=Source(
            "Zhang, Frei, Bartlett 2024",
            "invariants of the gradient flow",
            "arXiv:2306.09927",
            Provenance.REBUILT,
            "There the query is in the Gram matrix; here it is not attended to.",
        ),
        hypotheses=(
            Hypothesis("n", Predicate.INTEGER, "context length"),
            Hypothesis("d", Predicate.INTEGER, "input dimension"),
            Hypothesis("Sigma", Predicate.POSITIVE_SEMIDEFINITE, "covariance of x"),
            Hypothesis("Psi", Predicate.POSITIVE_SEMIDEFINITE, "covariance of w"),
            Hypothesis("sigma2", Predicate.NONNEGATIVE, "variance of the label noise"),
        ),
        claims=(
            slope(b_x, on_the_set),
            slope(a_y, on_the_set),
            Equality(
                name="the loss on the set",
                left=Mean(substitute(error, on_the_set), sample.laws),
                right=substitute(sparse_loss(task, A).value(), {A: -b_y * A_x.T}),
                experiment=Experiment(model, task, (("b_y", b_y), ("A_x", A_x))),
            ),
            kept(1),
            kept_there(1),
        ),
        controls=(
            Control("a_y is not zero", slope(b_x, {b_x: nothing})),
            Control("b_x is not zero", slope(a_y, {a_y: nothing})),
            Control("the sum in place of the difference", kept(-1)),
            Control("the sum in place of the difference", kept_there(-1)),
        ),
        uses=("one_layer.reduction", "one_layer.optimum"),
    )
