"""Families of random functions: for which values of their symbols they are a law."""

import pytest
import sympy as sp

from proofs.core.ridge_functions import RidgeFunctions, T
from proofs.core.statement import Predicate


@pytest.mark.parametrize(("single", "units"), [(True, set()), (False, {"k", "alpha2"})])
def test_what_makes_the_law_one(single, units):
    claim = RidgeFunctions(name="c", below=sp.S(0), above=T, signal=sp.S(1), power=sp.S(1), single=single)
    domain = dict(claim.domain)
    assert domain.keys() == {"d", "omega"} | units
    assert {name for name, predicate in domain.items() if predicate is Predicate.INTEGER} == {"d"} | (
        units - {"alpha2"}
    )
    assert all(predicate is Predicate.POSITIVE for name, predicate in domain.items() if name in ("omega", "alpha2"))
