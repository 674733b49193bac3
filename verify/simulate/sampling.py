"""Data sets drawn from a task, with reproducible seeds."""

from dataclasses import dataclass
from hashlib import sha256

import numpy as np

from proofs.core.errors import InputError, ShapeError
from verify.simulate.arrays import FloatArray, transpose
from verify.simulate.inputs import Rows, normal

TOLERANCE = 1e-10
"""Relative size up to which an asymmetry or a negative eigenvalue of a covariance is put down to rounding."""


@dataclass(frozen=True, eq=False)
class Population:
    """n pairs, rows x_i of covariance input_covariance, w ~ N(task_mean, task_covariance), noise variance `noise`.

    x_q has the covariance query_covariance, None meaning that of the inputs. The covariances are (d, d), positive
    semidefinite; the mean is (d,), None meaning 0. The x are draws of `rows` times a root of their covariance.
    """

    n: int
    input_covariance: FloatArray
    task_covariance: FloatArray
    noise: float = 0.0
    query_covariance: FloatArray | None = None
    task_mean: FloatArray | None = None
    rows: Rows = normal

    def __post_init__(self) -> None:
        d = len(self.input_covariance)
        square, flat = (d, d), (d,)
        shapes = {"input_covariance": square, "task_covariance": square, "query_covariance": square, "task_mean": flat}
        for name, shape in shapes.items():
            given = getattr(self, name)
            if given is not None and given.shape != shape:
                raise ShapeError(f"{name} must have shape {shape}, got {given.shape}")
        if self.n < 1 or not self.noise >= 0:
            raise InputError(f"a population needs n >= 1 and noise >= 0, got n = {self.n}, noise = {self.noise}")

    @property
    def d(self) -> int:
        """The dimension of x and w."""
        return len(self.input_covariance)


@dataclass(frozen=True, eq=False)
class Sample:
    """Independent data sets: X (count, n, d), w (count, d), y = X w + eps and eps (count, n), x_q (count, d)."""

    X: FloatArray
    w: FloatArray
    y: FloatArray
    x_q: FloatArray
    eps: FloatArray

    @property
    def target(self) -> FloatArray:
        """w' x_q, of shape (count,)."""
        return np.asarray(np.einsum("ij,ij->i", self.w, self.x_q))


def generator(identifier: str, seed: int) -> np.random.Generator:
    """The random numbers of one claim: they depend on its id and on the user's seed only."""
    digest = sha256(f"{identifier}\n{seed}".encode()).digest()
    return np.random.default_rng(int.from_bytes(digest, "big"))


def draw(population: Population, count: int, rng: np.random.Generator) -> Sample:
    """`count` independent data sets."""
    n, d = population.n, population.d
    inputs, tasks = root(population.input_covariance), root(population.task_covariance)
    X = population.rows(rng, (count, n, d)) @ inputs
    queries = inputs if population.query_covariance is None else root(population.query_covariance)
    mean = np.zeros(d) if population.task_mean is None else population.task_mean
    x_q = population.rows(rng, (count, d)) @ queries
    w = rng.standard_normal((count, d)) @ tasks + mean
    eps = np.sqrt(population.noise) * rng.standard_normal((count, n))
    return Sample(X, w, (X @ w[..., None])[..., 0] + eps, x_q, eps)


def root(covariance: FloatArray) -> FloatArray:
    """The symmetric R of shape (d, d) with R' R = covariance, for semidefinite and ill-conditioned covariances too."""
    size = float(np.max(np.abs(covariance), initial=0.0))
    if not np.allclose(covariance, transpose(covariance), rtol=0, atol=TOLERANCE * size):
        raise InputError(f"a covariance must be symmetric, got {covariance.tolist()}")
    eigenvalues, vectors = np.linalg.eigh(covariance)
    if np.any(eigenvalues < -TOLERANCE * size):
        raise InputError(f"a covariance must be positive semidefinite, got eigenvalues {eigenvalues.tolist()}")
    result: FloatArray = vectors * np.sqrt(np.maximum(eigenvalues, 0.0)) @ transpose(vectors)
    return result
