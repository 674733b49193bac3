"""The kinds of claim about listed sizes, points or weights: numbers stand in them. Records only."""

from dataclasses import dataclass

from flint import fmpq

from proofs.core.arguments import check_whole
from proofs.core.claims import ModelClaim
from proofs.core.derivation import Expression
from proofs.core.errors import InputError
from proofs.core.points import ListedClaim, PointsClaim, Values, check_array, check_sizes, sizes_by_name
from proofs.core.spectra import HeavyTail, Part, SpectralLoss
from proofs.core.surd import Surd
from proofs.core.task import LinearAttention

__all__ = [
    "BestSteps", "CriticalPoints", "DifferentFunctions", "HeavyTail", "ListedLoss", "ListedWeights", "LocalMinimum",
    "Located", "LowestFound", "Merging", "MergingLevels", "OptimalSteps", "Part", "SemidefiniteBound", "SpectralLoss",
    "Velocities",
]  # fmt: skip


@dataclass(frozen=True, kw_only=True)
class SemidefiniteBound(ListedClaim):
    """objective >= value / denominator at listed sizes: a Gram matrix found by a solver, accepted exactly.

    The solver is not told the value; the claim is checked against the bound that the certificate proves.
    """

    objective: Expression
    value: Expression
    denominator: Expression
    sizes: tuple[tuple[int, int], ...]

    def __post_init__(self) -> None:
        super().__post_init__()
        sizes_by_name(self.sizes)

    @property
    def listed(self) -> tuple[Values, ...]:
        """Dimensions and context lengths."""
        return sizes_by_name(self.sizes)


Velocities = tuple[tuple[Expression, Expression], ...]


@dataclass(frozen=True)
class Located:
    """A point at given sizes, in decimals that are right to half a unit of their last digit, and the value there.

    `entries` names variables, e.g. ("A_0[0,0]", "0.2389"), `held` those that are exact; further entries of the letters
    that are named are zero. A symbol of which a hypothesis speaks is a parameter: `held` gives it a value, where it
    stays, and only the others move; a scalar > 0 or a definite symmetric letter may be named in `entries`, and moves
    where that holds. The value is claimed to exceed a number, if there is one.
    """

    sizes: tuple[tuple[str, int], ...]
    entries: tuple[tuple[str, str], ...]
    value: str
    exceeds: fmpq | None = None
    held: tuple[tuple[str, int | fmpq], ...] = ()

    def __post_init__(self) -> None:
        check_sizes(self.sizes)
        names = [name for name, _ in (*self.entries, *self.held)]
        if len(set(names)) < len(names):
            raise InputError(f"a point names each variable once, got {', '.join(names)}")


@dataclass(frozen=True, kw_only=True)
class CriticalPoints(PointsClaim, ModelClaim):
    """At each point there is exactly one critical point with these digits.

    The Hessian there is invertible and has `negative` negative eigenvalues.
    """

    objective: Expression
    points: tuple[Located, ...]
    negative: int


@dataclass(frozen=True, kw_only=True)
class LocalMinimum(PointsClaim, ModelClaim):
    """At each point there is exactly one critical point with these digits; it is a local minimum and not a global one.

    Each symmetry is a linear flow along which the objective is constant: the velocity of each symbol, for every value
    of the letter `spin`. The Hessian is positive semidefinite and vanishes in the directions of the flows only.
    """

    objective: Expression
    symmetries: tuple[Velocities, ...]
    points: tuple[Located, ...]
    spin: Expression | None = None


@dataclass(frozen=True)
class ListedWeights:
    """The blocks of a model at a context length, as numbers a + b sqrt(radicand)."""

    context: int
    radicand: fmpq
    blocks: tuple[tuple[str, Surd], ...]

    def __post_init__(self) -> None:
        check_sizes(self.sizes)
        names = [name for name, _ in self.blocks]
        if len(set(names)) < len(names):
            raise InputError(f"weights name each block once, got {', '.join(names)}")
        for name, value in self.blocks:
            if value.radicand != self.radicand:
                raise InputError(f"block {name} must have the radicand {self.radicand}, got {value.radicand}")

    @property
    def sizes(self) -> tuple[tuple[str, int], ...]:
        """One dimension, and the context length."""
        return ("d", 1), ("n", self.context)


@dataclass(frozen=True, kw_only=True)
class ListedLoss(PointsClaim):
    """At d = 1, x, w ~ N(0, 1), no noise: the listed weights are as good as `steps` steps.

    That is, their loss is the least loss of that many steps of gradient descent with free step sizes.
    """

    model: LinearAttention
    points: tuple[ListedWeights, ...]
    steps: int

    def __post_init__(self) -> None:
        super().__post_init__()
        check_whole(f"claim {self.name!r}: steps", self.steps)


@dataclass(frozen=True)
class BestSteps:
    """The least loss at given sizes: p/q exactly, or decimals right to half a unit of their last digit.

    `steps` are the step sizes in increasing order, in such decimals; none are listed where it is empty.
    """

    dim: int
    context: int
    layers: int
    loss: str
    steps: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        check_sizes(self.sizes)

    @property
    def sizes(self) -> tuple[tuple[str, int], ...]:
        """Dimension, context length and number of layers."""
        return ("d", self.dim), ("n", self.context), ("L", self.layers)


@dataclass(frozen=True, kw_only=True)
class OptimalSteps(PointsClaim):
    """At each point the loss on A_l = a_l Sigma^-1 has the listed least value, w ~ N(0, Sigma^-1), no noise.

    The step sizes that attain it are real, positive, all different, and unique up to their order.
    """

    points: tuple[BestSteps, ...]


@dataclass(frozen=True)
class MergingLevels:
    """Noise variances at given sizes, in decimals that are right to half a unit of their last digit.

    `pair`: the first at which two zeros of the best polynomial meet; below it real step sizes attain the least loss.
    `tied`: where equal step sizes become the best real ones of the form (a, ..., a, b); `before` are a and b
    just below it, `after` is the equal step just above it; not listed where empty. Raises InputError for steps without
    the level at which they are.
    """

    dim: int
    context: int
    layers: int
    pair: str
    tied: str = ""
    before: tuple[str, ...] = ()
    after: str = ""

    def __post_init__(self) -> None:
        check_sizes(self.sizes)
        if len(self.before) not in (0, 2):
            raise InputError(f"MergingLevels: before: expected the two steps (a, b) or none, got {self.before!r}")
        if (self.before or self.after) and not self.tied:
            raise InputError("MergingLevels: the steps before and after a jump need its level; list it as `tied`")

    @property
    def sizes(self) -> tuple[tuple[str, int], ...]:
        """Dimension, context length and number of layers."""
        return ("d", self.dim), ("n", self.context), ("L", self.layers)


@dataclass(frozen=True, kw_only=True)
class Merging(PointsClaim):
    """The levels of noise at which the best step sizes of many layers merge, w ~ N(0, Sigma^-1), A_l = a_l Sigma^-1."""

    points: tuple[MergingLevels, ...]


@dataclass(frozen=True, kw_only=True)
class DifferentFunctions(ListedClaim):
    """For some data two weights of one layer of ReLU attention predict different numbers: they compute two functions.

    Each is a pair (b_y, a), the weights being b_x = 0, b_y and A_x = a I. X has the `rows`, of d entries each, `labels`
    are y and `query` is x_q; `predictions` are those of the two.
    """

    first: tuple[fmpq, fmpq]
    second: tuple[fmpq, fmpq]
    rows: tuple[tuple[int, ...], ...]
    labels: tuple[int, ...]
    query: tuple[int, ...]
    predictions: tuple[fmpq, fmpq]

    def __post_init__(self) -> None:
        super().__post_init__()
        check_array("X", (*self.rows, self.query))
        if len(self.labels) != len(self.rows):
            raise InputError(f"claim {self.name!r}: {len(self.rows)} rows of X need as many labels, got {self.labels}")

    @property
    def listed(self) -> tuple[Values, ...]:
        """The sizes and the data."""
        data = ("X", self.rows), ("y", (self.labels,)), ("x_q", (self.query,))
        return ((("d", len(self.query)), ("n", len(self.rows)), *data),)


@dataclass(frozen=True, kw_only=True)
class LowestFound(ListedClaim, ModelClaim):
    """At listed sizes (d, n) no descent on the objective, from many random starts in all entries, ends below a value.

    That is no proof: the claim is what a search found. `values` are the least values by size.
    """

    objective: Expression
    sizes: tuple[tuple[int, int], ...]
    values: tuple[fmpq, ...]

    def __post_init__(self) -> None:
        super().__post_init__()
        sizes_by_name(self.sizes)

    @property
    def listed(self) -> tuple[Values, ...]:
        """Dimensions and context lengths."""
        return sizes_by_name(self.sizes)
