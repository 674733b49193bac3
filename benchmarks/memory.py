"""Peak memory of one case in a fresh process, interpreter included (`python -m benchmarks.memory NAME`)."""

import resource
import sys
from pathlib import Path

from benchmarks.cases import CASES
from benchmarks.process import output

STATUS = Path("/proc/self/status")


def peak(name: str) -> float:
    """Peak resident memory in MB of a process that computes the case once."""
    return float(output("benchmarks.memory", name))


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
