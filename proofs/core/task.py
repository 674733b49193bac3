"""Tasks and models as plain records: names and flags only, so that every road can read them.

The derivation turns them into block words (proofs.attention), the simulation into arrays (verify.simulate).
"""

from dataclasses import asdict, dataclass, fields

from proofs.core.arguments import check_kind, check_whole
from proofs.core.errors import InputError
from proofs.core.names import PSEUDO_INVERSE, check_covariance, check_name, check_roles


@dataclass(frozen=True)
class EllipticalInputs:
    """Centred x with E x x'Bx x' = kappa (2 Sigma B Sigma + tr(Sigma B) Sigma) for symmetric B; Gaussian: kappa = 1.

    `kappa` is the name of a scalar.
    """

    kappa: str

    def __post_init__(self) -> None:
        check_name("EllipticalInputs: kappa", self.kappa)


@dataclass(frozen=True)
class IndependentInputs:
    """Centred x with independent coordinates: Sigma is diagonal, and `fourth` names the diagonal of E x_i^4.

    `excess` names the letter for diag((E x_i^4 - 3 Sigma_ii^2) Psi_ii), Psi being the covariance of w.
    """

    fourth: str
    excess: str

    def __post_init__(self) -> None:
        check_name("IndependentInputs: fourth", self.fourth)
        check_name("IndependentInputs: excess", self.excess)


Inputs = EllipticalInputs | IndependentInputs


@dataclass(frozen=True)
class Task:
    """x_i ~ N(0, input_covariance), w ~ N(task_mean, task_covariance), y = X w + eps, eps ~ N(0, noise I), and a query.

    Covariances are names of symmetric (d, d) letters ("Sigma", "Sigma^-1"), or "" for the identity; `noise` is the
    name of the scalar variance, or "" for labels without noise. x_q ~ N(0, query_covariance), "" meaning that of the
    inputs; `task_mean` is the name of a (d, 1) letter, or "" for the mean 0. With `inputs` the law of the x_i and of
    x_q is another one of the same covariance, known by its moments up to order four.

    X, w, eps, x_q, y, n, d and the blocks of weights (b_y, A_x, ...) are no names to choose, and one name stands for
    one thing: only covariances may share theirs. Raises InputError for names that break this, and for another
    covariance of a query whose law is not Gaussian.
    """

    input_covariance: str = ""
    task_covariance: str = ""
    noise: str = ""
    query_covariance: str = ""
    task_mean: str = ""
    inputs: Inputs | None = None

    def __post_init__(self) -> None:
        for role in ("input_covariance", "task_covariance", "query_covariance"):
            check_covariance(f"Task: {role}", getattr(self, role))
        for role in ("noise", "task_mean"):
            if getattr(self, role) != "":
                check_name(f"Task: {role}", getattr(self, role))
        laws = "EllipticalInputs(...), IndependentInputs(...) or None"
        check_kind("Task: inputs", self.inputs, Inputs | None, laws, "None is the Gaussian law")
        check_roles("Task", self._roles)
        if self.inputs is not None and self.query_covariance:
            raise InputError(
                f"query_covariance: inputs of given moments share one law with the query, got {self.query_covariance!r}"
            )

    @property
    def names(self) -> tuple[str, ...]:
        """The names of everything that the laws of the task are made of, "" for what is trivial."""
        return tuple(self._roles.values())

    @property
    def _roles(self) -> dict[str, str]:
        """Every name by what it stands for."""
        own = {field.name: getattr(self, field.name) for field in fields(self) if field.name != "inputs"}
        return own | ({} if self.inputs is None else asdict(self.inputs))


@dataclass(frozen=True)
class LinearAttention:
    """Z_{l+1} = Z_l + P_l Z_l M (Z_l' Q_l Z_l) / n on Z_0 = [z_1 ... z_n z_q], z_i = (x_i, y_i), z_q = (x_q, 0).

    M = diag(I_n, 0): the query is not attended to. The prediction is -[Z_L]_{d+1,n+1}. P_l and Q_l are free
    (d+1, d+1) matrices, named by blocks: P = [[P_xx, P_xy], [b_x', b_y]], Q = [[A_x, Q_xy], [a_y', Q_yy]].
    Ahn, Cheng, Daneshmand, Sra 2023. With `attended` the query is attended to, M = I: Zhang, Frei, Bartlett 2024.
    """

    layers: int = 1
    attended: bool = False

    def __post_init__(self) -> None:
        check_whole("LinearAttention: layers", self.layers)
        check_kind("LinearAttention: attended", self.attended, bool, "True or False", "e.g. attended=True")


@dataclass(frozen=True)
class ReadOutAttention:
    """Prediction h' W_V G W_K' W_Q z_q with G = sum_i z_i z_i', no factor 1/n, the query not attended to.

    W_K and W_Q are (k, d+1) with key dimension k >= d, W_V is (d+1, d+1), h is (d+1,): with u = W_V' h and
    N = W_K' W_Q the prediction is u' G N z_q. Mahankali, Hashimoto, Ma 2023.
    """


@dataclass(frozen=True)
class ReluAttention:
    """One layer Z + P Z M relu(Z' Q Z) / n, relu entry by entry, on the tokens of LinearAttention.

    The last row of Q is zero: the blocks are b_x, b_y of P and A_x of Q. The prediction is -[Z_1]_{d+1,n+1}.
    Ahn, Cheng, Daneshmand, Sra 2023, theorem 5.
    """


Model = LinearAttention | ReadOutAttention | ReluAttention


@dataclass(frozen=True)
class RidgeOperator:
    """The letter H of shape (d, n) with H y the posterior mean of w: H = Psi X' (X Psi X' + noise I)^+.

    `prior` is the name of Psi, or "" for the identity; at noise 0 the pseudo-inverse is meant. Only without prior and
    noise the letter may be called "X^+". Raises InputError for other names that are none, or stand for two things.
    """

    letter: str
    prior: str = ""
    noise: str = ""

    def __post_init__(self) -> None:
        if self.prior or self.noise or self.letter != f"X{PSEUDO_INVERSE}":
            check_name("RidgeOperator: letter", self.letter)
        check_covariance("RidgeOperator: prior", self.prior)
        if self.noise != "":
            check_name("RidgeOperator: noise", self.noise)
        check_roles("RidgeOperator", asdict(self))


@dataclass(frozen=True)
class GramOperator:
    """The letter G = X'X of shape (d, d), and its inverse, which has a mean for Gaussian X and n >= d + 2.

    `reciprocal` is the name of the scalar 1 / (n - d - 1) in that mean.
    """

    letter: str = "G"
    reciprocal: str = "r"

    def __post_init__(self) -> None:
        check_name("GramOperator: letter", self.letter)
        check_name("GramOperator: reciprocal", self.reciprocal)
        check_roles("GramOperator", asdict(self))


Operator = RidgeOperator | GramOperator
