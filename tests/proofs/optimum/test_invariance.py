"""Actions of the group V = root^-1 U root, and equations of a claim that changes with any of its parts.

On the claims of the catalogue all roads are tested in tests/verify/checks/test_equations.py.
"""

from dataclasses import replace

import pytest

from proofs.algebra import identity, inverse, matrix, orthogonal, symmetric
from proofs.algebra.positivity import Signs, signs
from proofs.algebra.symbols import inverse as inverse_of
from proofs.core.claims import Action, Invariance
from proofs.optimum.invariance import SYMMETRY, Group, equations, prove_invariance

R, A, one = matrix("R", "d", "d"), matrix("A", "d", "d"), identity("d")
GROUP, U = Group(R), orthogonal("U", "d")
V = inverse(R) @ U @ R
POINTS = "many_layers.critical_points"


@pytest.mark.parametrize(
    ("action", "moved"),
    [
        (Action.FORM, V @ A @ V.T),
        (Action.MAP, V @ A @ inverse_of(R) @ U.T @ R),
        (Action.INVERSE_FORM, (inverse(R) @ U.T @ R).T @ A @ inverse(R) @ U.T @ R),
        (Action.INVERSE_MAP, (inverse(R) @ U.T @ R).T @ A @ V.T),
    ],
)
def test_how_the_group_acts(action, moved):
    assert GROUP.act(action, A) == moved


def test_what_the_actions_fix():
    assert GROUP.act(Action.INVERSE_FORM, R.T @ R) == R.T @ R
    assert GROUP.act(Action.FORM, inverse(R) @ inverse(R).T) == inverse(R) @ inverse(R).T
    assert GROUP.act(Action.MAP, one) == one
    assert GROUP.act(Action.FORM, one) != one


@pytest.mark.parametrize("action", Action)
def test_the_dual_fixes_the_pairing(action):
    """tr(G' dA) is the same when A moves by the action and G by its dual, inverted."""
    left, right = GROUP.factors(action)
    assert GROUP.dual(action, A) == left.T @ A @ right.T


@pytest.fixture
def claim(theorem):
    (found,) = [item for item in theorem(POINTS).claims if isinstance(item, Invariance)]
    return found


def test_it_is_proved(claim, theorem):
    proof = prove_invariance(claim, signs(theorem(POINTS).hypotheses))
    assert proof.holds
    assert proof.lines[-1].rule == SYMMETRY
    assert all(left == right for _, left, right in equations(claim))


def test_without_a_parameter_nothing_is_claimed(claim):
    assert not prove_invariance(replace(claim, parameters=()), Signs()).holds


@pytest.mark.parametrize("name", ["before", "after"])
def test_ends_that_are_not_fixed(claim, name, theorem):
    other = replace(claim, **{name: symmetric("K", "d")})
    assert not prove_invariance(other, signs(theorem(POINTS).hypotheses)).holds
