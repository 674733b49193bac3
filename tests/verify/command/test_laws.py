"""The laws of inputs as they are typed: their fourth moments, and laws that do not exist.

What is refused is a table in test_misuse.py.
"""

import pytest
from flint import fmpq

from verify.command.laws import input_law
from verify.command.misuse import MisuseError
from verify.evaluate.minimizer import EllipticalLaw, IndependentLaw


@pytest.mark.parametrize(
    ("text", "dimension", "law"),
    [
        ("gaussian", 3, EllipticalLaw(fmpq(1))),
        (" elliptical:5/2 ", 3, EllipticalLaw(fmpq(5, 2))),
        ("elliptical:0.5", 2, EllipticalLaw(fmpq(1, 2))),
        ("elliptical:1/3", 1, EllipticalLaw(fmpq(1, 3))),
        ("t:6", 3, EllipticalLaw(fmpq(2))),
        ("t:5", 1, EllipticalLaw(fmpq(3))),
        ("uniform", 3, IndependentLaw(fmpq(9, 5))),
        ("rademacher", 3, IndependentLaw(fmpq(1))),
        ("laplace", 3, IndependentLaw(fmpq(6))),
        ("sparse:1/4", 3, IndependentLaw(fmpq(4))),
        ("sparse:1", 3, IndependentLaw(fmpq(1))),
    ],
)
def test_fourth_moments(text: str, dimension: int, law: object) -> None:
    """Of one coordinate of variance 1: kappa = 1 is Gaussian, 3 kappa or the kurtosis the fourth moment."""
    assert input_law(text, dimension, diagonal=True) == law


@pytest.mark.parametrize(("text", "dimension"), [("elliptical:0.49", 2), ("elliptical:1/4", 1), ("sparse:9/8", 1)])
def test_laws_that_do_not_exist(text: str, dimension: int) -> None:
    with pytest.raises(MisuseError, match="--law: expected"):
        input_law(text, dimension, diagonal=True)


def test_independent_coordinates_need_a_diagonal() -> None:
    for text in ("uniform", "rademacher", "laplace", "sparse:1/4"):
        with pytest.raises(MisuseError, match=f"a diagonal --covariance with {text.partition(':')[0]}"):
            input_law(text, 3, diagonal=False)
    assert input_law("t:5", 3, diagonal=False) == EllipticalLaw(fmpq(3))
