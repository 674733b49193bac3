"""The case analysis on vanishing products: branches kept, discarded by rank, and refused where a sign is missing."""

from dataclasses import replace

import pytest

from proofs.algebra import matrix, scalar, symmetric, trace, vector
from proofs.algebra.positivity import Signs
from proofs.algebra.symbols import number
from proofs.core.catalogue import catalogue
from proofs.core.claims import Square, ZeroProduct, ZeroSet
from proofs.optimum.zero_set import names, prove_zero_set

x, y, s = scalar("x"), scalar("y"), scalar("s")
u, v, w = (vector(name, "d") for name in "uvw")
A, B, Sigma, Psi = matrix("A", "d", "d"), matrix("B", "d", "d"), symmetric("Sigma", "d"), symmetric("Psi", "d")
SIGNS = Signs(frozenset({"Sigma"}), frozenset({"Psi"}), frozenset({"n", "d"}), frozenset({"s"}))


def branch(*symbols):
    return frozenset(symbols)


def one(first, second, form, branches, at_one, **more):
    """A claim with one product |first|^2 |second|^2."""
    pair = Square(first), Square(second)
    total = more.pop("total", None)
    item = ZeroProduct(*pair, more.pop("weight", number(1)), more.pop("rest", ()))
    squares = [square.body * square.body if square.body.is_scalar else trace(square.body @ square.body.T)
               for square in pair]  # fmt: skip
    return ZeroSet(
        name="zero set", total=squares[0] * squares[1] if total is None else total, products=(item,), form=form,
        branches=branches, branches_at_one=at_one,
    )  # fmt: skip


def says_open(claim, signs=SIGNS):
    return [line.says for line in prove_zero_set(claim, signs).lines if not line.holds]


PLAIN = one(x, v, x * A + u @ v.T, (branch("v"),), (branch("x"), branch("v")))


def test_a_product_splits_in_two():
    assert says_open(PLAIN) == []


@pytest.mark.parametrize(
    ("branches", "at_one", "open_lines"),
    [
        ((branch("v"),), (branch("v"),), ["the branches left for d = 1"]),
        ((branch("x"),), (branch("x"), branch("v")), ["the branches left for d >= 2"]),
        ((), (), ["the branches left for d >= 2", "the branches left for d = 1"]),
        ((branch("v"), branch("x")), (branch("x"), branch("v")), ["the branches left for d >= 2"]),
    ],
)
def test_the_branches_must_be_those_that_remain(branches, at_one, open_lines):
    assert says_open(replace(PLAIN, branches=branches, branches_at_one=at_one)) == open_lines


@pytest.mark.parametrize(
    ("form", "branches", "at_one"),
    [
        (x * A + u @ v.T, ("v",), ("x", "v")),
        (x * A, ("v",), ("v",)),
        (x * A + v @ u.T, ("v",), ("x", "v")),
        (A + u @ v.T, ("x", "v"), ("x", "v")),
        (x * u @ v.T, (), ()),
        (u @ w.T @ A + x * B, ("v",), ("x", "v")),
    ],
    ids=str,
)
def test_rank_decides_which_branches_remain(form, branches, at_one):
    claim = one(x, v, form, tuple(map(branch, branches)), tuple(map(branch, at_one)))
    assert says_open(claim) == []


@pytest.mark.parametrize("form", [u @ v.T + w @ w.T, A - A.T, matrix("W", "k", "d").T @ matrix("Q", "k", "d")], ids=str)
def test_a_form_that_is_singular_for_some_sizes_leaves_no_branch(form):
    left = (branch("x"),) if v.letter in form.letters else (branch("x"), branch("v"))
    claim = one(x, v, form, left, (branch("x"), branch("v")))
    assert set(says_open(claim)) == {"the form can be invertible where a branch is left"}


@pytest.mark.parametrize(
    "claim",
    [
        one(x, v, PLAIN.form, PLAIN.branches, PLAIN.branches_at_one, weight=number(2)),
        one(x, v, PLAIN.form, PLAIN.branches, PLAIN.branches_at_one, total=x**2 * trace(v @ w.T)),
        one(x, v, PLAIN.form, PLAIN.branches, PLAIN.branches_at_one, rest=(Square(y),)),
    ],
    ids=["weight", "total", "rest"],
)
def test_the_total_must_be_the_product_and_the_rest(claim):
    assert "total = product + squares" in says_open(claim)


SIGNED = [
    (number(1), True),
    (trace(Sigma), True),
    (number(-1), False),
    (s, False),
    (y, False),
    (trace(Psi), False),
]


@pytest.mark.parametrize(("weight", "positive"), SIGNED, ids=str)
def test_every_weight_must_be_positive(weight, positive):
    length = x**2 * trace(v @ v.T)
    claims = [
        replace(PLAIN, total=weight * length, products=(replace(PLAIN.products[0], weight=weight),)),
        replace(PLAIN, total=weight * length, products=(replace(PLAIN.products[0], first=Square(x, weight)),)),
        replace(
            PLAIN,
            total=length + weight * length**2,
            products=(replace(PLAIN.products[0], rest=(Square(length, weight),)),),
        ),
    ]
    for claim in claims:
        assert says_open(claim) == ([] if positive else ["x = 0 or v = 0"])


@pytest.mark.parametrize("body", [2 * v, A @ v, u + v, v.T @ v, x * x], ids=str)
def test_a_factor_must_be_a_symbol_itself(body):
    length = body * body if body.is_scalar else trace(body @ body.T)
    item = ZeroProduct(Square(y), Square(body), number(1))
    claim = replace(PLAIN, total=y**2 * length, products=(item,))
    with_lines = prove_zero_set_or_none(claim)
    assert with_lines is None or not with_lines.holds


def prove_zero_set_or_none(claim):
    """The proof; None where the claim is refused as misuse."""
    try:
        return prove_zero_set(claim, SIGNS)
    except ValueError:
        return None


def test_names_of_a_branch():
    assert names(frozenset({x, v, A})) == {"x", "v", "A"}


def test_the_minimizers_of_one_layer():
    theorem = catalogue()["one_layer.uniqueness"].load()
    (claim,) = [claim for claim in theorem.claims if isinstance(claim, ZeroSet)]
    signs = Signs(frozenset({"Sigma", "Psi"}), frozenset(), frozenset({"n", "d"}), frozenset({"sigma2"}))
    assert says_open(claim, signs) == []
    weaker = replace(signs, definite=frozenset({"Sigma"}), semidefinite=frozenset({"Psi"}))
    assert says_open(claim, weaker) == ["b_y = 0 or a_y = 0"]
    assert len(prove_zero_set(claim, signs).lines) >= 5
