"""Claims on sums of entries: false ones are not proved."""

from dataclasses import replace

import pytest
from flint import fmpq

from proofs.algebra.positivity import Signs
from proofs.core.errors import ShapeError
from proofs.entrywise.claims import EntrywiseIdentity, LooseBound, Part
from proofs.entrywise.proofs import prove_expansion, prove_identity, prove_lipschitz, prove_loose_bound
from proofs.entrywise.softmax import half, jacobian, probabilities
from proofs.entrywise.sums import Symbol, as_sum

f, v, g = probabilities(), Symbol("v", ("n",)), Symbol("g", ("n",))
BOTH = half() * f("i") * f("j")
ONE_PART = (Part(as_sum(2), (f("i") - half()) * v("i"), ("i",)),)


@pytest.fixture
def sharp(theorem):
    (found,) = theorem("softmax.sharp_bound").claims
    return found


@pytest.fixture
def small(theorem):
    (found,) = theorem("softmax.small_scale").claims
    return found


@pytest.fixture
def hessian(theorem):
    return theorem("softmax.hessian").claims[0]


@pytest.mark.parametrize(
    "changes",
    [
        {"constant": fmpq(49, 100)},
        {"constant": fmpq(1)},
        {"constant": fmpq(0)},
        {"jacobian": 2 * jacobian()},
        {"jacobian": f("i") * f("j")},
        {"upper": ONE_PART},
        {"lower": ()},
        {"lower": (Part(-BOTH, v("i") - v("j"), ("i", "j")), Part(2 * BOTH, v("i") - v("j"), ("i", "j")))},
        {"lower": (Part(g("i") * f("j") * half(), v("i") - v("j"), ("i", "j")),)},
        {"upper": (*ONE_PART, Part(BOTH, v("i") + v("j"), ("i", "j")))},
        {"direction": f},
        {"simplex": g},
        {"extremal": (fmpq(1, 3), fmpq(2, 3))},
        {"extremal": (fmpq(1), fmpq(1))},
    ],
    ids=lambda changes: next(iter(changes)),
)
def test_false_bounds(changes, sharp):
    assert sharp.upper[:1] == ONE_PART
    assert prove_lipschitz(sharp, Signs()).holds
    assert not prove_lipschitz(replace(sharp, **changes), Signs()).holds


def test_a_direction_of_another_length_is_misuse(sharp):
    with pytest.raises(ShapeError, match="index i of"):
        prove_lipschitz(replace(sharp, direction=Symbol("v", ("d",))), Signs())


@pytest.mark.parametrize(
    ("left", "right"),
    [(f("i"), g("i")), (f("i"), 2 * f("i")), (f("i").over("i"), as_sum(2)), (v("i").over("i"), as_sum(1))],
)
def test_false_identities(left, right):
    assert not prove_identity(EntrywiseIdentity(name="c", left=left, right=right, simplex=f), Signs()).holds


def test_a_derivative_is_derived_and_not_typed(hessian):
    assert prove_identity(hessian, Signs()).holds
    both = replace(hessian, left=2 * hessian.left, right=2 * hessian.right)
    assert not prove_identity(both, Signs()).holds
    assert not prove_identity(replace(hessian, derivative=1), Signs()).holds


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


def test_false_expansions(small):
    assert prove_expansion(small, Signs()).holds
    for changes in ({"first": small.second}, {"second": small.first}, {"order": 1}, {"order": 3}):
        assert not prove_expansion(replace(small, **changes), Signs()).holds, changes


def test_a_derivative_is_that_on_the_simplex_of_f(hessian):
    assert not prove_identity(replace(hessian, simplex=Symbol("b", ("n",))), Signs()).holds
