"""Where a computation is long enough for a bar."""

import pytest

from verify.command import watching
from verify.command.waiting import SMALL, watched


def test_only_large_sizes_are_watched(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(watching, "watch", lambda work, size, says: f"{says}: {work(size)}")
    assert watched(str, SMALL, "long") == str(SMALL)
    assert watched(str, SMALL + 1, "long") == f"long: {SMALL + 1}"
