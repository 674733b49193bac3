"""The least value of a convex quadratic form by a solver, in floats."""

import cvxpy as cp
import numpy as np
from flint import fmpq, fmpq_mat

from verify.simulate.arrays import as_floats


def least(hessian: fmpq_mat, slope: fmpq_mat, constant: fmpq) -> float:
    """The minimum over a of a'Ha + g'a + constant, H the positive definite (d, d) `hessian` and g the (d, 1) `slope`.

    The solver sees coordinates in which H has a unit diagonal.
    """
    scale = np.sqrt(np.diag(as_floats(hessian)))
    H, g = as_floats(hessian) / np.outer(scale, scale), as_floats(slope)[:, 0] / scale
    a = cp.Variable(len(scale))
    problem = cp.Problem(cp.Minimize(cp.quad_form(a, cp.psd_wrap(H)) + g @ a))
    problem.solve(solver=cp.CLARABEL, tol_gap_abs=1e-12, tol_gap_rel=1e-12, tol_feas=1e-12)
    return float(problem.value) + float(constant)
