"""Finds a lower bound of a polynomial and a Gram matrix for it, blindly, by semidefinite programming (Clarabel)."""

from dataclasses import dataclass
from fractions import Fraction
from itertools import combinations_with_replacement

import cvxpy as cp
import numpy as np
from flint import fmpq
from scipy.optimize import linprog

from proofs.core.certificate import GramCertificate
from verify.certificates.rounding import rational_basis, rounded_gram
from verify.evaluate.entries import EntryPolynomial

Floats = np.ndarray[tuple[int, ...], np.dtype[np.float64]]
Exponents = tuple[int, ...]
LARGEST_DENOMINATOR = 1000
NULL = 1e-5


@dataclass(frozen=True)
class GramProgram:
    """p - bound = m' G m as linear equations in G, one for each monomial of the product m m'."""

    polynomial: EntryPolynomial
    monomials: tuple[Exponents, ...]
    equations: dict[Exponents, list[tuple[int, int]]]

    @classmethod
    def of(cls, polynomial: EntryPolynomial) -> "GramProgram":
        """The program over half of the Newton polytope."""
        monomials = half_newton_polytope(polynomial)
        equations: dict[Exponents, list[tuple[int, int]]] = {}
        for i, left in enumerate(monomials):
            for j, right in enumerate(monomials):
                equations.setdefault(tuple(a + b for a, b in zip(left, right, strict=True)), []).append((i, j))
        return cls(polynomial, monomials, equations)

    def right_side(self, key: Exponents, bound: fmpq) -> fmpq:
        """The coefficient of p - bound."""
        value = self.polynomial.terms.get(key, fmpq(0))
        return value if any(key) else value - bound


def half_newton_polytope(polynomial: EntryPolynomial) -> tuple[Exponents, ...]:
    """The monomials m with 2m in the convex hull of the exponents of p - bound: all that a Gram matrix can use."""
    support = np.array([*polynomial.terms, (0,) * len(polynomial.variables)], dtype=float)
    size, half = len(polynomial.variables), max(sum(key) for key in polynomial.terms) // 2
    kept = []
    for degree in range(half + 1):
        for chosen in combinations_with_replacement(range(size), degree):
            monomial = tuple(chosen.count(place) for place in range(size))
            if _in_hull(2 * np.array(monomial, dtype=float), support):
                kept.append(monomial)
    return tuple(kept)


def _in_hull(point: Floats, support: Floats) -> bool:
    equations = np.vstack([support.T, np.ones(len(support))])
    found = linprog(np.zeros(len(support)), A_eq=equations, b_eq=np.append(point, 1.0), bounds=(0, None))
    return bool(found.status == 0)


def search(claim: str, sizes: tuple[tuple[str, int], ...], polynomial: EntryPolynomial) -> GramCertificate | None:
    """The best bound and its certificate, or None where the solver or the rounding fails.

    First the bound is maximised; it and the kernel of the Gram matrix are rounded to rationals. Then a Gram matrix
    with that kernel, as far inside the cone as it can be, is sought and rounded. Nothing of this is trusted.
    """
    program = GramProgram.of(polynomial)
    value, gram = _largest_bound(program)
    if gram is None:
        return None
    bound = fmpq(*Fraction(value).limit_denominator(LARGEST_DENOMINATOR).as_integer_ratio())
    values, vectors = np.linalg.eigh(gram)
    basis = rational_basis(vectors[:, values < NULL * values[-1]])
    inner = deepest_gram(program, bound, basis)
    if inner is None:
        return None
    rounded = rounded_gram(inner, basis, program.equations, lambda key: program.right_side(key, bound))
    return None if rounded is None else GramCertificate(claim, sizes, bound, program.monomials, rounded)


def _largest_bound(program: GramProgram) -> tuple[float, Floats | None]:
    size = len(program.monomials)
    gram, bound = cp.Variable((size, size), PSD=True), cp.Variable()
    constraints = []
    for key, places in program.equations.items():
        total = cp.sum(cp.hstack([gram[i, j] for i, j in places]))
        right = float(program.right_side(key, fmpq(0)))
        constraints.append(total == (right if any(key) else right - bound))
    problem = cp.Problem(cp.Maximize(bound), constraints)
    problem.solve(solver=cp.CLARABEL)
    if problem.status not in (cp.OPTIMAL, cp.OPTIMAL_INACCURATE):
        return 0.0, None
    return float(bound.value), np.asarray(gram.value, dtype=float)


def deepest_gram(program: GramProgram, bound: fmpq, basis: list[list[fmpq]]) -> Floats | None:
    """H with G = B H B' and the largest least eigenvalue, B the columns of `basis` (orthogonal to the kernel)."""
    B = np.array([[float(entry) for entry in row] for row in basis])
    inner, depth = cp.Variable((B.shape[1], B.shape[1]), symmetric=True), cp.Variable()
    gram = B @ inner @ B.T
    constraints = [inner >> depth * np.eye(B.shape[1]), depth <= 1]
    for key, places in program.equations.items():
        total = cp.sum(cp.hstack([gram[i, j] for i, j in places]))
        constraints.append(total == float(program.right_side(key, bound)))
    problem = cp.Problem(cp.Maximize(depth), constraints)
    problem.solve(solver=cp.CLARABEL)
    if problem.status not in (cp.OPTIMAL, cp.OPTIMAL_INACCURATE) or depth.value <= 0:
        return None
    return np.asarray(inner.value, dtype=float)
