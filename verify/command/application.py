"""The commands and their options. Arguments arrive as text and are judged here, so that misuse is told our way."""

import json
import os
from importlib.metadata import PackageNotFoundError, version
from typing import Annotated, Literal

import typer

from proofs.core.catalogue import Entry, catalogue
from proofs.core.errors import TheoremFileError
from verify import suite
from verify.command import check as checking
from verify.command import minimizer as minimizing
from verify.command import steps as stepping
from verify.command.misuse import MisuseError, choice
from verify.command.notebooks import command as notebooks
from verify.command.numbers import seconds, whole
from verify.command.pages import on_terminal, page_width, print_table, table
from verify.command.pictures import command as pictures
from verify.command.show import show as shown
from verify.command.whole_file import writable
from verify.ledger import Recorded, read_ledger

NAME = "icl-proofs"
LEVELS: dict[str, Literal["quick", "full"]] = {"quick": "quick", "full": "full"}
COMMANDS = ("list", "show", "check", "minimizer", "steps", "notebooks", "pictures")

app = typer.Typer(name=NAME, add_completion=False, rich_markup_mode=None)


@app.callback(invoke_without_command=True)
def top(
    context: typer.Context,
    show_version: Annotated[bool, typer.Option("--version", help="Print the version and stop.")] = False,
) -> None:
    """Theorems on in-context learning with linear attention: derived, proved, simulated and attacked.

    \b
    icl-proofs list                       the theorems
    icl-proofs show one_layer.optimum     one of them, with its derivation
    icl-proofs check                      check all of them (a minute)
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


@app.command("list")
def list_theorems(
    as_json: Annotated[bool, typer.Option("--json", help="A JSON list of id, title and recorded verdict.")] = False,
) -> None:
    """List the theorems with their recorded verdicts.

    Nothing is checked.

    \b
    icl-proofs list
    icl-proofs list --json
    """
    entries, ledger = catalogue().values(), read_ledger()
    rows = [(item.id, _recorded(ledger.get(item.id)), _title(item)) for item in entries]
    if as_json:
        print(json.dumps([_listed(item, ledger.get(item.id)) for item in entries], indent=2))
    elif on_terminal():
        print_table(table(("theorem", "recorded", "title"), rows, flexible="title"))
    else:
        widest = max((len(identifier) for identifier, _, _ in rows), default=0)
        for identifier, recorded, title in rows:
            print(f"{identifier:{widest}}  {recorded:10}  {title}")


@app.command()
def show(
    identifier: Annotated[str, typer.Argument(metavar="ID", help="A theorem id or the path of a theorem file.")],
) -> None:
    """Show a theorem with its derivation.

    Statement, hypotheses and where each is used, claims, derivation, the rules
    it uses, controls (false variants that must be refuted) and source.

    \b
    icl-proofs show wishart.second_moment
    """
    entries = catalogue()
    item = checking.resolve(identifier, entries)
    try:
        print(shown(item))
    except TheoremFileError as error:
        if item.id in entries:
            raise
        raise checking.unusable(error) from error


@app.command()
def check(
    targets: Annotated[
        list[str] | None,
        typer.Argument(metavar="ID|FILE.py", help="What to check; all theorems if none is named."),
    ] = None,
    level: Annotated[
        str, typer.Option(metavar="quick|full", help="full draws more instances and samples, and searches.")
    ] = "quick",
    file: Annotated[str | None, typer.Option("--json", metavar="FILE", help="Write the reports to FILE.")] = None,
    jobs: Annotated[str | None, typer.Option(metavar="N", help="Processes; as many as cores if not given.")] = None,
    seed: Annotated[str, typer.Option(metavar="S", help="Seed of instances and samples.")] = "0",
    timeout: Annotated[
        str | None, typer.Option(metavar="SECONDS", help="For one theorem; it is then UNKNOWN. No limit if not given.")
    ] = None,
) -> None:
    """Check theorems against their recorded verdicts.

    What they use is checked too. Every claim is derived, computed, simulated
    and attacked. A theorem file of your own is named by its path.

    \b
    icl-proofs check one_layer.optimum
    icl-proofs check my_theorem.py --level full
    icl-proofs check --json report.json --jobs 2
    """
    settings = suite.Settings(
        level=LEVELS[choice("--level", level, LEVELS)],
        seed=whole("--seed", seed, 0),
        timeout=None if timeout is None else seconds("--timeout", timeout),
    )
    processes = _cores() if jobs is None else whole("--jobs", jobs, 1)
    target = None if file is None else writable("--json", file)
    raise typer.Exit(checking.check(targets or [], settings, processes, target))


@app.command()
def minimizer(
    covariance: Annotated[str, typer.Option(metavar="M", help="Covariance Sigma of x, positive definite.")],
    context: Annotated[str, typer.Option(metavar="N", help="Number n of examples in the context, >= 1.")],
    task_covariance: Annotated[
        str | None, typer.Option(metavar="M", help="Covariance Psi of w; the identity if not given.")
    ] = None,
    noise: Annotated[str, typer.Option(metavar="R", help="Variance sigma2 of the label noise, >= 0.")] = "0",
    as_json: Annotated[bool, typer.Option("--json", help="One line of JSON: A, loss, A_float, loss_float.")] = False,
) -> None:
    """Print the exact minimizer A* and minimum f* of one layer.

    \b
    x ~ N(0, Sigma), w ~ N(0, Psi), y = X w + eps, eps ~ N(0, sigma2 I);
    f(A) is the mean of (x_q' A X'y / n - w'x_q)^2 over contexts of n examples.

    \b
    M is a JSON list of rows of integers, decimals (0.1 is 1/10) or "p/q",
    a .json file of the same, or a .npy file (floats, answered in floats).

    \b
    icl-proofs minimizer --covariance '[[2, 0.1], [0.1, "4/3"]]' --context 20
    icl-proofs minimizer --covariance S.npy --noise 0.1 --context 20 --json
    """
    found = minimizing.find(covariance, task_covariance, noise, context)
    print(minimizing.as_json(found) if as_json else minimizing.as_text(found, page_width()))


@app.command()
def steps(
    dim: Annotated[str, typer.Option(metavar="D", help="Dimension d of x, >= 1.")],
    context: Annotated[str, typer.Option(metavar="N", help="Number n of examples in the context, >= 1.")],
    layers: Annotated[str, typer.Option(metavar="L", help="Number of layers, 1 to 200.")],
    noise: Annotated[str, typer.Option(metavar="R", help="Variance sigma2 of the label noise, >= 0.")] = "0",
    digits: Annotated[str, typer.Option(metavar="K", help="Correct digits of the step sizes, 1 to 10000.")] = "20",
    as_json: Annotated[
        bool,
        typer.Option("--json", help="One line of JSON: the arguments, loss, polynomial, steps, loss_float."),
    ] = False,
) -> None:
    """Print the best step sizes of L layers and the exact loss.

    \b
    x ~ N(0, Sigma), w ~ N(0, Sigma^-1), eps ~ N(0, sigma2 I), A_l = a_l Sigma^-1;
    q(mu) = prod (1 - a_l mu), and the loss f is the mean over the eigenvalues mu of
    X'X Sigma^-1 / n of sum (q^2 + (sigma2 / n) (1 - q)^2 / mu).

    \b
    Over all q with q(0) = 1 the best one and its loss are exact. Without noise its
    zeros are positive, and the step sizes are their reciprocals. With much noise
    some are complex: then no real step sizes attain that loss (JSON: steps null).

    \b
    icl-proofs steps --dim 5 --context 20 --layers 3
    icl-proofs steps --dim 5 --context 20 --layers 2 --noise 4.2 --digits 50 --json
    """
    found = stepping.find(dim, context, layers, noise, digits)
    print(stepping.as_json(found) if as_json else stepping.as_text(found, page_width()))


app.command("notebooks")(notebooks)
app.command("pictures")(pictures)


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


def _version() -> str:
    try:
        return version(NAME)
    except PackageNotFoundError:
        return "(not installed)"


def _cores() -> int:
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
