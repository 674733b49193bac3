"""The versions of everything that a result rests on."""

import platform
from importlib.metadata import PackageNotFoundError, version

PACKAGES = ("icl-proofs", "python-flint", "sympy", "numpy", "scipy", "cvxpy", "clarabel", "hypothesis")


def versions() -> tuple[tuple[str, str], ...]:
    """Name and version of Python, of this package and of the libraries that compute, then the system."""
    python = platform.python_implementation(), platform.python_version()
    return (python, *((name, _version(name)) for name in PACKAGES), ("system", platform.platform(terse=True)))


def _version(name: str) -> str:
    try:
        return version(name)
    except PackageNotFoundError:
        return "(not installed)"
