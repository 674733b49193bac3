"""Tables of numbers for the cells of a notebook, exact unless they are said to be decimals."""

from collections.abc import Iterable, Sequence
from random import Random

from flint import fmpq_mat

from notebooks.exact import array, rational
from notebooks.prose import escaped, table
from notebooks.shown import Page
from proofs.algebra.abbreviation import polynomial
from proofs.algebra.polynomial import TracePolynomial
from proofs.algebra.symbols import number
from proofs.algebra.typesetting import latex, symbol
from proofs.core.claims import Limit, LowerBound
from proofs.core.listed import OptimalSteps, SemidefiniteBound
from proofs.moments.dependence import names_of, symbols_in
from proofs.moments.mean import expanded
from proofs.optimum.best_steps import moments_needed
from proofs.optimum.orthogonal import decimal_steps, optimal_polynomial, rounded, spectral_moments
from verify.checks.compare import Comparison, at
from verify.checks.context import Context
from verify.checks.degree_bound import least_loss
from verify.checks.limit import far_out, quotient
from verify.checks.minimum import at_minimizer, nudged
from verify.checks.semidefinite import claimed, entry_polynomial, named, stored
from verify.sweep.instance import Instance

MOST = 4
"""How many instances a table shows."""
DIGITS = 10


def compared(comparison: Comparison, instances: Sequence[Instance]) -> Page:
    """Both sides of a comparison at the first instances, side by side."""
    rows: list[list[str]] = []
    for instance in instances:
        found = comparison.sides(instance)
        if found is not None and len(rows) < MOST:
            what, left, right = found
            rows.append([str(instance.shape), escaped(what), _math(left), _math(right), _equal(left, right)])
    return Page(table(("instance", "compared", "left", "right", ""), rows))


def values(equations: Iterable[tuple[str, TracePolynomial, TracePolynomial]], instance: Instance) -> Page:
    """Both sides of each equation at one instance."""
    rows = []
    for says, one, other in equations:
        left, right = at(one, instance), at(other, instance)
        rows.append([escaped(says), _math(left), _math(right), _equal(left, right)])
    return Page(f"At {instance.shape}:\n\n{table(('what', 'left', 'right', ''), rows)}")


def minimizer(claim: LowerBound, instance: Instance) -> Page:
    """The minimizer at an instance, the objective there and the claimed value, and how much higher it is close by."""
    best, objective, value = at_minimizer(claim, instance), expanded(claim.objective), polynomial(claim.value)
    near = nudged(claim, best, Random(0))
    excess = at(objective, near) - at(value, near)
    rows = [[f"${latex(polynomial(s))}$ at the minimizer", _math(at(polynomial(s), best))] for s, _ in claim.minimizer]
    rows += [
        ["the objective there", _math(at(objective, best))],
        ["the claimed value", _math(at(value, best))],
        ["the objective less that value, at a point close by", _decimals(excess)],
    ]
    held = symbols_in(claim) - {name for s, _ in claim.minimizer for name in names_of(s)}
    return Page(f"{_given(instance, held)}\n\n{table(('', ''), rows)}")


def _given(instance: Instance, names: set[str]) -> str:
    """The values of the named symbols of an instance."""
    numbers = [f"${symbol(name)} = {rational(value)}$" for name, value in instance.numbers.items() if name in names]
    arrays = [f"${symbol(name)} = {array(value)}$" for name, value in instance.matrices.items() if name in names]
    return f"At {', '.join(numbers + arrays)}:" if numbers or arrays else ""


def approach(claim: Limit, instance: Instance, sizes: Sequence[int]) -> Page:
    """The quotient as its scalar grows, beside the limit, in decimals."""
    (name,) = polynomial(claim.grows).scalars
    above, below = (polynomial(side or number(1)) for side in (claim.numerator, claim.denominator))
    limit = at(polynomial(claim.limit), instance) / at(polynomial(claim.limit_denominator or number(1)), instance)[0, 0]
    found = [(f"${symbol(name)} = {size}$", quotient(above, below, far_out(claim, instance, size))) for size in sizes]
    rows = [[label, _decimals(value.inv() if claim.inverted else value)] for label, value in [*found, ("limit", limit)]]
    held = symbols_in((above, below, claim.limit, claim.limit_denominator)) - {name}
    return Page(f"{_given(instance, held)}\n\n{table(('', 'value'), rows)}")


def certificates(claim: SemidefiniteBound, context: Context) -> Page:
    """The stored certificate at each size: the bound that it proves, and whether exact arithmetic accepts it."""
    rows = []
    for sizes in named(claim):
        entries = entry_polynomial(claim, sizes)
        found = stored(claim, sizes, entries, context)
        where = ", ".join(f"{name} = {size}" for name, size in sizes)
        if found is None:
            rows.append([where, f"${rational(claimed(claim, sizes))}$", "none", "", "no"])
            continue
        accepted = found.accepts(entries.terms)
        bounds = [f"${rational(bound)}$" for bound in (claimed(claim, sizes), found.bound)]
        rows.append([where, *bounds, f"{len(found.gram)} x {len(found.gram)}", "yes" if accepted else "no"])
    return Page(table(("sizes", "claimed bound", "bound of the certificate", "Gram matrix", "accepted"), rows))


def least_losses(contexts: Sequence[int], steps: Sequence[int]) -> Page:
    """The least loss of each number of steps of gradient descent at d = 1, by context length."""
    rows = [[f"n = {n}", *(f"${rational(least_loss(n, count))}$" for count in steps)] for n in contexts]
    return Page(table(("", *(f"{count} step{'s' if count > 1 else ''}" for count in steps)), rows))


def best_steps(claim: OptimalSteps) -> Page:
    """The least loss and the step sizes at each listed point, from the moments of the spectrum."""
    rows = []
    for point in claim.points:
        moments = spectral_moments(point.context, point.dim, moments_needed(point))
        found = optimal_polynomial(moments, point.layers)
        steps = decimal_steps(found, 6) or ()
        where = f"d = {point.dim}, n = {point.context}, L = {point.layers}"
        rows.append([where, f"${rational(found.loss)}$", point.loss, ", ".join(map(str, steps))])
    return Page(table(("", "least loss", "claimed", "step sizes"), rows))


def _math(value: fmpq_mat) -> str:
    return f"${array(value)}$"


def _decimals(value: fmpq_mat) -> str:
    return "; ".join(" ".join(str(rounded(entry, DIGITS)) for entry in row) for row in value.tolist())


def _equal(left: fmpq_mat, right: fmpq_mat) -> str:
    return "equal" if left == right else "**NOT EQUAL**"
