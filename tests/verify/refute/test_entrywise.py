"""False neighbours of claims on sums of entries: each changes one thing, and none is the claim."""

import pytest
import sympy as sp
from flint import fmpq

from proofs.entrywise.claims import DifferentValues, EntrywiseIdentity, Expansion, Inequality, LooseBound, OpposedShifts
from proofs.entrywise.sums import Symbol, as_sum
from verify.refute.entrywise import (
    different_values,
    expansion,
    identity,
    inequality,
    lipschitz,
    loose_bound,
    opposed_shifts,
)

f, v, t = Symbol("f", ("n",)), Symbol("v", ("n",)), sp.Symbol("t", nonnegative=True)
ONE = fmpq(1)
VALUES = (("f", ((ONE,),)), ("v", ((ONE,),)))
CLAIMS = {
    "identity": (identity, EntrywiseIdentity(name="c", left=f("i"), right=f("i") + v("i"), simplex=f), 3),
    "values": (
        different_values,
        DifferentValues(name="c", left=f("1"), right=v("1"), values=VALUES, found=(ONE, ONE)),
        3,
    ),
    "expansion": (expansion, Expansion(name="c", first=f("i"), second=v("i")), 3),
    "inequality": (inequality, Inequality(name="c", smaller=t, larger=t + 1, variable=t), 3),
    "loose": (loose_bound, LooseBound(name="c", slope=ONE, power=ONE, growth=ONE), 2),
    "shifts": (
        opposed_shifts,
        OpposedShifts(name="c", A=((ONE,),), x=(ONE,), b=(ONE,), step=ONE, update=ONE, cosine="-0.99"),
        2,
    ),
}


@pytest.mark.parametrize(("neighbours", "claim", "count"), CLAIMS.values(), ids=CLAIMS)
def test_neighbours_are_others_of_the_same_kind(neighbours, claim, count):
    found = list(neighbours(claim))
    assert len({control.changed for control in found}) == len(found) == count
    assert all(type(control.claim) is type(claim) and control.claim.name == claim.name for control in found)
    assert all(control.claim != claim for control in found)


def test_a_term_is_dropped_where_the_free_indices_stay():
    whole = EntrywiseIdentity(name="c", left=f("i"), right=f("i") + v("i"), simplex=f)
    dropped = [control.claim.right for control in identity(whole) if "dropped" in control.changed]
    assert sorted(map(str, dropped)) == sorted([str(f("i")), str(v("i"))])
    alone = EntrywiseIdentity(name="c", left=f("i"), right=as_sum(0), simplex=f)
    assert list(identity(alone)) == []


def test_constants_of_lipschitz(theorem):
    (claim,) = theorem("softmax.sharp_bound").claims
    found = {control.changed: control.claim for control in lipschitz(claim)}
    assert found["half the constant"].constant * 2 == claim.constant == found["twice the constant"].constant / 2
    assert found["a part counted twice"].upper == (*claim.upper, claim.upper[0])
