"""How long commands take to start, beside `import sympy` in the same run: CPU seconds of whole processes."""

import subprocess
import sys
from functools import partial
from statistics import median

from benchmarks.clock import once
from benchmarks.process import ROOT
from benchmarks.table import Start

ROUNDS = 5
SYMPY = ("-c", "import sympy")
LAYER = ("minimizer", "--covariance", "[[2]]", "--context")
COMMANDS = (
    (("--version",), 0.5),
    (("--help",), 0.5),
    (("list",), 0.9),
    ((*LAYER, "3"), 0.9),
    (("check", "wishart.second_moment"), 2.0),
    (("check", "--level", "x"), 0.5),
    (("check", "nothing"), 0.5),
    (("errata", "--jobs", "0"), 0.5),
    (("pictures", "nothing"), 0.5),
    ((*LAYER, "0"), 0.9),
)
"""What is started, and how many times `import sympy` it may take; the last five are misuse."""


def starts() -> list[Start]:
    """Median CPU seconds of every command, measured in turn with `import sympy` after one turn to warm up."""
    wanted = [SYMPY, *(("-m", "verify", *words) for words, _ in COMMANDS)]
    rounds = [[once(partial(_run, words)) for words in wanted] for _ in range(ROUNDS + 1)][1:]
    base, *seconds = (median(column) for column in zip(*rounds, strict=True))
    return [
        Start(" ".join(words), spent, base, target) for (words, target), spent in zip(COMMANDS, seconds, strict=True)
    ]


def _run(words: tuple[str, ...]) -> None:
    subprocess.run([sys.executable, *words], cwd=ROOT, capture_output=True, check=False)
