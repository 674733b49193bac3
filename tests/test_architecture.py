"""The shape of the project: packages, sizes, and what may stand where."""

import ast
from configparser import ConfigParser
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
MODULES = sorted(path for top in ("proofs", "verify", "notebooks") for path in (ROOT / top).rglob("*.py"))
DRAWERS = {"util", "utils", "helper", "helpers", "common", "misc"}


def short(path: Path) -> str:
    return str(path.relative_to(ROOT))


def functions(path: Path) -> list[ast.FunctionDef]:
    return [node for node in ast.walk(ast.parse(path.read_text())) if isinstance(node, ast.FunctionDef)]


def test_every_package_is_listed() -> None:
    settings = ConfigParser()
    settings.read(ROOT / "setup.cfg")
    listed = set(settings["options"]["packages"].split())
    found = {short(path.parent).replace("/", ".") for path in MODULES if path.name == "__init__.py"}
    assert listed == found


@pytest.mark.parametrize("path", MODULES, ids=short)
def test_a_module_holds_one_concept(path: Path) -> None:
    assert path.stem not in DRAWERS
    assert len(path.read_text().splitlines()) <= (120 if "theorems/" in short(path) else 300)


@pytest.mark.parametrize("path", MODULES, ids=short)
def test_functions_are_short_and_import_nothing(path: Path) -> None:
    for function in functions(path):
        if function.name != "theorem":
            assert (function.end_lineno or 0) - function.lineno < 50, function.name
        inside = [node for node in ast.walk(function) if isinstance(node, ast.Import | ast.ImportFrom)]
        assert not inside, function.name


@pytest.mark.parametrize("path", MODULES, ids=short)
def test_modules_and_their_public_names_say_what_they_are(path: Path) -> None:
    tree = ast.parse(path.read_text())
    assert ast.get_docstring(tree)
    public = [
        node for node in tree.body if isinstance(node, ast.FunctionDef | ast.ClassDef) and not node.name.startswith("_")
    ]
    assert not [node.name for node in public if not ast.get_docstring(node)]


def test_all_lengths_of_functions() -> None:
    lengths = sorted((f.end_lineno or 0) - f.lineno for path in MODULES for f in functions(path))
    assert lengths[len(lengths) // 2] <= 8
    assert lengths[int(0.9 * len(lengths))] <= 25


def test_the_top_level() -> None:
    usual = {
        "CHANGELOG.md", "CITATION.cff", "CONTRIBUTING.md", "LICENSE", "Makefile", "README.md", "pyproject.toml",
        "ruff.toml", "setup.cfg", "proofs", "verify", "notebooks", "tests", "benchmarks",
    }  # fmt: skip
    made = {"build", "dist", "icl_proofs.egg-info"}
    seen = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    assert usual <= seen <= usual | made
