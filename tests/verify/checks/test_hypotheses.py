"""Points that the hypotheses exclude, and domains that they lack, are refused; others pass."""

from dataclasses import replace

import pytest
import sympy as sp
from flint import fmpq

from proofs.algebra import scalar
from proofs.core.claims import DegreeBound
from proofs.core.errors import InputError
from proofs.core.rates import OUT, Rate
from proofs.core.ridge_functions import DIM, SPREAD, RidgeFunctions, T
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.theorem import Theorem
from proofs.entrywise.claims import Inequality, LooseBound
from verify.checks.context import Context
from verify.checks.hypotheses import is_refused, refuse_against, refuse_point, refuse_simplex

t = sp.Symbol("t", nonnegative=True)
TAIL = sp.exp(-(OUT**2) / 2) / sp.sqrt(2 * sp.pi)
DOMAINS = {
    "inequality": (Inequality(name="c", smaller=1 - t, larger=1 + t, variable=t), (("t", Predicate.NONNEGATIVE),)),
    "rate": (Rate(name="c", operator="aff", leading=TAIL, bound=TAIL), (("t", Predicate.POSITIVE),)),
    "constant": (
        LooseBound(name="c", slope=fmpq(1, 2), power=fmpq(1), growth=fmpq(1)),
        (("R", Predicate.POSITIVE), ("n", Predicate.INTEGER)),
    ),
    "family": (
        RidgeFunctions(name="c", below=T, above=T, signal=SPREAD * DIM, power=SPREAD * DIM * (DIM + 2), single=True),
        (("d", Predicate.INTEGER), ("omega", Predicate.POSITIVE)),
    ),
}


def said(*pairs: tuple[str, Predicate]) -> tuple[Hypothesis, ...]:
    return tuple(Hypothesis(name, predicate, "a test") for name, predicate in pairs)


@pytest.mark.parametrize("kind", DOMAINS)
def test_what_a_kind_takes_for_granted_is_assumed_or_the_claim_is_refused(kind: str) -> None:
    claim, domain = DOMAINS[kind]
    refuse_against(claim, said(*domain))
    for place, (name, _) in enumerate(domain):
        rest = (*domain[:place], *domain[place + 1 :])
        with pytest.raises(InputError, match=f"made for {name} .*, the theorem assumes nothing of {name}"):
            refuse_against(claim, said(*rest))
        with pytest.raises(InputError, match=f"the theorem assumes {name} arbitrary"):
            refuse_against(claim, said(*rest, (name, Predicate.ANY)))


@pytest.mark.parametrize(
    "identifier",
    [
        "many_layers.step_sizes_listed",
        "many_layers.plus_plus_tails",
        "many_layers.merging",
        "many_layers.all_weights",
        "many_layers.two_layers",
        "many_layers.global_optimum",
        "many_layers.spurious_minima",
        "one_layer.one_dimension",
        "one_layer.two_functions",
        "softmax.gradient_shift",
        "softmax.opposed_shifts",
        "metrics.ridge_listed",
    ],
)
def test_every_listed_kind_obeys_hypotheses_on_its_sizes(theorem, identifier: str) -> None:
    """Every point says n and d, and one with n < d + 2 is refused where n >= d + 2 is assumed."""
    found = theorem(identifier)
    for claim in found.claims:
        refuse_against(claim, found.hypotheses)
        least = min(dict(values)["n"] - dict(values)["d"] for values in claim.listed)
        assert is_refused(claim, said(("n", Predicate.ABOVE_D))) is (least < 2)
        assert {"n", "d"} <= {name for values in claim.listed for name, _ in values}


@pytest.mark.parametrize(
    ("values", "hypothesis", "refused"),
    [
        ((("d", 5), ("n", 7)), ("n", Predicate.ABOVE_D), False),
        ((("d", 5), ("n", 6)), ("n", Predicate.ABOVE_D), True),
        ((("d", 1), ("L", 1)), ("L", Predicate.AT_LEAST_TWO), True),
        ((("n", 7),), ("n", Predicate.AT_LEAST_D), True),
        ((("d", 2), ("a", fmpq(-1))), ("a", Predicate.POSITIVE), True),
        ((("d", 2), ("a", fmpq(0))), ("a", Predicate.NONNEGATIVE), False),
        ((("d", 2), ("a", fmpq(-1))), ("a", Predicate.POSITIVE_DEFINITE), True),
        ((("d", 2), ("a", fmpq(-1))), ("b", Predicate.POSITIVE), False),
        ((("d", 2), ("A", ((1, 0), (0, 2)))), ("A", Predicate.DIAGONAL), False),
        ((("d", 2), ("A", ((2, 1), (1, 2)))), ("A", Predicate.DIAGONAL), True),
        ((("d", 2), ("A", ((1, 2), (2, 1)))), ("A", Predicate.POSITIVE_DEFINITE), True),
        ((("d", 2), ("A", ((0, 1), (-1, 0)))), ("A", Predicate.ORTHOGONAL), False),
        ((("d", 2), ("A", ((2, 0), (0, 1)))), ("A", Predicate.ORTHOGONAL), True),
        ((("d", 2), ("A", ((1, 1), (1, 1)))), ("A", Predicate.INVERTIBLE), True),
        ((("d", 2), ("A", ((1, 1), (1, 1)))), ("A", Predicate.SYMMETRIC), False),
        ((("d", 2), ("A", ((1, 1), (0, 1)))), ("A", Predicate.SYMMETRIC), True),
        ((("d", 2), ("kappa", fmpq(1, 4))), ("kappa", Predicate.ELLIPTICAL), True),
        ((("d", 2), ("kappa", fmpq(1, 2))), ("kappa", Predicate.ELLIPTICAL), False),
        ((("n", 2), ("kappa", fmpq(1, 2))), ("kappa", Predicate.ELLIPTICAL), True),
        ((("n", 2), ("c", fmpq(1, 2))), ("c", Predicate.AT_LEAST_ONE), True),
        ((("d", 2), ("v", ((1, -1),))), ("v", Predicate.POSITIVE), True),
    ],
)
def test_points_against_one_hypothesis(values, hypothesis, refused: bool) -> None:
    if not refused:
        refuse_point("c", values, said(hypothesis))
        return
    with pytest.raises(InputError, match=f"the hypothesis {hypothesis[0]}"):
        refuse_point("c", values, said(hypothesis))


def test_a_claim_at_one_dimension_is_none_for_all_d() -> None:
    x = scalar("x")
    claim = DegreeBound(name="c", prediction=x, query=x, gram=x, steps=1)
    assert is_refused(claim, said(("d", Predicate.AT_LEAST_TWO)))
    theorem = Theorem(Source("a test"), said(("d", Predicate.INTEGER), ("n", Predicate.INTEGER)), (claim,))
    assert "d" in Context("a.test", theorem).narrowed(claim)


def test_made_controls_outside_the_hypotheses_are_left_out(theorem) -> None:
    """One dimension more at n = d + 2 is no point of the theorem, so it is no control either."""
    (claim,) = theorem("many_layers.step_sizes_listed").claims
    (point, *_) = claim.points
    at_the_edge = replace(claim, points=(replace(point, dim=5, context=7),))
    beyond = replace(claim, points=(replace(point, dim=6, context=7),))
    assert not is_refused(at_the_edge, said(("n", Predicate.ABOVE_D)))
    assert is_refused(beyond, said(("n", Predicate.ABOVE_D)))


@pytest.mark.parametrize("predicate", [Predicate.ANY, Predicate.INTEGER, Predicate.POSITIVE_DEFINITE])
def test_a_simplex_is_nothing_else(predicate: Predicate) -> None:
    with pytest.raises(InputError, match="positive with sum 1, the theorem says f"):
        refuse_simplex("c", ("f",), said(("f", predicate)))
    refuse_simplex("c", ("f",), said(("f", Predicate.NONNEGATIVE), ("v", predicate)))
