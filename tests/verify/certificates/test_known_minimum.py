"""A Gram matrix with a known kernel, where the blind search has to round the kernel."""

from flint import fmpq

from proofs.attention.data import data
from proofs.attention.sparse import preconditioners, residual_map
from proofs.core.task import Task
from proofs.moments.mean import Mean
from proofs.optimum.orthogonal import optimal_polynomial, spectral_moments
from verify.certificates.known_minimum import certificate
from verify.evaluate.entries import EntryPolynomial, in_entries

SIZES = (("d", 2), ("n", 2))


def two_layers() -> EntryPolynomial:
    sample = data(Task())
    residual = sample.x_q.T @ residual_map(sample, preconditioners(2)) @ sample.w
    return in_entries(Mean(residual**2, sample.laws).value(), dict(SIZES), ())


def kernel(entries: EntryPolynomial, total: fmpq, product: fmpq) -> list[dict[tuple[int, ...], fmpq]]:
    """Half the sum of the monomials at a_0 I, a_1 I and a_1 I, a_0 I, and the difference over a_0 - a_1."""
    variables = entries.variables
    units = {name: tuple(int(name == other) for other in variables) for name in variables}
    diagonal = {layer: [units[f"A_{layer}[{i},{i}]"] for i in range(2)] for layer in range(2)}
    both = {tuple(a + b for a, b in zip(x, y, strict=True)): product for x in diagonal[0] for y in diagonal[1]}
    single = {unit: total / 2 for layer in diagonal.values() for unit in layer}
    signs = {unit: fmpq(1 - 2 * layer) for layer, units in diagonal.items() for unit in units}
    return [{(0,) * len(variables): fmpq(1), **single, **both}, signs]


def test_two_layers_are_certified() -> None:
    entries, best = two_layers(), optimal_polynomial(spectral_moments(2, 2, 5), 2)
    _, linear, quadratic = best.coefficients
    found = certificate("two layers", SIZES, entries, best.loss, kernel(entries, -linear, quadratic))
    assert found is not None
    assert found.bound == fmpq(85, 91)
    assert found.accepts(entries.terms)


def test_a_bound_that_is_not_reached_there_has_no_certificate() -> None:
    entries, best = two_layers(), optimal_polynomial(spectral_moments(2, 2, 5), 2)
    _, linear, quadratic = best.coefficients
    found = certificate("too much", SIZES, entries, best.loss + 1, kernel(entries, -linear, quadratic))
    assert found is None or not found.accepts(entries.terms)
