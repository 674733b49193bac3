"""`icl-proofs steps`: the best step sizes of L layers, and the loss they reach."""

import json
from dataclasses import dataclass
from decimal import Decimal
from functools import partial
from textwrap import wrap

import click
from flint import fmpq

from proofs.optimum.orthogonal import OptimalPolynomial, decimal_steps, optimal_polynomial, spectral_moments
from verify.command.misuse import MisuseError, shown
from verify.command.numbers import as_decimal, as_float, rational, whole
from verify.command.pages import page_width
from verify.command.waiting import watched

MOST_LAYERS, MOST_DIGITS = 200, 10_000
MERGED = (
    "No real step sizes attain it: some zeros of q are not real. With as much noise as this the best real step sizes "
    "are not all different (many_layers.merging)."
)


@dataclass(frozen=True)
class Asked:
    """The arguments but for the number of layers."""

    dim: int
    context: int
    noise: fmpq
    digits: int


@dataclass(frozen=True)
class Found:
    """The answer with what was asked. `steps` is None where no real step sizes attain the loss."""

    dim: int
    context: int
    layers: int
    noise: fmpq
    polynomial: OptimalPolynomial
    steps: tuple[Decimal, ...] | None


@click.command
@click.option("--dim", required=True, metavar="D", help="Dimension d of x, >= 1.")
@click.option("--context", required=True, metavar="N", help="Number n of examples in the context, >= 1.")
@click.option("--layers", required=True, metavar="L", help="Number of layers, 1 to 200.")
@click.option("--noise", default="0", metavar="R", help="Variance sigma2 of the label noise, >= 0.")
@click.option("--digits", default="20", metavar="K", help="Correct digits of the step sizes, 1 to 10000.")
@click.option(
    "--json", "in_json", is_flag=True, help="One line of JSON: the arguments, loss, polynomial, steps, loss_float."
)
def command(dim: str, context: str, layers: str, noise: str, digits: str, in_json: bool) -> None:
    """Print the best step sizes of L layers and the exact loss.

    \b
    x ~ N(0, Sigma), w ~ N(0, Sigma^-1), eps ~ N(0, sigma2 I), A_l = a_l Sigma^-1;
    q(mu) = prod (1 - a_l mu), and the loss f is the mean over the eigenvalues mu
    of X'X Sigma^-1 / n of sum (q^2 + (sigma2 / n) (1 - q)^2 / mu).

    \b
    Over all q with q(0) = 1 the best one and its loss are exact. Without noise
    its zeros are positive, and the step sizes are their reciprocals. With much
    noise some are complex: then no real step sizes attain that loss (JSON: steps
    null).

    \b
    icl-proofs steps --dim 5 --context 20 --layers 3
    icl-proofs steps --dim 5 --context 20 --layers 2 --noise 4 --digits 50 --json
    """
    asked = read(dim, context, noise, digits)
    depth = _bounded("--layers", layers, MOST_LAYERS)
    print(watched(partial(answer, asked, None if in_json else page_width()), depth, f"{depth} layers"))


def read(dim_text: str, context_text: str, noise_text: str, digits_text: str) -> Asked:
    """The arguments as typed, but for the number of layers. Raises MisuseError for what cannot be used."""
    dim, context = whole("--dim", dim_text, 1), whole("--context", context_text, 1)
    digits, noise = _bounded("--digits", digits_text, MOST_DIGITS), rational("--noise", noise_text)
    if noise < 0:
        raise MisuseError("--noise", "a variance >= 0", shown(noise_text), "e.g. --noise 0.1")
    return Asked(dim, context, noise, digits)


def answer(asked: Asked, width: int | None, layers: int) -> str:
    """What is printed: a page of that width, or JSON where there is none."""
    found = find(asked, layers)
    return as_json(found) if width is None else as_text(found, width)


def find(asked: Asked, layers: int) -> Found:
    """The best polynomial and its step sizes."""
    dim, context, noise = asked.dim, asked.context, asked.noise
    polynomial = optimal_polynomial(spectral_moments(context, dim, 2 * layers + 1), layers, noise / context)
    return Found(dim, context, layers, noise, polynomial, decimal_steps(polynomial, asked.digits))


def as_json(found: Found) -> str:
    """One line of JSON: exact numbers and step sizes as strings, steps null where none are real."""
    data = {
        "dim": found.dim,
        "context": found.context,
        "layers": found.layers,
        "noise": str(found.noise),
        "loss": str(found.polynomial.loss),
        "polynomial": [str(entry) for entry in found.polynomial.coefficients],
        "steps": None if found.steps is None else [str(step) for step in found.steps],
        "loss_float": as_float(found.polynomial.loss),
    }
    return json.dumps(data, allow_nan=False)


def as_text(found: Found, width: int) -> str:
    """The same for a reader, in pages of the given width."""
    loss = found.polynomial.loss
    parts = [
        "With step sizes a the best possible q(mu) = prod (1 - a mu) reaches the loss",
        *_folded(_number(loss), width),
        "",
        "q is, from the constant coefficient up,",
        *(
            line
            for power, entry in enumerate(found.polynomial.coefficients)
            for line in _folded(f"{_power(power)}{_number(entry)}", width)
        ),
        "",
    ]
    if found.steps is None:
        return "\n".join([*parts, *wrap(MERGED, width)])
    return "\n".join([*parts, "The step sizes:", *(line for step in found.steps for line in _folded(str(step), width))])


def _bounded(argument: str, text: str, most: int) -> int:
    value = whole(argument, text, 1)
    if value > most:
        raise MisuseError(argument, f"an integer from 1 to {most}", shown(text), f"e.g. {argument} 20")
    return value


def _number(value: fmpq) -> str:
    return str(value) if value.q == 1 else f"{as_decimal(value)} = {value}"


def _power(power: int) -> str:
    return ("", "mu: ")[power] if power < 2 else f"mu^{power}: "


def _folded(text: str, width: int) -> list[str]:
    """The text indented, its digits broken over as many lines as they need."""
    return wrap(text, width, initial_indent="  ", subsequent_indent="    ", break_on_hyphens=False)
