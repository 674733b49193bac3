"""Ahn, Cheng, Daneshmand, Sra 2023, Theorem 4: where the loss of layers that move the inputs (GD++) is critical.

Setting: as in many_layers.moved_inputs (P_l = [[B_l, 0], [0, 1]], Q_l = [[A_l, 0], [0, 0]]), x ~ N(0, Sigma),
w ~ N(0, Sigma^-1), no noise, f = E (prediction - w'x_q)^2; gradients over all (d, d) matrices.
Claim: at A_m = a_m Sigma^-1, B_m = b_m I the gradient by A_l is a multiple of Sigma and that by B_l a multiple of I,
for every L. Hence a critical point of f on that set is a critical point of f. There, written out for
L = 1 and 2, f = E tr q(W)^2, W = Sigma^-1 S / n, q(mu) = prod (1 + a_l mu_l), mu_0 = mu and
mu_{l+1} = mu_l (1 + a_l b_l mu_l)^2.
Hypotheses: Sigma > 0; the covariance of w is Sigma^-1.
Idea: as in many_layers.critical_points; V = R^-1 U R acts by A -> V A V', B -> V^-T B V', M -> V^-T M V', where M_l x_i
are the inputs after l layers. For L = 2 also by the calculus.
Source: the printed theorem says the infimum of the squared gradient norm over that set is 0.
"""

from itertools import chain

from proofs.algebra import TracePolynomial, gradient, identity, inverse, matrix, scalar, substitute, symmetric, trace
from proofs.attention import plus_plus
from proofs.attention.data import data
from proofs.core.claims import Action, Equality, Invariance, Parameter, State
from proofs.core.statement import Hypothesis, Predicate, Provenance, Source
from proofs.core.task import Task
from proofs.core.theorem import Control, Theorem
from proofs.moments.mean import Mean
from proofs.optimum.spectrum import mean_square, moving_coefficients


def theorem() -> Theorem:
    """The statement and its derivation."""
    task, white, Sigma = Task("Sigma", "Sigma^-1"), Task("Sigma"), symmetric("Sigma", "d")
    sample, S, (R, A, B, M) = data(task), symmetric("S", "d"), (matrix(name, "d", "d") for name in "RABM")
    a, b = (tuple(scalar(f"{name}_{index}") for index in range(2)) for name in "ab")
    points = [(x * inverse(Sigma), y * identity("d")) for x, y in zip(a, b, strict=True)]
    free = plus_plus.weights(len(points))

    def squared(layers: list[plus_plus.Weights]) -> TracePolynomial:
        return (sample.x_q.T @ plus_plus.residual_map(sample, layers) @ sample.w) ** 2

    def critical(law: Task, letter: TracePolynomial, direction: TracePolynomial, dual: TracePolynomial) -> Equality:
        at = dict(zip(chain(*free), chain(*points), strict=True))
        slope = Mean(substitute(gradient(squared(list(free)), letter), at), data(law).laws)
        share = trace(dual @ slope.value()) / scalar("d")
        return Equality(name=f"L = {len(free)}: gradient by {letter}", left=slope, right=share * direction)

    def by_moments(count: int, law: Task) -> Equality:
        return Equality(
            name=f"L = {count}: the loss by moments",
            left=Mean(squared(points[:count]), data(law).laws),
            right=mean_square(moving_coefficients(a[:count], b[:count])),
            experiment=plus_plus.literal_weights(law, points[:count]),
        )

    (A_0, B_0), (A_1, _) = free
    plain = identity("d")
    return Theorem(
        source=Source("Ahn, Cheng, Daneshmand, Sra 2023", "Theorem 4", "arXiv:2306.00297", Provenance.READ),
        hypotheses=(
            Hypothesis("n", Predicate.INTEGER, "context length"),
            Hypothesis("d", Predicate.INTEGER, "input dimension"),
            Hypothesis("Sigma", Predicate.POSITIVE_DEFINITE, "covariance of x; its inverse is that of w"),
            Hypothesis("R", Predicate.INVERTIBLE, "a root, Sigma = R'R; the group is V = R^-1 U R"),
        ),
        claims=(
            Invariance(
                name="every L: the gradients are multiples of Sigma and of I",
                layer=plus_plus.factor(M, S, A),
                parameters=(
                    Parameter(A, Action.FORM, fixed=inverse(R) @ inverse(R).T, direction=R.T @ R),
                    Parameter(B, Action.INVERSE_MAP, fixed=plain, direction=plain),
                ),
                states=((State(M, plain, plus_plus.next_map(M, S, A, B)), Action.INVERSE_MAP),),
                gram=S,
                root=R,
                before=R.T @ R,
                after=inverse(R) @ inverse(R).T,
            ),
            critical(task, A_0, Sigma, inverse(Sigma)),
            critical(task, B_0, plain, plain),
            critical(task, A_1, Sigma, inverse(Sigma)),
            by_moments(1, task),
            by_moments(2, task),
        ),
        controls=(
            *(Control("w ~ N(0, I)", critical(white, letter, Sigma, inverse(Sigma))) for letter in (A_0, A_1)),
            Control("a multiple of Sigma", critical(task, B_0, Sigma, inverse(Sigma))),
            Control("w ~ N(0, I)", by_moments(2, white)),
        ),
        uses=("many_layers.moved_inputs",),
    )
