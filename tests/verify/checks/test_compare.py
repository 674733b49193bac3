"""Exact comparison at instances: agreement, the first difference, silence."""

import pytest
from flint import fmpq, fmpq_mat

from proofs.algebra import matrix, scalar
from proofs.core.verdict import Verdict
from verify.checks.compare import Comparison, at, compared, difference, shortened
from verify.sweep.instance import Instance, Shape

A, x = matrix("A", "d", "d"), scalar("x")


def instance(number, d=1):
    return Instance(Shape(2, d), {"A": fmpq_mat(d, d, [number] * d * d)}, {}, {"x": fmpq(number), "d": fmpq(d)}, {})


def sides(left, right):
    return lambda item: ("values", at(left, item), at(right, item))


def test_agreement_is_certified_with_its_range():
    road = compared("exact", [instance(1), instance(2, d=3)], sides(x * A, A * x))
    assert (road.verdict, road.detail) == (Verdict.CERTIFIED, "2 instances agree exactly")
    assert str(road.scope) == "d = 1..3; n = 2; 2 instances"


def test_the_first_difference_is_the_witness():
    road = compared("exact", [instance(1), instance(3), instance(5)], sides(x * x, x))
    assert road.verdict is Verdict.REFUTED
    assert road.witness == "values: 9, claimed 3 at x = 3, d = 1; A = [[3]]"
    assert road.scope.instances == 2


@pytest.mark.parametrize("instances", [[], [instance(1)]])
def test_silence_is_unknown(instances):
    road = compared("exact", instances, lambda item: None)
    assert road.verdict is Verdict.UNKNOWN
    assert road.detail == ("no instance applies" if instances else "no instance has all that is assumed")


def test_the_smallest_instance_refutes():
    road = compared("exact", [instance(2, d=3), instance(2, d=1), instance(2, d=2)], sides(x * A, A))
    assert road.witness == "values: 4, claimed 2 at x = 2, d = 1; A = [[2]]"


@pytest.mark.parametrize(
    ("left", "right", "words"),
    [
        ([[1]], [[2]], "1, claimed 2"),
        ([[1, 2], [3, 4]], [[1, 2], [5, 6]], "entry (2,1) is 3, claimed 5"),
        ([[1, 2]], [[1, 2]], "equal"),
    ],
)
def test_difference(left, right, words):
    assert difference(fmpq_mat(left), fmpq_mat(right)) == words


@pytest.mark.parametrize("length", [10, 300, 301, 1000])
def test_long_text_is_cut_with_a_mark(length):
    text = shortened("x" * length)
    assert len(text) <= 300
    assert (text == "x" * length) == (length <= 300)
    assert text.endswith(" ...") == (length > 300)


def test_what_a_comparison_involves():
    found = Comparison((A, x * A, x + 0 * x), sides(A, A))
    assert {letter.name for letter in found.letters} == {"A"}
    assert found.scalars == {"x"}
