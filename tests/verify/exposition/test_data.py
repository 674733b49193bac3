"""A theorem as plain data: nothing in it is cut."""

import json

import pytest

from proofs.core.catalogue import catalogue
from proofs.core.statement import Provenance, Source
from proofs.moments.mean import Mean
from verify.exposition.data import as_data, source_data
from verify.exposition.theorem import expose


@pytest.fixture(scope="module")
def shown():
    return expose(catalogue()["one_layer.optimum"])


def test_as_data_nothing_is_cut(shown):
    data = json.loads(json.dumps(as_data(shown), allow_nan=False))
    assert data["id"] == "one_layer.optimum"
    assert [claim["name"] for claim in data["claims"]] == [claim.name for claim in shown.theorem.claims]
    assert all(claim["proved"] for claim in data["claims"])
    loss = next(claim for claim in shown.theorem.claims if claim.name == "loss")
    assert isinstance(loss.left, Mean)
    (line,) = (line for line in data["claims"][2]["lines"] if line["says"] == "loss")
    assert line["left"] == f"E[{loss.left.integrand}]"
    assert line["right"] == str(loss.right)
    assert line["right_latex"].startswith(r"\operatorname{tr}")
    assert data["source"]["provenance"] == "in none of the papers"


def test_a_kind_without_derivation_says_so():
    data = as_data(expose(catalogue()["many_layers.step_sizes_listed"]))
    assert data["claims"][0]["reason"] == "no symbolic derivation: other roads settle this kind"


def test_a_source():
    source = Source("A paper", "theorem 2", "https://example.org", Provenance.READ, "n is N")
    assert source_data(source) == {
        "paper": "A paper", "place": "theorem 2", "url": "https://example.org",
        "provenance": "printed display read and restored", "differs": "n is N",
    }  # fmt: skip
