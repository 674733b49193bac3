"""Checks of constructions: the program over the rationals, and as decoder layers with weights in float64."""

from collections.abc import Callable
from math import inf
from time import perf_counter

import numpy as np
from flint import arb, ctx, fmpq_mat

from proofs.algebra.abbreviation import polynomial
from proofs.constructions.contents import refuse_contents
from proofs.constructions.proofs import data_in_weights
from proofs.constructions.sizes import Size
from proofs.core.errors import InputError
from proofs.core.programs import Combine, Construction
from proofs.core.verdict import Verdict
from verify.checks.compare import at, compared
from verify.checks.context import Context, instances_scope
from verify.checks.symbolic import symbolic_road
from verify.decoder.balls import passed
from verify.decoder.build import Layout, Scales, build, start
from verify.decoder.ideal import Factors, ideal
from verify.decoder.layers import Floats, Layer, forward
from verify.report import Road
from verify.simulate.arrays import as_floats
from verify.sweep.instance import Instance, Shape

SHAPES = tuple(Shape(3, d) for d in (1, 2, 3, 4))
LADDER = tuple(Scales(small=10.0**-power, far=far) for power in range(2, 12) for far in (1e6, 1e9))
"""Scales of products and shifts of copies in float64; values below the negative shift are lost."""
BITS, BEYOND = 1500, Scales(small=1e-15, far=1e30, large=1e15)
"""Precision and scales at which layers are as good as ideal, but for the rounding of their weights to float64."""
WIDE = arb(1e-12)
RELATIVE = 1e-9
"""What layers in balls may miss."""
WRONG = 1e-3
"""What they cannot miss at these scales unless the claim is false."""

Runs = Callable[[Floats, list[Layer]], Floats]


def roads(claim: Construction, context: Context) -> list[Road]:
    """Symbolic; the program over the rationals; the decoder layers."""
    hidden = data_in_weights(claim)
    if hidden:
        names = ", ".join(sorted(hidden))
        raise InputError(f"claim {claim.name!r}: the coefficients of an affine map are weights and cannot hold {names}")
    found = symbolic_road(claim, context)
    return [*([found] if found else []), refutation(claim, context), layers_road(claim, context)]


def refutation(claim: Construction, context: Context) -> Road:
    """The ideal program and what is claimed of it at rational instances, and the sizes of the layers that are built."""
    refuse_contents(claim, context.theorem.hypotheses)

    def sides(instance: Instance) -> tuple[str, fmpq_mat, fmpq_mat]:
        state = ideal(claim.program, given(claim, instance), factors(claim, instance), instance.shape.d)
        for column, block, value in claim.outputs:
            found, expected = state[column, block], at(polynomial(value), instance)
            if found != expected:
                return f"{block} of the column {column}", found, expected
        return "rows, inner units and layers", sizes(claim, instance), claimed_sizes(claim, instance.shape.d)

    return compared("exact program", instances(claim, context), sides)


def layers_road(claim: Construction, context: Context) -> Road:
    """The decoder layers against what is claimed: in balls at scales far beyond float64, and in float64.

    In float64 too large a scale of products leaves their quartic remainder, too small a one the rounding; the best one
    of a ladder is taken for each instance.
    """
    begun, used = perf_counter(), instances(claim, context)
    with ctx.workprec(BITS):
        exact = max(error(claim, instance, BEYOND, as_balls) for instance in used)
    floats = [min((error(claim, instance, s, as_values), s.small, s.far) for s in LADDER) for instance in used]
    worst, best = max(one[0] for one in floats), ", ".join(f"{small:.0e}" for _, small, _ in floats)
    detail = (
        f"largest relative error at {len(used)} instances: {exact:.1e} in balls, products at scale {BEYOND.small:.0e}; "
        f"{worst:.1e} in float64, best scales of products {best}"
    )
    if WRONG < exact < inf:
        return Road("decoder layers", Verdict.REFUTED, instances_scope(used), "", detail, perf_counter() - begun)
    verdict = Verdict.SUPPORTED if exact <= RELATIVE else Verdict.UNKNOWN
    return Road("decoder layers", verdict, instances_scope(used), detail, "", perf_counter() - begun)


def as_balls(columns: Floats, layers: list[Layer]) -> Floats:
    """The columns after all layers, run in balls; nan where balls are too wide."""
    found = passed(columns, layers)
    sure = [float(entry) if entry.rad() < WIDE else np.nan for entry in found.entries()]
    return np.array(sure).reshape(columns.shape)


def as_values(columns: Floats, layers: list[Layer]) -> Floats:
    """The columns after all layers in float64."""
    for layer in layers:
        columns = forward(columns, layer)
    return columns


def error(claim: Construction, instance: Instance, scales: Scales, runs: Runs) -> float:
    """The largest of the outputs of the layers, each relative to what is claimed."""
    program, d = claim.program, instance.shape.d
    held = {place: as_floats(value) for place, value in given(claim, instance).items()}
    numbers = {place: float(value) for place, value in factors(claim, instance).items()}
    columns = runs(start(program, held, d), build(program, numbers, d, scales))
    errors = []
    for column, block, value in claim.outputs:
        found = columns[Layout(program, d).rows(block), program.columns.index(column)]
        expected = as_floats(at(polynomial(value), instance))
        errors.append(np.max(np.abs(found - expected)) / max(1.0, np.max(np.abs(expected))))
    return float(np.max(errors)) if np.all(np.isfinite(errors)) else inf


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
