"""Critical points by symmetry, for every number of layers: the law is preserved, so the gradient is too.

Where every factor T_l turns into V T_l V^-1 and both ends are fixed by the group, the loss is invariant: the product
telescopes, whatever its length. If V acts on a parameter A as L A R, then grad f(L A R) = L^-T grad f(A) R^-T, and at a
fixed point the gradient G has L' G R' = G for all V = R^-1 U R: up to fixed factors on both sides, G commutes with all
orthogonal U and is a multiple of one matrix.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from proofs.algebra.abbreviation import polynomial, unfold
from proofs.algebra.polynomial import TracePolynomial
from proofs.algebra.positivity import Signs
from proofs.algebra.substitution import substitute
from proofs.algebra.symbols import inverse, orthogonal
from proofs.core.claims import Action, Invariance, Parameter, State
from proofs.core.proof import Line, Proof
from proofs.moments.dependence import DATA, depends_on, symbols_in, symbols_of
from proofs.moments.preconditions import preconditions
from proofs.moments.rules import Calculus

SYMMETRY = "symmetric criticality and Schur's lemma for O(d)"
SYMMETRY_REFERENCE = "Palais 1979; a matrix that commutes with every orthogonal matrix is a multiple of I"
ROTATION = "U"

Equation = tuple[str, TracePolynomial, TracePolynomial]
Substitution = Mapping[TracePolynomial, TracePolynomial]


def equations(claim: Invariance) -> list[Equation]:
    """What the group does to a layer, to the law, to both ends, to states, to fixed points and to directions."""
    root, layer = polynomial(claim.root), polynomial(claim.layer)
    group = Group(root)
    gram = polynomial(claim.gram), Action.INVERSE_FORM
    letters = [gram, *((polynomial(item.symbol), item.action) for item in claim.parameters)]
    letters += [(polynomial(state.symbol), action) for state, action in claim.states]
    moved = {letter: group.act(action, letter) for letter, action in letters}
    law, before, after = root.T @ root, polynomial(claim.before), polynomial(claim.after)
    return [
        ("V T V^-1 is T at the moved point", group.act(Action.MAP, layer), substitute(layer, moved)),
        ("X V^-1 has the law of X", group.act(Action.INVERSE_FORM, law), law),
        ("the left end is fixed", group.act(Action.INVERSE_FORM, before), before),
        ("the right end is fixed", group.act(Action.FORM, after), after),
        *(equation for state, action in claim.states for equation in _state(group, state, action, moved)),
        *(equation for item in claim.parameters for equation in _parameter(group, item)),
    ]


def _state(group: "Group", state: State, action: Action, moved: Substitution) -> Iterator[Equation]:
    initial, following = polynomial(state.initial), polynomial(state.following)
    yield f"{state.symbol} is fixed before the first layer", group.act(action, initial), initial
    yield f"the next {state.symbol} moves as {state.symbol}", group.act(action, following), substitute(following, moved)


def _parameter(group: "Group", item: Parameter) -> Iterator[Equation]:
    fixed, direction = polynomial(item.fixed), polynomial(item.direction)
    yield f"the points {item.symbol} are fixed", group.act(item.action, fixed), fixed
    yield f"the direction of the gradient by {item.symbol} is fixed", group.dual(item.action, direction), direction


@dataclass(frozen=True)
class Group:
    """V = root^-1 U root and its actions, U an orthogonal letter."""

    root: TracePolynomial

    def factors(self, action: Action) -> tuple[TracePolynomial, TracePolynomial]:
        """What stands on the left and on the right."""
        U = orthogonal(ROTATION, self.root.rows)
        V, back = inverse(self.root) @ U @ self.root, inverse(self.root) @ U.T @ self.root
        return {
            Action.FORM: (V, V.T),
            Action.INVERSE_FORM: (back.T, back),
            Action.MAP: (V, back),
            Action.INVERSE_MAP: (back.T, V.T),
        }[action]

    def act(self, action: Action, on: TracePolynomial) -> TracePolynomial:
        """L . R."""
        left, right = self.factors(action)
        return left @ on @ right

    def dual(self, action: Action, on: TracePolynomial) -> TracePolynomial:
        """L' . R', which fixes the gradient at a fixed point."""
        left, right = self.factors(action)
        return left.T @ on @ right.T


def prove_invariance(claim: Invariance, signs: Signs) -> Proof:
    """Every equation closes by the calculus; the conclusion is a named rule."""
    rule = Calculus()
    found = equations(claim)
    lines = preconditions(claim, [side for _, left, right in found for side in (left, right)], signs)
    for says, left, right in found:
        holds = rule.closes(left, right, claim.abbreviations)
        lines.append(Line(says, rule.name, rule.reference, holds, left, right))
    for item in claim.parameters:
        says = f"the gradient by {item.symbol} is a multiple of {item.direction}"
        direction = unfold(polynomial(item.direction), claim.abbreviations)
        holds = signs.is_definite(direction) and _is_square(claim)
        lines.append(Line(says, SYMMETRY, SYMMETRY_REFERENCE, holds))
    return Proof(tuple(lines) if claim.parameters else ())


def _is_square(claim: Invariance) -> bool:
    """Whether the root is a free square letter, so that V runs through a full copy of O(d), and the ends are fixed.

    The symbols that move are different letters; no end and no fixed point holds one, or data, and a layer sees the data
    through the Gram matrix only.
    """
    root = polynomial(claim.root).letter
    moving = [claim.gram, *(item.symbol for item in claim.parameters), *(state.symbol for state, _ in claim.states)]
    held = {polynomial(item).letter.name for item in moving}
    ends = [claim.before, claim.after, *(end for item in claim.parameters for end in (item.fixed, item.direction))]
    ends += [state.initial for state, _ in claim.states]
    if len(held) != len(moving) or any(held & symbols_of(polynomial(item)) for item in ends):
        return False
    passed = [polynomial(item) for item in (claim.layer, *(state.following for state, _ in claim.states), *ends)]
    random = any(DATA & depends_on(symbols_of(item), claim.abbreviations) for item in passed)
    free = not (root.symmetric or root.orthogonal or root.name in held or ROTATION in symbols_in(claim))
    return root.rows == root.columns and free and not random
