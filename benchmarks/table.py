"""What was measured, as plain text of at most 80 columns and as the tables of the README."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass


@dataclass(frozen=True)
class Figure:
    """A measured value beside its target, both in seconds or both in MB (then `terms` is None)."""

    title: str
    measured: float
    target: float
    terms: int | None = None

    def cells(self) -> tuple[str, ...]:
        """What stands in the table."""
        met = "yes" if self.measured <= self.target else "NO"
        if self.terms is None:
            return self.title, f"{self.measured:.0f} MB", f"{self.target:.0f} MB", "", met
        return self.title, duration(self.measured), f"<= {limit(self.target)}", f"{self.terms:,}", met


@dataclass(frozen=True)
class Ratio:
    """CPU seconds of another way and of ours."""

    title: str
    other: float
    ours: float

    def cells(self) -> tuple[str, ...]:
        """What stands in the table."""
        ratio = self.other / self.ours
        return self.title, duration(self.other), duration(self.ours), f"{ratio:,.{1 if ratio < 10 else 0}f}"


@dataclass(frozen=True)
class Start:
    """CPU seconds of a command, and of `import sympy`; how many times the latter the command may take."""

    title: str
    seconds: float
    sympy: float
    target: float

    def cells(self) -> tuple[str, ...]:
        """What stands in the table."""
        met = "yes" if self.seconds <= self.target * self.sympy else "NO"
        return self.title, duration(self.seconds), f"{self.seconds / self.sympy:.2f}", f"<= {self.target:g}", met


FIGURES = ("median of process CPU time", "measured", "target", "terms", "met")
RATIOS = ("other way, in the same run", "other", "ours", "ratio")
STARTS = ("icl-proofs, in the same run", "measured", "/ import sympy", "target", "met")


def duration(seconds: float) -> str:
    """Two or three digits that count."""
    number, unit = (seconds, "s") if seconds >= 1 else (1e3 * seconds, "ms")
    return f"{number:.{0 if number >= 100 else 1 if number >= 10 else 2}f} {unit}"


def limit(seconds: float) -> str:
    """A round number of seconds or milliseconds."""
    return f"{seconds:g} s" if seconds >= 1 else f"{1e3 * seconds:g} ms"


def plain(machine: str, figures: Sequence[Figure], ratios: Sequence[Ratio], starts: Sequence[Start]) -> str:
    """The tables with aligned columns, the machine above them."""
    return "\n\n".join([machine, *map(_aligned, _tables(figures, ratios, starts))])


def markdown(machine: str, figures: Sequence[Figure], ratios: Sequence[Ratio], starts: Sequence[Start]) -> str:
    """The tables for the README, the machine above them."""
    return "\n\n".join([machine, *map(_piped, _tables(figures, ratios, starts))])


def _tables(
    figures: Sequence[Figure], ratios: Sequence[Ratio], starts: Sequence[Start]
) -> Iterator[list[tuple[str, ...]]]:
    yield [FIGURES, *(figure.cells() for figure in figures)]
    yield [RATIOS, *(ratio.cells() for ratio in ratios)]
    yield [STARTS, *(start.cells() for start in starts)]


def _aligned(rows: list[tuple[str, ...]]) -> str:
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = (
        [row[0].ljust(widths[0]), *(cell.rjust(width) for cell, width in zip(row[1:], widths[1:], strict=True))]
        for row in rows
    )
    return "\n".join("  ".join(line) for line in lines)


def _piped(rows: list[tuple[str, ...]]) -> str:
    rule = ("---", *("---:" for _ in rows[0][1:]))
    return "\n".join(f"| {' | '.join(row)} |" for row in (rows[0], rule, *rows[1:]))
