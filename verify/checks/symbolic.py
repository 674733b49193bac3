"""The symbolic road: the derivation of each kind of claim, line by line."""

from collections.abc import Callable
from time import perf_counter
from typing import Any

from proofs.algebra.positivity import Signs, signs
from proofs.constructions.proofs import prove_construction
from proofs.constructions.rates import prove_rate
from proofs.core.claims import (
    Claim,
    Coercive,
    DegreeBound,
    Diagonalised,
    Equality,
    Implements,
    Induction,
    Invariance,
    Limit,
    LowerBound,
    Minimum,
    OrthogonalZeros,
    ZeroSet,
)
from proofs.core.errors import DependenceError, LetterError
from proofs.core.functions import InvariantMean, RotationInvariant
from proofs.core.programs import Construction
from proofs.core.proof import Line, Proof
from proofs.core.rates import Rate
from proofs.core.ridge_functions import RidgeFunctions
from proofs.core.theorem import Theorem
from proofs.core.verdict import Verdict
from proofs.entrywise.claims import EntrywiseIdentity, Expansion, Inequality, Lipschitz, LooseBound
from proofs.entrywise.inequality import prove_inequality
from proofs.entrywise.proofs import prove_expansion, prove_identity, prove_lipschitz, prove_loose_bound
from proofs.moments.admission import ADMISSION, ADMISSION_REFERENCE, complaints
from proofs.moments.chain import prove_equality
from proofs.moments.rules import RULES
from proofs.optimum.degree import prove_degree_bound
from proofs.optimum.diagonal import prove_coercive, prove_diagonalised
from proofs.optimum.implements import prove_implements
from proofs.optimum.induction import prove_induction
from proofs.optimum.invariance import prove_invariance
from proofs.optimum.limit import prove_limit
from proofs.optimum.minimum import prove_minimum
from proofs.optimum.ridge_functions import prove_ridge_functions
from proofs.optimum.rotation import prove_invariant_mean, prove_rotation_invariant
from proofs.optimum.zero_set import prove_zero_set
from proofs.optimum.zeros import prove_zeros
from verify.checks.context import Context
from verify.report import Road

PROOFS: dict[type[Claim], Callable[[Any, Signs], Proof]] = {
    Equality: prove_equality,
    LowerBound: prove_minimum,
    Minimum: prove_minimum,
    Implements: prove_implements,
    Induction: prove_induction,
    Invariance: prove_invariance,
    Coercive: prove_coercive,
    Diagonalised: prove_diagonalised,
    DegreeBound: prove_degree_bound,
    OrthogonalZeros: prove_zeros,
    InvariantMean: prove_invariant_mean,
    RidgeFunctions: prove_ridge_functions,
    RotationInvariant: prove_rotation_invariant,
    ZeroSet: prove_zero_set,
    Construction: prove_construction,
    Rate: prove_rate,
    Inequality: prove_inequality,
    EntrywiseIdentity: prove_identity,
    Expansion: prove_expansion,
    Lipschitz: prove_lipschitz,
    LooseBound: prove_loose_bound,
    Limit: prove_limit,
}
"""How each kind of claim with a symbolic road is proved."""


def prove(claim: Claim, signs: Signs) -> Proof | None:
    """The symbolic proof of a claim; None where its kind has no symbolic road."""
    prover = PROOFS.get(type(claim))
    return None if prover is None else prover(claim, signs)


def proof_of(claim: Claim, theorem: Theorem) -> Proof | None:
    """The symbolic proof of a claim of a theorem, under its hypotheses; None where its kind has no symbolic road."""
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
    return Road("symbolic", Verdict.UNKNOWN, scope, _open(proof.open_line), "", seconds, limit=limit)


def _limit(claim: Claim, proof: Proof | None) -> Verdict:
    """What instances can still show: an equality whose preconditions hold; nothing of any other kind of claim."""
    closing = {rule.name for rule in RULES}
    if not isinstance(claim, Equality) or proof is None:
        return Verdict.UNKNOWN
    stands = all(line.holds or line.rule in closing for line in proof.lines)
    return Verdict.CERTIFIED if stands else Verdict.UNKNOWN


def _open(line: Line | None) -> str:
    return "no line" if line is None else f"open line: {line.says} (by {line.rule})"
