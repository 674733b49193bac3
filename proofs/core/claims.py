"""The kinds of claim a theorem can make. Records only: what checks them stands in verify.checks."""

from dataclasses import dataclass
from enum import Enum

from proofs.core.arguments import check_whole
from proofs.core.derivation import Abbreviation, Expression, Step
from proofs.core.errors import ShapeError
from proofs.core.task import Model, Operator, Task


@dataclass(frozen=True)
class Experiment:
    """How the definition of the model meets a claim: the weights, block by block, in the symbols of the claim.

    Blocks that are not named are zero. For LinearAttention the blocks are P_xx ... Q_yy of layer 0, for
    ReadOutAttention u_x, u_y, N_xx, N_xy, N_yx, N_yy.
    """

    model: Model
    task: Task
    blocks: tuple[tuple[str, Expression], ...]


@dataclass(frozen=True, kw_only=True)
class Claim:
    """What all kinds share. `abbreviations` explain letters such as K; `operators` letters that depend on X."""

    name: str
    abbreviations: tuple[Abbreviation, ...] = ()
    operators: tuple[Operator, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ModelClaim(Claim):
    """A claim with formulas that come from a model: with an experiment, a road compares the two.

    Kinds that no road compares with a model have no experiment to print.
    """

    experiment: Experiment | None = None


@dataclass(frozen=True, kw_only=True)
class Equality(ModelClaim):
    """left = right for all values of the symbols. Without steps the two sides close by the algebra."""

    left: Expression
    right: Expression
    steps: tuple[Step, ...] = ()

    def __post_init__(self) -> None:
        for name, side in (("left", self.left), ("right", self.right)):
            if not hasattr(side, "shape"):
                raise TypeError(
                    f"claim {self.name!r}: {name} must be an expression, got {type(side).__name__} {side!r}"
                )
        if self.left.shape != self.right.shape:
            (a, b), (c, d) = self.left.shape, self.right.shape
            raise ShapeError(f"claim {self.name!r}: left is {a} x {b}, right is {c} x {d}")


@dataclass(frozen=True)
class Square:
    """weight * tr(before body after body'), or its mean over independent laws: visibly nonnegative.

    `weight` is positive, `before` and `after` are positive definite (None: the identity).
    """

    body: Expression
    weight: Expression | None = None
    before: Expression | None = None
    after: Expression | None = None
    over: tuple[object, ...] = ()


@dataclass(frozen=True, kw_only=True)
class LowerBound(ModelClaim):
    """objective >= value, with equality at the given place: objective = value + a sum of squares that vanish there.

    `value` may hold weights, also those of the place. `folded` is the objective written with the abbreviations.
    """

    objective: Expression
    minimizer: tuple[tuple[Expression, Expression], ...]
    value: Expression
    squares: tuple[Square, ...]
    folded: Expression | None = None


@dataclass(frozen=True, kw_only=True)
class Minimum(LowerBound):
    """A lower bound without weights in it: the least value, attained at the minimizer.

    With `unique` the squares vanish at the minimizer only. With `prediction` and `computes` every minimizer computes
    the same function: the one square is the mean square of their difference.
    """

    unique: bool = False
    prediction: Expression | None = None
    computes: Expression | None = None


@dataclass(frozen=True, kw_only=True)
class Implements(ModelClaim):
    """At the given weights the prediction of the model equals that of the algorithm, for every data set."""

    prediction: Expression
    weights: tuple[tuple[Expression, Expression], ...]
    algorithm: Expression


@dataclass(frozen=True)
class State:
    """What a layer passes on: a symbol, its value before the first layer, and what one layer makes of it."""

    symbol: Expression
    initial: Expression
    following: Expression


@dataclass(frozen=True, kw_only=True)
class Induction(ModelClaim):
    """After every layer the tokens have the form `invariant`, a tuple of expressions in the symbols of the states.

    `start` is what the tokens are before the first layer, the invariant at the initial states; `layer` is what one
    layer makes of the invariant at arbitrary states, the invariant at the following ones. With an experiment the last
    token block is the label of the query, minus the prediction of the model.
    """

    states: tuple[State, ...]
    invariant: tuple[Expression, ...]
    start: tuple[Expression, ...]
    layer: tuple[Expression, ...]


class Action(Enum):
    """How V acts on a (d, d) matrix: the factors on its left and on its right."""

    FORM = "V . V'"
    INVERSE_FORM = "V^-T . V^-1"
    MAP = "V . V^-1"
    INVERSE_MAP = "V^-T . V'"


@dataclass(frozen=True)
class Parameter:
    """A weight of every layer: its letter, how V acts on it; up to factors the points and the gradient there."""

    symbol: Expression
    action: Action
    fixed: Expression
    direction: Expression


@dataclass(frozen=True, kw_only=True)
class Invariance(Claim):
    """For every number of layers: at the points c_l * fixed the gradient by a parameter is a multiple of its direction.

    The loss is E tr(before T_{L-1} ... T_0 after T_0' ... T_{L-1}'), T_l = `layer` with the parameters and states of
    layer l, the Gram matrix `gram` having row covariance root' root. The group is V = root^-1 U root with U orthogonal,
    acting by S -> V^-T S V^-1, on T_l by V . V^-1 and on parameters and states as each of them says.
    """

    layer: Expression
    parameters: tuple[Parameter, ...]
    gram: Expression
    root: Expression
    before: Expression
    after: Expression
    states: tuple[tuple[State, Action], ...] = ()


@dataclass(frozen=True)
class ZeroProduct:
    """weight * first * second + rest, all nonnegative: where it vanishes, the body of first or of second is zero."""

    first: Square
    second: Square
    weight: Expression
    rest: tuple[Square, ...] = ()


@dataclass(frozen=True, kw_only=True)
class ZeroSet(ModelClaim):
    """All solutions of: the nonnegative `total` vanishes, and `form` equals an invertible (d, d) matrix.

    Each product splits the solutions in two; the symbols that vanish name a branch. A branch is impossible where the
    form vanishes, and for d >= 2 where it is an outer product, of rank 1. The claim lists the branches that remain.
    """

    total: Expression
    products: tuple[ZeroProduct, ...]
    form: Expression
    branches: tuple[frozenset[str], ...]
    branches_at_one: tuple[frozenset[str], ...]


@dataclass(frozen=True, kw_only=True)
class Limit(Claim):
    """numerator / denominator -> limit / limit_denominator as the scalar `grows` goes to infinity.

    With `inverted` the statement is that of the inverse matrices.
    """

    grows: Expression
    numerator: Expression
    limit: Expression
    denominator: Expression | None = None
    limit_denominator: Expression | None = None
    inverted: bool = False


@dataclass(frozen=True, kw_only=True)
class DegreeBound(Claim):
    """At d = 1 the prediction is query * sum_j gram^j c_j(task), j = 1 ... steps.

    So the loss is at least the least loss of that many steps of gradient descent with free step sizes.
    """

    prediction: Expression
    query: Expression
    gram: Expression
    steps: int

    def __post_init__(self) -> None:
        check_whole(f"claim {self.name!r}: steps", self.steps)

    @property
    def listed(self) -> tuple[tuple[tuple[str, int], ...], ...]:
        """One dimension, whatever n is."""
        return ((("d", 1),),)


@dataclass(frozen=True, kw_only=True)
class OrthogonalZeros(Claim):
    """For every L, over q of degree L with q(0) = 1, the mean of tr q(W)^2 is least at one q only.

    Its zeros are real, simple and positive, and it is orthogonal to lower degrees for mu^weight dnu, nu the mean
    spectral measure of W = `gram`. `over` is the law of X. At the listed `depths` the orthogonality is written out.
    """

    gram: Expression
    over: tuple[object, ...]
    depths: tuple[int, ...]
    weight: int = 1

    def __post_init__(self) -> None:
        for depth in self.depths:
            check_whole(f"claim {self.name!r}: depths", depth)
        check_whole(f"claim {self.name!r}: weight", self.weight, 0)


@dataclass(frozen=True, kw_only=True)
class Diagonalised(ModelClaim):
    """For symmetric `turned` = U D U' and any `averaged` = B: objective(D, diag(U'BU)) <= objective(turned, B).

    The objective is invariant when both turn together, and convex in B: its second difference
    f(B + H) + f(B - H) - 2 f(B) is the sum of the squares, `step` being H.
    """

    objective: Expression
    turned: Expression
    averaged: Expression
    step: Expression
    squares: tuple[Square, ...]


@dataclass(frozen=True, kw_only=True)
class Coercive(ModelClaim):
    """objective = growth + squares - constant: so it has a least value on every closed set of its variables.

    `growth` are definite squares of the variables themselves, one for each at least.
    """

    objective: Expression
    variables: tuple[Expression, ...]
    growth: tuple[Square, ...]
    squares: tuple[Square, ...]
    constant: Expression
