"""Checks of degree bounds, and of listed weights that attain them."""

from time import perf_counter

from flint import fmpq, fmpq_mat

from proofs.core.claims import DegreeBound
from proofs.core.listed import ListedLoss, ListedWeights
from proofs.core.scope import Scope
from proofs.core.surd import Surd
from proofs.core.task import LinearAttention
from proofs.core.verdict import Verdict
from proofs.optimum.degree import powers
from proofs.optimum.orthogonal import least_loss as least_loss_at
from verify.checks.context import Context
from verify.checks.symbolic import symbolic_road
from verify.report import Road
from verify.simulate.arrays import Value
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
    return least_loss_at(context, 1, steps)


def listed_roads(claim: ListedLoss, context: Context) -> list[Road]:
    """The exact loss of the literal forward pass."""
    return [listed_refutation(claim, context)]


def listed_refutation(claim: ListedLoss, context: Context) -> Road:
    """The same: another loss refutes."""
    start, found = perf_counter(), []
    for point in claim.points:
        loss, wanted = literal_loss(claim.model, point), surd(least_loss(point.context, claim.steps), point)
        if not is_zero(loss - wanted):
            witness = f"the loss is {loss}, that of {claim.steps} best steps {wanted}, at d = 1, n = {point.context}"
            return Road("forward pass", Verdict.REFUTED, _scope(claim), "", witness, perf_counter() - start)
        found.append(f"{wanted} at n = {point.context}")
    verdict = Verdict.CERTIFIED if found else Verdict.UNKNOWN
    return Road("forward pass", verdict, _scope(claim), f"exactly {', '.join(found)}", "", perf_counter() - start)


def literal_loss(model: LinearAttention, point: ListedWeights) -> Surd:
    """The loss of the literal forward pass at weights a + b sqrt(r).

    With a letter in the place of sqrt(r) the loss is a polynomial in it, of degree 2 (3^L - 1) at most since a layer
    takes a product of three states with P and Q. So its values at that many rational numbers and one more give it.
    """
    one = fmpq_mat(1, 1, [1])
    count = 2 * (3**model.layers - 1) + 1
    nodes, values = [fmpq(node) for node in range(count)], []
    for node in nodes:
        blocks = {name: fmpq_mat(1, 1, [value.rational + node * value.irrational]) for name, value in point.blocks}
        named: dict[str, Value] = {name: entry if _is_block(name) else entry[0, 0] for name, entry in blocks.items()}
        weights = weights_from_blocks(model, 1, named)
        values.append(exact_loss(model, weights, Roots(one, one, fmpq(0)), point.context))
    system = fmpq_mat(count, count, [node**power for node in nodes for power in range(count)])
    root, total = Surd(fmpq(0), fmpq(1), point.radicand), surd(fmpq(0), point)
    for coefficient in reversed(system.solve(fmpq_mat(count, 1, values)).entries()):
        total = total * root + coefficient
    return total


def surd(value: fmpq, point: ListedWeights) -> Surd:
    """A rational number beside the weights."""
    return Surd(value, fmpq(0), point.radicand)


def is_zero(number: Surd) -> bool:
    """Whether a + b sqrt(r) = 0: both are zero, or sqrt(r) = -a / b."""
    a, b, r = number.rational, number.irrational, number.radicand
    return a**2 == b**2 * r and a * b <= 0


def _is_block(name: str) -> bool:
    return not name.startswith(("b_y", "Q_yy"))


def _scope(claim: ListedLoss) -> Scope:
    contexts = [point.context for point in claim.points]
    return Scope(ranges=(("d", 1, 1), ("n", min(contexts), max(contexts))), instances=len(contexts))
