"""Property sweeps over covariances, dimensions and weights: what the catalogue proves holds at drawn instances.

Losses come from the literal forward pass and means from the entries, wherever a claim speaks of them.
"""

import pytest
from flint import fmpq_mat
from hypothesis import given
from hypothesis import strategies as st

from proofs.algebra import evaluate, inverse, matrix, scalar, symmetric, trace
from proofs.algebra.evaluation import value
from proofs.attention.linear import sparse_weights
from proofs.core.catalogue import catalogue
from proofs.core.claims import Equality, Implements, LowerBound
from proofs.core.derivation import Definition
from proofs.core.statement import Hypothesis, Predicate
from proofs.core.task import LinearAttention, Task
from verify.checks import equality, implements, minimum
from verify.checks.definition import entrywise_comparison, loss_comparison
from verify.simulate.exact import Roots, exact_loss
from verify.simulate.weights import weights_from_blocks
from verify.sweep.strategies import instances, shapes

n, s, t = scalar("n"), scalar("sigma2"), scalar("t")
Sigma, Psi, K, A = symmetric("Sigma", "d"), symmetric("Psi", "d"), symmetric("K", "d"), matrix("A", "d", "d")
GIVEN = (
    Definition(t, (trace(Sigma @ Psi) + s) / n),
    Definition(K, (n + 1) / n * Sigma @ Psi @ Sigma + t * Sigma),
)
BEST = Psi @ Sigma @ inverse(K)
LEAST = trace(Sigma @ Psi) - trace(Sigma @ BEST @ Sigma @ Psi)
GAP = trace(Sigma @ (A - BEST) @ K @ (A - BEST).T)
HYPOTHESES = (
    Hypothesis("Sigma", Predicate.POSITIVE_DEFINITE, ""),
    Hypothesis("Psi", Predicate.POSITIVE_SEMIDEFINITE, ""),
    Hypothesis("sigma2", Predicate.NONNEGATIVE, ""),
    Hypothesis("t", Predicate.POSITIVE, ""),
)
DRAWN = instances(HYPOTHESES, GAP.letters, GAP.scalars, GIVEN, shapes(largest_n=4, largest_d=3, most_entries=6))


def loss(instance, A):
    """The exact loss of the literal forward pass with b_y = 1, A_x = -A'."""
    weights = weights_from_blocks(LinearAttention(), instance.shape.d, {"b_y": instance.numbers["n"] * 0 + 1,
                                                                       "A_x": -1 * A.transpose()})  # fmt: skip
    roots = Roots(instance.roots["Sigma"], instance.roots["Psi"], instance.noise_roots["sigma2"])
    return exact_loss(LinearAttention(), weights, roots, instance.shape.n)


@given(DRAWN)
def test_the_loss_at_the_claimed_optimum_is_the_claimed_minimum(instance):
    best = evaluate(BEST, instance.matrices, instance.numbers)
    assert loss(instance, best) == value(LEAST, instance.matrices, instance.numbers)


@given(DRAWN)
def test_every_other_weight_loses_the_gap_more(instance):
    lost = loss(instance, instance.matrices["A"])
    least, gap = (value(item, instance.matrices, instance.numbers) for item in (LEAST, GAP))
    assert lost == least + gap
    assert gap >= 0
    best = evaluate(BEST, instance.matrices, instance.numbers)
    assert (gap == 0) == (instance.matrices["A"] == best)


@given(DRAWN, st.integers(0, 8))
def test_a_step_away_from_the_optimum_loses(instance, place):
    best = evaluate(BEST, instance.matrices, instance.numbers)
    d = instance.shape.d
    step = fmpq_mat(d, d, [int(k == place % (d * d)) for k in range(d * d)])
    assert loss(instance, best + step) > loss(instance, best) < loss(instance, best - step)


def test_the_weights_are_those_of_the_theorem(theorem):
    placed = sparse_weights(A)
    assert [str(value) for value in placed.values()] == ["0", "1", "-A'", "0"]
    claim = next(item for item in theorem("one_layer.optimum").claims if isinstance(item, LowerBound))
    assert claim.value == LEAST
    assert claim.experiment.task == Task("Sigma", "Psi", "sigma2")


def comparison(claim):
    """The exact comparison that belongs to a claim, from the definition where there is one; None if there is none."""
    match claim:
        case Equality():
            from_definition = loss_comparison(claim, claim.right) or entrywise_comparison(claim)
            return from_definition or equality.values_comparison(claim)
        case LowerBound():
            return minimum.values_comparison(claim)
        case _:
            return implements.forward_comparison(claim) or implements.values_comparison(claim)


DEEP = ("L = 2", "L = 3", "L = 4")


@pytest.mark.slow
@pytest.mark.parametrize("identifier", catalogue())
def test_the_catalogue_holds_at_swept_instances(identifier, theorem):
    for claim in theorem(identifier).claims:
        if isinstance(claim, Equality | LowerBound | Implements) and not claim.name.startswith(DEEP):
            assert_swept(claim, theorem(identifier).hypotheses)


def assert_swept(claim, hypotheses):
    """The two sides agree at every drawn instance."""
    found = comparison(claim)
    if found is None:
        assert claim.operators, "a mean that cannot be written out"
        return
    sizes = shapes(most_entries=4 if found.small else 8)

    @given(instances(hypotheses, found.letters, found.scalars, claim.abbreviations, sizes, claim.operators))
    def agree(instance):
        sides = found.sides(instance)
        assert sides is None or sides[1] == sides[2], (claim.name, sides[0])

    agree()
