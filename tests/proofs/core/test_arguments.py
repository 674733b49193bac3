"""Arguments of another kind are told in one line: which one, what was expected, what came, what to do."""

import pytest

from proofs.core.arguments import LONGEST, came, check_kind, check_whole
from proofs.core.errors import InputError


def test_a_value_of_the_kind_passes():
    check_kind("size", 3, int | None, "an integer", "e.g. 3")
    check_kind("size", None, int | None, "an integer", "e.g. 3")
    check_whole("size", 1)
    check_whole("size", 0, 0)


def test_another_kind_is_refused():
    with pytest.raises(InputError, match=r"^size: expected an integer, got str 'a b'; e\.g\. 3$"):
        check_kind("size", "a b", int, "an integer", "e.g. 3")


@pytest.mark.parametrize("value", [0, -1, 1.5, 2.0, True, "2", None])
def test_only_integers_from_the_least_on_are_whole(value):
    with pytest.raises(InputError, match=r"^layers: expected an integer >= 1, got .*; e\.g\. 2$"):
        check_whole("layers", value)


def test_what_came_is_shown_in_one_short_line():
    assert came([1, 2]) == "list [1, 2]"
    assert len(came("a\nb" * 100)) <= LONGEST + len("str ...")
    assert "\n" not in came("a\nb")
