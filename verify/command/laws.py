"""The laws of inputs as they are typed: gaussian, elliptical:KAPPA, t:NU, sparse:P, uniform, ..."""

from flint import fmpq

from verify.command.misuse import MisuseError, choice, shown
from verify.command.numbers import rational
from verify.evaluate.minimizer import EllipticalLaw, IndependentLaw, InputLaw

ARGUMENT = "--law"
KURTOSIS = {"uniform": fmpq(9, 5), "rademacher": fmpq(1), "laplace": fmpq(6)}
NUMBERED = {"elliptical": ("KAPPA", "5"), "t": ("NU", "5"), "sparse": ("P", "1/4")}
KNOWN = ("gaussian", *(f"{name}:{number}" for name, (number, _) in NUMBERED.items()), *KURTOSIS)


def input_law(text: str, dimension: int, *, diagonal: bool) -> InputLaw:
    """The law of inputs of this dimension; `diagonal` says whether their covariance is.

    Raises MisuseError for a law that is not known, that does not exist, or that needs a diagonal covariance.
    """
    name, colon, number = text.strip().partition(":")
    if name in NUMBERED:
        letter, example = NUMBERED[name]
        if not colon:
            raise MisuseError(ARGUMENT, f"{name}:{letter}", shown(text), f"e.g. {ARGUMENT} {name}:{example}")
        value = rational(ARGUMENT, number)
        return EllipticalLaw(_kappa(name, value, dimension)) if name != "sparse" else _sparse(value, diagonal=diagonal)
    found = choice(ARGUMENT, text.strip(), KNOWN)
    return _independent(found, KURTOSIS[found], diagonal=diagonal) if found in KURTOSIS else EllipticalLaw(fmpq(1))


def _independent(name: str, kurtosis: fmpq, *, diagonal: bool) -> IndependentLaw:
    if not diagonal:
        expected = f"a diagonal --covariance with {name}"
        raise MisuseError(ARGUMENT, expected, "entries off the diagonal", "use gaussian or elliptical:KAPPA there")
    return IndependentLaw(kurtosis)


def _sparse(share: fmpq, *, diagonal: bool) -> IndependentLaw:
    """Coordinates that are 0 but for a share of cases, and random signs otherwise."""
    if not 0 < share <= 1:
        expected = "a share P of entries that are not 0, 0 < P <= 1"
        raise MisuseError(ARGUMENT, expected, shown(str(share)), f"e.g. {ARGUMENT} sparse:1/4")
    return _independent("sparse", 1 / share, diagonal=diagonal)


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
