"""How long a sweep is: the profiles dev, ci and thorough, for tests and for the checks of level full."""

from hypothesis import settings

EXAMPLES = {"dev": 20, "ci": 100, "thorough": 1000}


def profile(name: str) -> settings:
    """The hypothesis settings of a profile: no deadline, nothing stored; dev and ci draw the same examples each time.

    Raises KeyError for another name.
    """
    return settings(
        max_examples=EXAMPLES[name],
        deadline=None,
        database=None,
        derandomize=name != "thorough",
        print_blob=name == "thorough",
    )


def register() -> None:
    """Make the profiles known to hypothesis by their names."""
    for name in EXAMPLES:
        settings.register_profile(name, profile(name))
