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
HEAVY = {"cvxpy", "hypothesis", "jinja2", "latex2mathml", "matplotlib", "networkx", "scipy", "sympy"}
POOL = {"concurrent.futures.process"}
NUMERIC = {"numpy", "verify.suite", *HEAVY, *POOL}
CALCULUS = {"flint", "rich", "proofs.algebra", *NUMERIC}
IMPORTED = """
import sys
from verify.command import main
status = main(sys.argv[2:])
print(status, *({*sys.argv[1].split(",")} & sys.modules.keys()), file=sys.stderr)
"""
LAYER = ("minimizer", "--covariance", "[[2, 1], [1, 2]]", "--context")
LIGHT = (
    (("--help",), CALCULUS),
    (("--version",), CALCULUS),
    (("list",), NUMERIC),
    (("show", "wishart.second_moment"), NUMERIC),
    ((*LAYER, "20"), NUMERIC),
    (("steps", "--dim", "5", "--context", "20", "--layers", "3"), NUMERIC),
    (("check", "wishart.second_moment"), HEAVY | POOL),
    (("check", "many_layers.forward_pass", "--jobs", "1"), HEAVY | POOL),
)
"""Commands, and what none of them imports: libraries, modules and packages."""
REFUSED = (
    (("check", "--level", "x"), NUMERIC),
    (("check", "--jobs", "0"), NUMERIC),
    (("check", "--timeout", "0"), NUMERIC),
    (("check", "nothing"), NUMERIC),
    (("show", "nothing"), NUMERIC),
    (("show", "wishart.second_moment", "--format", "pdf"), CALCULUS),
    (("errata", "--jobs", "0"), NUMERIC),
    (("errata", "--format", "pdf"), NUMERIC),
    (("notebooks", "nothing"), NUMERIC),
    (("pictures", "nothing"), CALCULUS),
    (("pictures", "merging", "--out", "setup.cfg"), CALCULUS),
    ((*LAYER, "-3"), NUMERIC),
    (("steps", "--dim", "0", "--context", "20", "--layers", "3"), NUMERIC),
)
"""Misuse, and what is not imported to refuse it."""


def test_version(run: Run) -> None:
    result = run("--version")
    assert result.status == 0
    assert result.out.startswith("icl-proofs ")
    assert run("--version", "list") == result


def imported(arguments: tuple[str, ...], names: set[str]) -> tuple[int, set[str]]:
    """The exit status of a command in a fresh process, and which of the modules it has imported."""
    command = [sys.executable, "-c", IMPORTED, ",".join(names), *arguments]
    done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True)
    status, *found = done.stderr.splitlines()[-1].split()
    return int(status), set(found)


@pytest.mark.parametrize(("arguments", "without"), LIGHT, ids=[" ".join(words) for words, _ in LIGHT])
def test_a_command_imports_what_it_needs(arguments: tuple[str, ...], without: set[str]) -> None:
    assert imported(arguments, without) == (0, set())


@pytest.mark.parametrize(("arguments", "without"), REFUSED, ids=[" ".join(words) for words, _ in REFUSED])
def test_misuse_is_refused_before_libraries_are_imported(arguments: tuple[str, ...], without: set[str]) -> None:
    assert imported(arguments, without) == (3, set())


def test_several_theorems_are_checked_by_several_processes() -> None:
    asked = ("check", "wishart.second_moment", "many_layers.forward_pass", "--jobs", "2")
    assert imported(asked, POOL | {"verify.suite"}) == (0, POOL | {"verify.suite"})


@pytest.mark.parametrize("name", COMMANDS)
def test_the_table_says_what_the_command_says(name: str) -> None:
    module, says = COMMANDS[name]
    assert import_module(module).command.help.splitlines()[0] == says


def test_help_lists_the_commands_of_the_table(run: Run) -> None:
    listed = run("--help").out.partition("Commands:\n")[2].splitlines()
    assert [tuple(line.split(maxsplit=1)) for line in listed] == [(name, says) for name, (_, says) in COMMANDS.items()]


def test_the_bare_command_is_its_help(run: Run) -> None:
    assert (run().status, run().out) == (0, run("--help").out)


@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)])
def test_a_short_option_for_help(run: Run, command: tuple[str, ...]) -> None:
    assert run(*command, "-h") == run(*command, "--help")


@pytest.mark.parametrize("command", [(), *((name,) for name in COMMANDS)])
def test_help_has_an_example(run: Run, command: tuple[str, ...]) -> None:
    result = run(*command, "--help")
    assert result.status == 0
    assert " ".join(["\n  icl-proofs", *command]) in result.out
    assert max(map(len, result.out.splitlines())) <= 80
    assert "..." not in result.out.partition("Commands:")[2]
