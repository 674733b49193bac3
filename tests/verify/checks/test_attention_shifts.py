"""Shifts of softmax attention in balls: the listed cosine, the expansion, and other ones refuted."""

from dataclasses import replace

import numpy as np
import pytest

from proofs.core.verdict import Verdict
from verify.checks.attention_shifts import cosine, expansion_refutation, expansion_roads, opposed_refutation

OPPOSED, SMALL = "softmax.opposed_shifts", "softmax.small_scale"


@pytest.fixture
def opposed(theorem):
    (found,) = theorem(OPPOSED).claims
    return found


@pytest.fixture
def expansion(theorem):
    (found,) = theorem(SMALL).claims
    return found


def softmax(scores):
    powers = np.exp(scores)
    return powers / powers.sum(axis=-1, keepdims=True)


def test_the_cosine_by_differences_of_floats(opposed):
    A, x, b = (np.array([[float(e.p) / float(e.q) for e in row] for row in rows])
               for rows in (opposed.A, (opposed.x,), (opposed.b,)))  # fmt: skip
    x, b = x[0], b[0]

    def loss(x):
        return ((softmax(A @ x) - b) ** 2).sum() / 2

    slope = [(loss(x + step) - loss(x - step)) / 2e-6 for step in 1e-6 * np.eye(len(x))]
    one = softmax(A @ (x - 0.1 * np.array(slope))) - softmax(A @ x)
    other = softmax((A + 0.1 * softmax(A @ A.T) @ A) @ x) - softmax(A @ x)
    assert float(cosine(opposed)) == pytest.approx(one @ other / np.linalg.norm(one) / np.linalg.norm(other), abs=1e-7)


def test_the_listed_cosine(opposed, context):
    assert opposed_refutation(opposed, context(OPPOSED)).verdict is Verdict.CERTIFIED


def test_other_cosines_are_refuted(opposed, context):
    for changes in ({"cosine": "-0.99999999999978"}, {"cosine": "0.5"}, {"update": -opposed.update}):
        road = opposed_refutation(replace(opposed, **changes), context(OPPOSED))
        assert road.verdict is Verdict.REFUTED
        assert road.witness.startswith("the cosine is ")


def test_the_expansion(expansion, context):
    symbolic, balls = expansion_roads(expansion, context(SMALL))
    assert (symbolic.verdict, balls.verdict) == (Verdict.PROVED, Verdict.CERTIFIED)


def test_other_expansions_are_refuted(expansion, context):
    for changes, says in (
        ({"first": 2 * expansion.first}, "the first derivative is"),
        ({"second": 2 * expansion.second}, "the second derivative is"),
        ({"order": 3}, "|R| ="),
    ):
        road = expansion_refutation(replace(expansion, **changes), context(SMALL))
        assert road.verdict is Verdict.REFUTED
        assert road.witness.startswith(says)
