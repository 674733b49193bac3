"""Where the process starts: the command is imported late, so that an interrupt meanwhile ends as cleanly as later."""

import sys
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

MISUSE, INTERRUPTED = 3, 130
PACKAGES = ("proofs", "notebooks")
"""The packages that stand beside this one, wherever it is installed."""


def main() -> int:
    """Run `icl-proofs`. Ctrl-C is one line and 130 even before `verify.command`, which then takes over, is imported."""
    try:
        for name in PACKAGES:
            place = hiding(name)
            if place is not None:
                print(
                    f"icl-proofs: expected the package {name} of icl-proofs, got {place}, which comes before it on the "
                    "path of Python; start in another folder, or rename that one",
                    file=sys.stderr,
                )
                return MISUSE
        command = import_module("verify.command")
    except KeyboardInterrupt:
        print("icl-proofs: interrupted while starting; nothing was done", file=sys.stderr)
        return INTERRUPTED
    status: int = command.main()
    return status


def hiding(name: str) -> Path | None:
    """The folder or file that Python takes for a package of ours, such as a folder in the working directory."""
    ours = Path(__file__).parents[1] / name
    spec = find_spec(name)
    if spec is None:
        return None
    found = [Path(place) for place in spec.submodule_search_locations or [spec.origin or ""]]
    return None if any(place.resolve() == ours.resolve() for place in found) else found[0]
