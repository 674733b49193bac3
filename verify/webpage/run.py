"""What the page of a run tells."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from proofs.core.catalogue import Entry
from verify.report import TheoremReport


@dataclass(frozen=True)
class Run:
    """What a page tells: the reports of a run, the files they are of, remarks on them, and the run itself.

    `remarks` starts with a line that counts the verdicts; `settings` names and gives what the run was called with.
    """

    reports: Sequence[TheoremReport]
    entries: Mapping[str, Entry]
    remarks: Sequence[str]
    settings: Sequence[tuple[str, str]]
    seconds: float
