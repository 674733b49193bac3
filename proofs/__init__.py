"""Exact derivations and proofs: trace polynomials, Gaussian means, attention from its definition, theorems.

The names here are enough to study a setting of one's own: declare a task and a model, get the population loss as a
formula in the letters of the task, complete the square, evaluate it at rational matrices, print it.
"""

from proofs.algebra import (
    evaluate,
    gradient,
    latex,
    matrix,
    scalar,
    substitute,
    symmetric,
    trace,
)
from proofs.attention.linear import population_loss, sparse_loss
from proofs.core.task import LinearAttention, ReadOutAttention, Task
from proofs.moments import expectation
from proofs.optimum.square import complete_square

__all__ = [
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
