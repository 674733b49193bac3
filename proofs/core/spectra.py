"""The kind of claim about losses whose mean sits in rare large eigenvalues. Records only."""

from dataclasses import dataclass

from flint import fmpq

from proofs.core.claims import ModelClaim
from proofs.core.derivation import Expression
from proofs.core.errors import InputError
from proofs.core.points import PointsClaim, Values, check_sizes


@dataclass(frozen=True)
class Part:
    """The share of the eigenvalues between two ends (None: infinity) in a loss, and how many there are on average.

    Raises InputError unless 0 <= low < high.
    """

    low: int
    high: int | None
    loss: str
    count: str

    def __post_init__(self) -> None:
        if self.low < 0 or (self.high is not None and self.high <= self.low):
            raise InputError(
                f"Part: eigenvalues lie between two ends 0 <= low < high, got low = {self.low}, high = {self.high}"
            )


@dataclass(frozen=True)
class SpectralLoss:
    """A loss at given sizes and its parts, in decimals that are right to half a unit of their last digit."""

    dim: int
    context: int
    loss: str
    parts: tuple[Part, ...] = ()

    def __post_init__(self) -> None:
        check_sizes(self.sizes)
        if self.context < self.dim:
            raise InputError(f"the density of eigenvalues needs n >= d, got n = {self.context}, d = {self.dim}")

    @property
    def sizes(self) -> tuple[tuple[str, int], ...]:
        """Dimension and context length."""
        return ("d", self.dim), ("n", self.context)


@dataclass(frozen=True, kw_only=True)
class HeavyTail(PointsClaim, ModelClaim):
    """At the listed weights the objective, E sum q(mu)^2 over the eigenvalues mu of W, has the listed values and parts.

    `coefficients` are those of q from the constant one up, in the scalars to which `weights` gives values.
    """

    objective: Expression
    coefficients: tuple[Expression, ...]
    weights: tuple[tuple[Expression, fmpq], ...]
    points: tuple[SpectralLoss, ...]

    def __post_init__(self) -> None:
        super().__post_init__()
        names = [str(symbol) for symbol, _ in self.weights]
        if len(set(names)) < len(names) or {"n", "d"} & set(names):
            raise InputError(f"the weights are named once each and are not n or d, got {', '.join(names)}")

    @property
    def listed(self) -> tuple[Values, ...]:
        """The sizes of the points, and the weights."""
        return tuple((*point.sizes, *((str(symbol), number) for symbol, number in self.weights))
                     for point in self.points)  # fmt: skip
