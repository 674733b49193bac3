"""The shape of the project: packages, sizes, what may stand where, and a test file for every module."""

import ast
from configparser import ConfigParser
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parent.parent
MODULES = sorted(path for top in ("proofs", "verify", "notebooks") for path in (ROOT / top).rglob("*.py"))
BENCHMARKS = sorted((ROOT / "benchmarks").rglob("*.py"))
THEOREMS = ROOT / "proofs" / "theorems"
DRAWERS = {"util", "utils", "helper", "helpers", "common", "misc"}


def short(path: Path) -> str:
    return str(path.relative_to(ROOT))


@cache
def tree(path: Path) -> ast.Module:
    return ast.parse(path.read_text(encoding="utf-8"))


def functions(path: Path) -> list[ast.FunctionDef]:
    return [node for node in ast.walk(tree(path)) if isinstance(node, ast.FunctionDef)]


def computes(function: ast.FunctionDef) -> bool:
    """Whether it has a body; the methods of a protocol have none."""
    return any(not (isinstance(line, ast.Expr) and isinstance(line.value, ast.Constant)) for line in function.body)


def length(path: Path) -> int:
    return len(path.read_text(encoding="utf-8").splitlines())


def test_every_package_is_listed() -> None:
    settings = ConfigParser()
    settings.read(ROOT / "setup.cfg")
    listed = set(settings["options"]["packages"].split())
    found = {short(path.parent).replace("/", ".") for path in MODULES if path.name == "__init__.py"}
    assert listed == found


def test_a_module_holds_one_concept() -> None:
    assert [short(path) for path in MODULES if path.stem in DRAWERS] == []
    most = {path: 120 if THEOREMS in path.parents else 300 for path in MODULES}
    assert {short(path): length(path) for path in MODULES if length(path) > most[path]} == {}


def test_functions_are_short_and_import_nothing() -> None:
    long, importing = [], []
    for path in MODULES:
        for function in functions(path):
            name = f"{short(path)}: {function.name}"
            if function.name != "theorem" and (function.end_lineno or 0) - function.lineno >= 50:
                long.append(name)
            if any(isinstance(node, ast.Import | ast.ImportFrom) for node in ast.walk(function)):
                importing.append(name)
    assert long == []
    assert importing == []


def test_modules_and_their_public_names_say_what_they_are() -> None:
    silent = [short(path) for path in MODULES if not ast.get_docstring(tree(path))]
    for path in MODULES:
        named = (node for node in tree(path).body if isinstance(node, ast.FunctionDef | ast.ClassDef))
        public = (node for node in named if not node.name.startswith("_"))
        silent += [f"{short(path)}: {node.name}" for node in public if not ast.get_docstring(node)]
    assert silent == []


def test_all_lengths_of_functions() -> None:
    lengths = sorted((f.end_lineno or 0) - f.lineno for path in MODULES for f in functions(path))
    assert lengths[len(lengths) // 2] <= 8
    assert lengths[int(0.9 * len(lengths))] <= 25


def test_every_module_has_a_test_file_at_its_path() -> None:
    """Not so: theorem files, which tests/test_ledger.py checks one by one, packages, and modules that compute nothing.

    A module computes nothing if it defines no function and no method with a body: records, protocols, names, texts.
    """
    expected = [
        path for path in MODULES + BENCHMARKS if not path.name.startswith("__") and any(map(computes, functions(path)))
    ]
    places = {path: ROOT / "tests" / path.parent.relative_to(ROOT) / f"test_{path.name}" for path in expected}
    lacking = [short(path) for path, place in places.items() if not place.is_file() and THEOREMS not in path.parents]
    assert lacking == []


def test_the_top_level() -> None:
    usual = {
        "CHANGELOG.md", "CITATION.cff", "CONTRIBUTING.md", "LICENSE", "Makefile", "README.md", "pyproject.toml",
        "ruff.toml", "setup.cfg", "proofs", "verify", "notebooks", "tests", "benchmarks",
    }  # fmt: skip
    made = {"build", "dist", "icl_proofs.egg-info"}
    seen = {path.name for path in ROOT.iterdir() if not path.name.startswith(".")}
    assert usual <= seen <= usual | made
