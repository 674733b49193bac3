"""Laws of random letters: matrix-normal families, independent of each other."""

from dataclasses import dataclass

from proofs.algebra.letters import UNIT, Alphabet
from proofs.algebra.polynomial import TracePolynomial
from proofs.algebra.symbols import number
from proofs.core.errors import LetterError, ShapeError

ONE = number(1)


@dataclass(frozen=True)
class Gaussian:
    """A centred matrix-normal letter G of shape (rows, columns): E G_ia G_jb = scale * U_ij * V_ab.

    `row_covariance` U and `column_covariance` V are symmetric letters, or None for the identity; `scale` is a product
    of scalars. X with rows N(0, Sigma) is Gaussian(X, column_covariance=Sigma); w ~ N(0, Psi) is
    Gaussian(w, row_covariance=Psi); eps ~ N(0, sigma2 I) is Gaussian(eps, scale=sigma2).
    """

    variable: TracePolynomial
    row_covariance: TracePolynomial | None = None
    column_covariance: TracePolynomial | None = None
    scale: TracePolynomial = ONE

    def __post_init__(self) -> None:
        letter = self.variable.letter
        if letter.symmetric or letter.orthogonal or letter.inverse_of or letter.depends_on:
            raise LetterError(f"a Gaussian letter has no further properties, got {letter}")
        for side, covariance, size in (
            ("row", self.row_covariance, letter.rows),
            ("column", self.column_covariance, letter.columns),
        ):
            if covariance is None:
                continue
            if not covariance.letter.symmetric or covariance.letter.rows != size:
                raise ShapeError(
                    f"the {side} covariance of {letter.name} must be a symmetric {size} x {size} letter, "
                    f"got {covariance.letter}"
                )
        factors = [value > 0 for value in self.scale.terms.values()]
        if not self.scale.is_scalar or self.scale.letters or factors != [True]:
            raise LetterError(f"the scale of {letter.name} must be a positive product of scalars, got {self.scale}")

    @property
    def name(self) -> str:
        """The name of the random letter."""
        return self.variable.letter.name

    @property
    def is_vector(self) -> bool:
        """Whether the letter is a column."""
        return self.variable.columns == UNIT

    @property
    def alphabet(self) -> Alphabet:
        """The letters and scalars of the law."""
        alphabet = self.variable.alphabet.union(self.scale.alphabet)
        for covariance in (self.row_covariance, self.column_covariance):
            if covariance is not None:
                alphabet = alphabet.union(covariance.alphabet)
        return alphabet
