"""Value of a trace polynomial at float64 matrices."""

from collections.abc import Mapping
from functools import reduce
from math import prod

import numpy as np
from numpy.typing import NDArray

from proofs.algebra.letters import UNIT, Alphabet
from proofs.algebra.polynomial import TracePolynomial
from proofs.core.errors import InputError

Floats = NDArray[np.float64]


def evaluate_float(polynomial: TracePolynomial, matrices: Mapping[str, Floats], numbers: Mapping[str, float]) -> Floats:
    """The value at matrices by letter name and numbers by scalar name, "n" and "d" among them.

    Raises InputError if a letter or a scalar has no value.
    """
    missing = [letter.name for letter in polynomial.letters if letter.name not in matrices]
    missing += [name for name in polynomial.scalars if name not in numbers]
    if missing:
        raise InputError(f"no value is given for {', '.join(missing)}")
    shape = _size(polynomial.rows, numbers), _size(polynomial.columns, numbers)
    result = np.zeros(shape)
    for (word, closed, powers), coefficient in polynomial.terms.items():
        factor = int(coefficient.p) / int(coefficient.q)
        scalars = zip(polynomial.alphabet.scalars, powers, strict=True)
        factor *= prod(numbers[name] ** power for name, power in scalars if power)
        factor *= prod(float(np.trace(_product(trace, polynomial.alphabet, matrices))) for trace in closed)
        result += factor * (_product(word, polynomial.alphabet, matrices) if word else np.eye(*shape))
    return result


def _product(word: bytes, alphabet: Alphabet, matrices: Mapping[str, Floats]) -> Floats:
    factors = [_factor(code, alphabet, matrices) for code in word]
    return reduce(np.matmul, factors)


def _factor(code: int, alphabet: Alphabet, matrices: Mapping[str, Floats]) -> Floats:
    value = matrices[alphabet.letters[code // 2].name]
    return value.T if code % 2 else value


def _size(size: str, numbers: Mapping[str, float]) -> int:
    return 1 if size == UNIT else int(numbers[size])
