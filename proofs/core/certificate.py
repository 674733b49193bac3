"""Certificates of nonnegativity and their acceptor: a page of exact arithmetic that trusts nobody.

A Gram certificate says p - bound = m' G m for a vector m of monomials and a positive semidefinite rational matrix G.
Where it came from does not matter; accepting it multiplies out and factorises over the rationals.
"""

import json
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from flint import fmpq, fmpq_mat

from proofs.core.errors import InputError

Exponents = tuple[int, ...]
Polynomial = Mapping[Exponents, fmpq]
FOLDER = Path(__file__).parent.parent / "certificates"


@dataclass(frozen=True)
class GramCertificate:
    """p >= bound, by the matrix G (rows) over the monomials (exponent tuples in the order of p's variables)."""

    claim: str
    sizes: tuple[tuple[str, int], ...]
    bound: fmpq
    monomials: tuple[Exponents, ...]
    gram: tuple[tuple[fmpq, ...], ...]

    def accepts(self, polynomial: Polynomial) -> bool:
        """Whether p - bound = m' G m holds exactly and G is positive semidefinite."""
        size = len(self.monomials)
        if not size or len(self.gram) != size or any(len(row) != size for row in self.gram):
            return False
        if len({len(monomial) for monomial in self.monomials}) != 1:
            return False
        nothing = (0,) * len(self.monomials[0])
        expected = {key: value for key, value in polynomial.items() if value}
        expected[nothing] = expected.get(nothing, fmpq(0)) - self.bound
        return self._expanded() == {key: value for key, value in expected.items() if value} and is_semidefinite(
            fmpq_mat(size, size, [entry for row in self.gram for entry in row])
        )

    def _expanded(self) -> dict[Exponents, fmpq]:
        total: dict[Exponents, fmpq] = {}
        for left, row in zip(self.monomials, self.gram, strict=True):
            for right, entry in zip(self.monomials, row, strict=True):
                key = tuple(a + b for a, b in zip(left, right, strict=True))
                total[key] = total.get(key, fmpq(0)) + entry
        return {key: value for key, value in total.items() if value}

    def as_json(self) -> str:
        """The certificate as text, one row of G a line."""
        rows = ",\n    ".join(json.dumps([str(entry) for entry in row]) for row in self.gram)
        head = json.dumps({"claim": self.claim, "sizes": dict(self.sizes), "bound": str(self.bound)})[1:-1]
        monomials = json.dumps([list(monomial) for monomial in self.monomials])
        return f'{{{head},\n  "monomials": {monomials},\n  "gram": [\n    {rows}\n  ]}}\n'


def from_json(text: str) -> GramCertificate:
    """The certificate from its text. Raises InputError if it is not of that form."""
    try:
        data = json.loads(text)
        return GramCertificate(
            str(data["claim"]),
            tuple((str(name), int(size)) for name, size in data["sizes"].items()),
            _rational(data["bound"]),
            tuple(tuple(int(power) for power in monomial) for monomial in data["monomials"]),
            tuple(tuple(_rational(entry) for entry in row) for row in data["gram"]),
        )
    except (KeyError, TypeError, ValueError, AttributeError, ZeroDivisionError) as error:
        raise InputError(f"not a Gram certificate: {error}") from error


def path_of(identifier: str, sizes: tuple[tuple[str, int], ...]) -> Path:
    """The file in which the certificate of a claim at given sizes is kept."""
    return FOLDER / f"{identifier}-{'-'.join(f'{name}{size}' for name, size in sizes)}.json"


def is_semidefinite(matrix: fmpq_mat) -> bool:
    """Whether a rational matrix is symmetric and positive semidefinite, by exact elimination (LDL')."""
    return signature_is(matrix, strict=False)


def is_definite(matrix: fmpq_mat) -> bool:
    """Whether a rational matrix is symmetric and positive definite."""
    return signature_is(matrix, strict=True)


def signature_is(matrix: fmpq_mat, *, strict: bool) -> bool:
    """The elimination behind both: every pivot positive, or zero with a zero row where that is allowed."""
    size = matrix.nrows()
    if matrix != matrix.transpose():
        return False
    rows = matrix.tolist()
    for k in range(size):
        pivot = rows[k][k]
        if pivot < 0 or (pivot == 0 and (strict or any(rows[k][j] for j in range(k + 1, size)))):
            return False
        for i in range(k + 1, size) if pivot else ():
            factor = rows[i][k] / pivot
            for j in range(k + 1, size) if factor else ():
                rows[i][j] -= factor * rows[k][j]
    return True


def _rational(text: str) -> fmpq:
    above, _, below = text.partition("/")
    return fmpq(int(above), int(below or 1))
