"""The commands as a whole: `--version`, `--help`, and what is imported for which command."""

import subprocess
import sys
from collections.abc import Callable
from importlib import import_module
from pathlib import Path
from typing import Any

import pytest

import verify
from verify.command.application import COMMANDS

Run = Callable[..., Any]

ROOT = Path(verify.__file__).parents[1]
HEAVY = {"cvxpy", "hypothesis", "scipy", "verify.suite"}
IMPORTED = f"""
import sys
from verify.command import main
main(sys.argv[1:])
print(*({HEAVY} & sys.modules.keys()), file=sys.stderr)
"""
LIGHT = (
    ("--help",),
    ("--version",),
    ("list",),
    ("show", "wishart.second_moment"),
    ("minimizer", "--covariance", "[[2, 1], [1, 2]]", "--context", "20"),
    ("steps", "--dim", "5", "--context", "20", "--layers", "3"),
)


def test_version(run: Run) -> None:
    result = run("--version")
    assert result.status == 0
    assert result.out.startswith("icl-proofs ")


def imported(*arguments: str) -> set[str]:
    """What a fresh process imports of the libraries that take long, for a command that succeeds."""
    command = [sys.executable, "-c", IMPORTED, *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    assert done.stdout
    return set(done.stderr.split())


@pytest.mark.parametrize("arguments", LIGHT, ids=" ".join)
def test_a_quick_command_starts_quickly(arguments: tuple[str, ...]) -> None:
    assert imported(*arguments) == set()


def test_check_imports_the_suite() -> None:
    assert imported("check", "--help") >= {"verify.suite", "hypothesis"}


@pytest.mark.parametrize("name", COMMANDS)
def test_the_table_says_what_the_command_says(name: str) -> None:
    module, says = COMMANDS[name]
    assert import_module(module).command.__doc__.splitlines()[0] == says


def test_help_lists_the_commands_of_the_table(run: Run) -> None:
    listed = run("--help").out.partition("Commands:\n")[2].splitlines()
    assert [tuple(line.split(maxsplit=1)) for line in listed] == [(name, says) for name, (_, says) in COMMANDS.items()]


@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)])
def test_help_has_an_example(run: Run, command: tuple[str, ...]) -> None:
    result = run(*command, "--help")
    assert result.status == 0
    assert " ".join(["\n  icl-proofs", *command]) in result.out
    assert max(map(len, result.out.splitlines())) <= 80
    assert "..." not in result.out.partition("Commands:")[2]
