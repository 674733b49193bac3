"""Hypothesis profiles, chosen by the environment variable HYPOTHESIS_PROFILE (dev, ci, thorough), theorems, TeX."""

import os
import shutil
import subprocess
from collections.abc import Callable
from functools import cache
from pathlib import Path

import pytest
from hypothesis import settings

from proofs.core.catalogue import catalogue
from proofs.core.theorem import Theorem
from verify.sweep.profiles import register

register()
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "dev"))


@pytest.fixture(scope="session")
def theorem() -> Callable[[str], Theorem]:
    """A theorem of the catalogue by id, loaded once."""
    return cache(lambda identifier: catalogue()[identifier].load())


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
