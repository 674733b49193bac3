"""`icl-proofs minimizer`: the weights and the loss that one layer reaches at given covariances."""

import json
from collections.abc import Sequence
from functools import partial
from importlib import import_module
from typing import TYPE_CHECKING

import click
from flint import fmpq, fmpq_mat

from verify.command.laws import input_law
from verify.command.layout import matrix_lines
from verify.command.matrices import Matrix, covariance, definiteness_of, read_matrix
from verify.command.misuse import MisuseError, shown
from verify.command.numbers import as_decimal, as_float, rational, whole
from verify.command.pages import page_width
from verify.command.waiting import watched
from verify.evaluate.definiteness import Definiteness
from verify.evaluate.minimizer import Exact, IndependentLaw, InputLaw, Rounded, minimize

if TYPE_CHECKING:
    from verify.evaluate.numeric import Floats

    Numbers = Floats | Sequence[Sequence[float]]

Found = Exact | Rounded


@click.command
@click.option("--covariance", required=True, metavar="M", help="Covariance Sigma of x, positive definite.")
@click.option("--context", required=True, metavar="N", help="Number n of examples in the context, >= 1.")
@click.option("--task-covariance", metavar="M", help="Covariance Psi of w; the identity if not given.")
@click.option("--noise", default="0", metavar="R", help="Variance sigma2 of the label noise, >= 0.")
@click.option("--law", default="gaussian", metavar="LAW", help="Law of x, of covariance Sigma; see above.")
@click.option("--json", "in_json", is_flag=True, help="One line of JSON: A, loss, A_float, loss_float.")
def command(covariance: str, context: str, task_covariance: str | None, noise: str, law: str, in_json: bool) -> None:
    """Print the exact minimizer A* and minimum f* of one layer.

    \b
    x of covariance Sigma, w ~ N(0, Psi), y = X w + eps, eps ~ N(0, sigma2 I);
    f(A) is the mean of (x_q' A X'y / n - w'x_q)^2 over contexts of n examples.

    \b
    LAW is one of
      gaussian          x ~ N(0, Sigma)
      elliptical:KAPPA  fourth moments KAPPA times the Gaussian ones
      t:NU              multivariate t, NU > 4: elliptical:(NU-2)/(NU-4)
      uniform, rademacher, laplace, sparse:P
                        independent coordinates; Sigma is diagonal;
                        sparse: 0 but for a share P, else random signs

    \b
    M is a JSON list of rows of integers, decimals (0.1 is 1/10) or "p/q",
    a .json file of the same, or a .npy file (floats, answered in floats).

    \b
    icl-proofs minimizer --covariance '[[2, 0.1], [0.1, "4/3"]]' --context 20
    icl-proofs minimizer --covariance S.npy --noise 0.1 --context 20 --json
    icl-proofs minimizer --covariance '[[1, 0], [0, 2]]' --context 20 --law t:7
    """
    whole_size = _exact_size(covariance, task_covariance)
    work = partial(answer, (covariance, task_covariance, noise, context, law), None if in_json else page_width())
    print(watched(partial(work, whole_size), whole_size, "the exact minimizer"))


def answer(given: tuple[str, str | None, str, str, str], width: int | None, whole_size: int, size: int) -> str:
    """What is printed for the arguments of `find`: a page of that width, or JSON where there is none.

    With a size below the whole one it is the answer for the leading blocks of that size.
    """
    Sigma, Psi, *rest = given
    if size < whole_size:
        Sigma = _leading("--covariance", Sigma, size)
        Psi = Psi and _leading("--task-covariance", Psi, size)
    found = find(Sigma, Psi, *rest)
    return as_json(found) if width is None else as_text(found, width)


def find(covariance_text: str, task_text: str | None, noise_text: str, context_text: str, law_text: str) -> Found:
    """The minimizer and the minimum for the arguments as typed. Raises MisuseError for what cannot be used."""
    Sigma = covariance("--covariance", covariance_text, Definiteness.DEFINITE)
    Psi = _identity(_size(Sigma)) if task_text is None else _task_covariance(task_text, _size(Sigma))
    noise, context = rational("--noise", noise_text), whole("--context", context_text, 1)
    if noise < 0:
        raise MisuseError("--noise", "a variance >= 0", shown(noise_text), "e.g. --noise 0.1")
    if noise == 0 and not _any(Psi):
        raise MisuseError("--noise", "noise > 0 where --task-covariance is zero", "0", "e.g. --noise 0.1")
    law = input_law(law_text, _size(Sigma), diagonal=_is_diagonal(Sigma))
    if noise == 0 and isinstance(law, IndependentLaw):
        _refuse_singular(Psi, law_text)
    if isinstance(Sigma, fmpq_mat) and isinstance(Psi, fmpq_mat):
        return minimize(Sigma, Psi, noise, context, law)
    return _rounded(_floats("--covariance", Sigma), _floats("--task-covariance", Psi), noise, context, law)


def as_json(found: Found) -> str:
    """One line of JSON: exact entries where there are any, and floats (null beyond their range)."""
    if isinstance(found, Rounded):
        return json.dumps({"A_float": found.A.tolist(), "loss_float": found.loss}, allow_nan=False)
    rows = _rows(found.A)
    data = {
        "A": [[str(entry) for entry in row] for row in rows],
        "loss": str(found.loss),
        "A_float": [[as_float(entry) for entry in row] for row in rows],
        "loss_float": as_float(found.loss),
    }
    return json.dumps(data, allow_nan=False)


def as_text(found: Found, width: int) -> str:
    """The same for a reader, in pages of the given width."""
    lines = ["The prediction x_q' A X'y / n has the least loss f at A = A*."]
    if isinstance(found, Rounded):
        cells = [[f"{entry:.6g}" for entry in row] for row in found.A.tolist()]
        return "\n".join([*lines, *matrix_lines("A*", cells, width), f"f* = {found.loss:.10g}"])
    rows = _rows(found.A)
    lines += matrix_lines("A*", [[str(entry) for entry in row] for row in rows], width)
    if any(entry.q != 1 for row in rows for entry in row):
        lines += matrix_lines("A* in decimals", [[as_decimal(entry) for entry in row] for row in rows], width)
    return "\n".join([*lines, f"f* = {found.loss}" + (f" = {as_decimal(found.loss)}" if found.loss.q != 1 else "")])


def _exact_size(Sigma: str, Psi: str | None) -> int:
    """The dimension of covariances that are exact; 0 where one of them is of floats, which take no time."""
    matrices = [read_matrix("--covariance", Sigma)]
    if Psi is not None:
        matrices.append(read_matrix("--task-covariance", Psi))
    return min(matrix.nrows() if isinstance(matrix, fmpq_mat) else 0 for matrix in matrices)


def _leading(argument: str, text: str, size: int) -> str:
    """The leading block of an exact matrix as text."""
    matrix = read_matrix(argument, text)
    return json.dumps([[str(matrix[i, j]) for j in range(size)] for i in range(size)])


def _task_covariance(text: str, size: int) -> Matrix:
    Psi = covariance("--task-covariance", text, Definiteness.SEMIDEFINITE)
    if _size(Psi) != size:
        expected, came = f"{size} x {size} as --covariance is", f"{_size(Psi)} x {_size(Psi)}"
        raise MisuseError("--task-covariance", expected, came, "both covariances are d x d")
    return Psi


def _refuse_singular(Psi: Matrix, law: str) -> None:
    """Without noise independent coordinates may have many minimizers where Psi is singular."""
    if definiteness_of(Psi) is not Definiteness.DEFINITE:
        expected = f"noise > 0 with --law {law} where --task-covariance is singular"
        raise MisuseError("--noise", expected, "0", "e.g. --noise 0.1")


def _rounded(Sigma: "Numbers", Psi: "Numbers", noise: fmpq, context: int, law: InputLaw) -> Rounded:
    minimize_float = import_module("verify.evaluate.minimizer_float").minimize_float
    try:
        found: Rounded = minimize_float(Sigma, Psi, int(noise.p) / int(noise.q), float(context), law)
    except ArithmeticError as error:
        expected = "numbers that floats can work with"
        raise MisuseError("--covariance", expected, "an overflow", "rescale the data") from error
    return found


def _floats(argument: str, matrix: Matrix) -> "Numbers":
    if not isinstance(matrix, fmpq_mat):
        return matrix
    rows = [[as_float(entry) for entry in row] for row in _rows(matrix)]
    if any(entry is None for row in rows for entry in row):
        raise MisuseError(argument, "numbers within the range of floats", "a larger one", "rescale the data")
    return [[entry for entry in row if entry is not None] for row in rows]


def _rows(matrix: fmpq_mat) -> list[list[fmpq]]:
    return [[matrix[i, j] for j in range(matrix.ncols())] for i in range(matrix.nrows())]


def _size(matrix: Matrix) -> int:
    return matrix.nrows() if isinstance(matrix, fmpq_mat) else len(matrix)


def _identity(size: int) -> fmpq_mat:
    return fmpq_mat(size, size, [int(i == j) for i in range(size) for j in range(size)])


def _is_diagonal(matrix: Matrix) -> bool:
    return not any(matrix[i, j] != 0 for i in range(_size(matrix)) for j in range(_size(matrix)) if i != j)


def _any(matrix: Matrix) -> bool:
    return any(entry != 0 for entry in matrix.entries()) if isinstance(matrix, fmpq_mat) else bool(matrix.any())
