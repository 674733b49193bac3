"""What was measured, as plain text of at most 80 columns and as the tables of the README."""

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


FIGURES = ("median of process CPU time", "measured", "target", "terms", "met")
RATIOS = ("other way, in the same run", "other", "ours", "ratio")


def duration(seconds: float) -> str:
    """Two or three digits that count."""
    number, unit = (seconds, "s") if seconds >= 1 else (1e3 * seconds, "ms")
    return f"{number:.{0 if number >= 100 else 1 if number >= 10 else 2}f} {unit}"


def limit(seconds: float) -> str:
    """A round number of seconds or milliseconds."""
    return f"{seconds:g} s" if seconds >= 1 else f"{1e3 * seconds:g} ms"


def plain(machine: str, figures: list[Figure], ratios: list[Ratio]) -> str:
    """Both tables with aligned columns, the machine above them."""
    first = _aligned([FIGURES, *(figure.cells() for figure in figures)])
    second = _aligned([RATIOS, *(ratio.cells() for ratio in ratios)])
    return f"{machine}\n\n{first}\n\n{second}"


def markdown(machine: str, figures: list[Figure], ratios: list[Ratio]) -> str:
    """Both tables for the README, the machine above them."""
    first = _piped([FIGURES, *(figure.cells() for figure in figures)])
    second = _piped([RATIOS, *(ratio.cells() for ratio in ratios)])
    return f"{machine}\n\n{first}\n\n{second}"


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
