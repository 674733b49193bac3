"""What the evidence says of a claim, from worst to best. Computed by the checks, never declared by a theorem."""

from enum import IntEnum


class Verdict(IntEnum):
    """REFUTED < UNKNOWN < SUPPORTED (floats) < CERTIFIED (exact, at listed instances) < PROVED (symbolic)."""

    REFUTED = 0
    UNKNOWN = 1
    SUPPORTED = 2
    CERTIFIED = 3
    PROVED = 4
