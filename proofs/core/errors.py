"""Misuse, named on the nearest builtin: every message says which object, what was expected, what came, what to do.

A false statement is not misuse: it is a verdict (see `proofs.core.verdict`).
"""


class ShapeError(ValueError):
    """Matrix sizes that do not fit together."""


class DependenceError(ValueError):
    """An average over a letter on which another letter of the expression depends."""


class LetterError(ValueError):
    """A letter declared twice with different properties, or used where it cannot stand."""


class InputError(ValueError):
    """A value handed in from outside that cannot be used."""


class UnknownTheoremError(LookupError):
    """No theorem file has this id."""


class TheoremFileError(ImportError):
    """A theorem file that cannot be read or does not define a theorem."""


TOLD = (ShapeError, DependenceError, LetterError, InputError, UnknownTheoremError, TheoremFileError)
"""Misuse that says in plain words what is wrong; the names of other errors are part of what they say."""

MISUSE = (ValueError, TypeError, LookupError, ArithmeticError)
"""What a claim that is put together wrongly raises; it makes the claim UNKNOWN."""


def told(error: BaseException, beside: str = "") -> str:
    """What an error says, without the words that stand beside it already; with its name where that is needed."""
    text = str(error).removeprefix(beside)
    return text if isinstance(error, TOLD) else f"{type(error).__name__}: {text}"
