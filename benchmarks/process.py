"""Python in a process of its own, started at the root of the checkout."""

import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def output(module: str, *arguments: str) -> str:
    """What `python -m module` prints."""
    command = [sys.executable, "-m", module, *arguments]
    return subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout
