"""Critical points by symmetry, for every number of layers: the law is preserved, so the gradient is too.

Where every factor T_l turns into V T_l V^-1 and both ends are fixed by the group, the loss is invariant: the product
telescopes, whatever its length. Then grad f(V A V') = V^-T grad f(A) V^-1, and at a fixed point the gradient G has
V^-T G V^-1 = G for all V = R^-1 U R: so R^-T G R^-1 commutes with all orthogonal U and is a multiple of I.
"""

from proofs.algebra.abbreviation import polynomial
from proofs.algebra.polynomial import TracePolynomial
from proofs.algebra.positivity import Signs
from proofs.algebra.substitution import substitute
from proofs.algebra.symbols import inverse, orthogonal
from proofs.core.claims import Invariance
from proofs.core.proof import Line, Proof
from proofs.moments.dependence import symbols_of
from proofs.moments.preconditions import preconditions
from proofs.moments.rules import Calculus

SYMMETRY = "symmetric criticality and Schur's lemma for O(d)"
SYMMETRY_REFERENCE = "Palais 1979; a matrix that commutes with every orthogonal matrix is a multiple of I"
ROTATION = "U"

Equation = tuple[str, TracePolynomial, TracePolynomial]


def equations(claim: Invariance) -> list[Equation]:
    """What the group does to a layer, to the law, to both ends, to the fixed points and to the direction."""
    root, A, S = polynomial(claim.root), polynomial(claim.parameter), polynomial(claim.gram)
    U = orthogonal(ROTATION, root.rows)
    V, back = inverse(root) @ U @ root, inverse(root) @ U.T @ root
    layer, law = polynomial(claim.layer), root.T @ root
    moved = substitute(layer, {A: V @ A @ V.T, S: back.T @ S @ back})
    before, after, fixed = (polynomial(item) for item in (claim.before, claim.after, claim.fixed))
    direction = polynomial(claim.direction)
    return [
        ("V T V^-1 is T at the moved point", V @ layer @ back, moved),
        ("X V^-1 has the law of X", back.T @ law @ back, law),
        ("the left end is fixed", V.T @ before @ V, before),
        ("the right end is fixed", V @ after @ V.T, after),
        ("the points are fixed", V @ fixed @ V.T, fixed),
        ("the direction is fixed", back.T @ direction @ back, direction),
    ]


def prove_invariance(claim: Invariance, signs: Signs) -> Proof:
    """Every equation closes by the calculus; the conclusion is a named rule."""
    rule = Calculus()
    found = equations(claim)
    lines = preconditions(claim, [side for _, left, right in found for side in (left, right)], signs)
    for says, left, right in found:
        holds = rule.closes(left, right, claim.abbreviations)
        lines.append(Line(says, rule.name, rule.reference, holds, left, right))
    holds = bool(polynomial(claim.direction).terms) and _is_square(claim)
    lines.append(Line("the gradient is a multiple of the direction", SYMMETRY, SYMMETRY_REFERENCE, holds))
    return Proof(tuple(lines))


def _is_square(claim: Invariance) -> bool:
    """Whether the root is a free square letter, so that V runs through a full copy of O(d), and the ends are fixed."""
    root = polynomial(claim.root).letter
    held = {letter.name for item in (claim.parameter, claim.gram) for letter in polynomial(item).letters}
    ends = (claim.before, claim.after, claim.fixed, claim.direction)
    if any(held & symbols_of(polynomial(item)) for item in ends):
        return False
    return root.rows == root.columns and not root.symmetric and not root.orthogonal and root.name not in held
