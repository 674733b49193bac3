"""The kind of claim that is about a gradient flow: where it goes and what it keeps. A record only."""

from dataclasses import dataclass

from proofs.core.claims import ModelClaim
from proofs.core.derivation import Expression


@dataclass(frozen=True, kw_only=True)
class Flow(ModelClaim):
    """Along d weights / dt = -grad objective from `start`, the objective tends to `value`, each form to its limit.

    `start` gives every weight its first value, `reached` are pairs (form in the weights, limit), and `kept` are
    scalar quadratic forms in the weights that stay what they are.
    """

    objective: Expression
    start: tuple[tuple[Expression, Expression], ...]
    value: Expression
    reached: tuple[tuple[Expression, Expression], ...]
    kept: tuple[Expression, ...] = ()
