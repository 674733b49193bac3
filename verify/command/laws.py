"""The laws of inputs as they are typed: gaussian, elliptical:KAPPA, t:NU, uniform, rademacher, laplace."""

from flint import fmpq

from verify.command.misuse import MisuseError, choice, shown
from verify.command.numbers import rational
from verify.evaluate.minimizer import EllipticalLaw, IndependentLaw, InputLaw

ARGUMENT = "--law"
KURTOSIS = {"uniform": fmpq(9, 5), "rademacher": fmpq(1), "laplace": fmpq(6)}
NUMBERED = {"elliptical": "KAPPA", "t": "NU"}
KNOWN = ("gaussian", "elliptical:KAPPA", "t:NU", *KURTOSIS)


def input_law(text: str, dimension: int, *, diagonal: bool) -> InputLaw:
    """The law of inputs of this dimension; `diagonal` says whether their covariance is.

    Raises MisuseError for a law that is not known, that does not exist, or that needs a diagonal covariance.
    """
    name, colon, number = text.strip().partition(":")
    if name in NUMBERED:
        if not colon:
            raise MisuseError(ARGUMENT, f"{name}:{NUMBERED[name]}", shown(text), f"e.g. {ARGUMENT} {name}:5")
        return EllipticalLaw(_kappa(name, rational(ARGUMENT, number), dimension))
    found = choice(ARGUMENT, text.strip(), KNOWN)
    if found not in KURTOSIS:
        return EllipticalLaw(fmpq(1))
    if not diagonal:
        expected = f"a diagonal --covariance with {found}"
        raise MisuseError(ARGUMENT, expected, "entries off the diagonal", "use gaussian or elliptical:KAPPA there")
    return IndependentLaw(KURTOSIS[found])


def _kappa(name: str, number: fmpq, dimension: int) -> fmpq:
    if name == "t":
        if number <= 4:
            came = f"{number}, where the fourth moments do not exist"
            raise MisuseError(ARGUMENT, "more than 4 degrees of freedom of t", came, f"e.g. {ARGUMENT} t:5")
        return (number - 2) / (number - 4)
    least = fmpq(dimension, dimension + 2)
    if number < least:
        expected = f"kappa >= {least}, the least in {dimension} dimension{'s' if dimension > 1 else ''}"
        raise MisuseError(ARGUMENT, expected, shown(str(number)), f"e.g. {ARGUMENT} elliptical:1")
    return number
