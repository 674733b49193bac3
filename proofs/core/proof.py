"""The symbolic road's record: what was to be shown, by which rule, and whether it holds."""

from dataclasses import dataclass

from proofs.core.derivation import Expression


@dataclass(frozen=True)
class Line:
    """One closed (or open) line of a proof. Sides are None where the line is not an equation.

    `lacks` says of an open line which symbols are to blame, and what of.
    """

    says: str
    rule: str
    reference: str
    holds: bool
    left: Expression | None = None
    right: Expression | None = None
    lacks: str = ""


@dataclass(frozen=True)
class Proof:
    """All lines of a proof; it holds when there is a line and every line holds."""

    lines: tuple[Line, ...]

    @property
    def holds(self) -> bool:
        """Whether the claim is proved."""
        return bool(self.lines) and all(line.holds for line in self.lines)

    @property
    def open_line(self) -> Line | None:
        """The first line that does not hold."""
        return next((line for line in self.lines if not line.holds), None)

    @property
    def rules(self) -> tuple[tuple[str, str], ...]:
        """The rules used with their references, in order of first use."""
        return tuple(dict.fromkeys((line.rule, line.reference) for line in self.lines))
