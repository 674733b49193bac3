"""Gradient flows whose end is known; a start at rest is none."""

import numpy as np
import pytest

from proofs.algebra import matrix, scalar, trace, vector
from proofs.core.errors import InputError
from verify.evaluate.descent import Landscape
from verify.evaluate.entries import in_entries
from verify.evaluate.gradient_flow import form_at, gradient_flow, point_of

SIZES = {"d": 2}
A, v, b = matrix("A", "d", "d"), vector("v", "d"), scalar("b")
HYPERBOLA = in_entries((b * trace(A) - 1) ** 2, SIZES, ("b",))
"""Flows on it keep b^2 - |A|^2 and end where b tr A = 1."""


def flow(b_0, A_0):
    return gradient_flow(Landscape(HYPERBOLA), point_of(HYPERBOLA, {"b": np.array([[b_0]]), "A": np.array(A_0)}))


@pytest.mark.parametrize(("b_0", "A_0"), [(0.1, [[0.1, 0.3], [-0.2, 0.0]]), (2.0, [[1.0, 0.0], [0.0, 1.0]])])
def test_the_end_and_what_is_kept(b_0, A_0):
    path = flow(b_0, A_0)
    assert path.at_rest
    first, last = path.points[0], path.points[-1]
    assert form_at(b * trace(A), HYPERBOLA, last, SIZES)[0, 0] == pytest.approx(1, rel=1e-7)
    kept = b**2 - trace(A @ A.T)
    assert form_at(kept, HYPERBOLA, last, SIZES) == pytest.approx(form_at(kept, HYPERBOLA, first, SIZES), abs=1e-8)
    np.testing.assert_allclose(form_at(A, HYPERBOLA, first, SIZES), A_0)


def test_a_saddle_is_no_end():
    assert not flow(0.0, np.zeros((2, 2))).at_rest


def test_a_flow_may_start_at_zero():
    bowl = in_entries((b - 1) ** 2, SIZES, ("b",))
    path = gradient_flow(Landscape(bowl), np.zeros(1))
    assert path.at_rest
    assert path.points[-1] == pytest.approx([1])


def test_vectors_are_entries_too():
    bowl = in_entries(v.T @ v, SIZES, ())
    assert bowl.variables == ("v[0,0]", "v[1,0]")
    np.testing.assert_array_equal(point_of(bowl, {"v": np.array([[1.0], [2.0]])}), [1, 2])


def test_a_start_is_given_for_every_variable():
    with pytest.raises(InputError, match="no start for b"):
        point_of(HYPERBOLA, {"A": np.eye(2)})
