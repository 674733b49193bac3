"""What errors say where claims are told."""

import pytest

from proofs.core.errors import MISUSE, TOLD, InputError, LetterError, told


@pytest.mark.parametrize(
    ("error", "beside", "expected"),
    [
        (InputError("claim 'c': n is a size"), "claim 'c': ", "n is a size"),
        (InputError("claim 'c': n is a size"), "claim 'd': ", "claim 'c': n is a size"),
        (LetterError("one of them"), "", "one of them"),
        (KeyError("Omega"), "", "KeyError: 'Omega'"),
        (ZeroDivisionError("1 / 0"), "", "ZeroDivisionError: 1 / 0"),
    ],
)
def test_what_an_error_says(error, beside, expected):
    assert told(error, beside) == expected


def test_what_is_told_of_claims_is_misuse():
    assert issubclass(InputError, MISUSE)
    assert all(issubclass(kind, (*MISUSE, ImportError)) for kind in TOLD)
