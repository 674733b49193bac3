"""Python in a process of its own, at the root of the checkout."""

import subprocess

import pytest

from benchmarks.process import ROOT, output


def test_what_a_module_prints():
    assert (ROOT / "setup.cfg").is_file()
    assert output("platform", "terse").strip()


def test_a_module_that_fails_is_an_error():
    with pytest.raises(subprocess.CalledProcessError):
        output("benchmarks.nothing_here")
