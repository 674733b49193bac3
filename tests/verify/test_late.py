"""Records and functions by name: a record of one's own is never taken for a kind of a table."""

from dataclasses import dataclass

import pytest

from proofs.algebra.symbols import number
from proofs.core import claims
from proofs.core.claims import Claim, Equality
from proofs.core.errors import InputError
from verify.checks.equality import roads
from verify.checks.symbolic import prove
from verify.checks.table import check_of
from verify.late import function, kind_of
from verify.refute import perturbed

ONE = {"name": "some", "left": number(1), "right": number(1)}


@dataclass(frozen=True, kw_only=True)
class Derived(Equality):
    """A kind of one's own, below a kind of the table."""


Namesake = dataclass(frozen=True, kw_only=True)(type("Equality", (Equality,), {"__module__": "proofs.core.claims"}))


def test_the_name_of_a_kind():
    assert kind_of(Equality(**ONE)) == "proofs.core.claims.Equality"


@pytest.mark.parametrize("kind", [Derived, Namesake])
def test_another_class_is_another_kind(kind):
    assert kind is not claims.Equality
    claim = kind(**ONE)
    with pytest.raises(InputError, match="no check for claims of kind"):
        check_of(claim)
    with pytest.raises(InputError, match="a class of one's own"):
        prove(claim, frozenset())
    assert perturbed(claim) == ()


def test_a_claim_without_a_kind_has_no_check():
    with pytest.raises(InputError):
        check_of(Claim(name="some"))


def test_a_function_by_its_path():
    assert function("verify.checks.equality.roads") is roads
    with pytest.raises(AttributeError):
        function("verify.checks.equality.nothing")
