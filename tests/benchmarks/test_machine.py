"""The machine in one line."""

import os
import platform
from importlib.metadata import version

from benchmarks import machine as described
from benchmarks.machine import machine


def test_processor_cores_system_and_versions(tmp_path, monkeypatch):
    cpu = tmp_path / "cpuinfo"
    cpu.write_text("processor : 0\nmodel name\t: A Processor 9000\nmodel name\t: another\n")
    monkeypatch.setattr(described, "CPU", cpu)
    head, cores, *rest = machine().split(", ")
    assert (head, cores) == ("A Processor 9000", f"{os.cpu_count()} cores")
    assert f"sympy {version('sympy')}" in rest
    assert any(platform.python_version() in part for part in rest)


def test_a_processor_that_does_not_say_its_name(tmp_path, monkeypatch):
    monkeypatch.setattr(described, "CPU", tmp_path / "nowhere")
    monkeypatch.setattr(platform, "processor", lambda: "")
    assert machine().startswith("unknown processor, ")
