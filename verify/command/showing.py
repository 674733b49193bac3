"""Writes a theorem in a format: the work of `icl-proofs show`."""

import json
from collections.abc import Callable

from proofs.core.catalogue import Entry
from verify.command.pages import line_width
from verify.document.latex import as_latex
from verify.document.markdown import as_markdown
from verify.document.text import as_text
from verify.exposition.data import as_data
from verify.exposition.theorem import Exposition, expose, page

WRITERS: dict[str, Callable[[Exposition], str]] = {
    "text": lambda shown: as_text(page(shown), line_width()),
    "markdown": lambda shown: as_markdown(page(shown)).rstrip("\n"),
    "latex": lambda shown: as_latex(page(shown)).rstrip("\n"),
    "json": lambda shown: json.dumps(as_data(shown), indent=2, allow_nan=False),
}
"""How a theorem is written, by the name of the format."""


def show(item: Entry, written: str = "text") -> str:
    """The theorem in one of the formats. Raises TheoremFileError if its file does not load."""
    return WRITERS[written](expose(item))
