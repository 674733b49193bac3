"""The commands by name. The module of a command, with the libraries it needs, is imported when it is called.

To add one: a line in COMMANDS and a module with a click command named `command`, whose help starts with the text of
the line.
"""

from importlib import import_module
from importlib.metadata import PackageNotFoundError, version
from typing import Any

import click

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


class LateCommand(click.Command):
    """A command known by its name and its line of help until it is called."""

    def make_context(self, *given: Any, **more: Any) -> click.Context:
        """Import the module and let its command read the arguments."""
        module, _ = COMMANDS[str(self.name)]
        command: click.Command = import_module(module).command
        return command.make_context(*given, **more)


class Commands(click.Group):
    """The commands, told in the order of the table."""

    def list_commands(self, context: click.Context) -> list[str]:
        """Their names, not sorted."""
        return list(self.commands)


def application() -> click.Group:
    """`icl-proofs` with all its commands."""
    return Commands(
        NAME,
        {name: LateCommand(name, short_help=says) for name, (_, says) in COMMANDS.items()},
        callback=top,
        help=top.__doc__,
        invoke_without_command=True,
        params=[click.Option(["--version", "show_version"], is_flag=True, help="Print the version and stop.")],
        context_settings={"help_option_names": ["-h", "--help"], "max_content_width": 80},
    )


@click.pass_context
def top(context: click.Context, show_version: bool) -> None:
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
        context.exit()
    if context.invoked_subcommand is None:
        print(context.get_help())


def _version() -> str:
    try:
        return version(NAME)
    except PackageNotFoundError:
        return "(not installed)"
