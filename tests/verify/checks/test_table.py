"""Every kind of claim has a check and is shown by a theorem; an unknown kind is misuse."""

import pytest

from proofs.algebra.symbols import number
from proofs.core import claims, distances, flow, functions, listed, points, programs, rates, ridge_functions
from proofs.core.catalogue import catalogue
from proofs.core.claims import Claim, Equality
from proofs.core.errors import InputError
from proofs.entrywise import claims as entrywise
from verify.checks.table import CHECKS, check_of

RECORDS = [
    *vars(claims).values(),
    *vars(distances).values(),
    *vars(flow).values(),
    *vars(functions).values(),
    *vars(entrywise).values(),
    *vars(listed).values(),
    *vars(programs).values(),
    *vars(rates).values(),
    *vars(ridge_functions).values(),
]
KINDS = [kind for kind in RECORDS if isinstance(kind, type) and issubclass(kind, Claim)]


def test_every_kind_has_a_check():
    assert set(CHECKS) == set(KINDS) - {Claim, claims.ModelClaim, points.ListedClaim, points.PointsClaim}


def test_the_catalogue_shows_every_kind(theorem):
    shown = {type(claim) for identifier in catalogue() for claim in theorem(identifier).claims}
    assert shown == set(CHECKS)


def test_an_unknown_kind_is_misuse():
    with pytest.raises(InputError, match=r"no check for claims of kind Claim; add one to verify/checks/table\.py"):
        check_of(Claim(name="some"))


def test_the_check_of_a_kind():
    assert check_of(Equality(name="some", left=number(1), right=number(1))) is CHECKS[Equality]
