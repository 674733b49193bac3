"""Letters (named matrices) and the frozen alphabets over which words are written.

A letter has two codes in its alphabet: an even one for itself and the next one for its transpose; a symmetric
letter uses the even one for both. Codes follow the order of the names, so the codes of a smaller alphabet map into
those of a larger one without changing any comparison: canonical words stay canonical.
"""

from collections.abc import Hashable, Iterable
from dataclasses import dataclass
from functools import cached_property
from types import MappingProxyType

from proofs.core.arguments import check_kind
from proofs.core.errors import LetterError, ShapeError
from proofs.core.frozen import Frozen
from proofs.core.names import check_latex, check_letter, check_name, is_internal

UNIT = "1"
MOST_LETTERS = 127


@dataclass(frozen=True, order=True)
class Letter:
    """A named matrix of shape (rows, columns), each the name of a dimension ("n", "d", ...) or "1".

    `inverse_of` names the letter of which this one is the inverse; `depends_on` names the random letters of which
    this one is a function, so that no average over them treats it as a constant; an inverse depends on its original.
    """

    name: str
    rows: str
    columns: str
    symmetric: bool = False
    orthogonal: bool = False
    inverse_of: str = ""
    depends_on: frozenset[str] = frozenset()
    latex: str = ""

    def __post_init__(self) -> None:
        check_kind("depends_on", self.depends_on, frozenset, "a frozenset of names of letters", "e.g. frozenset({'X'})")
        check_letter(self.name, self.inverse_of, self.depends_on)
        for size in (self.rows, self.columns):
            if size != UNIT:
                check_name(f"a size of the letter {self.name}", size)
        check_latex(self.name, self.latex.removesuffix("^{-1}") if self.inverse_of else self.latex)
        square = self.rows == self.columns
        if self.rows == self.columns == UNIT:
            raise ShapeError(f"letter {self.name}: a 1 x 1 letter is a scalar; declare it with scalar({self.name!r})")
        if not square and (self.symmetric or self.orthogonal or self.inverse_of):
            raise ShapeError(
                f"letter {self.name}: symmetric, orthogonal and inverse letters are square, "
                f"got {self.rows} x {self.columns}"
            )
        if self.inverse_of:
            object.__setattr__(self, "depends_on", self.depends_on | {self.inverse_of})


Key = tuple[tuple[Letter, ...], tuple[str, ...], frozenset[Hashable]]


class Alphabet(Frozen):
    """The letters and scalars of a polynomial, in the order of their names, with the tables that words need.

    Every dimension of a letter is also a scalar, for tr I. `conditions` are what must hold of values, see
    proofs.algebra.conditions. Two alphabets with the same letters, scalars and conditions are equal.
    """

    letters: tuple[Letter, ...]
    scalars: tuple[str, ...]
    conditions: frozenset[Hashable]
    code: MappingProxyType[str, int]
    _unions: dict["Alphabet", "Alphabet"]

    def __init__(
        self, letters: Iterable[Letter] = (), scalars: Iterable[str] = (), conditions: Iterable[Hashable] = ()
    ) -> None:
        by_name: dict[str, Letter] = {}
        for letter in letters:
            if by_name.setdefault(letter.name, letter) != letter:
                raise LetterError(f"letter {letter.name} is declared twice: {by_name[letter.name]} and {letter}")
        if len(by_name) > MOST_LETTERS:
            raise LetterError(f"an alphabet holds at most {MOST_LETTERS} letters, got {len(by_name)}")
        place = object.__setattr__
        place(self, "letters", tuple(by_name[name] for name in sorted(by_name)))
        sizes = {size for letter in self.letters for size in (letter.rows, letter.columns)} - {UNIT}
        place(self, "scalars", tuple(sorted(sizes.union(scalars))))
        for name in self.scalars:
            if not is_internal(name):
                check_name("the name of a scalar", name)
        clash = by_name.keys() & set(self.scalars)
        if clash:
            raise LetterError(f"{min(clash)} is both a letter and a scalar; rename one of them")
        place(self, "code", MappingProxyType({letter.name: 2 * code for code, letter in enumerate(self.letters)}))
        place(self, "conditions", frozenset(conditions))
        place(self, "_unions", {})

    def __eq__(self, other: object) -> bool:
        if self is other:
            return True
        return isinstance(other, Alphabet) and self._key == other._key

    def __hash__(self) -> int:
        return hash(self._key)

    def __reduce__(self) -> tuple[type["Alphabet"], Key]:
        return Alphabet, self._key

    @cached_property
    def _key(self) -> Key:
        return self.letters, self.scalars, self.conditions

    def union(self, other: "Alphabet") -> "Alphabet":
        """The smallest alphabet that holds both (one of the two where that is enough)."""
        if self is other or other.is_empty or self == other:
            return self
        if self.is_empty:
            return other
        if other not in self._unions:
            conditions = self.conditions | other.conditions
            both = Alphabet(self.letters + other.letters, self.scalars + other.scalars, conditions)
            self._unions[other] = self if both == self else other if both == other else both
        return self._unions[other]

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing in it: the alphabet of a number."""
        return not (self.scalars or self.letters or self.conditions)

    def place(self, scalar: str) -> int:
        """The position of a scalar in the exponent tuples of this alphabet."""
        return self.scalars.index(scalar)

    @cached_property
    def flips(self) -> bytes:
        """The code of the transpose of each code."""
        table = bytearray(range(256))
        for letter, code in zip(self.letters, self.code.values(), strict=True):
            if not letter.symmetric:
                table[code], table[code + 1] = code + 1, code
        return bytes(table)

    @cached_property
    def row_sizes(self) -> tuple[str, ...]:
        """The row dimension of each code."""
        return tuple(size for letter in self.letters for size in (letter.rows, letter.columns))

    @cached_property
    def column_sizes(self) -> tuple[str, ...]:
        """The column dimension of each code."""
        return tuple(size for letter in self.letters for size in (letter.columns, letter.rows))

    @cached_property
    def unit_rows(self) -> bytes:
        """The codes with one row: a word is cut in front of each of them."""
        return bytes(code for code, size in enumerate(self.row_sizes) if size == UNIT)

    @cached_property
    def cancels(self) -> tuple[int, ...]:
        """For each code the one that cancels it when it follows directly, -1 for none; empty where nothing cancels."""
        pairs = [-1] * (2 * len(self.letters))
        for letter, code in zip(self.letters, self.code.values(), strict=True):
            if letter.orthogonal:
                pairs[code], pairs[code + 1] = code + 1, code
            original = self.code.get(letter.inverse_of)
            if original is not None:
                pairs[code], pairs[original] = original, code
                pairs[code + 1], pairs[original + 1] = original + 1, code + 1
        return tuple(pairs) if max(pairs, default=-1) >= 0 else ()


NOTHING = Alphabet()
"""The alphabet of numbers."""
