"""Letters that are functions of X: ridge operators, and the Gram matrix with its inverse."""

from collections.abc import Mapping

import numpy as np
from flint import fmpq, fmpq_mat

from proofs.core.errors import InputError
from proofs.core.task import GramOperator, Operator
from verify.simulate.arrays import Array, FloatArray, as_array, as_rationals, transpose
from verify.simulate.ridge import exact_ridge_operator, parameters, ridge_operator


def operator_letters(operator: Operator, X: FloatArray, known: Mapping[str, Array]) -> dict[str, Array]:
    """The letters of an operator at X (..., n, d); what else it needs, such as a noise, by name among the known."""
    if isinstance(operator, GramOperator):
        G = transpose(X) @ X
        return {operator.letter: G, f"{operator.letter}^-1": np.linalg.inv(G)} if _is_tall(X) else {operator.letter: G}
    prior, noise = parameters(operator, known)
    prior = np.eye(X.shape[-1]) if prior is None else prior
    return {operator.letter: ridge_operator(X, prior, float(noise))}


def exact_operator_letters(operator: Operator, known: Mapping[str, Array]) -> dict[str, Array]:
    """The same over the rationals. Raises InputError where X has no value among the known."""
    if "X" not in known:
        raise InputError(f"{operator.letter} is no polynomial in X: its exact mean needs a fixed value of X")
    X = as_rationals(known["X"])
    if isinstance(operator, GramOperator):
        G = X.transpose() * X
        whole = {operator.letter: G, f"{operator.letter}^-1": G.inv()} if G.det() else {operator.letter: G}
        return {name: as_array(value) for name, value in whole.items()}
    prior, noise = parameters(operator, known)
    psi = fmpq_mat(np.eye(X.ncols(), dtype=int).tolist()) if prior is None else as_rationals(prior)
    return {operator.letter: as_array(exact_ridge_operator(X, psi, fmpq(noise)))}


def rational_operator_letters(operator: Operator, known: Mapping[str, fmpq_mat | fmpq]) -> dict[str, fmpq_mat]:
    """The letters of an operator as rational matrices, from X and what else it is made of, by name."""
    found = exact_operator_letters(operator, {name: as_array(value) for name, value in known.items()})
    return {name: as_rationals(array) for name, array in found.items()}


def _is_tall(X: FloatArray) -> bool:
    return bool(X.shape[-2] >= X.shape[-1])
