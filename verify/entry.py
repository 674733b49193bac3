"""Where the process starts: the command is imported late, so that an interrupt meanwhile ends as cleanly as later."""

import sys
from importlib import import_module

INTERRUPTED = 130


def main() -> int:
    """Run `icl-proofs`. Ctrl-C is one line and 130 even before `verify.command`, which then takes over, is imported."""
    try:
        command = import_module("verify.command")
    except KeyboardInterrupt:
        print("icl-proofs: interrupted while starting; nothing was done", file=sys.stderr)
        return INTERRUPTED
    status: int = command.main()
    return status
