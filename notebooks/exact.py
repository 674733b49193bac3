"""Exact numbers and matrices as LaTeX of the size of a table cell."""

from flint import fmpq, fmpq_mat

from proofs.optimum.orthogonal import rounded

LONGEST = 24
"""The longest rational number, in signs, that is shown exactly."""


def rational(value: fmpq) -> str:
    """A rational number exactly; where it is very long, ten digits of it behind a sign that says so."""
    if len(str(value)) > LONGEST:
        digits, _, exponent = str(rounded(value, 10)).partition("E")
        return rf"\approx {digits}" + (rf" \cdot 10^{{{int(exponent)}}}" if exponent else "")
    sign = "-" if value < 0 else ""
    return str(value) if value.q == 1 else rf"{sign}\tfrac{{{abs(value.p)}}}{{{value.q}}}"


def array(value: fmpq_mat) -> str:
    """A matrix of rational numbers, a 1 x 1 matrix as a number."""
    if value.nrows() == value.ncols() == 1:
        return rational(value[0, 0])
    rows = [" & ".join(rational(entry) for entry in row) for row in value.tolist()]
    return r"\begin{pmatrix} " + r" \\[6pt] ".join(rows) + r" \end{pmatrix}"
