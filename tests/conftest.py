"""Hypothesis profiles, chosen by the environment variable HYPOTHESIS_PROFILE: dev, ci, thorough."""

import os

from hypothesis import settings

settings.register_profile("dev", max_examples=20, deadline=None, derandomize=True)
settings.register_profile("ci", max_examples=100, deadline=None, derandomize=True)
settings.register_profile("thorough", max_examples=1000, deadline=None, print_blob=True)
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "dev"))
