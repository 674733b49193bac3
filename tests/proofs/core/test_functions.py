"""What is known of random functions, by names."""

import pytest

from proofs.core.functions import Functions


@pytest.mark.parametrize(
    ("functions", "names"),
    [
        (Functions("mu", "q", "p"), ("mu", "q", "p", "", "")),
        (Functions("mu", "q", "p", "sigma2", "Psi"), ("mu", "q", "p", "sigma2", "Psi")),
    ],
)
def test_all_names_in_one_order(functions, names):
    assert functions.names == names
