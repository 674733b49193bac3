"""Laws of random letters, independent of each other: matrix-normal families, and rows of given moments."""

from dataclasses import dataclass
from functools import cached_property

from proofs.algebra.conditions import Condition, Property
from proofs.algebra.expected import check_polynomial
from proofs.algebra.letters import UNIT, Alphabet
from proofs.algebra.polynomial import TracePolynomial
from proofs.algebra.symbols import identity, number, original, scalar
from proofs.core.arguments import check_kind
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
        check_polynomial("variable", self.variable)
        check_polynomial("scale", self.scale)
        letter = self.variable.letter
        if letter.symmetric or letter.orthogonal or letter.inverse_of or letter.depends_on:
            raise LetterError(f"a Gaussian letter has no further properties, got {letter}")
        for side, covariance, size in (
            ("row", self.row_covariance, letter.rows),
            ("column", self.column_covariance, letter.columns),
        ):
            if covariance is None:
                continue
            check_polynomial(f"{side}_covariance", covariance)
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

    @cached_property
    def conditions(self) -> frozenset[Condition]:
        """What the law asks of values: sizes, semidefinite covariances, a variance that is not negative."""
        sides = (("row", self.row_covariance), ("column", self.column_covariance))
        found = [
            Condition(original(covariance), _least(covariance), f"the {side} covariance of {self.name}")
            for side, covariance in sides
            if covariance is not None
        ]
        if self.scale.scalars:
            found.append(Condition(self.scale, Property.SEMIDEFINITE, f"the variance of {self.name}"))
        sizes = [size for size in self.variable.shape if size != UNIT]
        return frozenset(found + [Condition(scalar(size), Property.SIZE, f"the size {size}") for size in sizes])

    @property
    def alphabet(self) -> Alphabet:
        """The letters and scalars of the law."""
        alphabet = self.variable.alphabet.union(self.scale.alphabet)
        for covariance in (self.row_covariance, self.column_covariance):
            if covariance is not None:
                alphabet = alphabet.union(covariance.alphabet)
        return alphabet


@dataclass(frozen=True)
class Elliptical:
    """E x_a x_b x_c x_d = kappa (the sum over the three pairings of Sigma): the fourth moments of an elliptical law."""

    kappa: TracePolynomial


@dataclass(frozen=True)
class Independent:
    """Independent coordinates, of fourth moments `fourth` (diagonal): pairings, and an excess where all four agree.

    `excess` is a letter for diag((fourth_ii - 3 Sigma_ii^2) at_ii), the only value of the excess that has a name; `at`
    is None for the identity. What makes it so is checked by proofs.moments.given_moments.
    """

    fourth: TracePolynomial
    excess: TracePolynomial
    at: TracePolynomial | None = None


@dataclass(frozen=True)
class Rows:
    """A letter X (n, d) of independent rows of one centred law, or one such row as a column (d, 1).

    The law has the second moments `covariance` (None: the identity) and the fourth moments that `kind` says; it is not
    asked to be symmetric, and nothing is known of its moments beyond the fourth.
    """

    variable: TracePolynomial
    covariance: TracePolynomial | None
    kind: Elliptical | Independent

    def __post_init__(self) -> None:
        check_polynomial("variable", self.variable)
        check_kind(
            "kind", self.kind, Elliptical | Independent, "Elliptical(...) or Independent(...)", "or use Gaussian"
        )
        if self.variable.rows == UNIT:
            raise ShapeError(f"rows are those of an (n, d) letter, or one as a column, got {self.variable.letter}")
        self.normal  # noqa: B018 (its checks are those of this law)
        for part in self._parts:
            if part.shape != (self.size, self.size) or not part.letter.symmetric:
                raise ShapeError(f"the moments of {self.name} need symmetric {self.size} x {self.size} letters")
        if isinstance(self.kind, Elliptical) and not self.kind.kappa.is_scalar:
            raise ShapeError(f"kappa of {self.name} must be a scalar, got {self.kind.kappa}")

    @property
    def name(self) -> str:
        """The name of the random letter."""
        return self.variable.letter.name

    @property
    def is_vector(self) -> bool:
        """Whether the letter is a column."""
        return self.variable.columns == UNIT

    @property
    def size(self) -> str:
        """The dimension d of one row."""
        return self.variable.rows if self.is_vector else self.variable.columns

    @property
    def normal(self) -> Gaussian:
        """The Gaussian law of the same second moments."""
        if self.is_vector:
            return Gaussian(self.variable, row_covariance=self.covariance)
        return Gaussian(self.variable, column_covariance=self.covariance)

    @cached_property
    def conditions(self) -> frozenset[Condition]:
        """What the law asks of values: those of the Gaussian one, and fourth moments that there are."""
        says = f"the fourth moments of {self.name}"
        if isinstance(self.kind, Elliptical):
            d = scalar(self.size)
            least = Condition((d + 2) * self.kind.kappa - d, Property.SEMIDEFINITE, says)
            return self.normal.conditions | {least}
        kind, Sigma = self.kind, identity(self.size) if self.covariance is None else self.covariance
        diagonal = [part for part in (Sigma, kind.fourth, kind.excess) if part.letters]
        return self.normal.conditions.union(
            (Condition(part, Property.DIAGONAL, f"independent coordinates of {self.name}") for part in diagonal),
            [
                Condition(kind.fourth - Sigma @ Sigma, Property.SEMIDEFINITE, says),
                Condition(kind.excess - excess(self, kind), Property.HOLLOW, f"the excess of {self.name}"),
            ],
        )

    @property
    def alphabet(self) -> Alphabet:
        """The letters and scalars of the law."""
        alphabet = self.normal.alphabet
        for part in self._parts if isinstance(self.kind, Independent) else (self.kind.kappa,):
            alphabet = alphabet.union(part.alphabet)
        return alphabet

    @property
    def _parts(self) -> tuple[TracePolynomial, ...]:
        if isinstance(self.kind, Elliptical):
            return ()
        at = () if self.kind.at is None else (self.kind.at,)
        return (self.kind.fourth, self.kind.excess, *at)


def _least(covariance: TracePolynomial) -> Property:
    """A covariance is semidefinite; one that is written as an inverse is definite, and so is what it is of."""
    return Property.DEFINITE if covariance.letter.inverse_of else Property.SEMIDEFINITE


def excess(law: Rows, kind: Independent) -> TracePolynomial:
    """The matrix with the diagonal (m4_i - 3 m2_i^2) at_ii."""
    size = identity(law.size)
    Sigma, at = (size if matrix is None else matrix for matrix in (law.covariance, kind.at))
    return (kind.fourth - 3 * Sigma @ Sigma) @ at


Law = Gaussian | Rows
