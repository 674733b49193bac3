"""Tables of numbers: what they show is what was computed, and what is unequal is seen."""

from dataclasses import replace

import pytest

from notebooks import tables
from proofs.algebra import scalar
from proofs.core.claims import Limit, Minimum
from proofs.core.listed import OptimalSteps, SemidefiniteBound
from proofs.moments.dependence import polynomials
from proofs.optimum import induction
from verify.checks.context import Context
from verify.checks.equality import values_comparison
from verify.checks.minimum import values_comparison as minimum_comparison


@pytest.fixture
def at(theorem):
    """A theorem of the catalogue, its first claim of a kind, and the context of a check."""

    def found(identifier, kind):
        whole = theorem(identifier)
        claim = next(claim for claim in whole.claims if isinstance(claim, kind))
        return claim, Context(identifier, whole)

    return found


def rows(page) -> list[list[str]]:
    """The cells of the table of a page, without its head."""
    lines = [line for line in page.text.splitlines() if line.startswith("|")]
    return [[cell.strip() for cell in line.strip("|").split(" | ")] for line in lines[2:]]


def test_both_sides_at_instances(theorem) -> None:
    whole = theorem("wishart.second_moment")
    (claim,) = whole.claims
    for right, verdict in ((claim.right, "equal"), (2 * claim.right, "**NOT EQUAL**")):
        changed = replace(claim, right=right)
        comparison = values_comparison(changed)
        page = tables.compared(comparison, Context("x", whole).instances(changed, comparison.involved))
        assert [row[-1].strip() for row in rows(page)] == [verdict] * tables.MOST


def test_the_minimizer_in_numbers(at) -> None:
    claim, context = at("many_layers.step_sizes", Minimum)
    instance, *_ = context.instances(claim, minimum_comparison(claim).involved)
    assert (instance.shape.n, instance.shape.d) == (3, 2)
    (_, step), (_, there), (_, value), (_, excess) = rows(tables.minimizer(claim, instance))
    assert step == r"$\tfrac{1}{2}$"
    assert there == value == "$1$"
    assert float(excess) > 0


def test_a_limit_is_approached(at) -> None:
    claim, context = at("one_layer.limits", Limit)
    instance, *_ = context.instances(claim, polynomials(claim))
    page = tables.approach(claim, instance, (10, 10**4, 10**8))
    first = [float(row[1].split()[0]) for row in rows(page)]
    distances = [abs(value - first[-1]) for value in first[:-1]]
    assert distances == sorted(distances, reverse=True)
    assert distances[-1] < 1e-6
    assert "K =" not in page.text


def test_certificates_are_accepted_or_not(at) -> None:
    claim, context = at("one_layer.blind_bound", SemidefiniteBound)
    found = rows(tables.certificates(claim, context))
    assert len(found) == len(claim.sizes)
    assert all(row[1] == row[2] and row[-1] == "yes" for row in found)
    elsewhere = replace(claim, sizes=((1, 7),))
    assert rows(tables.certificates(elsewhere, context))[0][2:] == ["none", "", "no"]
    other = replace(claim, objective=claim.objective.value() + scalar("d"))
    assert all(row[-1] == "no" for row in rows(tables.certificates(other, context)))


def test_least_losses() -> None:
    assert rows(tables.least_losses([4], [1, 2, 4])) == [
        ["n = 4", r"$\tfrac{1}{3}$", r"$\tfrac{1}{6}$", r"$\tfrac{1}{15}$"]
    ]


def test_best_steps(at) -> None:
    claim, _ = at("many_layers.step_sizes_listed", OptimalSteps)
    found = {row[0]: row for row in rows(tables.best_steps(claim))}
    assert found["d = 5, n = 20, L = 3"][1:] == [
        r"$\tfrac{12138645}{90852389}$", "12138645/90852389", "0.422409, 0.689126, 1.71422",
    ]  # fmt: skip


def test_equations_in_numbers(theorem) -> None:
    whole = theorem("many_layers.forward_pass")
    claim = whole.claims[0]
    equations = induction.equations(claim)
    involved = [side for _, *sides in equations for side in sides]
    instance, *_ = Context("x", whole).instances(claim, involved)
    assert {row[-1] for row in rows(tables.values(equations, instance))} == {"equal"}
    says, left, right = equations[-1]
    assert rows(tables.values([(says, left, 2 * right)], instance))[0][-1] == "**NOT EQUAL**"
