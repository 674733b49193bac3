"""Claims on labels of random functions."""

from collections.abc import Iterator

import sympy as sp
from flint import fmpq

from proofs.algebra.symbols import number, scalar
from proofs.algebra.typesetting import symbol, with_carets
from proofs.core.functions import Functions, InvariantMean, LessLoss, RotationInvariant
from proofs.core.ridge_functions import RidgeFunctions
from proofs.moments.invariant import labelled
from proofs.optimum.rotation import direction
from verify.document.blocks import Block, Math, Paragraph, Side, Words
from verify.exposition.domains import on_domain
from verify.exposition.expressions import (
    PREDICTION,
    assignments,
    at,
    equation,
    math,
    math_name,
    named,
    pieces,
    side,
    stated,
)

LEAST, F = named("f_*", "f_{*}"), Math("f(x)", "f(x)")
MEAN = r"\mathbb{E}"


def rotation_invariant(claim: RotationInvariant) -> Iterator[Block]:
    """The law, the loss as a square, and the minimizer."""
    yield _law(claim.functions)
    yield Paragraph(("The prediction is",))
    yield equation(PREDICTION, Side("v'x_q", (r"v^{\top} x_{q}",)))
    yield equation(named("v"), side(direction(claim)))
    yield Paragraph(("Its loss is E |v - e|^2 more than", *_least(), "with"))
    yield equation(named("e"), stated(claim.estimate))
    yield equation(LEAST, stated(claim.value))
    yield Paragraph(("and v = e at",))
    yield at(claim.minimizer)
    yield Paragraph(("so every global minimizer computes e'x_q on the support of the data.",))


def _least() -> Words:
    return (" its least value ", Math("f_*", "f_{*}"), " ")


def invariant_mean(claim: InvariantMean) -> Iterator[Block]:
    """The law and the mean."""
    yield _law(claim.functions)
    body = stated(claim.left)
    *between, last = body.pieces
    yield equation(Side(f"E[{body.plain}]", _bracketed((*between, last))), stated(claim.right))


def _bracketed(inner: tuple[str, ...]) -> tuple[str, ...]:
    first, *rest = inner
    *between, last = rf"{MEAN} \bigl[ {first}", *rest
    return (*between, rf"{last} \bigr]")


def _law(functions: Functions) -> Paragraph:
    """x ~ N(0, I), labels of a random f, and the names of its moments."""
    noise: Words = ()
    if functions.noise:
        law = Math(f"N(0, {functions.noise} I)", rf"\mathcal{{N}}(0, {symbol(functions.noise)} I)")
        noise = (", the noise ", math_name("eps"), " of law ", law)
    names = (functions.signal, functions.power, functions.second)
    forms = (
        Math("|m|^2", "|m|^{2}"),
        Math("f(x)^2 |x|^2", "f(x)^{2} |x|^{2}"),
        Math("f(x)^2", "f(x)^{2}"),
    )
    moments: Words = ()
    for name, form in zip(names, forms, strict=True):
        moments += ("; " if moments else "", "E ", form, " = ", math_name(name))
    free: Words = (", and f o U has the law of f for every orthogonal U",)
    if functions.covariance:
        law = Math(f"N(0, {functions.covariance})", rf"\mathcal{{N}}(0, {symbol(functions.covariance)})")
        free = (", and f(x) = g(w'x) with w of law ", law)
    sample = labelled()
    normal = Math("N(0, I)", r"\mathcal{N}(0, I)")
    inputs: Words = ("The inputs are of law ", normal, ", ", math(sample.h), " holds the values of a random function f")
    existing: Words = (" at them, which have moments of every order", *noise, *free)
    return Paragraph((*inputs, *existing, ". With ", math(sample.m), " = E[x f(x) | f]: ", *moments, "."))


def less_loss(claim: LessLoss) -> Iterator[Block]:
    """The function, the weights and both losses."""
    text = " + ".join(f"{value} x^{power}" for power, value in enumerate(claim.link) if value)
    yield Paragraph(("For d = 1, n = ", str(claim.context), ", without noise and for the one function"))
    yield equation(Side("f(x)", ("f(x)",)), Side(text, _powers(claim.link)))
    yield Paragraph(("the weights, all others being zero,",))
    yield assignments([(math_name(name), number(value)) for name, value in claim.blocks])
    yield Paragraph(("have a loss that is less than the least one of all predictions eta y'X x_q:",))
    less = Math("<", "<")
    yield equation(side(number(claim.loss)), side(number(claim.least)), sign=less)


def _powers(link: tuple[fmpq, ...]) -> tuple[str, ...]:
    x = scalar("x")
    return pieces(sum((value * x**power for power, value in enumerate(link) if value), number(0)))


def ridge_functions(claim: RidgeFunctions) -> Iterator[Block]:
    """The family and its two moments."""
    if claim.single:
        form, words = Side("g(w'x)", (r"g(w^{\top} x)",)), ("with w of law N(0, omega I) and",)
    else:
        form = Side("sum_j a_j g(w_j'x)", (r"\textstyle\sum_{j=1}^{k} a_{j} \, g(w_{j}^{\top} x)",))
        words = ("over k units, w_j of law N(0, omega I), E a_j = 0, E a_j^2 = alpha2, all independent, and",)
    yield Paragraph(("For the random functions",))
    yield equation(Side("f(x)", ("f(x)",)), form)
    yield Paragraph(words)
    yield equation(Side("g(t)", ("g(t)",)), _cases(claim))
    yield Paragraph(("the moments are, with m = E[x f(x) | f],", *on_domain(claim.domain)))
    yield equation(Side("E |m|^2", (rf"{MEAN} |m|^{{2}}",)), _formula(claim.signal))
    yield equation(Side("E f(x)^2 |x|^2", (rf"{MEAN} f(x)^{{2}} |x|^{{2}}",)), _formula(claim.power))


def _cases(claim: RidgeFunctions) -> Side:
    if claim.below == claim.above:
        return _formula(claim.above)
    above, below = _formula(claim.above), _formula(claim.below)
    latex = rf"\begin{{cases}} {above.pieces[0]} & t > 0 \\ {below.pieces[0]} & t < 0 \end{{cases}}"
    return Side(f"{above.plain} for t > 0, {below.plain} for t < 0", (latex,))


def _formula(value: sp.Expr) -> Side:
    names = {one: symbol(one.name) for one in value.free_symbols}
    return Side(with_carets(value), (sp.latex(value, symbol_names=names),))
