"""The weights of a model as full matrices, and how they are put together from named blocks."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from flint import fmpq

from proofs.core.errors import InputError, ShapeError
from proofs.core.task import LinearAttention, Model, ReadOutAttention
from verify.simulate.arrays import Array, Value, as_array


@dataclass(frozen=True, eq=False)
class LinearWeights:
    """P_l and Q_l of LinearAttention, each of shape (d+1, d+1), first layer first."""

    P: tuple[Array, ...]
    Q: tuple[Array, ...]

    @property
    def arrays(self) -> tuple[Array, ...]:
        """P_0, P_1, ..., Q_0, Q_1, ..."""
        return (*self.P, *self.Q)

    def with_arrays(self, arrays: Sequence[Array]) -> "LinearWeights":
        """Weights of the same structure with other numbers, in the order of `arrays`."""
        return LinearWeights(tuple(arrays[: len(self.P)]), tuple(arrays[len(self.P) :]))


@dataclass(frozen=True, eq=False)
class ReadOutWeights:
    """u = W_V' h of shape (d+1,) and N = W_K' W_Q of shape (d+1, d+1) of ReadOutAttention."""

    u: Array
    N: Array

    @property
    def arrays(self) -> tuple[Array, ...]:
        """u, N."""
        return (self.u, self.N)

    def with_arrays(self, arrays: Sequence[Array]) -> "ReadOutWeights":
        """Weights of the same structure with other numbers, in the order of `arrays`."""
        return ReadOutWeights(*arrays)


Weights = LinearWeights | ReadOutWeights
Take = Callable[[str, tuple[int, ...]], Array]


def weights_from_blocks(model: Model, d: int, blocks: Mapping[str, Value]) -> Weights:
    """The weights from their blocks; those not named are zero.

    LinearAttention: P = [[P_xx, P_xy], [b_x', b_y]], Q = [[A_x, Q_xy], [a_y', Q_yy]], the names of layer l > 0 end in
    _l. ReadOutAttention: u = (u_x, u_y), N = [[N_xx, N_xy], [N_yx', N_yy]]. Names in xx or A_x are (d, d), scalars
    (), all others (d,) or (d, 1). One block of rationals makes all of them rationals; floats then are refused.
    """
    given = {name: as_array(value) for name, value in blocks.items()}
    exact = any(value.dtype == object for value in given.values())
    for name, value in given.items():
        if exact and value.dtype != object:
            raise InputError(f"block {name} is made of floats, others of rationals: give all as fmpq or all as floats")

    known: list[str] = []

    def take(name: str, shape: tuple[int, ...]) -> Array:
        known.append(name)
        value = given.pop(name, None)
        return _zeros(shape, exact) if value is None else _fitted(name, value, shape)

    weights = _read_out(take, d) if isinstance(model, ReadOutAttention) else _linear(take, d, _layers(model))
    if given:
        raise InputError(
            f"{type(model).__name__} has no block named {', '.join(sorted(given))}: expected some of {', '.join(known)}"
        )
    return weights


def check(model: Model, weights: Weights, d: int) -> None:
    """Raise InputError for weights of another model, ShapeError for weights of another d or number of layers."""
    if isinstance(model, ReadOutAttention) == isinstance(weights, LinearWeights):
        raise InputError(f"{model} does not take {type(weights).__name__}")
    for name, array, shape in _expected(model, weights, d):
        if array.shape != shape:
            raise ShapeError(f"{name} must have shape {shape} at d = {d}, got {array.shape}")


def _expected(model: Model, weights: Weights, d: int) -> Iterator[tuple[str, Array, tuple[int, ...]]]:
    if isinstance(weights, ReadOutWeights):
        yield "u", weights.u, (d + 1,)
        yield "N", weights.N, (d + 1, d + 1)
        return
    layers = _layers(model)
    if not len(weights.P) == len(weights.Q) == layers:
        raise ShapeError(f"expected {layers} layers, got {len(weights.P)} matrices P and {len(weights.Q)} matrices Q")
    for layer, (P, Q) in enumerate(zip(weights.P, weights.Q, strict=True)):
        yield f"P of layer {layer}", P, (d + 1, d + 1)
        yield f"Q of layer {layer}", Q, (d + 1, d + 1)


def _layers(model: Model) -> int:
    return model.layers if isinstance(model, LinearAttention) else 1


def _linear(take: Take, d: int, layers: int) -> LinearWeights:
    ends = [f"_{layer}" if layer else "" for layer in range(layers)]
    return LinearWeights(
        tuple(_square(take, d, (f"P_xx{end}", f"P_xy{end}", f"b_x{end}", f"b_y{end}")) for end in ends),
        tuple(_square(take, d, (f"A_x{end}", f"Q_xy{end}", f"a_y{end}", f"Q_yy{end}")) for end in ends),
    )


def _read_out(take: Take, d: int) -> ReadOutWeights:
    u = np.concatenate([take("u_x", (d,)), take("u_y", ()).reshape(1)])
    return ReadOutWeights(u, _square(take, d, ("N_xx", "N_xy", "N_yx", "N_yy")))


def _square(take: Take, d: int, names: tuple[str, str, str, str]) -> Array:
    corner, right, below, last = (
        take(name, shape) for name, shape in zip(names, ((d, d), (d,), (d,), ()), strict=True)
    )
    return np.block([[corner, right.reshape(d, 1)], [below.reshape(1, d), last.reshape(1, 1)]])


def _zeros(shape: tuple[int, ...], exact: bool) -> Array:
    return np.full(shape, fmpq(0), dtype=object) if exact else np.zeros(shape)


def _fitted(name: str, value: Array, shape: tuple[int, ...]) -> Array:
    as_columns = shape if len(shape) == 2 else (*shape, 1, 1)[:2]
    if value.shape not in (shape, as_columns):
        raise ShapeError(f"block {name} must have shape {shape}, got {value.shape}")
    return value.reshape(shape)
