"""Peak memory of one case in a fresh process, interpreter included (`python -m benchmarks.memory NAME`)."""

import resource
import subprocess
import sys
from pathlib import Path

from benchmarks.cases import CASES

ROOT = Path(__file__).parent.parent
STATUS = Path("/proc/self/status")


def peak(name: str) -> float:
    """Peak resident memory in MB of a process that computes the case once."""
    command = [sys.executable, "-m", "benchmarks.memory", name]
    return float(subprocess.run(command, cwd=ROOT, check=True, capture_output=True, text=True).stdout)


def own_peak() -> float:
    """Peak resident memory in MB of this process.

    On Linux `getrusage` counts what the parent held when it started this process, so the kernel's own record is read.
    """
    if STATUS.exists():
        (line,) = (line for line in STATUS.read_text().splitlines() if line.startswith("VmHWM"))
        return int(line.split()[1]) / 1024
    used = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    return used / 2**20 if sys.platform == "darwin" else used / 1024


if __name__ == "__main__":
    CASES[sys.argv[1]].prepare()()
    print(own_peak())
