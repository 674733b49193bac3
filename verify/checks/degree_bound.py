"""Checks of degree bounds, and of listed weights that attain them."""

from time import perf_counter

from flint import fmpq, fmpq_mat

from proofs.core.claims import DegreeBound, ListedLoss
from proofs.core.scope import Scope
from proofs.core.verdict import Verdict
from proofs.optimum.degree import powers
from proofs.optimum.orthogonal import optimal_polynomial, spectral_moments
from verify.checks.context import Context
from verify.checks.symbolic import symbolic_road
from verify.report import Road
from verify.simulate.exact import Roots, exact_loss
from verify.simulate.weights import weights_from_blocks


def roads(claim: DegreeBound, context: Context) -> list[Road]:
    """Symbolic. (Listed weights that attain the bound are a claim of their own.)"""
    found = [symbolic_road(claim, context)]
    return [road for road in found if road is not None]


def refutation(claim: DegreeBound, context: Context) -> Road:
    """A term of the prediction that the claim excludes, or a degree that no term reaches."""
    found = powers(claim)
    if found is None or not found or max(found) != claim.steps:
        seen = "a term of another form" if found is None else f"powers {sorted(found)} of {claim.gram}"
        witness = f"the prediction has {seen}, claimed 1 to {claim.steps}"
        return Road("form of the prediction", Verdict.REFUTED, Scope(), "", witness)
    return Road("form of the prediction", Verdict.UNKNOWN, Scope(), "every term has the form")


def least_loss(context: int, steps: int) -> fmpq:
    """The least loss of so many steps of gradient descent at d = 1."""
    return optimal_polynomial(spectral_moments(context, 1, 2 * steps + 1), steps).loss


def listed_roads(claim: ListedLoss, context: Context) -> list[Road]:
    """The exact loss of the literal forward pass."""
    return [_listed(claim, Verdict.CERTIFIED)]


def listed_refutation(claim: ListedLoss, context: Context) -> Road:
    """The same: another loss refutes."""
    return _listed(claim, Verdict.CERTIFIED)


def _listed(claim: ListedLoss, passed: Verdict) -> Road:
    start = perf_counter()
    one = fmpq_mat(1, 1, [1])
    blocks = {name: fmpq_mat(1, 1, [value]) if _is_matrix(name) else value for name, value in claim.blocks}
    weights = weights_from_blocks(claim.model, 1, blocks)
    found = exact_loss(claim.model, weights, Roots(one, one, fmpq(0)), claim.context)
    wanted = least_loss(claim.context, claim.steps)
    scope = Scope(ranges=(("d", 1, 1), ("n", claim.context, claim.context)), instances=1)
    seconds = perf_counter() - start
    if found != wanted:
        witness = f"the loss is {found}, that of {claim.steps} best steps {wanted}, at d = 1, n = {claim.context}"
        return Road("forward pass", Verdict.REFUTED, scope, "", witness, seconds)
    below = least_loss(claim.context, claim.steps - 1)
    detail = f"loss {found} exactly; {claim.steps - 1} best steps have {below}"
    return Road("forward pass", passed, scope, detail, "", seconds)


def _is_matrix(name: str) -> bool:
    return not name.startswith(("b_y", "Q_yy"))
