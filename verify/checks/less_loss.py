"""Checks of weights that have less loss than any step of gradient descent, for one function of one variable."""

from time import perf_counter

from flint import fmpq, fmpq_mat

from proofs.core.functions import LessLoss
from proofs.core.scope import Scope
from proofs.core.task import ReadOutAttention
from proofs.core.verdict import Verdict
from verify.checks.context import Context
from verify.report import Road
from verify.simulate.links import single_function_loss
from verify.simulate.weights import weights_from_blocks

SCALARS = ("u_y", "N_yy")


def roads(claim: LessLoss, context: Context) -> list[Road]:
    """The forward pass at the listed weights, and at steps of three lengths, which give the best one."""
    return [refutation(claim, context)]


def refutation(claim: LessLoss, _context: Context) -> Road:
    """CERTIFIED where both losses are as listed and the first is less."""
    start, scope = perf_counter(), Scope(cases=frozenset({f"d = 1, n = {claim.context}"}))
    loss, least = _loss(claim, dict(claim.blocks)), least_of_steps(claim)
    detail = f"loss {loss} against {least}, the least of all steps"
    for what, found, claimed in (("loss", loss, claim.loss), ("least loss of a step", least, claim.least)):
        if found != claimed:
            witness = f"{what}: {found}, claimed {claimed}, at d = 1, n = {claim.context}"
            return Road("forward pass", Verdict.REFUTED, scope, "", witness, perf_counter() - start)
    if loss >= least:
        return Road("forward pass", Verdict.REFUTED, scope, "", f"{detail}: not less", perf_counter() - start)
    return Road("forward pass", Verdict.CERTIFIED, scope, detail, "", perf_counter() - start)


def least_of_steps(claim: LessLoss) -> fmpq:
    """The least of the parabola eta -> loss of eta y'X x_q, through eta = 0, 1 and -1."""
    none, one, back = (_loss(claim, {"u_y": fmpq(1), "N_xx": eta}) for eta in (fmpq(0), fmpq(1), fmpq(-1)))
    slope, curvature = (one - back) / 2, (one + back) / 2 - none
    return none if not curvature else none - slope**2 / (4 * curvature)


def _loss(claim: LessLoss, blocks: dict[str, fmpq]) -> fmpq:
    model = ReadOutAttention()
    shaped = {name: value if name in SCALARS else fmpq_mat(1, 1, [value]) for name, value in blocks.items()}
    return single_function_loss(model, weights_from_blocks(model, 1, shaped), claim.context, claim.link)
