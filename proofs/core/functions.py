"""Claims on labels y = f(x) + eps of random functions f, whose law no rotation of x changes."""

from dataclasses import asdict, dataclass

from flint import fmpq

from proofs.core.claims import Claim
from proofs.core.derivation import Expression
from proofs.core.names import DATA, check_covariance, check_name, check_roles
from proofs.core.points import ListedClaim, Values, check_sizes


@dataclass(frozen=True)
class Functions:
    """x ~ N(0, I_d) and labels f(x_i) + eps_i, eps ~ N(0, noise I): what is known of the law of f, by names of scalars.

    f(x) has moments of every order. With m = E[x f(x) | f], a (d, 1) letter: `signal` is E |m|^2, `power` is
    E f(x)^2 |x|^2, `second` is E f(x)^2. The law is that of f o U for every orthogonal U, unless `covariance` names
    another one than I of the w in f(x) = g(w'x).
    """

    signal: str
    power: str
    second: str
    noise: str = ""
    covariance: str = ""

    def __post_init__(self) -> None:
        for role in ("signal", "power", "second"):
            check_name(f"Functions: {role}", getattr(self, role))
        if self.noise != "":
            check_name("Functions: noise", self.noise)
        check_covariance("Functions: covariance", self.covariance)
        check_roles("Functions", asdict(self), DATA | {"h", "m"})

    @property
    def names(self) -> tuple[str, ...]:
        """All names, "" for what there is not."""
        return self.signal, self.power, self.second, self.noise, self.covariance


@dataclass(frozen=True, kw_only=True)
class RotationInvariant(Claim):
    """E (prediction - f(x_q))^2 = value + E |v - estimate|^2, v the gradient of the prediction by x_q.

    The square vanishes at the minimizer; so every global minimizer computes estimate' x_q. The letters are X (n, d),
    h (n, 1) for the f(x_i), eps (n, 1) and x_q (d, 1).
    """

    functions: Functions
    prediction: Expression
    estimate: Expression
    minimizer: tuple[tuple[Expression, Expression], ...]
    value: Expression


@dataclass(frozen=True, kw_only=True)
class InvariantMean(Claim):
    """E left = right over the data and f, `left` a scalar in the letters of RotationInvariant and m (d, 1)."""

    functions: Functions
    left: Expression
    right: Expression


@dataclass(frozen=True, kw_only=True)
class LessLoss(ListedClaim):
    """For one function f(x) = sum_k link_k x^k at d = 1, without noise, listed weights have less loss than any step.

    The blocks are those of ReadOutAttention; `loss` is theirs, `least` the least loss of the predictions eta y'X x_q.
    """

    context: int
    link: tuple[fmpq, ...]
    blocks: tuple[tuple[str, fmpq], ...]
    loss: fmpq
    least: fmpq

    def __post_init__(self) -> None:
        super().__post_init__()
        check_sizes((("n", self.context),))

    @property
    def listed(self) -> tuple[Values, ...]:
        """One dimension, and the context length."""
        return ((("d", 1), ("n", self.context)),)
