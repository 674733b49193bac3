"""Misuse: one line on standard error that names the argument and what came, exit status 3, no traceback."""

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

GOOD = ("--covariance", "[[2, 1], [1, 2]]")
LAW = (*GOOD, "--context", "3", "--law")
SIZES = ("--dim", "5", "--context", "20")
ARRAYS = {
    "complex": np.eye(2) * 1j,
    "nan": np.array([[1, np.nan], [np.nan, 1]]),
    "infinite": np.array([[np.inf]]),
    "flat": np.ones(4),
    "wide": np.ones((2, 3)),
    "empty": np.ones((0, 0)),
    "skew": np.array([[1, 2], [3, 9.0]]),
    "singular": np.ones((2, 2)),
    "indefinite": np.array([[1.0, 2], [2, 1]]),
    "large": np.eye(2) * 1e200,
    "text": np.array([["1"]]),
}
FILES = {
    "broken.npy": b"\x93NUMPY\x01\x00v\x00{'descr'",
    "nothing.npy": b"",
    "other.npy": b"\x80\x04abc",
    "binary.json": b"\xff\xfe\x00",
    "nothing.json": b"",
    "object.json": b'{"a": 1}',
    "bad_theorem.py": b'"""A title."""\nraise ValueError("of mine")\n',
    "no_theorem.py": b'"""A title."""\n',
    "no_syntax.py": b"def (",
    "no_text.py": b"\xff",
    "one_layer.optimum.py": b'"""A title."""\n',
}

MATRICES = [
    ("[[1, 2], [3, 4]]", "symmetric", "row 2, column 1"),
    ('[[1, "1/2"], ["1/3", 1]]', "symmetric", "1/3"),
    ("[[1, 2], [2, 1]]", "positive definite", "negative eigenvalue"),
    ("[[1, 1], [1, 1]]", "positive definite", "eigenvalue zero"),
    ("[[0]]", "positive definite", "eigenvalue zero"),
    ("[[1, 2, 3], [2, 1]]", "square", "row 1 of length 3 in a list of 2 rows"),
    ("[[1, 2]]", "square", "row 1 of length 2 in a list of 1 row;"),
    ("[]", "list of rows", "[]"),
    ("[[]]", "square", "row 1 of length 0"),
    ("[1, 2]", "list of rows", "['1', '2']"),
    ("[[NaN]]", "finite", "NaN"),
    ("[[-Infinity]]", "finite", "-Infinity"),
    ('[["NaN"]]', "a number", "NaN"),
    ("[[null]]", "numbers", "null"),
    ("[[true]]", "numbers", "true"),
    ("[[[1]]]", "numbers", '["1"]'),
    ("[[1/2]]", "JSON", "[[1/2]]"),
    ('[["1/0"]]', "a number", "division by zero"),
    ('[["1/-2"]]', "a number", "1/-2"),
    ('[["a"]]', "a number", "'a'"),
    ('[[""]]', "a number", "''"),
    ('[["."]]', "a number", "'.'"),
    ('[["٣"]]', "a number", "'٣'"),
    ("[[1e99999]]", "exponent", "1e99999"),
    ("[[" + "1" * 1001 + "]]", "at most 1000", "1001"),
    ("[" * 100_000, "JSON", "recursion"),
    ("[[1]", "JSON", "[[1]"),
    ("5", "JSON list of rows", "'5'"),
    ("", "JSON list of rows", "''"),
    ("x.json", ".json or .npy", "no file"),
    ("x.npy", ".json or .npy", "no file"),
    ("x.csv", ".json or .npy", "x.csv"),
    (".", ".json or .npy", "'.'"),
    ("complex.npy", "real numbers", "complex128"),
    ("text.npy", "real numbers", "<U1"),
    ("nan.npy", "finite", "nan in row 1, column 2"),
    ("infinite.npy", "finite", "inf in row 1, column 1"),
    ("flat.npy", "square", "(4,)"),
    ("wide.npy", "square", "(2, 3)"),
    ("empty.npy", "square", "(0, 0)"),
    ("skew.npy", "symmetric", "3.0 in row 2"),
    ("singular.npy", "positive definite", "counts as zero"),
    ("indefinite.npy", "positive definite", "negative eigenvalue"),
    ("large.npy", "floats", "overflow"),
    ("broken.npy", ".npy file of numbers", "broken.npy"),
    ("nothing.npy", ".npy file of numbers", "nothing.npy"),
    ("other.npy", ".npy file of numbers", "other.npy"),
    ("binary.json", "a JSON file", "binary.json"),
    ("nothing.json", "JSON list of rows", "''"),
    ("object.json", "JSON list of rows", "{'a': '1'}"),
]

ARGUMENTS = [
    (("--foo",), "--foo", "icl-proofs --help"),
    (("chek",), "chek", "icl-proofs --help"),
    (("list", "more"), "more", "icl-proofs list --help"),
    (("list", "--jsn"), "--jsn", "icl-proofs list --help"),
    (("show",), "ID", "icl-proofs show --help"),
    (("show", "one_layer.optimun"), "'one_layer.optimun'", "did you mean one_layer.optimum?"),
    (("show", "nothing"), "'nothing'", "icl-proofs list"),
    (("show", "one_layer"), "'one_layer'", "one_layer is a subject"),
    (("show", ""), "''", "no file"),
    (("show", "optimum"), "'optimum'", "did you mean one_layer.optimum?"),
    (("check", "second_momen"), "'second_momen'", "did you mean wishart.second_moment?"),
    (("show", "nothing.py"), "'nothing.py'", "no file"),
    (("show", "bad_theorem.py"), "bad_theorem.py", "of mine"),
    (("show", "wishart.second_moment", "--format", "pdf"), "--format", "text, markdown, latex or json, got 'pdf'"),
    (("check", "one_layer.optimun"), "'one_layer.optimun'", "did you mean one_layer.optimum?"),
    (("check", "nothing.py"), "'nothing.py'", "no file"),
    (("check", "bad_theorem.py"), "bad_theorem.py", "of mine"),
    (("check", "no_theorem.py"), "no_theorem.py", "theorem"),
    (("check", "no_syntax.py"), "no_syntax.py", "SyntaxError"),
    (("check", "no_text.py"), "no_text.py", "utf-8"),
    (("check", "one_layer.optimum.py"), "one_layer.optimum.py", "rename"),
    (("check", "."), "'.'", "no file"),
    (("check", "--level", "slow"), "--level", "quick or full"),
    (("check", "--jobs", "0"), "--jobs", "integer >= 1"),
    (("check", "--jobs", "two"), "--jobs", "'two'"),
    (("check", "--jobs", "1.5"), "--jobs", "'1.5'"),
    (("check", "--seed", "-1"), "--seed", "integer >= 0"),
    (("check", "--seed", "++1"), "--seed", "'++1'"),
    (("check", "--timeout", "nan"), "--timeout", "seconds > 0"),
    (("check", "--timeout", "inf"), "--timeout", "'inf'"),
    (("check", "--timeout", "0"), "--timeout", "'0'"),
    (("check", "--timeout", "soon"), "--timeout", "'soon'"),
    (("check", "--json"), "--json", "icl-proofs check --help"),
    (("check", "--json", "nowhere/r.json"), "--json", "nowhere first"),
    (("check", "--json", ""), "--json", "an empty name"),
    (("notebooks", "--out", ""), "--out", "an empty name"),
    (("pictures", "--out", ""), "--out", "an empty name"),
    (("pictures", "heavy_tail"), "NAME", "did you mean heavy_tails?"),
    (("pictures", "x"), "NAME", "; e.g. preconditioner"),
    (("check", "--json", "."), "--json", "the folder '.'"),
    (("check", "--json", "new/"), "--json", "the folder 'new/'"),
    (("check", "--json", "/dev/null"), "--json", "a device"),
    (("check", "--html", "nowhere/r.html"), "--html", "nowhere first"),
    (("check", "--html", "/dev/null"), "--html", "a device"),
    (("check", "--html", "r", "--json", "./r"), "--html", "another file than --json"),
    (("errata", "--format", "pdf"), "--format", "text, markdown, latex, html or json, got 'pdf'"),
    (("errata", "--jobs", "0"), "--jobs", "integer >= 1"),
    (("errata", "more"), "more", "icl-proofs errata --help"),
    (("minimizer", *GOOD), "--context", "icl-proofs minimizer --help"),
    (("minimizer", "--context", "3"), "--covariance", "icl-proofs minimizer --help"),
    (("minimizer", *GOOD, "--context", "0"), "--context", "integer >= 1, got '0'"),
    (("minimizer", *GOOD, "--context", "-3"), "--context", "got '-3'"),
    (("minimizer", *GOOD, "--context", "2.5"), "--context", "got '2.5'"),
    (("minimizer", *GOOD, "--context", "3", "--noise", "-0.1"), "--noise", "'-0.1'"),
    (("minimizer", *GOOD, "--context", "3", "--noise", "nan"), "--noise", "'nan'"),
    (("minimizer", *GOOD, "--context", "3", "--noise", "1e-9999"), "--noise", "exponent"),
    (("minimizer", *GOOD, "--context", "3", "--noise"), "--noise", "icl-proofs minimizer --help"),
    (("minimizer", *GOOD, "--context", "3", "--task-covariance", "[[1]]"), "--task-covariance", "1 x 1"),
    (("minimizer", *GOOD, "--context", "3", "--task-covariance", "[[1, 2], [2, 1]]"), "semidefinite", "negative"),
    (("minimizer", *GOOD, "--context", "3", "--task-covariance", "[[0, 0], [0, 0]]"), "--noise", "noise > 0"),
    (("minimizer", "--covariance", "large.npy", "--context", "1" + "0" * 400), "--covariance", "overflow"),
    (("minimizer", "--covariance", "[[1e400]]", "--task-covariance", "one.npy", "--context", "2"), "--cov", "floats"),
    (("minimizer", *LAW, "cauchy"), "--law", "gaussian, elliptical:KAPPA"),
    (("minimizer", *LAW, "laplac"), "--law", "did you mean laplace?"),
    (("minimizer", *LAW, ""), "--law", "''"),
    (("minimizer", *LAW), "--law", "icl-proofs minimizer --help"),
    (("minimizer", *LAW, "t"), "--law", "t:NU"),
    (("minimizer", *LAW, "sparse"), "--law", "e.g. --law sparse:1/4"),
    (("minimizer", *LAW, "sparse:0"), "--law", "0 < P <= 1, got '0'; e.g. --law sparse:1/4"),
    (("minimizer", *LAW, "sparse:1/2"), "--law", "diagonal --covariance with sparse"),
    (("minimizer", *LAW, "elliptical"), "--law", "elliptical:KAPPA"),
    (("minimizer", *LAW, "t:4"), "--law", "fourth moments do not exist"),
    (("minimizer", *LAW, "t:-1"), "--law", "more than 4 degrees of freedom"),
    (("minimizer", *LAW, "t:many"), "--law", "'many'"),
    (("minimizer", *LAW, "elliptical:0.49"), "--law", "kappa >= 1/2, the least in 2 dimensions, got '49/100'"),
    (("minimizer", *LAW, "elliptical:inf"), "--law", "'inf'"),
    (("minimizer", *LAW, "uniform:3"), "--law", "'uniform:3'"),
    (("minimizer", *LAW, "uniform"), "--law", "diagonal --covariance with uniform"),
    (("minimizer", *LAW, "rademacher"), "--law", "entries off the diagonal"),
    (
        ("minimizer", "--covariance", "[[1, 0], [0, 1]]", "--context", "3", "--task-covariance", "[[1, 1], [1, 1]]",
         "--law", "rademacher"), "--noise", "where --task-covariance is singular",
    ),
    (("steps", "--dim", "5", "--layers", "3"), "--context", "icl-proofs steps --help"),
    (("steps", *SIZES, "--layers", "0"), "--layers", "integer >= 1, got '0'"),
    (("steps", *SIZES, "--layers", "2.5"), "--layers", "got '2.5'"),
    (("steps", *SIZES, "--layers", "201"), "--layers", "from 1 to 200, got '201'"),
    (("steps", "--dim", "0", "--context", "3", "--layers", "1"), "--dim", "integer >= 1, got '0'"),
    (("steps", "--dim", "x", "--context", "3", "--layers", "1"), "--dim", "'x'"),
    (("steps", "--dim", "2", "--context", "0", "--layers", "1"), "--context", "integer >= 1, got '0'"),
    (("steps", "--dim", "2", "--context", "1e1", "--layers", "1"), "--context", "'1e1'"),
    (("steps", *SIZES, "--layers", "1", "--noise", "-1/2"), "--noise", "'-1/2'"),
    (("steps", *SIZES, "--layers", "1", "--noise", "inf"), "--noise", "'inf'"),
    (("steps", *SIZES, "--layers", "1", "--digits", "0"), "--digits", "integer >= 1, got '0'"),
    (("steps", *SIZES, "--layers", "1", "--digits", "20000"), "--digits", "from 1 to 10000"),
    (("steps", *SIZES, "--layers", "1", "--digits", "half"), "--digits", "'half'"),
]  # fmt: skip


@pytest.fixture(autouse=True)
def files(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The bad files, in the working folder."""
    for name, content in FILES.items():
        (tmp_path / name).write_bytes(content)
    for name, array in {**ARRAYS, "one": np.eye(1)}.items():
        np.save(tmp_path / f"{name}.npy", array)
    monkeypatch.chdir(tmp_path)


def refused(result: Any) -> str:
    """The one line of a refusal."""
    assert result.status == 3
    assert result.out == ""
    assert result.err.count("\n") == 1
    assert result.err.endswith("\n")
    assert result.err.startswith("icl-proofs")
    assert "Traceback" not in result.err
    return str(result.err)


@pytest.mark.parametrize(("text", "expected", "came"), MATRICES, ids=[text[:30] for text, _, _ in MATRICES])
def test_a_matrix_that_cannot_be_used(run: Callable[..., Any], text: str, expected: str, came: str) -> None:
    line = refused(run("minimizer", "--covariance", text, "--context", "3"))
    assert "minimizer: --covariance: expected " in line
    assert expected in line
    assert came in line
    assert "; " in line.partition(", got ")[2]
    assert len(line) < 400


@pytest.mark.parametrize(("arguments", "named", "said"), ARGUMENTS)
def test_an_argument_that_cannot_be_used(
    run: Callable[..., Any], arguments: tuple[str, ...], named: str, said: str
) -> None:
    line = refused(run(*arguments))
    assert named in line
    assert said in line


def test_pickled_objects_are_not_loaded(run: Callable[..., Any]) -> None:
    np.save("objects.npy", np.array([[{}]]), allow_pickle=True)
    assert "objects.npy" in refused(run("minimizer", "--covariance", "objects.npy", "--context", "3"))


def test_two_files_of_one_name(run: Callable[..., Any], tmp_path: Path) -> None:
    for folder in ("a", "b"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "mine.py").write_bytes(FILES["no_theorem.py"])
    assert "rename one" in refused(run("check", "a/mine.py", "b/mine.py"))


def test_a_folder_that_cannot_be_written_to(
    run: Callable[..., Any], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.access", lambda path, mode: False)
    assert "can be written to" in refused(run("check", "--json", str(tmp_path / "r.json")))
