"""False neighbours of claims on trace polynomials: each changes one thing of the claim.

That all of them are refuted in every theorem is tested in tests/test_ledger.py.
"""

import pytest

from proofs.algebra import identity, inverse, matrix, scalar, symmetric, trace
from proofs.algebra.symbols import number
from proofs.core.claims import (
    Action,
    Coercive,
    DegreeBound,
    Diagonalised,
    Equality,
    Implements,
    Induction,
    Invariance,
    Limit,
    Minimum,
    OrthogonalZeros,
    Parameter,
    Square,
    State,
    ZeroSet,
)
from proofs.core.derivation import Definition, Reciprocal
from proofs.core.flow import Flow
from verify.refute.claims import (
    coercive,
    degree_bound,
    diagonalised,
    equality,
    flow,
    implements,
    induction,
    invariance,
    limit,
    minimum,
    zero_set,
    zeros,
)

A, B, S, one = matrix("A", "d", "d"), matrix("B", "d", "d"), symmetric("S", "d"), identity("d")
n, c, r, t = (scalar(name) for name in ("n", "c", "r", "t"))


def changes(neighbours, claim):
    found = {control.changed: control.claim for control in neighbours(claim)}
    assert claim not in found.values()
    assert all(type(other) is type(claim) and other.name == claim.name for other in found.values())
    return found


def test_equalities():
    claim = Equality(name="c", left=r * A, right=r * A, abbreviations=(Reciprocal(r, n + 1), Reciprocal(t, n)))
    found = changes(equality, claim)
    assert found["the sign turned"].right == -r * A
    assert found["transposed"].right == r * A.T
    assert "n -> n+1 in t" not in found, "t is in neither side"
    used = Equality(name="c", left=A, right=r * A, abbreviations=(Reciprocal(r, n + 1),))
    assert changes(equality, used)["n -> n+1 in r"].abbreviations == (Reciprocal(r, n + 2),)


def test_minima():
    claim = Minimum(
        name="m", objective=c**2, minimizer=((c, n),), value=n, squares=(Square(c - n), Square(c)), unique=True
    )
    found = changes(minimum, claim)
    assert found["c doubled at the minimizer"].minimizer == ((c, 2 * n),)
    assert found["n -> n+1 in the minimum"].value == n + 1
    assert found["a square counted twice"].squares == (Square(c - n, weight=number(2)), Square(c))
    at_zero = Minimum(name="m", objective=c**2, minimizer=((c, number(0)),), value=n, squares=(Square(c),))
    assert not changes(minimum, at_zero)["a square left out"].squares[0].body.terms


def test_algorithms_and_states():
    steps = Implements(name="i", prediction=A, weights=(), algorithm=n * A)
    assert changes(implements, steps)["twice the step"].algorithm == 2 * n * A
    layers = Induction(
        name="i", states=(State(A, 0 * A, n * A), State(B, B, B)), invariant=(A,), start=(A,), layer=(A,)
    )
    found = changes(induction, layers)
    assert found["n -> n+1 in the next A"].states[0].following == (n + 1) * A
    assert found["0 -> another value in the initial A"].states[0].initial.terms
    assert all(other.states[0] == layers.states[0] for changed, other in found.items() if changed.endswith("B"))


def test_symmetries():
    first = Parameter(A, Action.MAP, one, one)
    other = Parameter(B, Action.MAP, one, S)
    claim = Invariance(
        name="i", layer=A, parameters=(first, other), gram=S, root=matrix("R", "d", "d"), before=S, after=S
    )
    found = changes(invariance, claim)
    assert found["another symmetry of A"].parameters == (Parameter(A, Action.FORM, one, one), other)
    assert found["another symmetry of B"].parameters == (first, Parameter(B, Action.MAP, one, one))
    assert found["the left end -> I"].before == one == found["the right end -> I"].after


def test_convexity_and_growth():
    pair = Diagonalised(name="p", objective=trace(A @ B), turned=A, averaged=B, step=S, squares=(Square(S),))
    assert changes(diagonalised, pair)["the sign turned"].objective == -trace(A @ B)
    assert changes(diagonalised, pair)["a square counted twice"].squares == (Square(S), Square(S))
    growth = Coercive(
        name="g", objective=c**2, variables=(c,), growth=(Square(c), Square(c, weight=n), Square(c)), squares=(),
        constant=n,
    )  # fmt: skip
    found = changes(coercive, growth)
    assert found["twice the constant"].constant == 2 * n
    assert found["twice the growth 2"].growth[1].weight == 2 * n
    assert "twice the growth 3" not in found


def test_degrees_branches_and_weights():
    degree = DegreeBound(name="d", prediction=c, query=c, gram=n, steps=3)
    assert [other.steps for other in changes(degree_bound, degree).values()] == [2, 4]
    one_branch, two = (frozenset({"A"}),), (frozenset({"A"}), frozenset({"B"}))
    sets = ZeroSet(name="z", total=c, products=(), form=A, branches=one_branch, branches_at_one=two)
    found = changes(zero_set, sets)
    assert found["branch 1 forgotten at d = 1"].branches_at_one == two[1:]
    assert found["no branch for d >= 2"].branches == ()
    orthogonal = OrthogonalZeros(name="z", gram=S, over=(), depths=(1,))
    found = changes(zeros, orthogonal)
    assert (found["orthogonal for nu itself"].weight, found["twice W"].gram) == (0, 2 * S)


def test_limits_and_flows():
    tends = Limit(name="l", grows=n, numerator=A, limit=S, denominator=n, limit_denominator=c)
    others = [control.claim for control in limit(tends)]
    assert {other.limit_denominator for other in others if other.limit == S} >= {2 * c, -c}
    assert {other.limit for other in others if other.limit_denominator == c} >= {2 * S, -S}
    assert tends not in others
    goes = Flow(name="f", objective=c, start=((c, n),), value=n, reached=((c, n), (t, n)), kept=(n * c,))
    found = changes(flow, goes)
    assert found["twice the value"].value == 2 * n
    assert found["twice the limit of c"].reached == ((c, 2 * n), (t, n))
    assert found["n -> n+1 in what is kept"].kept == ((n + 1) * c,)


@pytest.mark.parametrize("left", [inverse(S), 2 * A])
def test_a_definition_is_changed_where_it_is_used(left):
    claim = Equality(name="c", left=t * left, right=0 * left, abbreviations=(Definition(t, n * c),))
    assert "n -> n+1 in t" in changes(equality, claim)
