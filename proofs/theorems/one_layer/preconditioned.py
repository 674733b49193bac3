"""Ahn, Cheng, Daneshmand, Sra 2023, Theorem 1: one layer learns one step of preconditioned gradient descent.

Setting: x ~ N(0, Sigma), Sigma = U Lambda U', w ~ N(0, I), no noise; one layer, all of P and Q free; prediction
-[Z_1]_{d+1,n+1}, factor 1/n in the layer.
Claim: P = diag(0_d, 1), Q = -diag(U Delta^-1 U', 0) with the diagonal Delta = ((n+1)/n) Lambda + (tr Lambda / n) I
is a global minimizer, f* = tr Lambda - tr(Lambda Delta^-1 Lambda) = sum_i lambda_i - lambda_i^2 / delta_i, and it
computes one step of gradient descent from 0 on |X u - y|^2 / (2n), preconditioned by U Delta^-1 U'.
Hypotheses: Sigma > 0 (K > 0); Lambda diagonal (U Delta^-1 U' has the entries 1 / delta_i in the eigenbasis).
Idea: f = f* + |K^(1/2) (M + K^-1 Sigma) Sigma^(1/2)|^2 + E even^2 with M and even of the reduction.
Source: the printed theorem; unique up to the scaling P -> c P, Q -> Q / c in the entries that matter, see
one_layer.uniqueness.
"""

from proofs.algebra import identity, inverse, orthogonal, scalar, symmetric, trace
from proofs.algebra.symbols import number, zero
from proofs.attention.data import data
from proofs.attention.descent import one_step
from proofs.attention.linear import population_loss, prediction
from proofs.attention.parity import bilinear_form, entering_weights, even_part, free_weights
from proofs.core.claims import Equality, Implements, Minimum, Square
from proofs.core.derivation import Definition, Step
from proofs.core.statement import Hypothesis, Predicate, Provenance, Source
from proofs.core.task import LinearAttention, Task
from proofs.core.theorem import Control, Theorem
from proofs.moments.mean import Mean
from proofs.moments.rules import Replacement


def theorem() -> Theorem:
    """The statement and its derivation."""
    task, model = Task("Sigma"), LinearAttention()
    sample = data(task)
    n, nothing = scalar("n"), zero("d", "1")
    b_x, b_y, A_x, a_y = entering_weights()
    Sigma, K, U = symmetric("Sigma", "d"), symmetric("K", "d"), orthogonal("U", "d")
    Lambda, Delta = symmetric("Lambda", "d"), symmetric("Delta", "d")
    spectrum = (
        Definition(Sigma, U @ Lambda @ U.T),
        Definition(Delta, (n + 1) / n * Lambda + trace(Lambda) / n * identity("d")),
    )
    given = (Definition(K, (n + 1) / n * Sigma @ Sigma + trace(Sigma) / n * Sigma),)

    M, even = bilinear_form(), even_part(sample)
    mean_even = Mean(even**2, sample.laws).value()
    folded = trace(Sigma) + 2 * trace(Sigma @ M @ Sigma) + trace(K @ M @ Sigma @ M.T) + mean_even
    best, printed = inverse(K) @ Sigma, U @ inverse(Delta) @ U.T
    weights = ((b_x, nothing), (a_y, nothing), (b_y, number(1)))
    experiment = free_weights(task)

    over_all = "global minimum over all weights"

    def bound(name: str, law: Task) -> Minimum:
        return Minimum(
            name=name,
            objective=population_loss(model, law),
            folded=folded,
            minimizer=(*weights, (A_x, -best)),
            value=trace(Sigma) - trace(Sigma @ best @ Sigma),
            squares=(Square(M + best, before=K, after=Sigma), Square(even, over=data(law).laws)),
            abbreviations=given,
            experiment=experiment,
        )

    return Theorem(
        source=Source(
            "Ahn, Cheng, Daneshmand, Sra 2023",
            "Theorem 1",
            "arXiv:2306.00297",
            Provenance.READ,
            "Uniqueness is stated exactly in one_layer.uniqueness.",
        ),
        hypotheses=(
            Hypothesis("n", Predicate.INTEGER, "context length"),
            Hypothesis("d", Predicate.INTEGER, "input dimension"),
            Hypothesis("Sigma", Predicate.POSITIVE_DEFINITE, "K > 0"),
            Hypothesis("Lambda", Predicate.DIAGONAL, "eigenvalues of Sigma"),
            Hypothesis("U", Predicate.ORTHOGONAL, "eigenvectors of Sigma"),
        ),
        claims=(
            bound(over_all, task),
            Equality(
                name="the printed weights are K^-1 Sigma",
                left=K @ printed,
                right=Sigma,
                steps=(Step(U @ Lambda @ U.T, Replacement(K, U @ Lambda @ Delta @ U.T), "K in the eigenbasis"),),
                abbreviations=(*spectrum, *given),
            ),
            Equality(
                name="the printed minimum",
                left=trace(Sigma) - trace(Sigma @ printed @ Sigma),
                right=trace(Lambda) - trace(Lambda @ inverse(Delta) @ Lambda),
                abbreviations=(*spectrum, *given),
            ),
            Implements(
                name="one preconditioned step",
                prediction=prediction(model, sample),
                weights=(*weights, (A_x, -printed)),
                algorithm=one_step(sample, printed),
                abbreviations=(*spectrum, *given),
                experiment=experiment,
            ),
        ),
        controls=(
            Control(
                "noise added",
                bound(over_all, Task("Sigma", "", "sigma2")),
                (Hypothesis("sigma2", Predicate.POSITIVE, "variance of the noise added"),),
            ),
            Control("w ~ N(0, Sigma)", bound(over_all, Task("Sigma", "Sigma"))),
        ),
        uses=("one_layer.reduction", "one_layer.optimum"),
    )
