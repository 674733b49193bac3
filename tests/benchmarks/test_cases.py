"""Every case computes what it says, and the tables go where they belong. No timing here."""

import pytest

from benchmarks.cases import CASES
from benchmarks.command import MISUSE, main
from benchmarks.readme import MarkerError, replaced
from benchmarks.table import Figure, Ratio, plain


@pytest.mark.parametrize("name", CASES)
def test_a_case_has_the_stated_number_of_terms(name):
    assert len(CASES[name].prepare()()) == CASES[name].terms


def test_the_readme_keeps_what_is_outside_the_markers():
    text = "above\n<!-- benchmarks -->\nold\n<!-- /benchmarks -->\nbelow\n"
    assert replaced(text, "new") == text.replace("old", "new")
    with pytest.raises(MarkerError, match="must hold the line"):
        replaced("<!-- /benchmarks --> <!-- benchmarks -->", "new")


def test_a_missed_target_is_shown_within_80_columns():
    figures = [Figure(case.title, 2 * case.target, case.target, case.terms) for case in CASES.values()]
    text = plain("a machine", figures, [Ratio("another way", 2.0, 0.001)])
    assert text.count("NO") == len(CASES)
    assert "2,000" in text
    assert max(map(len, text.splitlines())) <= 80


@pytest.mark.parametrize("arguments", [["--fast"], ["--markdown", "--write-readme"], ["8"]])
def test_misuse_is_one_line_and_status_3(arguments, capsys):
    with pytest.raises(SystemExit) as leave:
        main(arguments)
    assert leave.value.code == MISUSE
    assert capsys.readouterr().err.count("\n") == 1
