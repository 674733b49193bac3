"""Test data of other laws than the training data: the loss of given weights, and what the trained ones pay.

Setting: one layer, prediction x_q' A X'y / n as in one_layer.optimum, trained with m examples, covariances Sigma of x
and Psi of w and noise sigma2; tested with n examples (the layer divides by its own number n), x_i ~ N(0, Gamma),
x_q ~ N(0, Omega), w ~ N(0, Phi), noise tau2.
Claim: given w and eps, the loss holds w w' for Phi and |eps|^2 / n for tau2: on average only second moments enter, and
(w, eps) need not be Gaussian, nor eps independent of w, but both of (X, x_q). With t = (tr(Gamma Phi) + tau2) / n and
K = ((n+1)/n) Gamma Phi Gamma + t Gamma, f = tr(Omega (Phi - 2 A Gamma Phi + A K A')), least at A = Phi Gamma K^-1 for
every law of the query. As n grows f tends to tr(Omega (A Gamma - I) Phi (A Gamma - I)'), whatever the noise.
For the trained optimum A* = Psi Sigma L^-1, L = K at m examples of the training laws, and R = m (L - Sigma Psi Sigma)
= Sigma Psi Sigma + (tr(Sigma Psi) + sigma2) Sigma: at n examples of the same laws the loss exceeds the least one by
(1/n - 1/m)^2 tr(Omega Psi Sigma L^-1 R K^-1 R L^-1 Sigma Psi), and as n grows
m^-2 tr(Omega Sigma^-1 R L^-1 Sigma Psi Sigma L^-1 R Sigma^-1) remains: a longer context does not bring it to 0.
Hypotheses: Sigma, Gamma, Omega > 0; Psi, Phi >= 0; sigma2, tau2 >= 0; s, t > 0 (L > 0, K > 0).
Idea: complete the square; K - L = (1/n - 1/m) R.
Source: in none of the papers.
"""

from proofs.algebra import TracePolynomial, identity, inverse, matrix, scalar, substitute, symmetric, trace
from proofs.algebra.symbols import number
from proofs.attention.data import data
from proofs.attention.linear import sparse_loss
from proofs.core.claims import Equality, Experiment, Limit, Minimum, Square
from proofs.core.derivation import Definition, Expression, Step
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.task import LinearAttention, Task
from proofs.core.theorem import Control, Theorem
from proofs.moments.mean import Mean
from proofs.moments.rules import Replacement


def theorem() -> Theorem:
    """The statement and its derivation."""
    shifted, longer = Task("Gamma", "Phi", "tau2", "Omega"), Task("Sigma", "Psi", "sigma2", "Omega")
    n, m, s, t, sigma2, tau2 = (scalar(name) for name in ("n", "m", "s", "t", "sigma2", "tau2"))
    Sigma, Psi, Gamma, Phi, Omega = (symmetric(name, "d") for name in ("Sigma", "Psi", "Gamma", "Phi", "Omega"))
    K, L, E, R = (symmetric(name, "d") for name in "KLER")
    A, sample = matrix("A", "d", "d"), data(shifted)

    def defined(*symbols: TracePolynomial) -> tuple[Definition, ...]:
        count, share, gram, x, w, noise = symbols
        value = (count + 1) / count * x @ w @ x + share * x
        return Definition(share, (trace(x @ w) + noise) / count), Definition(gram, value)

    tested, trained = defined(n, t, K, Gamma, Phi, tau2), defined(m, s, L, Sigma, Psi, sigma2)
    again, remainder = defined(n, t, K, Sigma, Psi, sigma2), Sigma @ Psi @ Sigma + (trace(Sigma @ Psi) + sigma2) * Sigma
    loss, fixed = sparse_loss(shifted, A), Mean(sparse_loss(shifted, A).integrand, (sample.law_X, sample.law_x_q))
    folded = trace(Omega @ Phi) - 2 * trace(Omega @ A @ Gamma @ Phi) + trace(Omega @ A @ K @ A.T)
    best, other, learned = Phi @ Gamma @ inverse(K), Psi @ Sigma @ inverse(K), Psi @ Sigma @ inverse(L)
    experiment = Experiment(LinearAttention(), shifted, (("b_y", number(1)), ("A_x", -A.T)))

    def moments(noise: TracePolynomial) -> Equality:
        right = substitute(loss.value(), {Phi: sample.w @ sample.w.T, tau2: noise})
        return Equality(name="only second moments of w and eps enter", left=fixed, right=right)

    def remaining(weights: TracePolynomial, inputs: TracePolynomial, tasks: TracePolynomial) -> TracePolynomial:
        missed = weights @ inputs - identity("d")
        return trace(Omega @ missed @ tasks @ missed.T)

    def long(inputs: TracePolynomial) -> Limit:
        return Limit(name="long contexts", grows=n, numerator=loss.value(), limit=remaining(A, inputs, Phi))

    def replaced(
        name: str, left: TracePolynomial, right: Expression, by: Replacement, given: tuple[Definition, ...]
    ) -> Equality:
        step = Step(substitute(left, {by.letter: by.by}, equal=True), by)
        return Equality(name=name, left=left, right=right, steps=(step,), abbreviations=given)

    side, rest = learned @ E, inverse(Sigma) @ R @ inverse(L) @ Sigma
    least = trace(Omega @ Psi) - trace(Omega @ other @ Sigma @ Psi)
    return Theorem(
        source=Source("this project", "shift between training and test"),
        hypotheses=(
            Hypothesis("n", Predicate.INTEGER, "context length of the test"),
            Hypothesis("m", Predicate.INTEGER, "context length of the training"),
            Hypothesis("d", Predicate.INTEGER, "input dimension"),
            *(
                Hypothesis(name, Predicate.POSITIVE_DEFINITE, "K, L > 0, uniqueness")
                for name in ("Sigma", "Gamma", "Omega")
            ),
            *(Hypothesis(name, Predicate.POSITIVE_SEMIDEFINITE, "second moment of w") for name in ("Psi", "Phi")),
            *(Hypothesis(name, Predicate.NONNEGATIVE, "variance of the noise") for name in ("sigma2", "tau2")),
            Hypothesis("s", Predicate.POSITIVE, "L > 0: Psi and sigma2 are not both zero"),
            Hypothesis("t", Predicate.POSITIVE, "K > 0: Phi and tau2 are not both zero"),
        ),
        claims=(
            moments(sample.eps.T @ sample.eps / n),
            Minimum(
                name="the best weights do not depend on the query",
                objective=loss,
                folded=folded,
                minimizer=((A, best),),
                value=trace(Omega @ Phi) - trace(Omega @ best @ Gamma @ Phi),
                squares=(Square(A - best, before=Omega, after=K),),
                unique=True,
                abbreviations=tested,
                experiment=experiment,
            ),
            long(Gamma),
            replaced(
                "price of another context length",
                least + trace(Omega @ side @ inverse(K) @ side.T),
                substitute(sparse_loss(longer, A).value(), {A: learned}),
                Replacement(E, K - L),
                (*trained, *again, Definition(E, (1 / n - 1 / m) * remainder)),
            ),
            replaced(
                "what remains of the trained optimum",
                trace(Omega @ rest @ Psi @ rest.T) / m**2,
                remaining(learned, Sigma, Psi),
                Replacement(R, m * (L - Sigma @ Psi @ Sigma)),
                (*trained, Definition(R, remainder)),
            ),
        ),
        controls=(
            Control("noise kept where the errors are fixed", moments(tau2)),
            Control("the query law in place of that of the inputs", long(Omega)),
        ),
        uses=("one_layer.optimum",),
    )
