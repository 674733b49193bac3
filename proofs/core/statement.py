"""What a theorem says of itself: where it comes from and what it assumes."""

from dataclasses import dataclass
from enum import Enum

from proofs.core.arguments import check_kind
from proofs.core.names import check_name


class Provenance(Enum):
    """How sure we are of the printed form."""

    READ = "printed display read and restored"
    REBUILT = "published body not read: rebuilt from abstract, reviews and derivation"
    OWN = "in none of the papers"


@dataclass(frozen=True)
class Source:
    """Paper and place of a statement; `differs` says where ours is not the printed one."""

    paper: str
    place: str = ""
    url: str = ""
    provenance: Provenance = Provenance.OWN
    differs: str = ""

    def __str__(self) -> str:
        head = ", ".join(part for part in (self.paper, self.place, self.url) if part)
        return f"{head} ({self.provenance.value})" + (f". {self.differs}" if self.differs else "")


class Predicate(Enum):
    """What is assumed of a symbol; instances are drawn accordingly."""

    INTEGER = "an integer >= 1"
    AT_LEAST_TWO = "an integer >= 2"
    AT_LEAST_D = "an integer >= d"
    ABOVE_D = "an integer >= d + 2"
    AT_MOST_D = "an integer >= 1 and <= d"
    BELOW_D = "an integer >= 1 and < d"
    POSITIVE = "> 0"
    NONNEGATIVE = ">= 0"
    POSITIVE_DEFINITE = "symmetric, positive definite"
    POSITIVE_SEMIDEFINITE = "symmetric, positive semidefinite"
    SYMMETRIC = "symmetric"
    INVERTIBLE = "invertible"
    DIAGONAL = "diagonal, positive definite"
    FOURTH_MOMENTS = "diagonal, of fourth moments: at least Sigma^2"
    ORTHOGONAL = "orthogonal"
    AT_LEAST_ONE = ">= 1"
    ELLIPTICAL = ">= d / (d + 2)"
    ANY = "arbitrary"


FROM_BELOW = (Predicate.INTEGER, Predicate.AT_LEAST_TWO, Predicate.AT_LEAST_D, Predicate.ABOVE_D)
FROM_ABOVE = {Predicate.AT_MOST_D: "<= d", Predicate.BELOW_D: "< d"}
"""Upper bounds of integers, as a scope says them."""
INTEGERS = (*FROM_BELOW, *FROM_ABOVE)


@dataclass(frozen=True)
class Hypothesis:
    """An assumption on a symbol and where the proof uses it."""

    symbol: str
    predicate: Predicate
    used: str

    def __post_init__(self) -> None:
        check_name("the symbol of a hypothesis", self.symbol)
        check_kind(f"hypothesis on {self.symbol}", self.predicate, Predicate, "a Predicate", "e.g. Predicate.INTEGER")

    def __str__(self) -> str:
        return f"{self.symbol} {self.predicate.value} (used: {self.used})"
