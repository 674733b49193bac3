"""Runs theorems: all roads to every claim, all controls, verdicts with scopes, several theorems at a time."""

import signal
from collections.abc import Callable, Iterator, Sequence
from concurrent import futures
from contextlib import contextmanager
from dataclasses import replace
from functools import reduce
from time import perf_counter
from types import FrameType

from proofs.core.catalogue import Entry
from proofs.core.claims import Claim
from proofs.core.errors import MISUSE, InputError, TheoremFileError, told
from proofs.core.records import check_records
from proofs.core.scope import Scope
from proofs.core.theorem import Control, Theorem
from proofs.core.verdict import Verdict
from proofs.moments.admission import admit
from verify.checks.context import Context
from verify.checks.hypotheses import is_refused, refuse_against
from verify.checks.table import check_of
from verify.refute import perturbed
from verify.report import FEWEST_CONTROLS, ClaimReport, ControlReport, Road, TheoremReport
from verify.settings import Settings
from verify.workers import workers


class TimeIsUpError(BaseException):
    """The time for one theorem has passed. No handler of ordinary errors, ours or of a library, may swallow it."""


def run(
    entries: Sequence[Entry], settings: Settings, jobs: int, finished: Callable[[TheoremReport], None]
) -> list[TheoremReport]:
    """Check theorems, used ones first; `finished` is called after each. Reports come in the order of the entries.

    With more than one job, worker processes get ids and give back plain data. KeyboardInterrupt ends all of them.
    """
    reports: dict[str, TheoremReport] = {}
    for report in _reports(entries, settings, jobs):
        reports[report.id] = report
        finished(report)
    return [lowered(reports[entry.id], reports) for entry in entries]


def _reports(entries: Sequence[Entry], settings: Settings, jobs: int) -> Iterator[TheoremReport]:
    if jobs <= 1 or len(entries) <= 1:
        for entry in entries:
            yield check(entry, settings)
        return
    with workers(min(jobs, len(entries))) as pool:
        begun: list[futures.Future[TheoremReport]] = [pool.submit(check, entry, settings) for entry in entries]
        for future in futures.as_completed(begun):
            yield future.result()


def lowered(report: TheoremReport, reports: dict[str, TheoremReport]) -> TheoremReport:
    """The report with verdict and scope lowered to those of the theorems it uses, where these were checked too."""
    used = [lowered(reports[name], reports) for name in report.uses if name in reports]
    if not used:
        return report
    scope = reduce(Scope.within, (item.scope for item in used), report.scope)
    worst = min(item.verdict for item in used)
    if worst >= report.verdict:
        return replace(report, scope=scope)
    weak = ", ".join(item.id for item in used if item.verdict == worst)
    return replace(report, verdict=max(worst, Verdict.UNKNOWN), scope=scope, problem=f"uses {weak}, {worst.name}")


def check(entry: Entry, settings: Settings) -> TheoremReport:
    """All claims of one theorem. A file that does not load, and a time-out, are UNKNOWN with a problem."""
    start = perf_counter()
    try:
        with time_limit(settings.timeout):
            theorem = entry.load()
            check_records(theorem)
            claims = tuple(_checked(entry, theorem, claim, settings) for claim in theorem.claims)
    except (TheoremFileError, InputError) as error:
        return _unknown(entry, str(error), perf_counter() - start, settings)
    except TimeIsUpError:
        return _unknown(entry, f"timed out after {settings.timeout:g} s", perf_counter() - start, settings)
    verdict = min((claim.verdict for claim in claims), default=Verdict.UNKNOWN)
    scope = _joined(theorem, claims, settings)
    seconds = perf_counter() - start
    source = str(theorem.source)
    problem = "" if claims else "the theorem makes no claim"
    stray = {control.claim.name for control in theorem.controls} - {claim.name for claim in theorem.claims}
    if stray:
        verdict, problem = min(verdict, Verdict.UNKNOWN), f"a control names no claim: {min(stray)}"
    return TheoremReport(
        entry.id, entry.title, source, verdict, scope, claims, seconds, problem, theorem.uses,
        level=settings.level, seed=settings.seed,
    )  # fmt: skip


def _joined(theorem: Theorem, claims: Sequence[ClaimReport], settings: Settings) -> Scope:
    """The scope of all claims: of symbolic ones every symbol that none of them narrows, else what they share."""
    scopes = [claim.scope for claim in claims]
    if any(scope.instances or scope.ranges or scope.cases for scope in scopes):
        return Scope.of_all(scopes)
    context = Context("", theorem, settings.level, settings.seed)
    narrowed = frozenset[str]().union(*(context.narrowed(claim) for claim in theorem.claims))
    none = frozenset[str]()
    symbolic = none.union(*(scope.symbolic for scope in scopes)) - narrowed
    return Scope(symbolic=symbolic, conditions=none.union(*(scope.conditions for scope in scopes)))


def _unknown(entry: Entry, problem: str, seconds: float, settings: Settings) -> TheoremReport:
    try:
        title = entry.title
    except TheoremFileError:
        title = entry.id
    return TheoremReport(
        entry.id, title, "", Verdict.UNKNOWN, Scope(), (), seconds, problem, level=settings.level, seed=settings.seed
    )


@contextmanager
def time_limit(seconds: float | None) -> Iterator[None]:
    """Raise TimeIsUpError in the main thread once the time has passed."""
    if seconds is None:
        yield
        return

    def stop(number: int, frame: FrameType | None) -> None:
        raise TimeIsUpError

    old = signal.signal(signal.SIGALRM, stop)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, old)


def _checked(entry: Entry, theorem: Theorem, claim: Claim, settings: Settings) -> ClaimReport:
    start = perf_counter()
    context = Context(entry.id, theorem, settings.level, settings.seed)
    try:
        admit(claim, theorem.hypotheses)
        refuse_against(claim, theorem.hypotheses)
        roads = tuple(check_of(claim).roads(claim, context))
    except MISUSE as error:
        roads = (Road("no road", Verdict.UNKNOWN, Scope(), told(error, f"claim {claim.name!r}: ")),)
    controls = tuple(_attacked(control, theorem, context) for control in _controls(claim, theorem))
    verdict, method, scope = _settled(roads, controls)
    kind = type(claim).__name__
    return ClaimReport(claim.name, kind, verdict, scope, method, roads, controls, perf_counter() - start)


def _controls(claim: Claim, theorem: Theorem) -> list[Control]:
    """The controls that the theorem declares for a claim, and those made of it, where it can be read."""
    declared = [control for control in theorem.controls if control.claim.name == claim.name]
    try:
        made = [control for control in perturbed(claim) if not is_refused(control.claim, theorem.hypotheses)]
    except MISUSE:
        return declared
    return [*declared, *made]


def _attacked(control: Control, theorem: Theorem, context: Context) -> ControlReport:
    larger = replace(theorem, hypotheses=theorem.hypotheses + control.hypotheses)
    try:
        admit(control.claim, larger.hypotheses)
        refuse_against(control.claim, larger.hypotheses)
        road = check_of(control.claim).refutation(control.claim, replace(context, theorem=larger))
    except MISUSE as error:
        return ControlReport(control.changed, False, told(error, f"claim {control.claim.name!r}: "))
    refuted = road.verdict is Verdict.REFUTED
    return ControlReport(control.changed, refuted, road.witness if refuted else road.detail)


def _settled(roads: Sequence[Road], controls: Sequence[ControlReport]) -> tuple[Verdict, str, Scope]:
    """The verdict of a claim, the road it rests on and its scope.

    One refuting road refutes. Otherwise the strongest road counts, unless a control survives or fewer than two were
    tried: then nothing shows that the roads can fail, and the claim is UNKNOWN.
    """
    if not roads:
        return Verdict.UNKNOWN, "no road", Scope()
    refuting = [road for road in roads if road.verdict is Verdict.REFUTED]
    best = refuting[0] if refuting else max(roads, key=lambda road: road.verdict)
    verdict = min(best.verdict, *(road.limit for road in roads))
    if len(controls) < FEWEST_CONTROLS or not all(control.refuted for control in controls):
        verdict = min(verdict, Verdict.UNKNOWN)
    return verdict, best.name, best.scope


__all__ = ["Settings", "check", "lowered", "run"]
