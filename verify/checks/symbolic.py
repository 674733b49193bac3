"""The symbolic road: the derivation of each kind of claim, line by line."""

from time import perf_counter

from proofs.algebra.positivity import Signs, signs
from proofs.core.claims import Claim, Equality
from proofs.core.errors import DependenceError, LetterError
from proofs.core.proof import Line, Proof
from proofs.core.records import check_records
from proofs.core.theorem import Theorem
from proofs.core.verdict import Verdict
from proofs.moments.admission import ADMISSION, ADMISSION_REFERENCE, complaints
from proofs.moments.remainder import remainder_text
from proofs.moments.rules import RULES
from verify.checks.context import Context
from verify.late import function, kind_of
from verify.report import Road

PROOFS = {
    "proofs.core.claims.Coercive": "proofs.optimum.diagonal.prove_coercive",
    "proofs.core.claims.DegreeBound": "proofs.optimum.degree.prove_degree_bound",
    "proofs.core.claims.Diagonalised": "proofs.optimum.diagonal.prove_diagonalised",
    "proofs.core.claims.Equality": "proofs.moments.chain.prove_equality",
    "proofs.core.claims.Implements": "proofs.optimum.implements.prove_implements",
    "proofs.core.claims.Induction": "proofs.optimum.induction.prove_induction",
    "proofs.core.claims.Invariance": "proofs.optimum.invariance.prove_invariance",
    "proofs.core.claims.Limit": "proofs.optimum.limit.prove_limit",
    "proofs.core.claims.LowerBound": "proofs.optimum.minimum.prove_minimum",
    "proofs.core.claims.Minimum": "proofs.optimum.minimum.prove_minimum",
    "proofs.core.claims.OrthogonalZeros": "proofs.optimum.zeros.prove_zeros",
    "proofs.core.claims.ZeroSet": "proofs.optimum.zero_set.prove_zero_set",
    "proofs.core.functions.InvariantMean": "proofs.optimum.rotation.prove_invariant_mean",
    "proofs.core.functions.RotationInvariant": "proofs.optimum.rotation.prove_rotation_invariant",
    "proofs.core.ridge_functions.RidgeFunctions": "proofs.optimum.ridge_functions.prove_ridge_functions",
    "proofs.core.programs.Construction": "proofs.constructions.proofs.prove_construction",
    "proofs.core.rates.Rate": "proofs.constructions.rates.prove_rate",
    "proofs.entrywise.claims.EntrywiseIdentity": "proofs.entrywise.proofs.prove_identity",
    "proofs.entrywise.claims.Expansion": "proofs.entrywise.proofs.prove_expansion",
    "proofs.entrywise.claims.Inequality": "proofs.entrywise.inequality.prove_inequality",
    "proofs.entrywise.claims.Lipschitz": "proofs.entrywise.proofs.prove_lipschitz",
    "proofs.entrywise.claims.LooseBound": "proofs.entrywise.proofs.prove_loose_bound",
}
"""What proves each kind of claim with a symbolic road, by the name of its record."""


def prove(claim: Claim, signs: Signs) -> Proof | None:
    """The symbolic proof of a claim; None where its kind has no symbolic road.

    Raises InputError for a claim that holds anything but records of the package and plain values.
    """
    check_records(claim)
    path = PROOFS.get(kind_of(claim))
    if path is None:
        return None
    found: Proof = function(path)(claim, signs)
    return found


def proof_of(claim: Claim, theorem: Theorem) -> Proof | None:
    """The symbolic proof of a claim of a theorem, under its hypotheses; None where its kind has no symbolic road."""
    check_records(claim)
    told = next(complaints(claim, theorem.hypotheses), None)
    if told is not None:
        return Proof((Line(told, ADMISSION, ADMISSION_REFERENCE, holds=False),))
    return prove(claim, signs(theorem.hypotheses))


def symbolic_road(claim: Claim, context: Context) -> Road | None:
    """PROVED where every line closes, otherwise UNKNOWN with the first open line; it refutes nothing."""
    start = perf_counter()
    try:
        proof = prove(claim, context.signs)
    except (DependenceError, LetterError) as error:
        scope, detail = context.symbolic_scope(claim), f"the derivation stops: {error}"
        return Road("symbolic", Verdict.UNKNOWN, scope, detail, limit=_limit(claim, None))
    if proof is None:
        return None
    seconds = perf_counter() - start
    if proof.holds:
        detail = f"{len(proof.lines)} line{'s' if len(proof.lines) > 1 else ''}"
        return Road("symbolic", Verdict.PROVED, context.symbolic_scope(claim), detail, "", seconds, proof.rules)
    scope, limit = context.symbolic_scope(claim), _limit(claim, proof)
    return Road("symbolic", Verdict.UNKNOWN, scope, _open(proof.open_line, claim), "", seconds, limit=limit)


def _limit(claim: Claim, proof: Proof | None) -> Verdict:
    """What instances can still show: an equality whose preconditions hold; nothing of any other kind of claim."""
    closing = {rule.name for rule in RULES}
    if not isinstance(claim, Equality) or proof is None:
        return Verdict.UNKNOWN
    stands = all(line.holds or line.rule in closing for line in proof.lines)
    return Verdict.CERTIFIED if stands else Verdict.UNKNOWN


def _open(line: Line | None, claim: Claim) -> str:
    """The line at which the proof stops, with the symbols to blame and what is left of its equation."""
    if line is None:
        return "no line: nothing of this claim is to be shown"
    why = "; ".join(part for part in (line.lacks, remainder_text(line, claim)) if part)
    return f"open line: {line.says} (by {line.rule})" + (f": {why}" if why else "")
