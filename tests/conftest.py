"""Hypothesis profiles, chosen by the environment variable HYPOTHESIS_PROFILE: dev, ci, thorough."""

import os

from hypothesis import settings

from verify.sweep.profiles import register

register()
settings.load_profile(os.environ.get("HYPOTHESIS_PROFILE", "dev"))
