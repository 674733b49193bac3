"""A theorem: a statement, its hypotheses, its claims and the perturbed versions that must fail."""

from dataclasses import dataclass

from proofs.core.claims import Claim
from proofs.core.fields import check_fields
from proofs.core.statement import Hypothesis, Source


@dataclass(frozen=True)
class Control:
    """A claim that is false: what was changed, and the claim so changed. Checking it must refute it.

    `hypotheses` are those of symbols that only the changed claim has. `printed` says where the false claim stands in
    print, if it does: it is then an erratum, which the claim of the same name corrects.
    """

    changed: str
    claim: Claim
    hypotheses: tuple[Hypothesis, ...] = ()
    printed: Source | None = None


@dataclass(frozen=True)
class Theorem:
    """What a theorem file returns from `theorem()`. `uses` names the ids of other theorems it rests on."""

    source: Source
    hypotheses: tuple[Hypothesis, ...]
    claims: tuple[Claim, ...]
    controls: tuple[Control, ...] = ()
    uses: tuple[str, ...] = ()

    def __post_init__(self) -> None:
        if not isinstance(self.source, Source):
            raise TypeError(f"source must be a Source(...), got {type(self.source).__name__}")
        check_fields(self.source, "source")
        _check("hypotheses", self.hypotheses, Hypothesis)
        _check("claims", self.claims, Claim)
        _check("controls", self.controls, Control)
        _check("uses", self.uses, str)
        for hypothesis in self.hypotheses:
            check_fields(hypothesis, f"hypothesis on {hypothesis.symbol}")
        for claim in self.claims:
            check_fields(claim, f"claim {claim.name!r}")
        for control in self.controls:
            check_fields(control, f"control {control.changed!r}")

    @property
    def symbols(self) -> frozenset[str]:
        """The symbols the hypotheses speak of."""
        return frozenset(hypothesis.symbol for hypothesis in self.hypotheses)


def _check(name: str, given: object, kind: type) -> None:
    if not isinstance(given, tuple):
        raise TypeError(f"{name} must be a tuple (mind the comma after a single one), got {type(given).__name__}")
    for item in given:
        if not isinstance(item, kind):
            raise TypeError(f"{name} must hold {kind.__name__} records only, got {type(item).__name__} {item!r}")
