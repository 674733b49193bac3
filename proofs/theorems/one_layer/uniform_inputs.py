"""One layer with uniform inputs, or other independent coordinates of one law: a step of gradient descent.

Setting: as in one_layer.independent_inputs with E x_i^2 = s, E x_i^4 = c s^2 for every i, w ~ N(0, I).
Claim: the one minimizer is A* = a I with a = n s / ((n + d + c - 2) s^2 + sigma2 s), f* = d s (1 - a s), and
f(A) - f* = (s^2 / a) |A - a I|^2. For x ~ U(-1,1)^d without noise, s = 1/3 and c = 9/5:
a = (1/3) / [(1/n)(1/5 + (d-1)/9) + ((n-1)/n)/9], f* = (d/3)(1 - a/3).
Random signs have c = 1, Gaussian coordinates 3, Laplace 6; coordinates that are 0 with probability 1 - p, else random
signs, 1/p.
Hypotheses: s > 0; c > 0 (a law has c >= 1); sigma2 >= 0.
Idea: one_layer.independent_inputs at multiples of I, where the excess is (c - 3) s^2 I.
Source: von Oswald et al. 2022 train on uniform inputs; in none of the papers as a theorem.
"""

from fractions import Fraction

from proofs.algebra import TracePolynomial, identity, matrix, scalar, symmetric
from proofs.algebra.symbols import number
from proofs.attention.linear import sparse_loss
from proofs.core.claims import Experiment, Minimum, Square
from proofs.core.derivation import Definition, Reciprocal
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.task import IndependentInputs, LinearAttention, Task
from proofs.core.theorem import Control, Theorem


def minimum(
    name: str, second: TracePolynomial, fourth: TracePolynomial, denominator: TracePolynomial, noise: str = ""
) -> Minimum:
    """The claim for moments s and m4 of each coordinate: a = s r with r = 1 / denominator."""
    task = Task("Sigma", "", noise, inputs=IndependentInputs("Q", "F"))
    Sigma, Q, F, A, r = (
        symmetric("Sigma", "d"),
        symmetric("Q", "d"),
        symmetric("F", "d"),
        matrix("A", "d", "d"),
        scalar("r"),
    )
    whole, d = identity("d"), scalar("d")
    best = second * r * whole
    return Minimum(
        name=name,
        objective=sparse_loss(task, A),
        minimizer=((A, best),),
        value=d * second * (1 - second * second * r),
        squares=(Square(A - best, second * denominator),),
        unique=True,
        abbreviations=(
            Definition(Sigma, second * whole),
            Definition(Q, fourth * whole),
            Definition(F, Q - 3 * Sigma @ Sigma),
            Reciprocal(r, denominator),
        ),
        experiment=Experiment(LinearAttention(), task, (("b_y", number(1)), ("A_x", -A.T))),
    )


def theorem() -> Theorem:
    """The statement and its derivation."""
    n, d, s, c, sigma2 = (scalar(name) for name in ("n", "d", "s", "c", "sigma2"))
    third, fifth = number(Fraction(1, 3)), number(Fraction(1, 5))
    spread = ((n - 1 + d - 1 + c) * s * s + sigma2 * s) / n
    uniform = (fifth + (d - 1) / 9) / n + (n - 1) / n / 9
    raised = (fifth + (d - 1) / 9) / n + third**2
    return Theorem(
        source=Source("this project", "one-step optimum, coordinates of one law"),
        hypotheses=(
            Hypothesis("n", Predicate.INTEGER, "context length"),
            Hypothesis("d", Predicate.INTEGER, "input dimension"),
            Hypothesis("s", Predicate.POSITIVE, "uniqueness"),
            Hypothesis("c", Predicate.AT_LEAST_ONE, "existence of the law"),
            Hypothesis("sigma2", Predicate.NONNEGATIVE, "the loss is bounded below"),
        ),
        claims=(
            minimum("coordinates of one law", s, c * s * s, spread, "sigma2"),
            minimum("uniform coordinates", third, fifth, uniform),
        ),
        controls=(
            Control(
                "Gaussian coordinates of the same variance",
                minimum("uniform coordinates", third, third**2 * 3, uniform),
            ),
            Control("n in the place of n - 1", minimum("uniform coordinates", third, fifth, raised)),
            Control("labels without noise", minimum("coordinates of one law", s, c * s * s, spread)),
        ),
        uses=("one_layer.independent_inputs",),
    )
