"""Labels y_i = g(w'x_i) + eps_i for a polynomial g, exactly: x ~ N(0, I), w of any covariance.

Everything is written out as a polynomial in independent standard normal variables.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import product

from flint import fmpq, fmpq_mat

from proofs.core.errors import InputError
from proofs.core.task import Model
from verify.simulate.arrays import Array, as_array, transpose
from verify.simulate.exact import Roots, mean, mean_square, random_letters
from verify.simulate.forward import predict
from verify.simulate.weights import Weights
from verify.simulate.words import Term, columns, contributions

Link = Sequence[fmpq]
"""The coefficients of g, from the constant one up."""
SQUARE = ("m'", "m")


@dataclass(frozen=True)
class FunctionMoments:
    """E |m|^2 with m = E[x g(w'x) | w], E g^2 |x|^2 and E g^2."""

    signal: fmpq
    power: fmpq
    second: fmpq


def linked(link: Link, values: Array) -> Array:
    """g at every entry."""
    total: Array = values * fmpq(0)
    for coefficient in reversed(link):
        total = total * values + coefficient
    return total


def function_moments(link: Link, roots: Roots) -> FunctionMoments:
    """The moments of g(w'x); two inputs that share w give |m|^2."""
    letters = random_letters(roots, 2, ("X", "w"))
    X = letters["X"][0]
    labels = linked(link, X @ letters["w"][0])[:, 0]
    square = labels[0] * labels[0]
    return FunctionMoments(mean(labels[0] * labels[1] * (X[0] @ X[1])), mean(square * (X[0] @ X[0])), mean(square))


def function_loss(model: Model, weights: Weights, roots: Roots, n: int, link: Link) -> fmpq:
    """E (prediction - g(w'x_q))^2, the weights being arrays of rationals."""
    letters = random_letters(roots, n, ("X", "w", "eps", "x_q"))
    X, w, eps, x_q = (letters[name] for name in ("X", "w", "eps", "x_q"))
    y = (linked(link, X @ w) + eps)[..., 0]
    prediction = predict(model, weights, X, y, x_q[..., 0])[0]
    return mean_square(prediction - linked(link, transpose(w) @ x_q)[0, 0, 0])


def linked_mean(terms: Sequence[Term], link: Link, roots: Roots, n: int, fixed: Mapping[str, fmpq_mat]) -> fmpq:
    """The mean of a scalar in X, h = g(X w), eps and m = E[x g(w'x) | w]: once in a term, or as |m|^2 alone.

    Raises InputError for other terms with several factors m: one query x_q g(w'x_q) in the place of m is right once.
    """
    squares = [term for term in terms if _factors(term) > 1]
    for term in squares:
        if term.traces != (SQUARE,) or term.product:
            raise InputError("a mean with several factors m cannot be taken through one query: give m once, or |m|^2")
    letters = random_letters(roots, n, ("X", "w", "eps", "x_q"))
    X, w, x_q = letters["X"], letters["w"], letters["x_q"]
    values = {"X": X, "eps": letters["eps"], "h": linked(link, X @ w), "m": x_q * linked(link, transpose(x_q) @ w)}
    known = columns({name: as_array(value) for name, value in fixed.items()})
    single = [term for term in terms if term not in squares]
    total = sum((mean(part[0, 0, 0]) for part in contributions(single, values | known, (1, 1))), fmpq(0))
    signal = function_moments(link, roots).signal if squares else fmpq(0)
    return total + sum((term.coefficient * signal for term in squares), fmpq(0))


def _factors(term: Term) -> int:
    return sum(name.rstrip("'") == "m" for word in (*term.traces, term.product) for name in word)


def mixed_moments(link: Link, roots: Roots, n: int, eta: fmpq) -> Iterator[tuple[str, fmpq]]:
    """E of each entry of G = Z'Z, Z = (X, y), times each entry of x_q g(w'x_q) - eta X'y, named."""
    letters = random_letters(roots, n, ("X", "w", "eps", "x_q"))
    X, w, eps, x_q = (letters[name][0] for name in ("X", "w", "eps", "x_q"))
    y = linked(link, X @ w) + eps
    missed = (x_q * linked(link, x_q.T @ w) - X.T @ y * eta)[:, 0]
    blocks = {"X'X": X.T @ X, "X'y": X.T @ y, "y'y": y.T @ y}
    for name, block in blocks.items():
        for (i, j), k in product(list(product(*map(range, block.shape))), range(len(missed))):
            if name != "X'X" or i <= j:
                yield f"E ({name})_{i + 1}{j + 1} (m - eta X'y)_{k + 1}", mean(block[i, j] * missed[k])


def single_function_loss(model: Model, weights: Weights, n: int, link: Link) -> fmpq:
    """E (prediction - f(x_q))^2 at d = 1 for the one function with these coefficients, without noise."""
    one = fmpq_mat(1, 1, [1])
    letters = random_letters(Roots(one, one, fmpq(0)), n, ("X", "x_q"))
    X, x_q = letters["X"], letters["x_q"]
    prediction = predict(model, weights, X, linked(link, X)[..., 0], x_q[..., 0])[0]
    return mean_square(prediction - linked(link, x_q)[0, 0, 0])
