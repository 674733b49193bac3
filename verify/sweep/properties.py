"""Which properties arrays of rational numbers have."""

from collections.abc import Mapping

from flint import fmpq_mat

from proofs.core.certificate import is_definite, is_semidefinite
from proofs.core.statement import Predicate
from verify.sweep import covariance


def holds_of_array(predicate: Predicate, array: fmpq_mat, others: Mapping[str, fmpq_mat]) -> bool:
    """Signs are asked of all entries, other properties of square matrices; an array has no property of a number."""
    if predicate in (Predicate.POSITIVE, Predicate.NONNEGATIVE):
        return all(entry > 0 if predicate is Predicate.POSITIVE else entry >= 0 for entry in array.entries())
    if predicate is Predicate.ANY:
        return True
    if array.nrows() != array.ncols():
        return False
    if predicate is Predicate.SYMMETRIC:
        return array == array.transpose()
    if predicate is Predicate.POSITIVE_DEFINITE:
        return is_definite(array)
    if predicate is Predicate.DIAGONAL:
        return is_definite(array) and array == covariance.diagonal_part(array)
    if predicate is Predicate.FOURTH_MOMENTS:
        return is_semidefinite(array - others["Sigma"] ** 2)
    if predicate is Predicate.POSITIVE_SEMIDEFINITE:
        return is_semidefinite(array)
    if predicate is Predicate.ORTHOGONAL:
        return array * array.transpose() == covariance.identity(array.nrows())
    return predicate is Predicate.INVERTIBLE and array.det() != 0
