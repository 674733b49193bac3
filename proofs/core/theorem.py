"""A theorem: a statement, its hypotheses, its claims and the perturbed versions that must fail."""

from dataclasses import dataclass

from proofs.core.claims import Claim
from proofs.core.statement import Hypothesis, Source


@dataclass(frozen=True)
class Control:
    """A claim that is false: what was changed, and the claim so changed. Checking it must refute it.

    `hypotheses` are those of symbols that only the changed claim has.
    """

    changed: str
    claim: Claim
    hypotheses: tuple[Hypothesis, ...] = ()


@dataclass(frozen=True)
class Theorem:
    """What a theorem file returns from `theorem()`. `uses` names the ids of other theorems it rests on."""

    source: Source
    hypotheses: tuple[Hypothesis, ...]
    claims: tuple[Claim, ...]
    controls: tuple[Control, ...] = ()
    uses: tuple[str, ...] = ()

    @property
    def symbols(self) -> frozenset[str]:
        """The symbols the hypotheses speak of."""
        return frozenset(hypothesis.symbol for hypothesis in self.hypotheses)
