"""What the acceptance of listed least losses accepts, and what it must refuse."""

from dataclasses import replace

import pytest
from flint import fmpq

from proofs.core.listed import BestSteps
from proofs.optimum.best_steps import agrees, flaw, has_separated_zeros, is_least, moments_needed
from proofs.optimum.orthogonal import OptimalPolynomial, optimal_polynomial, spectral_moments

POINT = BestSteps(5, 20, 3, "12138645/90852389", ("0.422409", "0.689126", "1.714217"))


def moments(point):
    return spectral_moments(point.context, point.dim, moments_needed(point))


def test_a_true_point_is_accepted():
    assert flaw(POINT, moments(POINT)) == ""
    assert flaw(replace(POINT, loss="0.1336"), moments(POINT)) == ""


@pytest.mark.parametrize(
    ("changed", "said"),
    [
        ({"loss": "12138646/90852389"}, "claimed 12138646/90852389"),
        ({"loss": "0.1337"}, "claimed 0.1337"),
        ({"layers": 2}, "the least loss is"),
        ({"steps": POINT.steps[:2]}, "step sizes"),
        ({"steps": POINT.steps[::-1]}, "step sizes"),
        ({"steps": ("0.422408", *POINT.steps[1:])}, "claimed 0.422408"),
        ({"steps": (*POINT.steps, "2.5")}, "step sizes"),
    ],
)
def test_a_false_point_is_refused(changed, said):
    point = replace(POINT, **changed)
    assert said in flaw(point, moments(point))


@pytest.mark.parametrize("order", range(7))
def test_a_wrong_moment_is_noticed(order):
    given = moments(POINT)
    given[order] += fmpq(1, 1000)
    assert flaw(POINT, given)


def test_the_least_point_of_a_form():
    given = moments(POINT)
    found = optimal_polynomial(given, 3)
    assert is_least(found, given)
    assert not is_least(replace(found, loss=found.loss + 1), given)
    assert not is_least(replace(found, coefficients=tuple(2 * entry for entry in found.coefficients)), given)
    saddle = [fmpq(1), fmpq(1), fmpq(-1)]
    assert not is_least(optimal_polynomial(saddle, 1), saddle)


@pytest.mark.parametrize(
    ("coefficients", "separated"),
    [((1, -3, 2), True), ((1, -2, 1), False), ((1, 0, 1), False), ((1, 3, 2), False), ((1, -1, -6), False)],
)
def test_zeros(coefficients, separated):
    assert has_separated_zeros(OptimalPolynomial(tuple(map(fmpq, coefficients)), fmpq(1))) == separated


@pytest.mark.parametrize(
    ("text", "number", "same"),
    [("1/3", fmpq(1, 3), True), ("0.333", fmpq(1, 3), True), ("0.334", fmpq(1, 3), False), ("0.67", fmpq(2, 3), True),
     ("0.66", fmpq(2, 3), False), ("2/6", fmpq(1, 3), True), ("0.0010", fmpq(1, 1000), True)],
)  # fmt: skip
def test_digits(text, number, same):
    assert agrees(text, number) == same
