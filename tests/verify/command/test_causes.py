"""Theorem files as somebody writes them late at night: what `icl-proofs check` prints names the cause, in one line."""

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

Run = Callable[..., Any]

HEAD = '''"""A title of mine."""
from proofs.algebra import inverse, matrix, scalar, symmetric, trace, vector
from proofs.attention.data import data
from proofs.attention.linear import population_loss
from proofs.core.claims import *
from proofs.core.derivation import *
from proofs.core.listed import *
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.task import *
from proofs.core.theorem import Control, Theorem
from proofs.moments.mean import Mean
from proofs.moments.ridge import ridge

n, d, s, b = (scalar(name) for name in ("n", "d", "s", "b"))
A, B, X, K = matrix("A", "d", "d"), matrix("B", "d", "d"), matrix("X", "n", "d"), matrix("K", "k", "d")
Sigma, Omega, P = symmetric("Sigma", "d"), symmetric("Omega", "d"), symmetric("P", "n")
SIZES = (Hypothesis("n", Predicate.INTEGER, "n"), Hypothesis("d", Predicate.INTEGER, "d"))


def assumed(*pairs):
    return tuple(Hypothesis(name, predicate, "x") for name, predicate in pairs)


def stated(claim, *pairs, hypotheses=SIZES):
    return Theorem(Source("me"), hypotheses + assumed(*pairs), (claim,))


def equal(left, right, **more):
    return Equality(name="c", left=left, right=right, **more)


def gram(name):
    laws = tuple(law for law in data(Task(name)).laws if law.name == "X")
    return Mean(X.T @ X, laws)


def seen(task, **blocks):
    return Experiment(LinearAttention(), task, tuple(blocks.items()))


def theorem():
    return '''

UNSETTLED = {
    "a covariance of which nothing is assumed": (
        'stated(equal(gram("Omega"), n * Omega))',
        "the column covariance of X is made of Omega, of which nothing is assumed: "
        "add Hypothesis('Omega', Predicate.POSITIVE_SEMIDEFINITE, ...)",
    ),
    "a covariance that may be indefinite": (
        'stated(equal(gram("Omega"), n * Omega), ("Omega", Predicate.SYMMETRIC))',
        "open line: the covariance of X is positive semidefinite (by existence of the law): "
        "no hypothesis says so of Omega",
    ),
    "a task that names nothing known": (
        'stated(equal(trace(A), trace(A.T), experiment=seen(Task("Omega"), A_x=A)))',
        "the task has the covariance of the inputs Omega, of which nothing is assumed: "
        "add Hypothesis('Omega', Predicate.POSITIVE_DEFINITE, ...)",
    ),
    "a noise without a hypothesis": (
        'stated(equal(trace(A), trace(A.T), experiment=seen(Task(noise="tau"), A_x=A)))',
        "the task has the noise variance tau, of which nothing is assumed: "
        "add Hypothesis('tau', Predicate.NONNEGATIVE, ...)",
    ),
    "a factor of fourth moments without a hypothesis": (
        'stated(equal(trace(A), trace(A.T), experiment=seen(Task(inputs=EllipticalInputs("kappa")), A_x=A)))',
        "the task has the factor of fourth moments kappa, of which nothing is assumed",
    ),
    "a block that the model does not have": (
        "stated(equal(trace(A), trace(A.T), experiment=seen(Task(), A_z=A)))",
        "LinearAttention has no block named A_z: expected some of P_xx, P_xy, b_x, b_y, A_x, Q_xy, a_y, Q_yy",
    ),
    "a block of another shape": (
        'stated(equal(trace(A), trace(A.T), experiment=seen(Task(), A_x=vector("u", "d"))))',
        "block A_x must have shape",
    ),
    "a size without a hypothesis": (
        "stated(equal(K @ A + K @ B, K @ (A + B)))",
        "the dimension k has no value: add a hypothesis that it is an integer",
    ),
    "a matrix before its size": (
        'stated(equal(Q @ Q, Q @ Q), ("Q", Predicate.POSITIVE_DEFINITE), ("k", Predicate.INTEGER))\n'
        'Q = symmetric("Q", "k")',
        "the size k of Q has no value yet: put the hypothesis that k is an integer before that on Q",
    ),
    "an operator of what nobody knows": (
        'stated(equal(H @ X, H @ X, operators=(RidgeOperator("H", noise="tau"),)))\n'
        'H, _ = ridge(RidgeOperator("H", noise="tau"))',
        "the operator H is made of tau, which has no value: add a hypothesis, e.g. that tau is >= 0",
    ),
    "an inverse of what may be singular": (
        "stated(equal(inverse(A) @ B, inverse(A) @ B))",
        "open line: A is invertible",
    ),
    "a point without a size": (
        "stated(CriticalPoints(name='c', objective=trace(A @ A.T), negative=0, "
        "points=(Located((('n', 1),), (('A[0,0]', '0.0'),), '0'),)))",
        "d is a size and cannot move; list it among the sizes of the point",
    ),
    "a limit in a letter": (
        "stated(Limit(name='c', grows=A, numerator=A / n, limit=A * 0))",
        "expected a single scalar, got A",
    ),
    "a weight of another shape": (
        'stated(Implements(name="c", prediction=trace(A), weights=((A, vector("u", "d")),), algorithm=trace(B)))',
        "A is d x d, its replacement d x 1",
    ),
    "an invariant with a symbol of one layer": (
        "stated(Induction(name='c', states=(State(A, A0, A + B),), invariant=(A,), start=(A0,), layer=(A + B,)))\n"
        'A0 = matrix("A0", "d", "d")',
        "open line: all layers (by induction on layers): A0 may differ from layer to layer",
    ),
    "hypotheses that nothing satisfies": (
        'stated(equal(gram("Sigma"), n * Sigma), ("n", Predicate.ABOVE_D), ("n", Predicate.BELOW_D), '
        '("Sigma", Predicate.POSITIVE_DEFINITE))',
        "no instance has all that is assumed",
    ),
    "a number that would be a matrix": (
        'stated(equal(trace(A), trace(A.T)), ("A", Predicate.POSITIVE), ("A", Predicate.INVERTIBLE))',
        "hypotheses on A: expected those of a number or those of a matrix, got '> 0' and 'invertible'; "
        "give the two things two names",
    ),
}

REFUSED = {
    "a string for a formula": ('stated(equal("tr A", trace(A)))', "claim 'c': left must be an expression, got str"),
    "a list of steps": (
        'stated(equal(trace(A), trace(A), steps=[Step(trace(A), "calculus")]))',
        "claim 'c': steps must be a tuple (a Step, ...), got list",
    ),
    "a rule by its name": (
        'stated(equal(trace(A), trace(A), steps=(Step(trace(A), "calculus"),)))',
        "claim 'c': steps[0].by must be a rule, e.g. Calculus(), got str 'calculus'",
    ),
    "a pair for a definition": (
        "stated(equal(s, trace(A), abbreviations=((s, trace(A)),)))",
        "claim 'c': abbreviations[0] must be a Definition, a Reciprocal or a DiagonalPart, got tuple",
    ),
    "a forgotten comma": (
        "stated(equal(s, trace(A), abbreviations=(Definition(s, trace(A)))))",
        "(mind the comma after a single one), got Definition",
    ),
    "a predicate in words": (
        'stated(equal(s, s), ("s", "positive"))',
        "hypothesis on s: expected a Predicate",
    ),
    "blocks in a dict": (
        'stated(equal(s, s, experiment=Experiment(LinearAttention(), Task(), {"A_x": A})))',
        "claim 'c': experiment.blocks must be a tuple (a tuple (a str, an expression), ...), got dict",
    ),
    "a class for a model": (
        "stated(equal(s, s, experiment=Experiment(LinearAttention, Task(), ())))",
        "claim 'c': experiment.model must be a LinearAttention, a ReadOutAttention or a ReluAttention, got type",
    ),
    "a control of a name": (
        'Theorem(Source("me"), SIZES, (equal(s, s),), (Control("a sign", "c"),))',
        "control 'a sign': claim must be a Claim, got str 'c'",
    ),
}


def written(folder: Path, body: str) -> str:
    path = folder / "mine.py"
    path.write_text(f"{HEAD}{body}\n")
    return str(path)


@pytest.mark.parametrize("name", UNSETTLED)
def test_the_cause_is_printed(run: Run, tmp_path: Path, name: str) -> None:
    body, cause = UNSETTLED[name]
    target, file = written(tmp_path, body), tmp_path / "report.json"
    result = run("check", target, "--json", str(file), "--html", str(tmp_path / "report.html"))
    assert (result.status, result.err) == (1, "")
    line = result.out.splitlines()[-1]
    assert line.startswith("NEW mine: UNKNOWN (claim 'c': ")
    assert cause in line
    assert not any(f"{error}Error: '" in line for error in ("Key", "Index", "Attribute"))
    (claim,) = json.loads(file.read_text())[0]["claims"]
    assert cause in claim["reason"]
    assert "Why it is not settled." in (tmp_path / "report.html").read_text()
    assert run("show", target).status == 0


@pytest.mark.parametrize("name", REFUSED)
def test_a_file_that_is_put_together_wrongly_is_refused_in_a_line(run: Run, tmp_path: Path, name: str) -> None:
    body, cause = REFUSED[name]
    result = run("check", written(tmp_path, body))
    assert (result.status, result.out) == (3, "")
    assert result.err.count("\n") == 1
    assert cause in result.err


def test_a_failed_equality_shows_what_is_left_and_where_it_fails(run: Run, tmp_path: Path) -> None:
    result = run("check", written(tmp_path, "stated(equal(trace(A @ B), trace(A) * trace(B)))"))
    line = next(line for line in result.out.splitlines() if line.startswith("REFUTED"))
    assert "left - right = -tr(A) tr(B) + tr(A B)" in line
    assert " at n = 1, d = 2; A = " in line


def test_a_minimum_without_squares_is_read(run: Run, tmp_path: Path) -> None:
    body = 'stated(Minimum(name="c", objective=s * s, minimizer=((s, s * 0),), value=s * 0, squares=()))'
    result = run("check", written(tmp_path, body))
    assert (result.status, result.err) == (1, "")
    assert "open line: objective = value + squares (by the calculus): left - right = s^2" in result.out
