"""The model of a claim against its formula: compared at some instance, or the claim stays UNKNOWN."""

from dataclasses import replace

import pytest

from proofs.algebra import identity, scalar
from proofs.algebra.symbols import number
from proofs.attention.linear import sparse_loss
from proofs.core.claims import Experiment
from proofs.core.listed import CriticalPoints, Located
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.task import LinearAttention, Task
from proofs.core.theorem import Theorem
from proofs.core.verdict import Verdict
from verify.checks.context import Context
from verify.checks.critical_points import roads
from verify.checks.model import model_road

STEP = scalar("a") * identity("d")
FITTING = {
    "all sizes": (Predicate.INTEGER, Predicate.INTEGER),
    "long contexts in two dimensions": (Predicate.AT_LEAST_TWO, Predicate.ABOVE_D),
    "short contexts": (Predicate.AT_LEAST_TWO, Predicate.BELOW_D),
}


def under(d: Predicate, n: Predicate) -> Context:
    hypotheses = (Hypothesis("d", d, "size"), Hypothesis("n", n, "size"))
    return Context("a.test", Theorem(Source("a test"), hypotheses, ()))


def claimed(factor: int) -> CriticalPoints:
    """The loss of the layer with A_x = -a I, said to be that of one with a multiple of it."""
    blocks = (("b_y", number(1)), ("A_x", -factor * STEP))
    point = Located((("d", 2), ("n", 4)), (("a", "0.571"),), "0.857")
    return CriticalPoints(
        name="point", objective=sparse_loss(Task(), STEP).value(), negative=0, points=(point,),
        experiment=Experiment(LinearAttention(), Task(), blocks),
    )  # fmt: skip


@pytest.mark.parametrize("sizes", FITTING)
@pytest.mark.parametrize(("factor", "verdict"), [(1, Verdict.CERTIFIED), (2, Verdict.REFUTED)])
def test_a_model_is_compared_at_sizes_that_the_hypotheses_admit(sizes, factor, verdict):
    claim = claimed(factor)
    road = model_road(claim, claim.objective, under(*FITTING[sizes]))
    assert road.verdict is verdict


def test_a_claim_without_a_model_has_no_such_road():
    claim = replace(claimed(1), experiment=None)
    assert model_road(claim, claim.objective, under(*FITTING["all sizes"])) is None


def test_what_is_compared_nowhere_stays_unknown():
    claim = claimed(1)
    nowhere = replace(under(*FITTING["all sizes"]).theorem, hypotheses=(Hypothesis("d", Predicate.INTEGER, "size"),
        Hypothesis("n", Predicate.BELOW_D, "size"), Hypothesis("n", Predicate.AT_LEAST_D, "size")))  # fmt: skip
    empty = model_road(claim, claim.objective, Context("a.test", nowhere))
    assert (empty.verdict, empty.limit) == (Verdict.UNKNOWN, Verdict.UNKNOWN)
    assert "not compared with the objective" in empty.detail


def test_another_model_takes_their_certificates_from_the_roads_to_its_formula():
    found = roads(claimed(2), under(*FITTING["all sizes"]))
    assert [road.verdict for road in found] == [Verdict.SUPPORTED, Verdict.REFUTED]
