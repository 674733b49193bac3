"""von Oswald et al. 2022, GD++: a layer that moves the inputs maps each eigenvalue to lambda (1 - gamma lambda)^2.

Setting: x_j -> x_j - (gamma / n) sum_i x_i x_i'x_j for all inputs, by linear attention with W_K = W_Q = diag(I, 0) and
W_V = -gamma diag(I, 0); H = X'X / n.
Claim: the inputs become X (I - gamma H), and H becomes (I - gamma H) H (I - gamma H); where H = U Lambda U' in an
orthogonal basis, it becomes U Lambda (I - gamma Lambda)^2 U': the eigenvectors stay, each eigenvalue lambda becomes
lambda (1 - gamma lambda)^2.
Hypotheses: U orthogonal, Lambda diagonal.
Idea: a polynomial of H has the eigenvectors of H.
Source: the statement of the paper's appendix, rebuilt from its text.
"""

from proofs.algebra import BlockMatrix, TracePolynomial, identity, orthogonal, scalar, symmetric
from proofs.attention.data import data
from proofs.core.claims import Equality
from proofs.core.statement import Hypothesis, Predicate, Provenance, Source
from proofs.core.task import Task
from proofs.core.theorem import Control, Theorem

TOKEN = ("d", "1")


def theorem() -> Theorem:
    """The statement and its derivation."""
    sample, gamma, n = data(Task()), scalar("gamma"), scalar("n")
    H, Lambda, U, one = sample.S / n, symmetric("Lambda", "d"), orthogonal("U", "d"), identity("d")
    select = BlockMatrix.of([[one, 0], [0, 0]], (TOKEN, TOKEN))
    tokens = BlockMatrix(((sample.X.T,), (sample.y.T,)))
    key = select @ tokens
    moved = (tokens + select @ tokens @ key.T @ key * (-gamma / n))[0, 0].T

    def inputs(factor: TracePolynomial) -> Equality:
        return Equality(name="inputs", left=moved, right=sample.X @ (one - factor * H))

    def spectrum(power: int) -> Equality:
        whole = U @ Lambda @ U.T
        left = (one - gamma * whole) @ whole @ (one - gamma * whole)
        return Equality(name="spectrum", left=left, right=U @ Lambda @ (one - gamma * Lambda) ** power @ U.T)

    return Theorem(
        source=Source("von Oswald et al. 2022", "GD++, appendix", "arXiv:2212.07677", Provenance.REBUILT),
        hypotheses=(
            Hypothesis("n", Predicate.INTEGER, "context length"),
            Hypothesis("d", Predicate.INTEGER, "input dimension"),
            Hypothesis("U", Predicate.ORTHOGONAL, "eigenvectors"),
            Hypothesis("Lambda", Predicate.DIAGONAL, "eigenvalues"),
        ),
        claims=(
            inputs(gamma),
            Equality(name="covariance", left=moved.T @ moved / n, right=(one - gamma * H) @ H @ (one - gamma * H)),
            spectrum(2),
        ),
        controls=(
            Control("one factor only", spectrum(1)),
            Control("no division by n", inputs(gamma * n)),
            Control(
                "a factor on one side",
                Equality(name="covariance", left=moved.T @ moved / n, right=(one - gamma * H) @ H),
            ),
        ),
        uses=("many_layers.moved_inputs",),
    )
