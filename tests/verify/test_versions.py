"""The versions of everything that a result rests on."""

import platform
from importlib.metadata import PackageNotFoundError, version

import pytest

from verify import versions as module
from verify.versions import PACKAGES, versions


def test_python_the_libraries_and_the_system() -> None:
    found = dict(versions())
    assert found[platform.python_implementation()] == platform.python_version()
    assert found["sympy"] == version("sympy")
    assert list(found)[1:-1] == list(PACKAGES)
    assert found["system"]


def test_a_package_that_is_not_installed(monkeypatch: pytest.MonkeyPatch) -> None:
    def missing(name: str) -> str:
        raise PackageNotFoundError(name)

    monkeypatch.setattr(module, "version", missing)
    assert dict(versions())["sympy"] == "(not installed)"
