"""`icl-proofs show`: a theorem with its statement, hypotheses, derivation, rules, controls and source."""

import json
from collections.abc import Callable
from typing import Annotated

import typer

from proofs.core.catalogue import Entry, catalogue
from proofs.core.errors import TheoremFileError
from verify.command.misuse import choice
from verify.command.pages import line_width
from verify.command.target import resolve, unusable
from verify.document.latex import as_latex
from verify.document.markdown import as_markdown
from verify.document.text import as_text
from verify.exposition.data import as_data
from verify.exposition.theorem import Exposition, expose, page

FORMATS: dict[str, Callable[[Exposition], str]] = {
    "text": lambda shown: as_text(page(shown, statements=False), line_width()),
    "markdown": lambda shown: as_markdown(page(shown)).rstrip("\n"),
    "latex": lambda shown: as_latex(page(shown)).rstrip("\n"),
    "json": lambda shown: json.dumps(as_data(shown), indent=2, allow_nan=False),
}
"""How a theorem is written, by the name of the format."""


def command(
    identifier: Annotated[str, typer.Argument(metavar="ID", help="A theorem id or the path of a theorem file.")],
    written: Annotated[str, typer.Option("--format", metavar="FORMAT", help="text, markdown, latex or json.")] = "text",
) -> None:
    """Show a theorem with its derivation.

    Statement, hypotheses and where each is used, claims, derivation, the rules
    it uses, controls (false variants that must be refuted) and source. LaTeX is
    a complete document for pdflatex.

    \b
    icl-proofs show wishart.second_moment
    icl-proofs show one_layer.optimum --format latex > optimum.tex
    """
    entries = catalogue()
    item = resolve(identifier, entries)
    choice("--format", written, FORMATS)
    try:
        print(show(item, written))
    except TheoremFileError as error:
        if item.id in entries:
            raise
        raise unusable(error) from error


def show(item: Entry, written: str = "text") -> str:
    """The theorem in one of the formats. Raises TheoremFileError if its file does not load."""
    return FORMATS[written](expose(item))
