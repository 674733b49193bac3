"""Exact derivations and proofs: trace polynomials, Gaussian means, attention from its definition, theorems.

The names here are enough to study a setting of one's own: declare a task and a model, get the population loss as a
formula in the letters of the task, complete the square, evaluate it at rational matrices, print it. The module of a
name is imported when the name is first used, so that what needs a part of the package pays for that part only.
"""

from importlib import import_module
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from proofs.algebra import evaluate, gradient, latex, matrix, scalar, substitute, symmetric, trace
    from proofs.attention.linear import population_loss, sparse_loss
    from proofs.core.task import LinearAttention, ReadOutAttention, Task
    from proofs.moments import Gaussian, expectation
    from proofs.optimum.square import complete_square

__all__ = [
    "Gaussian",
    "LinearAttention",
    "ReadOutAttention",
    "Task",
    "complete_square",
    "evaluate",
    "expectation",
    "gradient",
    "latex",
    "matrix",
    "population_loss",
    "scalar",
    "sparse_loss",
    "substitute",
    "symmetric",
    "trace",
]

HOMES = {
    "proofs.algebra": ("evaluate", "gradient", "latex", "matrix", "scalar", "substitute", "symmetric", "trace"),
    "proofs.attention.linear": ("population_loss", "sparse_loss"),
    "proofs.core.task": ("LinearAttention", "ReadOutAttention", "Task"),
    "proofs.moments": ("Gaussian", "expectation"),
    "proofs.optimum.square": ("complete_square",),
}
"""The module of each name."""


def __getattr__(name: str) -> object:
    for module, names in HOMES.items():
        if name in names:
            found = globals()[name] = getattr(import_module(module), name)
            return found
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")


def __dir__() -> list[str]:
    return sorted({*globals(), *__all__})
