"""Claims on sums of entries: false ones are not proved."""

from dataclasses import replace

import pytest
from flint import fmpq

from proofs.algebra.positivity import Signs
from proofs.core.catalogue import catalogue
from proofs.core.errors import InputError, ShapeError
from proofs.entrywise.claims import EntrywiseIdentity, LooseBound, Part
from proofs.entrywise.proofs import prove_expansion, prove_identity, prove_lipschitz, prove_loose_bound
from proofs.entrywise.softmax import half, jacobian, probabilities
from proofs.entrywise.sums import Symbol, as_sum

f, v, g = probabilities(), Symbol("v", ("n",)), Symbol("g", ("n",))
(SHARP,) = catalogue()["softmax.sharp_bound"].load().claims
(SMALL,) = catalogue()["softmax.small_scale"].load().claims
HESSIAN = catalogue()["softmax.hessian"].load().claims[0]
BOTH = half() * f("i") * f("j")


@pytest.mark.parametrize(
    "changes",
    [
        {"constant": fmpq(49, 100)},
        {"constant": fmpq(1)},
        {"constant": fmpq(0)},
        {"jacobian": 2 * jacobian()},
        {"jacobian": f("i") * f("j")},
        {"upper": SHARP.upper[:1]},
        {"lower": ()},
        {"lower": (Part(-BOTH, v("i") - v("j"), ("i", "j")), Part(2 * BOTH, v("i") - v("j"), ("i", "j")))},
        {"lower": (Part(g("i") * f("j") * half(), v("i") - v("j"), ("i", "j")),)},
        {"upper": (SHARP.upper[0], Part(BOTH, v("i") + v("j"), ("i", "j")))},
        {"direction": f},
        {"simplex": g},
        {"extremal": (fmpq(1, 3), fmpq(2, 3))},
        {"extremal": (fmpq(1), fmpq(1))},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_false_bounds(changes):
    assert prove_lipschitz(SHARP, Signs()).holds
    assert not prove_lipschitz(replace(SHARP, **changes), Signs()).holds


def test_a_direction_of_another_length_is_misuse():
    with pytest.raises(ShapeError, match="index i of"):
        prove_lipschitz(replace(SHARP, direction=Symbol("v", ("d",))), Signs())


@pytest.mark.parametrize(
    ("left", "right"),
    [(f("i"), g("i")), (f("i"), 2 * f("i")), (f("i").over("i"), as_sum(2)), (v("i").over("i"), as_sum(1))],
)
def test_false_identities(left, right):
    assert not prove_identity(EntrywiseIdentity(name="c", left=left, right=right, simplex=f), Signs()).holds


def test_a_derivative_is_derived_and_not_typed():
    assert prove_identity(HESSIAN, Signs()).holds
    both = replace(HESSIAN, left=2 * HESSIAN.left, right=2 * HESSIAN.right)
    assert not prove_identity(both, Signs()).holds
    assert not prove_identity(replace(HESSIAN, derivative=1), Signs()).holds


@pytest.mark.parametrize(
    ("slope", "power", "growth", "holds"),
    [
        (fmpq(1, 2), fmpq(3, 2), fmpq(10), True),
        (fmpq(1, 2), fmpq(-1), fmpq(10), False),
        (fmpq(20), fmpq(1), fmpq(10), False),
        (fmpq(1, 2), fmpq(1), fmpq(0), False),
        (fmpq(-1), fmpq(1), fmpq(-1), False),
    ],
)
def test_loose_bounds(slope, power, growth, holds):
    assert prove_loose_bound(LooseBound(name="c", slope=slope, power=power, growth=growth), Signs()).holds is holds


@pytest.mark.parametrize("changes", [{"first": SMALL.second}, {"second": SMALL.first}, {"order": 1}, {"order": 3}])
def test_false_expansions(changes):
    assert prove_expansion(SMALL, Signs()).holds
    assert not prove_expansion(replace(SMALL, **changes), Signs()).holds


@pytest.mark.parametrize(
    ("changes", "error"),
    [({"simplex": Symbol("F", ("n", "d"))}, ShapeError), ({"derivative": 3}, InputError)],
)
def test_identities_that_are_none(changes, error):
    with pytest.raises(error, match="claim"):
        replace(HESSIAN, **changes)


def test_a_derivative_is_that_on_the_simplex_of_f():
    assert not prove_identity(replace(HESSIAN, simplex=Symbol("b", ("n",))), Signs()).holds


def test_delta_is_a_reserved_name():
    with pytest.raises(ShapeError, match="Kronecker"):
        Symbol("delta", ("n", "d"))
