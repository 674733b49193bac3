"""A Gram matrix for a bound that is known to be attained: its kernel is known exactly, which the blind search rounds.

At a minimizer x the vector m(x) of the monomials lies in the kernel of every Gram matrix of p - min p. Where the
minimizers are irrational, rational combinations of these vectors span the same space.
"""

from collections.abc import Sequence

from flint import fmpq, fmpq_mat

from proofs.core.certificate import Exponents, GramCertificate
from verify.certificates.rounding import rounded_gram
from verify.certificates.search import GramProgram, deepest_gram
from verify.evaluate.entries import EntryPolynomial


def certificate(
    claim: str,
    sizes: tuple[tuple[str, int], ...],
    polynomial: EntryPolynomial,
    bound: fmpq,
    kernel: Sequence[dict[Exponents, fmpq]],
) -> GramCertificate | None:
    """The certificate, or None where solver or rounding fail. Kernel vectors are given by their nonzero entries.

    Nothing of this is trusted: the certificate is to be accepted.
    """
    program = GramProgram.of(polynomial)
    basis = _complement([[vector.get(key, fmpq(0)) for key in program.monomials] for vector in kernel])
    inner = deepest_gram(program, bound, basis)
    if inner is None:
        return None
    rounded = rounded_gram(inner, basis, program.equations, lambda key: program.right_side(key, bound))
    return None if rounded is None else GramCertificate(claim, sizes, bound, program.monomials, rounded)


def _complement(kernel: list[list[fmpq]]) -> list[list[fmpq]]:
    """Columns that span the orthogonal complement, as a list of rows."""
    echelon, rank = fmpq_mat(kernel).rref()
    width = echelon.ncols()
    pivots = [next(j for j in range(width) if echelon[k, j] != 0) for k in range(rank)]
    columns = []
    for free in (j for j in range(width) if j not in pivots):
        column = [fmpq(int(j == free)) for j in range(width)]
        for k, pivot in enumerate(pivots):
            column[pivot] = -echelon[k, free]
        columns.append(column)
    return [list(row) for row in zip(*columns, strict=True)]
