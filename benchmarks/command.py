"""The command line: measure, then print or write the tables. Misuse is one line and exit status 3."""

import argparse
import sys
from collections.abc import Sequence
from contextlib import closing
from typing import NoReturn

from benchmarks.cases import CASES
from benchmarks.clock import typical
from benchmarks.machine import machine
from benchmarks.memory import peak
from benchmarks.race import race
from benchmarks.readme import README, MarkerError, check_markers, replaced
from benchmarks.rivals import RIVALS
from benchmarks.startup import starts
from benchmarks.table import Figure, Ratio, markdown, plain
from verify.command.bars import shown_on_bar

MISUSE, INTERRUPTED = 3, 130


class Parser(argparse.ArgumentParser):
    """Misuse in one line."""

    def error(self, message: str) -> NoReturn:
        """Leave with the exit status of misuse."""
        self.exit(MISUSE, f"{self.prog}: {message}; see {self.prog} --help\n")


def main(arguments: Sequence[str] | None = None) -> int:
    """Measure everything (about a minute); 0 whether or not the targets are met, as timings vary."""
    options = _parser().parse_args(arguments)
    try:
        if options.write_readme:
            check_markers(README.read_text(encoding="utf-8"))
        _tell(options)
    except (MarkerError, OSError) as error:
        print(f"python -m benchmarks: {error}", file=sys.stderr)
        return MISUSE
    except KeyboardInterrupt:
        print("python -m benchmarks: interrupted: nothing was written", file=sys.stderr)
        return INTERRUPTED
    return 0


def _parser() -> Parser:
    parser = Parser(prog="python -m benchmarks", description=__doc__, allow_abbrev=False)
    form = parser.add_mutually_exclusive_group()
    form.add_argument("--markdown", action="store_true", help="print the tables of the README")
    form.add_argument("--write-readme", action="store_true", help="put the tables between the markers of README.md")
    return parser


def _tell(options: argparse.Namespace) -> None:
    with closing(shown_on_bar(list(CASES), lambda name: CASES[name].title)) as names:
        figures = [figure for name in names for figure in _measured(name)]
    with closing(shown_on_bar(RIVALS, lambda prepare: "other ways to the same results")) as rivals:
        ratios = [Ratio(rival.title, *race(rival)) for rival in (prepare() for prepare in rivals)]
    started = starts()
    if options.write_readme:
        table = markdown(machine(), figures, ratios, started)
        README.write_text(replaced(README.read_text(encoding="utf-8"), table), encoding="utf-8")
    else:
        print((markdown if options.markdown else plain)(machine(), figures, ratios, started))


def _measured(name: str) -> list[Figure]:
    case = CASES[name]
    figures = [Figure(case.title, typical(case.prepare()), case.target, case.terms)]
    if case.memory is not None:
        figures.append(Figure("  peak memory of a fresh process", peak(name), case.memory))
    return figures
