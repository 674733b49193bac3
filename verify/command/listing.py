"""`icl-proofs list`: the theorems with their recorded verdicts."""

import json

import click

from proofs.core.catalogue import Entry, catalogue
from proofs.core.errors import TheoremFileError
from verify.command.pages import on_terminal, print_table, table
from verify.ledger import Recorded, read_ledger


@click.command
@click.option("--json", "in_json", is_flag=True, help="A JSON list of id, title and recorded verdict.")
def command(in_json: bool) -> None:
    """List the theorems with their recorded verdicts.

    Nothing is checked.

    \b
    icl-proofs list
    icl-proofs list --json
    """
    entries, ledger = catalogue().values(), read_ledger()
    rows = [(item.id, _recorded(ledger.get(item.id)), _title(item)) for item in entries]
    if in_json:
        print(json.dumps([_listed(item, ledger.get(item.id)) for item in entries], indent=2))
    elif on_terminal():
        print_table(table(("theorem", "recorded", "title"), rows, flexible="title"))
    else:
        widest = max((len(identifier) for identifier, _, _ in rows), default=0)
        for identifier, recorded, title in rows:
            print(f"{identifier:{widest}}  {recorded:10}  {title}")


def _listed(item: Entry, line: Recorded | None) -> dict[str, object]:
    recorded = None if line is None else {"verdict": line.verdict.name, "scope": line.scope.as_data()}
    return {"id": item.id, "title": _title(item), "recorded": recorded}


def _recorded(line: Recorded | None) -> str:
    return "new" if line is None else line.verdict.name


def _title(item: Entry) -> str:
    try:
        return item.title
    except TheoremFileError as error:
        return f"(cannot be read: {error})"
