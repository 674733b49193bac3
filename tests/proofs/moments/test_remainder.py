"""What is left of left - right: nothing of what closes, the first terms of what does not."""

from proofs.algebra import matrix, scalar, trace
from proofs.core.claims import Equality
from proofs.core.derivation import Reciprocal
from proofs.core.proof import Line
from proofs.core.task import RidgeOperator
from proofs.moments.mean import Mean
from proofs.moments.remainder import MOST, first_terms, remainder, remainder_text
from proofs.moments.ridge import ridge

A, X, n, r, s = matrix("A", "d", "d"), matrix("X", "n", "d"), scalar("n"), scalar("r"), scalar("s")


def open_line(left, right) -> Line:
    return Line("x", "rule", "", holds=False, left=left, right=right)


def claim(left, right, **more) -> Equality:
    return Equality(name="c", left=left, right=right, **more)


def left_over(left, right, **more) -> str:
    return remainder_text(open_line(left, right), claim(left, right, **more))


def test_the_terms_that_are_left():
    assert left_over(trace(A) + s, s + 2 * n) == "left - right = -2 n + tr(A)"
    assert left_over(Mean(A @ A, ()), A) == "left - right = -A + A A"


def test_reciprocals_are_multiplied_out():
    found = left_over(n * r, r, abbreviations=(Reciprocal(r, n + 1),))
    assert found.startswith("a positive multiple of left - right = ")


def test_equations_of_operators_are_used():
    operator = RidgeOperator("H", noise="s")
    H, _ = ridge(operator)
    true, false = X.T - s * H, X.T - 2 * s * H
    assert left_over(H @ X @ X.T, true, operators=(operator,)) == ""
    assert left_over(H @ X @ X.T, false, operators=(operator,)) == "left - right = s H"


def test_nothing_is_left_of_a_closed_line_or_of_no_equation():
    both = claim(A, 2 * A)
    assert remainder(Line("x", "rule", "", holds=True, left=A, right=2 * A), both) is None
    assert remainder(Line("x", "rule", "", holds=False), both) is None
    assert remainder(open_line(A, A), both) is None


def test_what_cannot_be_computed_is_not_told():
    random = matrix("Z", "n", "d")
    assert remainder(open_line(A, random), claim(A, A)) is None


def test_ten_terms_and_how_many_more():
    names = [scalar(f"x{place}") for place in range(MOST + 3)]
    whole = sum(names[1:], names[0])
    shown, further = first_terms(whole)
    assert (len(shown.terms), further) == (MOST, 3)
    assert left_over(whole, n - n).endswith(" ... and 3 more")
    assert first_terms(shown) == (shown, 0)
