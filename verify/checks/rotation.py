"""Checks of claims on random functions whose law no rotation changes, at functions f(x) = g(w'x) of polynomials g."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from random import Random
from time import perf_counter

from flint import fmpq, fmpq_mat

from proofs.algebra.abbreviation import polynomial
from proofs.algebra.polynomial import TracePolynomial
from proofs.core.functions import InvariantMean, RotationInvariant
from proofs.core.task import ReadOutAttention
from proofs.core.verdict import Verdict
from proofs.moments.dependence import polynomials
from proofs.optimum.rotation import DATA
from verify.checks.compare import at, compared
from verify.checks.context import Context, instances_scope
from verify.checks.definition import terms
from verify.checks.symbolic import symbolic_road
from verify.report import Road
from verify.simulate.arrays import as_array
from verify.simulate.exact import Roots
from verify.simulate.forward import predict
from verify.simulate.links import FunctionMoments, Link, function_loss, function_moments, linked_mean, mixed_moments
from verify.simulate.weights import Weights, weights_from_blocks
from verify.sweep import covariance
from verify.sweep.completion import complete
from verify.sweep.instance import Instance, Shape, draw, fits

LINKS: tuple[tuple[str, tuple[fmpq, ...]], ...] = (
    ("t", (fmpq(0), fmpq(1))),
    ("1/2 + t - t^2", (fmpq(1, 2), fmpq(1), fmpq(-1))),
    ("t^2", (fmpq(0), fmpq(0), fmpq(1))),
    ("t + t^3/3", (fmpq(0), fmpq(1), fmpq(0), fmpq(1, 3))),
)
"""Functions of t = w'x: linear; of both parities; even and never negative, so that -f has another law; cubic."""
SHAPES = (Shape(2, 2), Shape(1, 1), Shape(1, 2), Shape(2, 1, noiseless=True))
NUDGES = 2
ETA = "eta"


@dataclass(frozen=True)
class Case:
    """A function, the instance with its moments, and the roots of the laws of x, w and the noise."""

    text: str
    link: Link
    instance: Instance
    roots: Roots


def roads(claim: RotationInvariant, context: Context) -> list[Road]:
    """Symbolic; the mixed moments from the definition; the forward pass at and around the minimizer."""
    found = symbolic_road(claim, context)
    return [*([found] if found else []), mixed_road(claim, context), forward_road(claim, context)]


def refutation(claim: RotationInvariant, context: Context) -> Road:
    """The road by which a perturbed claim has to fail."""
    road = mixed_road(claim, context)
    return road if road.verdict is Verdict.REFUTED else forward_road(claim, context)


def mean_roads(claim: InvariantMean, context: Context) -> list[Road]:
    """Symbolic; the mean from the definition."""
    found = symbolic_road(claim, context)
    return [*([found] if found else []), mean_refutation(claim, context)]


def mean_refutation(claim: InvariantMean, context: Context) -> Road:
    """Both sides, exactly, f(x_q) x_q in the place of m: that is its mean given f."""
    known = list(cases(claim, context))
    of = {id(case.instance): case for case in known}
    left, right = polynomial(claim.left), polynomial(claim.right)

    def sides(instance: Instance) -> tuple[str, fmpq_mat, fmpq_mat] | None:
        case = of[id(instance)]
        fixed = {letter.name: instance.matrices[letter.name] for letter in left.letters if letter.name not in DATA}
        found = linked_mean(terms(left, instance), case.link, case.roots, instance.shape.n, fixed)
        return f"mean for f(x) = {case.text}, t = w'x,", fmpq_mat(1, 1, [found]), at(right, instance)

    return compared("exact means", [case.instance for case in known], sides)


def mixed_road(claim: RotationInvariant, context: Context) -> Road:
    """E G_ab (m - eta X'y)_k = 0 for all a, b, k, exactly; the first that is not names the moment to blame."""
    start, used = perf_counter(), list[Instance]()
    for case in cases(claim, context):
        used.append(case.instance)
        for what, found in mixed_moments(case.link, case.roots, case.instance.shape.n, _rate(claim, case.instance)):
            if found:
                witness = f"{what} = {found}, claimed 0, for f(x) = {case.text}, t = w'x, {_where(claim, case)}"
                return Road(
                    "mixed moments", Verdict.REFUTED, instances_scope(used), "", witness, perf_counter() - start
                )
    detail = f"all vanish exactly for {len(LINKS)} functions at {len(used)} instances"
    return Road("mixed moments", Verdict.CERTIFIED, instances_scope(used), detail, "", perf_counter() - start)


def forward_road(claim: RotationInvariant, context: Context) -> Road:
    """The exact loss of the literal forward pass at the minimizer is the value, and it is no less close by."""
    known = list(cases(claim, context))
    of = {id(case.instance): case for case in known}
    rng = context.rng(f"{claim.name}/nudges")

    def sides(instance: Instance) -> tuple[str, fmpq_mat, fmpq_mat] | None:
        case, value = of[id(instance)], at(polynomial(claim.value), instance)
        places = {polynomial(symbol): at(polynomial(value), instance) for symbol, value in claim.minimizer}
        computed, expected = _predictions(claim, case, places, context.rng(f"{claim.name}/data"))
        if computed != expected:
            return "prediction at the minimizer, e'x_q for some data", computed, expected
        loss = _loss(case, places)
        what = f"loss of the forward pass at the minimizer, f(x) = {case.text}"
        for _ in range(NUDGES if loss == value else 0):
            near = _loss(case, {symbol: _nudged(array, rng) for symbol, array in places.items()})
            if near[0, 0] < value[0, 0]:
                return f"loss of the forward pass near the minimizer, f(x) = {case.text}", near, value
        return what, loss, value

    return compared("forward pass", [case.instance for case in known], sides)


def cases(claim: RotationInvariant | InvariantMean, context: Context) -> Iterator[Case]:
    """Every function at every shape, with values for the moments of its law and for what abbreviates them."""
    involved = polynomials(claim)
    letters = {
        letter for item in involved for letter in item.letters if letter.name not in DATA and not letter.inverse_of
    }
    scalars = {name for item in involved for name in item.scalars}
    functions, hypotheses = claim.functions, context.theorem.hypotheses
    for (text, link), shape in ((item, shape) for item in LINKS for shape in SHAPES if fits(hypotheses, shape)):
        rng = context.rng(f"{claim.name}/{text}/{shape}")
        drawn = draw(hypotheses, shape, rng)
        root = drawn.roots[functions.covariance] if functions.covariance else covariance.identity(shape.d)
        noise = drawn.noise_roots[functions.noise] if functions.noise else fmpq(0)
        roots = Roots(covariance.identity(shape.d), root, noise)
        instance = replace(drawn, numbers=drawn.numbers | _numbers(claim, function_moments(link, roots)))
        yield Case(text, link, complete(instance, sorted(letters), sorted(scalars), claim.abbreviations, rng), roots)


def _numbers(claim: RotationInvariant | InvariantMean, moments: FunctionMoments) -> dict[str, fmpq]:
    functions = claim.functions
    return {functions.signal: moments.signal, functions.power: moments.power, functions.second: moments.second}


def _rate(claim: RotationInvariant, instance: Instance) -> fmpq:
    """eta, for an estimate eta X'y."""
    return instance.numbers[ETA]


def _predictions(
    claim: RotationInvariant, case: Case, places: Mapping[TracePolynomial, fmpq_mat], rng: Random
) -> tuple[fmpq_mat, fmpq_mat]:
    """The literal forward pass at these weights and e'x_q, at random data."""
    shape = case.instance.shape
    sizes = {"X": (shape.n, shape.d), "h": (shape.n, 1), "eps": (shape.n, 1), "x_q": (shape.d, 1)}
    drawn = {name: covariance.matrix(rng, rows, columns) for name, (rows, columns) in sizes.items()}
    if not claim.functions.noise:
        drawn["eps"] = 0 * drawn["eps"]
    X, y, x_q = as_array(drawn["X"]), as_array(drawn["h"] + drawn["eps"])[:, 0], as_array(drawn["x_q"])[:, 0]
    prediction = predict(ReadOutAttention(), _weights(case, places), X, y, x_q)
    step = at(polynomial(claim.estimate), replace(case.instance, matrices=case.instance.matrices | drawn))
    return fmpq_mat(1, 1, [prediction.item()]), step.transpose() * drawn["x_q"]


def _loss(case: Case, values: Mapping[TracePolynomial, fmpq_mat]) -> fmpq_mat:
    n, weights = case.instance.shape.n, _weights(case, values)
    return fmpq_mat(1, 1, [function_loss(ReadOutAttention(), weights, case.roots, n, case.link)])


def _weights(case: Case, values: Mapping[TracePolynomial, fmpq_mat]) -> Weights:
    blocks: dict[str, fmpq | fmpq_mat] = {
        symbol.scalars[0] if symbol.is_scalar else symbol.letter.name: value[0, 0] if symbol.is_scalar else value
        for symbol, value in values.items()
    }
    return weights_from_blocks(ReadOutAttention(), case.instance.shape.d, blocks)


def _nudged(array: fmpq_mat, rng: Random) -> fmpq_mat:
    moves = [fmpq(rng.randint(-3, 3), 1000) for _ in range(array.nrows() * array.ncols())]
    return array + fmpq_mat(array.nrows(), array.ncols(), moves)


def _where(claim: RotationInvariant | InvariantMean, case: Case) -> str:
    named = [claim.functions.covariance] if claim.functions.covariance else []
    return case.instance.only([*named, "sigma2", ETA])
