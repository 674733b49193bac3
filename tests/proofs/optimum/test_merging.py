"""How best step sizes merge: discriminants, real zeros, equal and almost equal steps, against closed forms.

That the best real steps are those of a descent is tested in tests/verify/checks/test_merging.py.
"""

import pytest
from flint import ctx, fmpq, fmpq_poly

from proofs.optimum.merging import AlmostTied, discriminant, real_zeros
from proofs.optimum.orthogonal import quadratic_form, spectral_moments

MOMENTS = tuple(spectral_moments(20, 5, 7))


@pytest.fixture(autouse=True)
def precision():
    with ctx.workprec(128):
        yield


@pytest.mark.parametrize(
    ("coefficients", "zeros"),
    [
        ([2, -3, 1], [1, 2]),
        ([1, 0, 1], []),
        ([0, 0, 1, 1], [-1, 0]),
        ([-2, 1], [2]),
    ],
)
def test_real_zeros_in_order(coefficients, zeros):
    found = real_zeros(fmpq_poly(coefficients))
    assert [round(float(zero), 12) for zero in found] == zeros


def test_two_zeros_meet_where_the_discriminant_vanishes():
    """For two layers q(mu) = 1 + c_1 mu + c_2 mu^2 has a double zero where c_1^2 = 4 c_2."""
    polynomial = discriminant(MOMENTS, 2, 20)
    for level in (fmpq(1, 3), fmpq(2), fmpq(7)):
        form = quadratic_form(MOMENTS, 2, level / 20)
        right = [-form[1, 0], -form[2, 0]]
        det = form[1, 1] * form[2, 2] - form[1, 2] ** 2
        c_1 = (right[0] * form[2, 2] - right[1] * form[1, 2]) / det
        c_2 = (form[1, 1] * right[1] - form[2, 1] * right[0]) / det
        assert (polynomial(level) > 0) == (c_1**2 - 4 * c_2 > 0)
        assert (polynomial(level) == 0) == (c_1**2 == 4 * c_2)


def test_equal_steps_of_one_layer_are_the_best_step():
    """h(a) = G_00 + 2 a G_01 ... is least at a = -G_01 / G_11, the sign of the form being that of (1 - a mu)."""
    form = quadratic_form(MOMENTS, 1, fmpq(1, 20))
    tied = AlmostTied(MOMENTS, 1, fmpq(1, 20)).tied()
    best = form[0, 1] / form[1, 1]
    assert float(tied.a) == float(tied.b) == pytest.approx(float(int(best.p) / int(best.q)))
    least = form[0, 0] - form[0, 1] ** 2 / form[1, 1]
    assert float(tied.value) == pytest.approx(int(least.p) / int(least.q))


@pytest.mark.parametrize("noise", [1, 3])
def test_steps_apart_are_critical_and_different(noise):
    """A small move of a or b changes the loss by no more than its square."""
    form = quadratic_form(MOMENTS, 3, fmpq(noise, 20))
    entries = [[int(x.p) / int(x.q) for x in row] for row in form.tolist()]

    def loss(a, b):
        q = [1.0]
        for step in (a, a, b):
            q = [x - step * y for x, y in zip([*q, 0.0], [0.0, *q], strict=True)]
        return sum(q[j] * q[k] * entries[j][k] for j in range(4) for k in range(4))

    found = AlmostTied(MOMENTS, 3, fmpq(noise, 20)).apart()
    assert found
    for steps in found:
        a, b = float(steps.a), float(steps.b)
        assert abs(a - b) > 1e-3
        assert loss(a, b) == pytest.approx(float(steps.value))
        for moved in ((a + 1e-5, b), (a, b + 1e-5)):
            assert abs(loss(*moved) - loss(a, b)) < 1e-6
