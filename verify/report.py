"""What a run found, as plain frozen data: roads, controls, claims, theorems."""

from dataclasses import dataclass

from proofs.core.scope import Scope
from proofs.core.verdict import Verdict


@dataclass(frozen=True)
class Road:
    """One way to a claim. `witness` names the instance at which a claim fails.

    `limit` is the most that the claim can reach: a derivation whose preconditions fail leaves nothing that instances
    could certify.
    """

    name: str
    verdict: Verdict
    scope: Scope
    detail: str = ""
    witness: str = ""
    seconds: float = 0.0
    rules: tuple[tuple[str, str], ...] = ()
    limit: Verdict = Verdict.PROVED


@dataclass(frozen=True)
class ControlReport:
    """A perturbed version of a claim: what was changed, whether it was refuted, and by which witness."""

    changed: str
    refuted: bool
    witness: str


FEWEST_CONTROLS = 2
"""Without that many refuted controls nothing shows that the roads to a claim can fail."""


@dataclass(frozen=True)
class ClaimReport:
    """The verdict on a claim with its roads and controls. `method` is the road the verdict rests on."""

    name: str
    kind: str
    verdict: Verdict
    scope: Scope
    method: str
    roads: tuple[Road, ...]
    controls: tuple[ControlReport, ...]
    seconds: float

    @property
    def contradiction(self) -> bool:
        """Whether one road proves or certifies what another refutes."""
        verdicts = [road.verdict for road in self.roads]
        return Verdict.REFUTED in verdicts and max(verdicts) >= Verdict.CERTIFIED

    @property
    def reason(self) -> str:
        """Why the claim is UNKNOWN; empty for any other verdict.

        What is wrong with the claim itself, or stops its derivation, comes before controls, which may survive because
        of that.
        """
        if self.verdict is not Verdict.UNKNOWN:
            return ""
        if min((road.limit for road in self.roads), default=Verdict.UNKNOWN) is Verdict.UNKNOWN or all(
            road.verdict is Verdict.UNKNOWN for road in self.roads
        ):
            return self._of_the_roads
        if len(self.controls) < FEWEST_CONTROLS:
            few = f"only {len(self.controls)} of the {FEWEST_CONTROLS} controls that are needed were tried"
            return f"{few}: add a Control, a false version of the claim"
        survivors = [control for control in self.controls if not control.refuted]
        return "; ".join(_survival(control) for control in survivors[:1])

    @property
    def _of_the_roads(self) -> str:
        open_roads = [road for road in self.roads if road.verdict is Verdict.UNKNOWN and road.detail]
        return open_roads[0].detail if open_roads else "no road leads to this claim"

    @property
    def controls_refuted(self) -> int:
        """How many controls were refuted."""
        return sum(control.refuted for control in self.controls)


@dataclass(frozen=True)
class TheoremReport:
    """The verdict on a theorem: that of its weakest claim and of the theorems it uses.

    `problem` says why nothing could be checked, e.g. a file that does not run or a time-out. `level` and `seed` are
    those of the run: with them it gives the same again.
    """

    id: str
    title: str
    source: str
    verdict: Verdict
    scope: Scope
    claims: tuple[ClaimReport, ...]
    seconds: float
    problem: str = ""
    uses: tuple[str, ...] = ()
    level: str = "quick"
    seed: int = 0

    @property
    def contradiction(self) -> bool:
        """Whether two roads of one claim contradict each other."""
        return any(claim.contradiction for claim in self.claims)

    def as_data(self) -> dict[str, object]:
        """The report as plain data, for JSON."""
        return {
            "id": self.id,
            "title": self.title,
            "source": self.source,
            "verdict": self.verdict.name,
            "scope": self.scope.as_data(),
            "scope_text": str(self.scope),
            "problem": self.problem,
            "uses": list(self.uses),
            "level": self.level,
            "seed": self.seed,
            "claims": [_claim_data(claim) for claim in self.claims],
        }


def _claim_data(claim: ClaimReport) -> dict[str, object]:
    return {
        "name": claim.name,
        "kind": claim.kind,
        "verdict": claim.verdict.name,
        "method": claim.method,
        "reason": claim.reason,
        "roads": [_road_data(road) for road in claim.roads],
        "scope": claim.scope.as_data(),
        "seconds": round(claim.seconds, 4),
        "controls_refuted": claim.controls_refuted,
        "controls_total": len(claim.controls),
        "controls": [
            {"changed": control.changed, "refuted": control.refuted, "witness": control.witness}
            for control in claim.controls
        ],
    }


def _survival(control: ControlReport) -> str:
    why = f" ({control.witness})" if control.witness else ""
    return f"the control survives: {control.changed}{why}"


def _road_data(road: Road) -> dict[str, object]:
    return {
        "name": road.name,
        "verdict": road.verdict.name,
        "scope": road.scope.as_data(),
        "detail": road.detail,
        "witness": road.witness,
        "seconds": round(road.seconds, 4),
        "rules": [{"name": name, "reference": reference} for name, reference in road.rules],
    }
