"""Hypothesis profiles, chosen by the environment variable HYPOTHESIS_PROFILE (dev, ci, thorough), and the theorems."""

import os
from collections.abc import Callable
from functools import cache

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
