"""Sums of products of traces and one matrix product, given as plain data and evaluated at arrays."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from flint import fmpq

from proofs.core.errors import InputError, ShapeError
from proofs.core.task import Operator
from verify.simulate.arrays import Array, FloatArray, Value, as_floats, transpose
from verify.simulate.estimate import Estimate, Running, batches
from verify.simulate.operators import operator_letters
from verify.simulate.sampling import Population, Sample, draw

Word = tuple[str, ...]
Letters = Mapping[str, Array]
"""Arrays of shape (count or 1, rows, columns) by letter name."""


@dataclass(frozen=True)
class Term:
    """coefficient * tr(word) tr(word) ... * product. A word is a tuple of letter names; a name in ' is a transpose.

    The empty product is the identity, of the shape that is asked for.
    """

    coefficient: fmpq
    traces: tuple[Word, ...] = ()
    product: Word = ()


def sampled_mean(
    terms: Sequence[Term],
    population: Population,
    samples: int,
    rng: np.random.Generator,
    *,
    shape: tuple[int, int] = (1, 1),
    fixed: Mapping[str, Value] | None = None,
    operators: Sequence[Operator] = (),
) -> Estimate:
    """The mean of the sum of the terms, with entries of the given shape (rows, columns).

    Letters: the random X (n, d), w (d, 1), eps (n, 1), x_q (d, 1), the `operators` as functions of X, and `fixed`, by
    name: other matrices, the prior and the noise of an operator, and random letters that are to be held at a value.
    """
    known = {name: as_floats(value) for name, value in (fixed or {}).items()}
    running = Running()
    for count in batches(samples, _floats_per_sample(terms, population)):
        letters = _letters(draw(population, count, rng), known, operators)
        parts = contributions(terms, letters, shape)
        total, size = np.zeros((count, *shape)), 0.0
        for part in parts:
            total = total + part
            size += float(np.mean(np.max(np.abs(part), axis=(-2, -1))))
        running.add(total, size)
    return running.estimate()


def contributions(terms: Sequence[Term], letters: Letters, shape: tuple[int, int]) -> Iterator[Array]:
    """The value of each term, of shape (count or 1, rows, columns)."""
    products: dict[Word, Array] = {}
    exact = any(letter.dtype == object for letter in letters.values())
    for term in terms:
        value = _product(term.product, letters, products) if term.product else _identity(shape, exact)
        if value.shape[-2:] != shape:
            raise ShapeError(f"the product {' '.join(term.product)} must have shape {shape}, got {value.shape[-2:]}")
        for word in term.traces:
            value = value * _trace(word, letters, products)[:, None, None]
        yield value * (term.coefficient if exact else float(term.coefficient))


def columns(known: Mapping[str, Array]) -> dict[str, Array]:
    """The fixed letters with a leading axis of length 1: a vector (d,) becomes a column (d, 1), a scalar is none."""
    return {name: np.atleast_2d(value.T).T[None] for name, value in known.items() if value.ndim}


def _letters(sample: Sample, known: Mapping[str, FloatArray], operators: Sequence[Operator]) -> dict[str, Array]:
    letters: dict[str, Array] = {name: getattr(sample, name)[..., None] for name in ("w", "eps", "x_q")}
    letters |= {"X": sample.X} | columns(known)
    for operator in operators:
        letters = operator_letters(operator, letters["X"], known) | letters
    return letters


def _product(word: Word, letters: Letters, products: dict[Word, Array]) -> Array:
    if word not in products:
        last = _letter(word[-1], letters)
        if len(word) > 1:
            before = _product(word[:-1], letters, products)
            if before.shape[-1] != last.shape[-2]:
                raise ShapeError(f"{' '.join(word)}: {before.shape[-2:]} times {last.shape[-2:]} does not fit")
            last = before @ last
        products[word] = last
    return products[word]


def _trace(word: Word, letters: Letters, products: dict[Word, Array]) -> Array:
    square = _product(word, letters, products)
    if square.shape[-2] != square.shape[-1]:
        raise ShapeError(f"the trace of {' '.join(word)} needs a square product, got {square.shape[-2:]}")
    trace: Array = np.trace(square, axis1=-2, axis2=-1)
    return trace


def _letter(name: str, letters: Letters) -> Array:
    plain = name.removesuffix("'")
    if plain not in letters:
        raise InputError(f"no value is given for the letter {plain}; known are {', '.join(sorted(letters))}")
    return letters[plain] if plain == name else transpose(letters[plain])


def _identity(shape: tuple[int, int], exact: bool) -> Array:
    if shape[0] != shape[1]:
        raise ShapeError(f"an empty product is square, but shape {shape} is asked for")
    return np.eye(shape[0], dtype=int)[None].astype(object if exact else float)


def _floats_per_sample(terms: Sequence[Term], population: Population) -> int:
    words = {word[:end] for term in terms for word in (*term.traces, term.product) for end in range(1, len(word) + 1)}
    return (len(words) + 8) * max(population.n, population.d) ** 2
