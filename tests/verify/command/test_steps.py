"""`icl-proofs steps`: exact losses and polynomials, correctly rounded step sizes, noise that merges them."""

import io
import json
from collections.abc import Callable
from decimal import Decimal
from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest
from flint import fmpq, fmpq_poly
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from rich.console import Console

from proofs.moments.bidiagonal import trace_moments
from proofs.optimum.orthogonal import optimal_polynomial
from verify.command import watching

Run = Callable[..., Any]


def answer(run: Run, d: int, n: int, layers: int, *more: str) -> dict[str, Any]:
    """The JSON answer."""
    result = run("steps", "--dim", str(d), "--context", str(n), "--layers", str(layers), *more, "--json")
    assert result.status == 0
    assert result.err == ""
    assert result.out.count("\n") == 1
    found = json.loads(result.out)
    assert isinstance(found, dict)
    assert list(found) == ["dim", "context", "layers", "noise", "loss", "polynomial", "steps", "loss_float"]
    return found


def value(found: dict[str, Any], mu: Fraction) -> Fraction:
    """The polynomial of the answer at a point."""
    return sum((Fraction(entry) * mu**power for power, entry in enumerate(found["polynomial"])), Fraction(0))


@pytest.mark.parametrize(
    ("d", "n", "layers", "loss", "steps"),
    [
        (5, 20, 1, "15/13", ["0.769231"]),
        (5, 20, 3, "12138645/90852389", ["0.422409", "0.689126", "1.71422"]),
        (2, 2, 3, "4875/6151", None),
        (1, 2, 1, "1/2", ["0.500000"]),
    ],
)
def test_known_values(run: Run, d: int, n: int, layers: int, loss: str, steps: list[str] | None) -> None:
    found = answer(run, d, n, layers, "--digits", "6")
    assert (found["dim"], found["context"], found["layers"], found["noise"]) == (d, n, layers, "0")
    assert found["loss"] == loss
    assert found["loss_float"] == float(Fraction(loss))
    assert found["polynomial"][0] == "1"
    assert len(found["polynomial"]) == layers + 1
    assert steps is None or found["steps"] == steps


@given(st.integers(1, 6), st.integers(1, 12), st.integers(1, 5), st.integers(1, 40))
@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_every_printed_digit_is_correct(run: Run, d: int, n: int, layers: int, digits: int) -> None:
    """The polynomial changes its sign within half a unit of the last digit."""
    found = answer(run, d, n, layers, "--digits", str(digits))
    steps = [Decimal(step) for step in found["steps"]]
    assert len(steps) == layers
    assert all(low <= high for low, high in pairwise(steps))
    for step in steps:
        assert len(step.as_tuple().digits) == digits
        half = Fraction(10) ** int(step.as_tuple().exponent) / 2
        below, above = (value(found, 1 / (Fraction(step) + side)) for side in (-half, half))
        if digits > 3:
            assert below * above <= 0


def test_a_tie_goes_to_the_even_digit(run: Run) -> None:
    """n = 1, d = 2: the step size is 1/4."""
    assert answer(run, 2, 1, 1, "--digits", "1")["steps"] == ["0.2"]
    assert answer(run, 2, 1, 1, "--digits", "3")["steps"] == ["0.250"]


def test_a_little_noise_leaves_real_step_sizes(run: Run) -> None:
    found = answer(run, 5, 20, 2, "--noise", "4.248", "--digits", "4")
    assert found["noise"] == "531/125"
    assert found["steps"] is not None
    assert sum(map(Fraction, found["steps"])) == pytest.approx(-float(Fraction(found["polynomial"][1])), rel=1e-3)


def test_much_noise_merges_them(run: Run) -> None:
    found = answer(run, 5, 20, 2, "--noise", "4.249")
    assert found["steps"] is None
    _, linear, square = map(Fraction, found["polynomial"])
    assert linear**2 < 4 * square
    page = run("steps", "--dim", "5", "--context", "20", "--layers", "2", "--noise", "4.249")
    assert page.status == 0
    assert page.err == ""
    assert found["loss"] in page.out
    assert " ".join(page.out.split()).count("No real step sizes attain it") == 1


def test_one_layer_with_noise_in_closed_form(run: Run) -> None:
    """a = n / (n + d + 1 + sigma2), f = d - d a."""
    found = answer(run, 3, 4, 1, "--noise", "1/2")
    assert found["polynomial"] == ["1", "-8/17"]
    assert found["loss"] == "27/17"


def test_a_page(run: Run) -> None:
    result = run("steps", "--dim", "5", "--context", "20", "--layers", "3", "--digits", "7")
    assert result.status == 0
    assert result.out.splitlines() == [
        "With step sizes a the best possible q(mu) = prod (1 - a mu) reaches the loss",
        "  0.133608 = 12138645/90852389",
        "",
        "q is, from the constant coefficient up,",
        "  1",
        "  mu: -2.82575 = -256726320/90852389",
        "  mu^2: 2.1965 = 6881300/3132841",
        "  mu^3: -0.498996 = -45335000/90852389",
        "",
        "The step sizes:",
        "  0.4224085",
        "  0.6891261",
        "  1.714217",
    ]


@pytest.mark.parametrize("more", [("--layers", "9", "--digits", "200"), ("--layers", "9", "--noise", "60")])
def test_pages_are_eighty_columns_wide(run: Run, more: tuple[str, ...]) -> None:
    result = run("steps", "--dim", "5", "--context", "20", *more)
    assert result.status == 0
    assert max(map(len, result.out.splitlines())) <= 80


def test_many_layers_to_many_digits(run: Run) -> None:
    steps = answer(run, 5, 20, 20, "--digits", "50")["steps"]
    assert len(set(steps)) == 20
    assert steps[-1] == "6.7877895345947783716999662457047500399170055898007"


def test_fifty_layers(run: Run) -> None:
    """Values of the sum over all diagrams, and by walks."""
    found = answer(run, 5, 20, 50)
    assert (found["steps"][0], found["steps"][-1]) == ("0.049160518084425965082", "14.799402592794843594")
    moments = [fmpq(trace, 20**order) for order, trace in enumerate(trace_moments(20, 5, 101))]
    assert found["loss"] == str(optimal_polynomial(moments, 50).loss)


def test_a_hundred_layers(run: Run) -> None:
    """Every step size is a reciprocal zero to its last digit, and the loss is less than with fifty layers."""
    found, fewer = answer(run, 5, 20, 100, "--digits", "15"), answer(run, 5, 20, 50)
    assert Fraction(found["loss"]) < Fraction(fewer["loss"])
    q = fmpq_poly([fmpq(*Fraction(entry).as_integer_ratio()) for entry in found["polynomial"]])
    steps = [fmpq(*Fraction(step).as_integer_ratio()) for step in found["steps"]]
    signs = [q(1 / (step * (1 + side / fmpq(10**13)))) > 0 for step in steps for side in (-1, 1)]
    assert len(steps) == 100
    assert signs == [place % 4 in (0, 3) for place in range(200)]


def test_a_terminal_gets_the_same_answer(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    screen, piped = io.StringIO(), answer(run, 5, 20, 41)
    monkeypatch.setattr(watching, "terminal", lambda: Console(file=screen, force_terminal=True, width=100))
    assert answer(run, 5, 20, 41) == piped
    assert "41 layers" in screen.getvalue()
