"""The commands by name. The module of a command, with the libraries it needs, is imported when it is called.

To add one: a line in COMMANDS and a module with a function `command`, whose docstring starts with the text of the line.
"""

from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from typing import Annotated, Any

import typer
from typer.core import TyperCommand, TyperGroup
from typer.main import get_command, get_group

from verify.command.misuse import MisuseError

NAME = "icl-proofs"
COMMANDS = {
    "list": ("verify.command.listing", "List the theorems with their recorded verdicts."),
    "show": ("verify.command.show", "Show a theorem with its derivation."),
    "check": ("verify.command.check", "Check theorems against their recorded verdicts."),
    "errata": ("verify.command.errata", "List the printed statements that are refuted."),
    "minimizer": ("verify.command.minimizer", "Print the exact minimizer A* and minimum f* of one layer."),
    "steps": ("verify.command.steps", "Print the best step sizes of L layers and the exact loss."),
    "notebooks": ("verify.command.notebooks", "Write a derivation notebook for each theorem."),
    "pictures": ("verify.command.pictures", "Draw the pictures of the notebooks as SVG, PDF and PNG."),
}
"""The module of each command, and what `icl-proofs --help` says of it."""


class LateCommand(TyperCommand):
    """A command known by its name and its line of help until it is called."""

    def make_context(self, *given: Any, **more: Any) -> Any:
        """Import the module and let its command read the arguments. Their types have no public name in typer."""
        module, _ = COMMANDS[str(self.name)]
        app = _bare()
        app.command(self.name)(import_module(module).command)
        return get_command(app).make_context(*given, **more)


def application() -> TyperGroup:
    """`icl-proofs` with all its commands."""
    app = _bare()
    app.callback(invoke_without_command=True)(top)
    group = get_group(app)
    for name, (_, says) in COMMANDS.items():
        group.add_command(LateCommand(name, short_help=says))
    return group


def top(
    context: typer.Context,
    show_version: Annotated[bool, typer.Option("--version", help="Print the version and stop.")] = False,
) -> None:
    """Theorems on in-context learning with linear attention: derived, proved, simulated and attacked.

    \b
    icl-proofs list                       the theorems
    icl-proofs show one_layer.optimum     one of them, with its derivation
    icl-proofs check                      check all of them (a minute)
    icl-proofs errata                     what is printed and does not hold
    icl-proofs minimizer --covariance '[[2, 1], [1, 2]]' --context 20
    icl-proofs steps --dim 5 --context 20 --layers 3
    icl-proofs notebooks                  a derivation notebook for each theorem

    \b
    Exit status: 0 as recorded or new, 1 a verdict lost or refuted or a
    notebook that drifted or fails, 2 a contradiction between two roads to
    the same claim, 3 misuse, 130 interrupted.
    """
    if show_version:
        print(f"{NAME} {_version()}")
        raise typer.Exit
    if context.invoked_subcommand is None:
        raise MisuseError("COMMAND", " or ".join(COMMANDS), "nothing", f"see `{NAME} --help`")


def _bare() -> typer.Typer:
    return typer.Typer(name=NAME, add_completion=False, rich_markup_mode=None)


def _version() -> str:
    try:
        return version(NAME)
    except PackageNotFoundError:
        return "(not installed)"
