"""Layers that move the inputs: the derived prediction and error map against a forward pass written out here."""

from flint import fmpq_mat
from hypothesis import given
from hypothesis import strategies as st

from proofs.attention import plus_plus
from proofs.attention.data import data
from proofs.core.task import Task

LAYERS = plus_plus.weights(2)
CLEAN = data(Task())
PREDICTION = plus_plus.prediction(CLEAN, LAYERS)
ERROR = CLEAN.x_q.T @ (CLEAN.w - plus_plus.residual_map(CLEAN, LAYERS) @ CLEAN.w)


@given(st.data())
def test_prediction(drawn, value, data: st.DataObject) -> None:
    instance = data.draw(drawn(PREDICTION))
    X, w, x_q = (instance.matrices[name] for name in ("X", "w", "x_q"))
    n = X.nrows()
    inputs, labels, query, answer = X.transpose(), (X * w).transpose(), x_q, fmpq_mat(1, 1)
    for A, B in (("A_0", "B_0"), ("A_1", "B_1")):
        scores = inputs.transpose() * instance.matrices[A] * inputs / n
        seen = inputs.transpose() * instance.matrices[A] * query / n
        lift, change = inputs * scores, inputs * seen
        labels, answer = labels + labels * scores, answer + labels * seen
        P = instance.matrices.get(B, fmpq_mat(x_q.nrows(), x_q.nrows()))
        inputs, query = inputs + P * lift, query + P * change
    assert value(PREDICTION, instance) == -answer[0, 0] == value(ERROR, instance)
