"""The part of the README that holds the tables: only it is replaced, and markers that are not there are told."""

import pytest

from benchmarks.readme import END, README, START, MarkerError, check_markers, replaced


def test_the_readme_keeps_what_is_outside_the_markers():
    text = "above\n<!-- benchmarks -->\nold\n<!-- /benchmarks -->\nbelow\n"
    assert replaced(text, "new") == text.replace("old", "new")
    with pytest.raises(MarkerError, match="must hold the line"):
        replaced("<!-- /benchmarks --> <!-- benchmarks -->", "new")


@pytest.mark.parametrize("text", ["", START, f"{END} {START}", f"{START} {END} {END}"])
def test_markers_stand_once_and_in_order(text):
    with pytest.raises(MarkerError, match="must hold the line"):
        check_markers(text)


def test_the_readme_of_the_project_has_them():
    check_markers(README.read_text(encoding="utf-8"))
