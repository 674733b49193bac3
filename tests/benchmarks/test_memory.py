"""Peak memory: that of a fresh process, not of the one that asks."""

import numpy as np

from benchmarks import memory
from benchmarks.memory import own_peak, peak


def test_what_is_held_is_seen():
    held = np.ones(2**25)
    assert held.nbytes == 2**28
    assert own_peak() >= 256


def test_the_record_of_the_system(tmp_path, monkeypatch):
    status = tmp_path / "status"
    status.write_text("Name:\tx\nVmPeak:\t 999999 kB\nVmHWM:\t  204800 kB\n")
    monkeypatch.setattr(memory, "STATUS", status)
    assert own_peak() == 200
    monkeypatch.setattr(memory, "STATUS", tmp_path / "nowhere")
    assert 1 < own_peak() < 2**20


def test_a_fresh_process_is_asked(monkeypatch):
    asked = []
    monkeypatch.setattr(memory, "output", lambda *command: asked.append(command) or "12.5\n")
    assert peak("power-8") == 12.5
    assert asked == [("benchmarks.memory", "power-8")]
