"""Trace moments of a Wishart matrix by counting walks: a second road that knows no pairing and no zonal polynomial.

For X (n, d) of independent N(0, 1) entries and n >= d, S = X'X has the eigenvalues of B B', B lower bidiagonal of size
d with independent entries B_ii ~ chi_(n-i+1), B_(i+1)i ~ chi_(d-i) (Dumitriu, Edelman 2002). Then tr (B B')^k is a sum
over closed walks of 2k steps on the path row 1, column 1, row 2, ..., column d. A walk that goes up the edges
m_1, m_2, ... times goes down them as often, so its mean is a product of E chi_r^(2m) = r (r+2) ... (r+2m-2), and the
walks from a vertex with given m are counted by binomial coefficients.
"""

from collections.abc import Sequence
from math import comb

from flint import fmpz, fmpz_mat, fmpz_poly

Excursions = fmpz_mat
"""Row m: the walks on one side of a vertex that leave it m times; column k is the mean of those of 2k steps."""


def trace_moments(n: int, d: int, count: int) -> list[int]:
    """E tr S^k for k = 0 to count - 1; E tr S^0 = d."""
    freedoms = [degree for i in range(min(n, d)) for degree in (max(n, d) - i, min(n, d) - i - 1)][:-1]
    right, left = (_sides(chain, count) for chain in (freedoms[::-1], freedoms))
    orders = fmpz_mat([[comb(m + k, k) for k in range(count)] for m in range(count)])
    total = fmpz_poly([d - min(n, d)])
    for row in range(0, len(freedoms) + 1, 2):
        here, there = left[row], orders * right[len(freedoms) - row]
        for m in range(count):
            total += _walks(here, m).mul_low(_walks(there, m), count)
    return [int(total[order]) for order in range(count)]


def _sides(freedoms: Sequence[int], count: int) -> list[Excursions]:
    """The excursions beyond each vertex of a path, whose edges have these degrees of freedom, from its far end on."""
    orders = fmpz_mat([[comb(m + k - 1, k) if m else int(k == 0) for k in range(count)] for m in range(count)])
    found = [fmpz_mat([[int(m == k == 0) for k in range(count)] for m in range(count)])]
    for freedom in freedoms:
        beyond, mean = (orders * found[-1]).tolist(), 1
        rows = [beyond[0]]
        for m in range(1, count):
            mean *= freedom + 2 * m - 2
            rows.append([fmpz(0)] * m + [mean * walks for walks in beyond[m][: count - m]])
        found.append(fmpz_mat(rows))
    return found


def _walks(excursions: Excursions, m: int) -> fmpz_poly:
    return fmpz_poly([excursions[m, k] for k in range(excursions.ncols())])
