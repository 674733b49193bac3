"""Exact population means at small sizes, from the definition: polynomials in independent standard normal variables.

X = Z R, x_q = R' q, w = T' v, eps = noise_root * e. What is averaged is written out as a polynomial in the entries of
Z, q, v and e; no formula for the mean of a matrix product is used. Where the inputs have a finite support, the entries
of the rows of X and of x_q are variables themselves, and means over them are sums over the support.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from math import factorial, prod

import numpy as np
from flint import fmpq, fmpq_mat, fmpq_mpoly, fmpq_mpoly_ctx

from proofs.core.errors import InputError
from proofs.core.task import Model, Operator, ReluAttention
from verify.simulate.arrays import Array, Value, array_of, as_array, as_floats, transpose
from verify.simulate.brute_force import brute_force_loss
from verify.simulate.forward import predict
from verify.simulate.operators import exact_operator_letters
from verify.simulate.sampling import Population
from verify.simulate.support import Support
from verify.simulate.weights import Weights
from verify.simulate.words import Term, columns, contributions


@dataclass(frozen=True, eq=False)
class Roots:
    """Rational square roots: Sigma = R'R with R (k, d), Psi = T'T with T (k, d), noise variance noise_root^2.

    `query` is the root of the covariance of x_q where it is not Sigma, `mean` (d, 1) the mean of w where it is not 0.
    With a `support` x_i and x_q have that law instead of N(0, Sigma), and R is the identity.
    """

    R: fmpq_mat
    T: fmpq_mat
    noise_root: fmpq
    query: fmpq_mat | None = None
    mean: fmpq_mat | None = None
    support: Support | None = None

    def population(self, n: int) -> Population:
        """The same population for the sampled road. Raises InputError where the inputs are not Gaussian."""
        if self.support is not None:
            raise InputError("inputs on a finite support are averaged exactly: sample a law of verify.simulate.inputs")
        sigma, psi = (as_floats(root.transpose() * root) for root in (self.R, self.T))
        query = None if self.query is None else as_floats(self.query.transpose() * self.query)
        mean = None if self.mean is None else as_floats(self.mean)[:, 0]
        return Population(n, sigma, psi, float(self.noise_root) ** 2, query, mean)


def exact_loss(model: Model, weights: Weights, roots: Roots, n: int) -> fmpq:
    """E (prediction - w' x_q)^2, the weights being arrays of rationals."""
    if any(array.dtype != object for array in weights.arrays):
        raise InputError("the exact loss needs rational weights, got floats: give all blocks as fmpq or fmpq_mat")
    if isinstance(model, ReluAttention):
        return _brute_force(model, weights, roots, n)
    letters = random_letters(roots, n, ("X", "w", "eps", "x_q"))
    X, w, eps, x_q = (letters[name] for name in ("X", "w", "eps", "x_q"))
    y = (X @ w + eps)[..., 0]
    prediction = predict(model, weights, X, y, x_q[..., 0])[0]
    error = prediction - (transpose(w) @ x_q)[0, 0, 0]
    if roots.support is None:
        return mean_square(error)
    return supported_mean(error * error, roots.support, _rows(n, roots, ("X", "w", "eps", "x_q")))


def _brute_force(model: ReluAttention, weights: Weights, roots: Roots, n: int) -> fmpq:
    d = roots.R.nrows()
    one = fmpq_mat(d, d, [int(i == j) for i in range(d) for j in range(d)])
    plain = roots.query in (None, one) and roots.mean is None and roots.support is None and not roots.noise_root
    if one != roots.R or one != roots.T or not plain:
        raise InputError("the exact loss of ReLU attention is at hand for covariances I and no noise only")
    return brute_force_loss(model, weights, n, d)


def exact_terms_mean(
    terms: Sequence[Term],
    roots: Roots,
    n: int,
    *,
    shape: tuple[int, int] = (1, 1),
    fixed: Mapping[str, Value] | None = None,
    operators: Sequence[Operator] = (),
) -> fmpq_mat:
    """The mean of the sum of the terms, of the given shape; letters as in `words.sampled_mean`, all values rational.

    `operators` are rational functions of X, so they need a value of X among the fixed ones (or one of their own).
    """
    known = {name: as_array(value) for name, value in (fixed or {}).items()}
    for name, value in known.items():
        if value.dtype != object:
            raise InputError(f"the exact mean needs rational values, {name} has floats: give fmpq or fmpq_mat")
    free = [name for name in ("X", "w", "eps", "x_q") if name not in known]
    letters = random_letters(roots, n, free) | columns(known)
    for operator in operators:
        letters = {name: value[None] for name, value in exact_operator_letters(operator, known).items()} | letters
    total = sum(contributions(terms, letters, shape), np.full((1, *shape), fmpq(0), dtype=object))
    if roots.support is None:
        return fmpq_mat(*shape, [mean(entry) for entry in total.flat])
    rows = _rows(n, roots, free)
    return fmpq_mat(*shape, [supported_mean(entry, roots.support, rows) for entry in total.flat])


def mean(polynomial: fmpq_mpoly | fmpq) -> fmpq:
    """The mean over independent standard normal generators: E z^(2k) = (2k-1)!!, odd powers vanish."""
    if isinstance(polynomial, fmpq):
        return polynomial
    even = ((powers, factor) for powers, factor in polynomial.terms() if not any(power % 2 for power in powers))
    return sum((factor * prod(map(_moment, powers)) for powers, factor in even), fmpq(0))


def supported_mean(polynomial: fmpq_mpoly | fmpq, support: Support, rows: Sequence[int]) -> fmpq:
    """The mean where rows of variables, given by their first ones, have the law of the support; the rest is normal."""
    if isinstance(polynomial, fmpq):
        return polynomial
    d = len(support.points[0])
    inside = {place for row in rows for place in range(row, row + d)}
    known: dict[tuple[int, ...], fmpq] = {}
    total = fmpq(0)
    for powers, factor in polynomial.terms():
        normal = [power for place, power in enumerate(powers) if place not in inside]
        if any(power % 2 for power in normal):
            continue
        moments = [tuple(powers[row : row + d]) for row in rows]
        known |= {found: support.moment(found) for found in moments if found not in known}
        total += factor * prod(map(_moment, normal)) * prod((known[found] for found in moments), start=fmpq(1))
    return total


def mean_square(polynomial: fmpq_mpoly) -> fmpq:
    """The mean of the square, without expanding the square.

    In the basis of products of Hermite polynomials, which are orthogonal with E He_k^2 = k!, the coefficients of p are
    those of exp(D/2) p in powers, D the Laplacian: so the mean is the sum of their squares times factorials.
    """
    for variable in range(polynomial.context().nvars()):
        polynomial = _heat(polynomial, variable)
    return sum((factor * factor * prod(map(factorial, powers)) for powers, factor in polynomial.terms()), fmpq(0))


def _heat(polynomial: fmpq_mpoly, variable: int) -> fmpq_mpoly:
    """exp(D/2) with D the second derivative in one variable."""
    total, part, order = polynomial, polynomial, 0
    while not part.is_zero():
        order += 1
        part = part.derivative(variable).derivative(variable) / (2 * order)
        total = total + part
    return total


def _moment(power: int) -> int:
    return prod(range(1, power, 2))


def random_letters(roots: Roots, n: int, names: Sequence[str]) -> dict[str, Array]:
    """The random letters of these names, each of shape (1, rows, columns), as polynomials in one ring."""
    query = roots.R if roots.query is None else roots.query
    beta = fmpq_mat(roots.T.ncols(), 1) if roots.mean is None else roots.mean
    R, T, Q, centre = (as_array(array) for array in (roots.R, roots.T, query, beta))
    sizes = _sizes(roots, n)
    coloured: dict[str, Callable[[Array], Array]] = {
        "X": lambda Z: Z @ R,
        "w": lambda v: T.T @ v + centre,
        "eps": lambda e: e * roots.noise_root,
        "x_q": lambda q: Q.T @ q,
    }
    variables = iter(_variables(sum(prod(sizes[name]) for name in names)))
    return {name: coloured[name](array_of((1, *sizes[name]), islice(variables, prod(sizes[name])))) for name in names}


def _sizes(roots: Roots, n: int) -> dict[str, tuple[int, int]]:
    query = roots.R if roots.query is None else roots.query
    return {"X": (n, roots.R.nrows()), "w": (roots.T.nrows(), 1), "eps": (n, 1), "x_q": (query.nrows(), 1)}


def _rows(n: int, roots: Roots, names: Sequence[str]) -> list[int]:
    """Where the rows of X and the query start among the variables of the letters of these names."""
    sizes, place = _sizes(roots, n), 0
    starts: list[int] = []
    for name in names:
        end = place + prod(sizes[name])
        starts += range(place, end, roots.R.nrows()) if name in ("X", "x_q") else ()
        place = end
    return starts


def _variables(count: int) -> tuple[fmpq_mpoly, ...]:
    return fmpq_mpoly_ctx.get([("z", count)]).gens() if count else ()
