"""Tasks: the names of all that their laws are made of, and laws of inputs that share one covariance."""

import pytest

from proofs.core.errors import InputError
from proofs.core.task import EllipticalInputs, IndependentInputs, Task


@pytest.mark.parametrize(
    ("task", "names"),
    [
        (Task(), {""}),
        (Task("Sigma", "Psi", "sigma2", "Gamma", "m"), {"Sigma", "Psi", "sigma2", "Gamma", "m"}),
        (Task("Sigma", inputs=EllipticalInputs("kappa")), {"", "Sigma", "kappa"}),
        (Task("Sigma", inputs=IndependentInputs("F", "E")), {"", "Sigma", "F", "E"}),
    ],
)
def test_names(task, names):
    assert set(task.names) == names


def test_inputs_of_given_moments_share_one_law_with_the_query():
    assert Task("Sigma", query_covariance="Gamma").query_covariance == "Gamma"
    with pytest.raises(InputError, match=r"query_covariance: .* share one law with the query, got 'Gamma'"):
        Task("Sigma", query_covariance="Gamma", inputs=EllipticalInputs("kappa"))
