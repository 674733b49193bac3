"""The ledger: the verdict and scope each theorem has reached, and how a report stands to its line."""

import tomllib
from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

from proofs.core.scope import Scope
from proofs.core.verdict import Verdict
from verify.report import TheoremReport

LEDGER = Path(__file__).with_name("ledger.toml")
SCOPE = ("symbolic", "ranges", "instances", "cases", "conditions")
EXAMPLE = '"wishart.second_moment" = { verdict = "PROVED", scope = { symbolic = ["Sigma", "d", "n"] } }'


class LedgerError(ValueError):
    """A ledger that cannot be read."""


@dataclass(frozen=True)
class Recorded:
    """A line of the ledger."""

    verdict: Verdict
    scope: Scope

    def __str__(self) -> str:
        return f"{self.verdict.name} ({self.scope})"


class Standing(Enum):
    """How a report stands to the ledger. LOST: a lower verdict, or a scope that does not cover the recorded one."""

    AS_RECORDED = "as recorded"
    BETTER = "better"
    LOST = "lost"
    NEW = "new"


def standing(report: TheoremReport, ledger: Mapping[str, Recorded]) -> Standing:
    """How a report stands to its line; NEW if it has none."""
    line = ledger.get(report.id)
    if line is None:
        return Standing.NEW
    if report.verdict < line.verdict or not report.scope.covers(line.scope):
        return Standing.LOST
    if report.verdict > line.verdict or not line.scope.covers(report.scope):
        return Standing.BETTER
    return Standing.AS_RECORDED


def read_ledger(path: Path = LEDGER) -> dict[str, Recorded]:
    """All lines by theorem id. Raises LedgerError, naming the file and the line's id, if one is not of the form."""
    try:
        table = tomllib.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError) as error:
        raise LedgerError(f"{path}: cannot be read as TOML: {error}") from error
    return {identifier: _recorded(f"{path}: {identifier}", line) for identifier, line in table.items()}


def _recorded(place: str, line: object) -> Recorded:
    if not isinstance(line, dict) or set(line) != {"verdict", "scope"}:
        raise LedgerError(f"{place}: a line has a verdict and a scope, e.g. {EXAMPLE}; got {line!r}")
    verdict = line["verdict"]
    if not isinstance(verdict, str) or verdict not in Verdict.__members__:
        raise LedgerError(f"{place}: the verdict must be one of {', '.join(Verdict.__members__)}; got {verdict!r}")
    return Recorded(Verdict[verdict], _scope(place, line["scope"]))


def _scope(place: str, data: object) -> Scope:
    if not isinstance(data, dict) or not data.keys() <= set(SCOPE):
        raise LedgerError(
            f"{place}: a scope has the keys {', '.join(SCOPE[:-1])} and {SCOPE[-1]}, no other; got {data!r}"
        )
    try:
        scope = Scope.from_data(data)
    except (TypeError, ValueError) as error:
        raise LedgerError(f"{place}: {error}") from error
    if not all(isinstance(name, str) for name in scope.symbolic):
        raise LedgerError(f"{place}: symbolic must list names; got {data['symbolic']!r}")
    for name, low, high in scope.ranges:
        if not isinstance(low, int) or not isinstance(high, int) or low > high:
            raise LedgerError(f"{place}: the range of {name} must be [from, to]; got [{low!r}, {high!r}]")
    return scope
