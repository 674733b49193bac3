"""Laws of inputs for sampling: their moments, and losses of the least weights against exact ones."""

import numpy as np
import pytest
from flint import fmpq, fmpq_mat

from proofs.core.errors import InputError
from proofs.core.task import LinearAttention
from verify.evaluate.minimizer import EllipticalLaw, IndependentLaw, minimize
from verify.simulate import Population, generator, sampled_loss, weights_from_blocks
from verify.simulate.arrays import as_floats
from verify.simulate.inputs import laplace, normal, on_a_sphere, student, three_points, uniform

SAMPLES, LIMIT = 200_000, 5
LAWS = {
    "normal": (normal, EllipticalLaw(fmpq(1))),
    "t": (student(20), EllipticalLaw(fmpq(18, 16))),
    "sphere": (on_a_sphere(0.5), EllipticalLaw(fmpq(1, 2))),
    "sphere or 0": (on_a_sphere(2.0), EllipticalLaw(fmpq(2))),
    "signs": (three_points(np.ones(2)), IndependentLaw(fmpq(1))),
    "sparse": (three_points(np.full(2, 4.0)), IndependentLaw(fmpq(4))),
    "uniform": (uniform, IndependentLaw(fmpq(9, 5))),
    "laplace": (laplace, IndependentLaw(fmpq(6))),
}


def pairings(kind: EllipticalLaw | IndependentLaw, d: int) -> np.ndarray:
    one = np.eye(d)
    sums = sum(np.einsum(f"{a},{b}->ijkl", one, one) for a, b in (("ij", "kl"), ("ik", "jl"), ("il", "jk")))
    if isinstance(kind, EllipticalLaw):
        return float(kind.kappa) * sums
    same = np.einsum("ij,jk,kl->ijkl", one, one, one)
    return sums + (float(kind.kurtosis) - 3) * same


@pytest.mark.parametrize("name", LAWS)
def test_moments_up_to_order_four(name):
    rows, kind = LAWS[name]
    x = rows(generator(name, 0), (SAMPLES, 2))
    for power, expected in ((1, np.zeros(2)), (2, np.eye(2)), (4, pairings(kind, 2))):
        letters = "ijkl"[:power]
        values = np.einsum(",".join(f"n{letter}" for letter in letters) + f"->n{letters}", *[x] * power)
        error = values.std(axis=0) / np.sqrt(SAMPLES)
        assert np.all(np.abs(values.mean(axis=0) - expected) <= LIMIT * error + 1e-12)


@pytest.mark.parametrize("name", LAWS)
def test_the_least_loss_of_a_law_is_what_the_forward_pass_reaches(name):
    rows, kind = LAWS[name]
    Sigma, Psi, noise, n = fmpq_mat(2, 2, [2, 0, 0, fmpq(1, 2)]), fmpq_mat(2, 2, [2, 1, 1, 1]), fmpq(1, 3), 4
    best = minimize(Sigma, Psi, noise, n, kind)
    model = LinearAttention()
    weights = weights_from_blocks(model, 2, {"b_y": 1.0, "A_x": -as_floats(best.A).T})
    population = Population(n, as_floats(Sigma), as_floats(Psi), float(noise), rows=rows)
    sampled = sampled_loss(model, weights, population, SAMPLES, generator(f"{name} loss", 0))
    assert abs(sampled.z(float(best.loss))) < LIMIT
    assert sampled.trusted
    other = minimize(Sigma, Psi, noise, n, EllipticalLaw(fmpq(4)))
    assert abs(sampled.z(float(other.loss))) > LIMIT


def test_the_shape_is_kept():
    for rows, _ in LAWS.values():
        assert rows(generator("shape", 0), (5, 3, 2)).shape == (5, 3, 2)


def test_laws_that_do_not_exist():
    with pytest.raises(InputError, match="more than 4 degrees"):
        student(4)
    with pytest.raises(InputError, match="kappa < 2/4"):
        on_a_sphere(0.49)(generator("none", 0), (1, 2))
