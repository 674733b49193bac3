"""Every case computes what it says, and the tables go where they belong. No timing here."""

import pytest

from benchmarks.cases import CASES
from benchmarks.command import MISUSE, main
from benchmarks.readme import MarkerError, replaced
from benchmarks.rivals import RIVALS
from benchmarks.startup import COMMANDS
from benchmarks.table import Figure, Ratio, Start, plain


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
    ratios = [Ratio(prepare().title, 200.0, 0.0001) for prepare in RIVALS]
    starts = [Start(" ".join(words), 2.5 * target, 1.0, target) for words, target in COMMANDS]
    text = plain("a machine", figures, ratios, starts)
    assert text.count("NO") == len(CASES) + len(COMMANDS)
    assert text.count("2,000,000") == len(RIVALS)
    assert max(map(len, text.splitlines())) <= 80


@pytest.mark.parametrize("arguments", [["--fast"], ["--markdown", "--write-readme"], ["8"]])
def test_misuse_is_one_line_and_status_3(arguments, capsys):
    with pytest.raises(SystemExit) as leave:
        main(arguments)
    assert leave.value.code == MISUSE
    assert capsys.readouterr().err.count("\n") == 1
