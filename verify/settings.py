"""How thorough a run of the checks is."""

from dataclasses import dataclass
from typing import Literal

Level = Literal["quick", "full"]


@dataclass(frozen=True)
class Settings:
    """How thorough a run is. `timeout` is in seconds for one theorem; None sets no limit."""

    level: Level = "quick"
    seed: int = 0
    timeout: float | None = None
