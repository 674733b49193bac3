"""Hypothesis profiles, by the environment variable HYPOTHESIS_PROFILE (dev, ci, thorough); theorems; signals; TeX.

Tests with the parameter `identifier` are about one theorem of the catalogue each. With xdist all of them that are about
the same theorem run in one worker, so that it is loaded once.
"""

import os
import shutil
import signal
import subprocess
from collections.abc import Callable, Generator, Iterator
from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings

from proofs.core.catalogue import Entry, catalogue
from proofs.core.theorem import Theorem
from verify.sweep.profiles import register

register()
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "dev"))


@pytest.hookimpl(wrapper=True)
def pytest_collection() -> Generator[None]:
    """Collecting loads no theorem: every worker collects, and would derive it anew."""

    def too_early(entry: Entry) -> Theorem:
        raise AssertionError(f"{entry.id} is loaded while tests are collected; load it in a test or a fixture")

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(Entry, "load", too_early)
        return (yield)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests about one theorem go to one worker."""
    for item in items:
        parameters = item.callspec.params if isinstance(item, pytest.Function) and hasattr(item, "callspec") else {}
        if "identifier" in parameters:
            item.add_marker(pytest.mark.xdist_group(str(parameters["identifier"])))


@pytest.fixture(scope="session")
def theorem() -> Callable[[str], Theorem]:
    """A theorem of the catalogue by id, loaded once."""
    return cache(lambda identifier: catalogue()[identifier].load())


@pytest.fixture
def hears_interrupts() -> Iterator[None]:
    """Processes that are started now hear SIGINT, also where this one was started in the background, which ignores it.

    A handler of the parent is the default one of its children, while what it ignores they ignore too.
    """
    old = signal.signal(signal.SIGINT, signal.default_int_handler)
    yield
    signal.signal(signal.SIGINT, old)


@pytest.fixture
def typeset(tmp_path: Path) -> Callable[[str], str]:
    """Run a LaTeX document through pdflatex and give its log. Skipped where that is not installed."""
    engine = shutil.which("pdflatex")
    if engine is None:
        pytest.skip("no TeX engine: pdflatex is not installed")

    def compiled(source: str) -> str:
        (tmp_path / "page.tex").write_text(source, encoding="utf-8")
        command = [engine, "-interaction=nonstopmode", "-halt-on-error", "page.tex"]
        done = subprocess.run(command, cwd=tmp_path, capture_output=True, text=True, errors="replace", timeout=120)
        assert done.returncode == 0, done.stdout[-2000:]
        assert (tmp_path / "page.pdf").stat().st_size > 1000
        return done.stdout

    return compiled
