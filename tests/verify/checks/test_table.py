"""Every kind of claim has a check and is shown by a theorem, and the tables of kinds name what there is."""

import pytest

from proofs.algebra.symbols import number
from proofs.core import claims, distances, flow, functions, listed, points, programs, rates, ridge_functions
from proofs.core.catalogue import catalogue
from proofs.core.claims import Claim, Equality
from proofs.core.errors import InputError
from proofs.entrywise import claims as entrywise
from verify.checks.symbolic import PROOFS
from verify.checks.table import CHECKS, check_of
from verify.exposition.kinds import KINDS as WORDS
from verify.late import function, kind_of
from verify.refute.perturb import NEIGHBOURS

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
SHARED = {Claim, claims.ModelClaim, points.ListedClaim, points.PointsClaim}
NAMES = {f"{kind.__module__}.{kind.__name__}" for kind in set(KINDS) - SHARED}
FUNCTIONS = {
    *(f"{check.module}.{name}" for check in CHECKS.values() for name in (check.for_roads, check.for_refutation)),
    *PROOFS.values(),
    *NEIGHBOURS.values(),
    *WORDS.values(),
}


def test_every_kind_has_a_check():
    assert set(CHECKS) == NAMES


def test_the_other_tables_know_the_same_kinds():
    assert set(NEIGHBOURS) == set(WORDS) == NAMES
    assert set(PROOFS) < NAMES


@pytest.mark.parametrize("path", sorted(FUNCTIONS))
def test_the_functions_of_the_tables_exist(path):
    assert callable(function(path))


def test_the_catalogue_shows_every_kind(theorem):
    shown = {kind_of(claim) for identifier in catalogue() for claim in theorem(identifier).claims}
    assert shown == set(CHECKS)


def test_an_unknown_kind_is_misuse():
    with pytest.raises(InputError, match=r"no check for claims of kind Claim; add one to verify/checks/table\.py"):
        check_of(Claim(name="some"))


def test_the_check_of_a_kind():
    assert check_of(Equality(name="some", left=number(1), right=number(1))) is CHECKS["proofs.core.claims.Equality"]
