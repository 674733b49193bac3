"""Every case computes what it says. No timing here."""

import pytest

from benchmarks.cases import CASES


@pytest.mark.parametrize("name", CASES)
def test_a_case_has_the_stated_number_of_terms(name):
    assert len(CASES[name].prepare()()) == CASES[name].terms
