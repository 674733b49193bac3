"""Every kind of claim has words and cells; an unknown kind is misuse."""

import pytest

from notebooks.chapters import CHAPTERS, chapter
from notebooks.statements.table import STATEMENTS, statement
from proofs.algebra.abbreviation import polynomial
from proofs.algebra.typesetting import latex
from proofs.core.catalogue import catalogue
from proofs.core.claims import Claim, Equality, Implements, Minimum
from proofs.core.errors import InputError
from verify.checks.table import CHECKS


def claims(theorem):
    return [claim for identifier in catalogue() for claim in theorem(identifier).claims]


def test_every_kind_has_words_and_cells(theorem) -> None:
    assert set(STATEMENTS) == set(CHAPTERS) == set(CHECKS)
    assert all(statement(claim) for claim in claims(theorem))
    assert all(chapter(claim) for claim in claims(theorem))


@pytest.mark.parametrize("say", [statement, chapter])
def test_an_unknown_kind_is_misuse(say) -> None:
    with pytest.raises(InputError, match="for claims of kind Claim; add some to notebooks/"):
        say(Claim(name="some"))


def test_formulas_are_those_of_the_claim(theorem) -> None:
    equal, implements, optimum = (
        next(claim for claim in theorem("one_layer.optimum").claims if isinstance(claim, kind))
        for kind in (Equality, Implements, Minimum)
    )
    assert latex(polynomial(equal.right)) in statement(equal)
    assert latex(polynomial(implements.algorithm)) in statement(implements)
    (_, best), *_ = optimum.minimizer
    assert f"A = {latex(polynomial(best))}" in statement(optimum)
    assert "attained only at" in statement(optimum)


def test_only_abbreviations_in_use_are_explained(theorem) -> None:
    moment = next(claim for claim in theorem("one_layer.optimum").claims if claim.name == "second moment of g")
    assert "K = " in statement(moment)
    assert "t = " in statement(moment)
    assert "D = " not in statement(moment)


def test_numbers_with_roots(theorem) -> None:
    (claim,) = theorem("many_layers.all_weights").claims
    said = statement(claim)
    assert all(f"n = {point.context} |" in said for point in claim.points)
    assert r"\sqrt{\tfrac{1}{225}}" in said
    assert "+ -" not in said
    assert r"\sqrt{0}" not in said


def test_of_fifty_digits_some_are_shown(theorem) -> None:
    (claim,) = theorem("many_layers.plus_plus_points").claims
    (_, digits), *_ = claim.points[0].entries
    assert digits not in statement(claim)
    assert f"{digits[:14]}..." in statement(claim)
    assert claim.points[0].value in statement(claim)
