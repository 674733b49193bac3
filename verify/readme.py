"""The generated parts of README.md: `python -m verify.readme` brings the table of theorems up to date."""

import re
from pathlib import Path

from proofs.core.catalogue import catalogue
from proofs.core.errors import InputError
from verify.ledger import read_ledger

README = Path("README.md")


def theorem_table() -> str:
    """The catalogue with the recorded verdicts and scopes, as a Markdown table."""
    ledger = read_ledger()
    rows = ["| theorem | statement | verdict | scope |", "|---|---|---|---|"]
    for identifier, entry in catalogue().items():
        line = ledger.get(identifier)
        verdict, scope = ("new", "") if line is None else (line.verdict.name, str(line.scope))
        rows.append(f"| `{identifier}` | {entry.title} | {verdict} | {scope} |")
    return "\n".join(rows)


def section(text: str, name: str) -> str:
    """What stands between the markers of a generated part. Raises InputError if a marker is missing."""
    found = _pattern(name).search(text)
    if found is None:
        raise InputError(f"README.md must hold the markers <!-- {name} --> and <!-- /{name} -->")
    return found.group(2).strip()


def with_section(text: str, name: str, body: str) -> str:
    """The text with that part replaced. Raises InputError if a marker is missing."""
    section(text, name)
    return _pattern(name).sub(lambda found: f"{found.group(1)}\n{body.strip()}\n{found.group(3)}", text)


def _pattern(name: str) -> re.Pattern[str]:
    return re.compile(rf"(<!-- {name} -->)(.*?)(<!-- /{name} -->)", re.DOTALL)


if __name__ == "__main__":
    README.write_text(with_section(README.read_text(encoding="utf-8"), "theorems", theorem_table()), encoding="utf-8")
