"""`icl-proofs show`: its arguments. The work, with the libraries that it needs, is in verify.command.showing."""

from importlib import import_module

import click

from proofs.core.catalogue import catalogue
from proofs.core.errors import TheoremFileError
from verify.command.misuse import choice
from verify.command.target import resolve, unusable

FORMATS = ("text", "markdown", "latex", "json")


@click.command
@click.argument("identifier", metavar="ID|FILE.py")
@click.option("--format", "written", default="text", metavar="FORMAT", help="text, markdown, latex or json.")
def command(identifier: str, written: str) -> None:
    """Show a theorem with its derivation.

    Statement, hypotheses and where each is used, claims, derivation, the rules
    it uses, controls (false variants that must be refuted) and source. LaTeX is
    a complete document for pdflatex.

    \b
    icl-proofs show wishart.second_moment
    icl-proofs show one_layer.optimum --format latex > optimum.tex
    """
    choice("--format", written, FORMATS)
    entries = catalogue()
    item = resolve(identifier, entries)
    try:
        print(import_module("verify.command.showing").show(item, written))
    except TheoremFileError as error:
        if item.id in entries:
            raise
        raise unusable(error) from error
