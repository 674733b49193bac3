"""Modules that need packages of an extra: which one is missing, and what is no missing extra."""

from collections.abc import Callable
from typing import Any

import pytest

from verify.command import extras

Run = Callable[..., Any]


def test_the_module_where_nothing_is_missing() -> None:
    assert extras.with_extra("notebooks", "verify.command.extras") is extras


def test_without_the_extra(run: Run, monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(module: str) -> None:
        raise ModuleNotFoundError("No module named 'nbformat'", name="nbformat")

    monkeypatch.setattr(extras, "import_module", missing)
    for command in ("notebooks", "pictures"):
        result = run(command)
        assert result.status == 3
        assert result.err == (
            f"icl-proofs {command}: this command: expected the extra 'notebooks', got no package nbformat; "
            "install it with pip install '.[notebooks]' in the checkout\n"
        )


def test_a_fault_of_our_own_is_no_missing_extra(monkeypatch: pytest.MonkeyPatch) -> None:
    with pytest.raises(ModuleNotFoundError, match="nothing_here"):
        extras.with_extra("notebooks", "verify.nothing_here")
