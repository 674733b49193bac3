"""Claims about listed numbers: no abbreviations, sizes >= 1, every variable named once."""

import pytest
from flint import fmpq

from proofs.algebra import scalar
from proofs.core.derivation import Definition
from proofs.core.errors import InputError
from proofs.core.listed import (
    BestSteps,
    CriticalPoints,
    HeavyTail,
    ListedWeights,
    Located,
    MergingLevels,
    SpectralLoss,
)
from proofs.core.surd import Surd
from proofs.core.task import GramOperator

n, t, f = scalar("n"), scalar("t"), scalar("f")
TWO = fmpq(2)


@pytest.mark.parametrize("more", [{"abbreviations": (Definition(t, n),)}, {"operators": (GramOperator(),)}])
def test_symbols_stand_for_themselves(more):
    point = Located((("n", 1),), (), "1")
    assert CriticalPoints(name="c", objective=f, points=(point,), negative=0).points == (point,)
    with pytest.raises(InputError, match="claim 'c': claims about listed numbers take no abbreviations"):
        CriticalPoints(name="c", objective=f, points=(point,), negative=0, **more)


SIZES = {
    "a point": lambda size: Located((("n", size), ("d", 1)), (), "1"),
    "weights": lambda size: ListedWeights(size, fmpq(1), ()),
    "best steps": lambda size: BestSteps(1, 1, size, "1"),
    "a loss": lambda size: SpectralLoss(size, 5, "1"),
    "levels": lambda size: MergingLevels(2, size, 3, "1"),
}


@pytest.mark.parametrize("make", SIZES.values(), ids=SIZES)
def test_sizes_are_integers_from_one(make):
    make(1)
    for size in (0, -1, 1.5, "2"):
        with pytest.raises(InputError, match="sizes are integers >= 1, each named once"):
            make(size)


def test_a_size_is_named_once():
    with pytest.raises(InputError, match="each named once, got n = 1, n = 2"):
        Located((("n", 1), ("n", 2)), (), "1")


def test_variables_blocks_and_weights_are_named_once():
    with pytest.raises(InputError, match="names each variable once, got a, a"):
        Located((("n", 1),), (("a", "1"),), "1", held=(("a", 0),))
    one = Surd(fmpq(1), fmpq(1), TWO)
    with pytest.raises(InputError, match="name each block once, got b, b"):
        ListedWeights(1, TWO, (("b", one), ("b", one)))
    with pytest.raises(InputError, match="the weights are named once each and are not n or d, got t, t"):
        HeavyTail(name="c", objective=f, coefficients=(), weights=((t, TWO), (t, TWO)), points=())
    with pytest.raises(InputError, match="are not n or d, got n"):
        HeavyTail(name="c", objective=f, coefficients=(), weights=((n, TWO),), points=())


def test_one_radicand():
    assert ListedWeights(1, TWO, (("b", Surd(fmpq(1), fmpq(1), TWO)),)).radicand == 2
    with pytest.raises(InputError, match="block b must have the radicand 3, got 2"):
        ListedWeights(1, fmpq(3), (("b", Surd(fmpq(1), fmpq(1), TWO)),))


def test_a_density_needs_as_many_rows_as_columns():
    assert SpectralLoss(3, 3, "1").parts == ()
    with pytest.raises(InputError, match="needs n >= d, got n = 2, d = 3"):
        SpectralLoss(3, 2, "1")
