"""Checks of constructions: the program over the rationals, and as decoder layers with weights in float64."""

from time import perf_counter

import numpy as np
from flint import fmpq_mat

from proofs.algebra.abbreviation import polynomial
from proofs.constructions.sizes import Size
from proofs.core.programs import Combine, Construction
from proofs.core.verdict import Verdict
from verify.checks.compare import at, compared
from verify.checks.context import Context, instances_scope
from verify.checks.symbolic import symbolic_road
from verify.decoder.build import Layout, Scales, build, run
from verify.decoder.ideal import Factors, ideal
from verify.report import Road
from verify.simulate.arrays import as_floats
from verify.sweep.instance import Instance, Shape

SHAPES = tuple(Shape(3, d) for d in (1, 2, 3, 4))
LADDER = tuple(10.0**-power for power in range(2, 8))
RELATIVE = 1e-3
"""What layers at float64 may miss: products lose half the digits, and quotients of products more."""


def roads(claim: Construction, context: Context) -> list[Road]:
    """Symbolic; the program over the rationals; the decoder layers."""
    found = symbolic_road(claim, context)
    return [*([found] if found else []), refutation(claim, context), layers_road(claim, context)]


def refutation(claim: Construction, context: Context) -> Road:
    """The ideal program and what is claimed of it at rational instances, and the sizes of the layers that are built."""

    def sides(instance: Instance) -> tuple[str, fmpq_mat, fmpq_mat]:
        state = ideal(claim.program, given(claim, instance), factors(claim, instance), instance.shape.d)
        for column, block, value in claim.outputs:
            found, expected = state[column, block], at(polynomial(value), instance)
            if found != expected:
                return f"{block} of the column {column}", found, expected
        return "rows, inner units and layers", sizes(claim, instance), claimed_sizes(claim, instance.shape.d)

    return compared("exact program", instances(claim, context), sides)


def layers_road(claim: Construction, context: Context) -> Road:
    """The decoder layers against what is claimed, at the scale of products that serves each instance best.

    Too large a scale leaves the quartic remainder of a product, too small a one the rounding of float64.
    """
    start, used = perf_counter(), instances(claim, context)
    found = [min((_error(claim, instance, small), small) for small in LADDER) for instance in used]
    worst = max(error for error, _ in found)
    best = ", ".join(f"{small:.0e}" for _, small in found)
    detail = f"largest relative error {worst:.1e} at {len(used)} instances, best scales of products {best}"
    verdict = Verdict.SUPPORTED if worst <= RELATIVE else Verdict.UNKNOWN
    return Road("decoder layers", verdict, instances_scope(used), detail, "", perf_counter() - start)


def _error(claim: Construction, instance: Instance, small: float) -> float:
    """The largest of the outputs of the layers, each relative to what is claimed."""
    d, scales = instance.shape.d, Scales(small=small)
    held = {place: as_floats(value) for place, value in given(claim, instance).items()}
    numbers = {place: float(value) for place, value in factors(claim, instance).items()}
    columns = run(claim.program, build(claim.program, numbers, d, scales), held, d)
    errors = []
    for column, block, value in claim.outputs:
        found = columns[Layout(claim.program, d).rows(block), claim.program.columns.index(column)]
        expected = as_floats(at(polynomial(value), instance))
        errors.append(np.max(np.abs(found - expected)) / max(1.0, np.max(np.abs(expected))))
    return float(max(errors))


def instances(claim: Construction, context: Context) -> list[Instance]:
    """Rational values for everything that the columns hold and the algorithm names, at d = 1 ... 4."""
    values = [polynomial(value) for _, _, value in claim.program.given]
    values += [polynomial(factor) for item in claim.program.operations if isinstance(item, Combine)
               for factor, _ in item.parts]  # fmt: skip
    values += [polynomial(value) for _, _, value in claim.outputs]
    return context.instances(claim, values, shapes=SHAPES)


def given(claim: Construction, instance: Instance) -> dict[tuple[str, str], fmpq_mat]:
    """What the columns hold at first."""
    return {(column, block): at(polynomial(value), instance) for column, block, value in claim.program.given}


def factors(claim: Construction, instance: Instance) -> Factors:
    """The coefficients of the affine maps."""
    return {
        (place, part): at(polynomial(factor), instance)[0, 0]
        for place, item in enumerate(claim.program.operations)
        if isinstance(item, Combine)
        for part, (factor, _) in enumerate(item.parts)
    }


def sizes(claim: Construction, instance: Instance) -> fmpq_mat:
    """Rows, inner units of the widest layer and layers, counted in the weights that are built."""
    d, numbers = instance.shape.d, {place: float(value) for place, value in factors(claim, instance).items()}
    layers = build(claim.program, numbers, d, Scales())
    return fmpq_mat(1, 3, [len(layers[0].values), max(layer.units for layer in layers), len(layers)])


def claimed_sizes(claim: Construction, d: int) -> fmpq_mat:
    """The same as the claim says."""
    return fmpq_mat(1, 3, [_at(claim.width, d), _at(claim.hidden, d), claim.depth])


def _at(size: Size, d: int) -> int:
    return size[0] + size[1] * d + size[2] * d * d
