"""Profiles: how many examples, none with a deadline, registered once for tests and checks."""

import pytest
from hypothesis import settings

from verify.sweep.profiles import EXAMPLES, profile, register


@pytest.mark.parametrize(("name", "examples"), [("dev", 20), ("ci", 100), ("thorough", 1000)])
def test_profiles(name, examples):
    found = profile(name)
    assert (found.max_examples, found.deadline, found.database) == (examples, None, None)
    assert found.derandomize is (name != "thorough")


def test_registered_under_their_names():
    register()
    assert all(settings.get_profile(name).max_examples == examples for name, examples in EXAMPLES.items())


def test_no_other_profile():
    with pytest.raises(KeyError):
        profile("quick")
