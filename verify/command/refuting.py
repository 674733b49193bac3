"""Checks printed statements anew and writes the errata: the work of `icl-proofs errata`."""

import json
from collections.abc import Callable, Sequence

from proofs.core.catalogue import catalogue
from verify import suite
from verify.command.bars import terminal
from verify.command.pages import line_width
from verify.command.progress import Tally, told
from verify.document.latex import as_latex
from verify.document.markdown import as_markdown
from verify.document.text import as_text
from verify.errata import Erratum, concerned, errata
from verify.exposition.errata import TITLE, errata_data, errata_page
from verify.webpage.rendering import as_html_page

STANDING, DOUBTFUL = 0, 1
WRITERS: dict[str, Callable[[Sequence[Erratum]], str]] = {
    "text": lambda found: as_text(errata_page(found), line_width()),
    "markdown": lambda found: as_markdown(errata_page(found)).rstrip("\n"),
    "latex": lambda found: as_latex(errata_page(found)).rstrip("\n"),
    "html": lambda found: as_html_page(errata_page(found), TITLE),
    "json": lambda found: json.dumps(errata_data(found), indent=2, allow_nan=False),
}
"""How the errata are written, by the name of the format."""


def print_errata(written: str, jobs: int) -> int:
    """Check the theorems concerned and print the page; the exit status, 1 if an erratum does not stand."""
    found = find(jobs)
    print(WRITERS[written](found))
    return STANDING if all(erratum.stands for erratum in found) else DOUBTFUL


def find(jobs: int) -> list[Erratum]:
    """The errata of the catalogue. Standard output is for the page, so only a terminal is told how far it is."""
    tally = Tally(lines=False)
    with told(tally, terminal()):
        entries = concerned(catalogue().values())
        tally.expect([entry.id for entry in entries], jobs)
        reports = suite.run(entries, suite.Settings(), jobs, tally.add)
    return errata(reports, {entry.id: entry.load() for entry in entries})
