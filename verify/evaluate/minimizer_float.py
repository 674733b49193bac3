"""Minimizer and minimum of one layer at given covariances, in float64."""

import numpy as np
from flint import fmpq
from numpy.typing import ArrayLike

from verify.evaluate.minimizer import IndependentLaw, InputLaw, Rounded, derived, excess_of_independent
from verify.evaluate.numeric import Floats, evaluate_float


def minimize_float(
    Sigma: ArrayLike, Psi: ArrayLike, noise: float, context: float, law: InputLaw | None = None
) -> Rounded:
    """What `verify.evaluate.minimizer.minimize` gives, for (d, d) matrices of floats.

    Raises ArithmeticError where rounding makes a factor singular, or a number goes beyond the range of floats.
    """
    try:
        found = _minimize(np.asarray(Sigma, np.float64), np.asarray(Psi, np.float64), noise, context, law)
    except np.linalg.LinAlgError as error:
        raise ArithmeticError(f"a factor of the loss is singular: {error}") from error
    if not (np.isfinite(found.A).all() and np.isfinite(found.loss)):
        raise OverflowError("the minimizer or the minimum is beyond the range of floats")
    return found


def _minimize(Sigma: Floats, Psi: Floats, noise: float, context: float, law: InputLaw | None) -> Rounded:
    given = {"Sigma": Sigma, "Psi": Psi}
    numbers = {"n": context, "d": float(len(Sigma)), "sigma2": noise}
    loss, form = derived(law)
    with np.errstate(over="ignore", invalid="ignore", divide="ignore"):
        if isinstance(law, IndependentLaw):
            fourth = _rounded(law.kurtosis) * Sigma @ Sigma
            given["F"] = np.diag(np.diag(evaluate_float(excess_of_independent(), given | {"Q": fourth}, numbers)))
        else:
            numbers["kappa"] = 1.0 if law is None else _rounded(law.kappa)
        left, right, slope = (evaluate_float(part, given, numbers) for part in (form.left, form.right, form.slope))
        A = np.linalg.solve(right.T, np.linalg.solve(left, slope).T).T
        return Rounded(A, float(evaluate_float(loss, {**given, "A": A}, numbers)[0, 0]))


def _rounded(number: fmpq) -> float:
    return int(number.p) / int(number.q)
