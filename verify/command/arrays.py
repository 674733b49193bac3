"""Matrices of floats, read from .npy files."""

from pathlib import Path

import numpy as np
from numpy.lib import format as npy

from verify.command.matrices import SQUARE
from verify.command.misuse import MisuseError, shown
from verify.evaluate.numeric import Floats


def read_array(argument: str, path: Path) -> Floats:
    """A square matrix of finite real numbers. Raises MisuseError for a file that holds anything else."""
    advice = "write it with numpy.save"
    try:
        with path.open("rb") as file:
            loaded = npy.read_array(file, allow_pickle=False)
    except OSError as error:
        raise MisuseError(argument, "a .npy file", f"{shown(str(path))}: {error}", "check the file") from error
    except (ValueError, EOFError, MemoryError) as error:
        raise MisuseError(argument, "a .npy file of numbers", f"{shown(str(path))}, which is none", advice) from error
    if loaded.dtype.kind not in "fiu":
        raise MisuseError(argument, "a .npy file of real numbers", f"entries of type {loaded.dtype}", advice)
    if loaded.ndim != 2 or loaded.shape[0] != loaded.shape[1] or not loaded.size:
        raise MisuseError(argument, "a square matrix", f"the shape {loaded.shape}", SQUARE)
    with np.errstate(over="ignore"):
        matrix = loaded.astype(np.float64)
    for i, j in np.argwhere(~np.isfinite(matrix))[:1]:
        came = f"{matrix[i, j]} in row {i + 1}, column {j + 1}"
        raise MisuseError(argument, "finite numbers", came, "replace it by a number")
    return matrix
