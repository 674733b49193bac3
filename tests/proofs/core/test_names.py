"""The grammar of names, and one name for one thing."""

import pytest

from proofs.algebra import identity, inverse, matrix, orthogonal, scalar, symmetric, vector
from proofs.algebra.letters import Alphabet, Letter
from proofs.algebra.symbols import zero
from proofs.core.errors import InputError
from proofs.core.functions import Functions
from proofs.core.names import INTERNAL, check_covariance, check_name, check_roles, is_internal
from proofs.core.programs import Block
from proofs.core.statement import Hypothesis, Predicate
from proofs.core.task import EllipticalInputs, GramOperator, IndependentInputs, RidgeOperator, Task
from proofs.entrywise.sums import Symbol

GOOD = ["A", "Sigma", "x_q", "P_xx", "sigma2", "A_0", "b_y_12", "A0", "eps", "N"]
BAD = [
    "",
    " ",
    "2",
    "2*Sigma",
    "n+1",
    "Sigma^-1",
    "Sigma'",
    "X^+",
    "x_",
    "_x",
    "x__q",
    "x q",
    "tr(A)",
    "Σ",
    "A\n",
    "?W",
    "1",
]


@pytest.mark.parametrize("name", GOOD)
def test_names_are_letters_digits_and_indices(name):
    check_name("it", name)
    assert matrix(name, "m", "k").letter.name == name
    assert scalar(name).scalars == (name,)
    assert Symbol(name).name == Block(name).name == name


@pytest.mark.parametrize("name", [*BAD, 2, None, ("A",), b"A"])
@pytest.mark.parametrize(
    "make",
    [
        lambda name: matrix(name, "n", "d"),
        lambda name: vector(name, "d"),
        lambda name: symmetric(name, "d"),
        lambda name: orthogonal(name, "d"),
        scalar,
        lambda name: Hypothesis(name, Predicate.ANY, "nowhere"),
        lambda name: Symbol(name, ("d",)),
        Block,
        EllipticalInputs,
        lambda name: IndependentInputs("Q", name),
        lambda name: IndependentInputs(name, "F"),
        lambda name: GramOperator(name),
        lambda name: GramOperator("G", name),
        lambda name: Functions("mu", name, "p"),
    ],
)
def test_what_is_no_name_is_refused_in_one_line(make, name):
    with pytest.raises(InputError, match=r"expected a name, .* got ") as refused:
        make(name)
    assert "\n" not in str(refused.value)
    assert repr(name) in str(refused.value)


@pytest.mark.parametrize("size", ["2", "n+1", "d^2", "", "-1"])
@pytest.mark.parametrize("make", [identity, lambda size: zero(size, "d"), lambda size: matrix("A", "d", size)])
def test_sizes_are_names(make, size):
    with pytest.raises(InputError, match="expected a name"):
        make(size)


def test_only_inverse_makes_an_inverse():
    assert inverse(symmetric("Sigma", "d")).letter.name == "Sigma^-1"
    with pytest.raises(InputError, match=r"got 'Sigma\^-1'; inverse\(\.\.\.\) makes the inverse of a letter"):
        symmetric("Sigma^-1", "d")
    with pytest.raises(InputError, match=r"the inverse of S: expected the name S\^-1, got 'Sigma\^-1'"):
        Letter("Sigma^-1", "d", "d", inverse_of="S")


@pytest.mark.parametrize("latex", ["", r"\Gamma", "K_*", r"\hat{A}_{0}", "K_{0,1}", "x_q"])
def test_the_latex_of_a_letter_is_one_symbol(latex):
    letter = symmetric("S", "d", latex=latex)
    assert inverse(letter).letter.latex == (f"{latex}^{{-1}}" if latex else "")


@pytest.mark.parametrize("latex", [r"\Sigma^{-1}", r"A^{\top}", "A'", "2A", "A B", "A+B", "-A", r"\frac{A}{2}", "A\n"])
def test_latex_that_says_something_else_is_refused(latex):
    with pytest.raises(InputError, match="letter A: latex: expected one symbol"):
        matrix("A", "d", "d", latex=latex)


def test_a_pseudo_inverse_depends_on_its_original():
    assert Letter("X^+", "d", "n", depends_on=frozenset({"X"})).name == "X^+"
    with pytest.raises(InputError, match=r"got 'Y\^\+'"):
        Letter("Y^+", "d", "n", depends_on=frozenset({"X"}))


def test_calculations_have_names_of_their_own():
    for name in (INTERNAL, f"{INTERNAL}A_0"):
        assert is_internal(name)
        assert Alphabet((Letter(name, "d", "d"),)).letters
        assert scalar(name).scalars == (name,)
    assert not any(map(is_internal, ["A", "", 2, None, "Σ", "~ 2 steps"]))


# --- tasks -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "make",
    [
        lambda: Task("Sigma", "Sigma^-1", "sigma2"),
        lambda: Task("Sigma", "Sigma", query_covariance="Sigma"),
        lambda: Task("Sigma", "Psi", "sigma2", "Omega", "beta"),
        lambda: Task(noise="s", task_mean="u"),
        lambda: Task("Sigma", "Psi", "sigma2", inputs=EllipticalInputs("kappa")),
        lambda: Task("Sigma", "Psi", inputs=IndependentInputs("Q", "F")),
        lambda: RidgeOperator("H", "Sigma^-1", "s"),
        lambda: RidgeOperator("X^+"),
        GramOperator,
        lambda: Functions("mu", "q", "p", "sigma2", covariance="Psi"),
    ],
)
def test_one_name_for_one_thing_is_accepted(make):
    assert make() == make()


RESERVED = ["X", "w", "eps", "x_q", "y", "n", "d", "b_y", "A_x", "P_xx", "a_y", "b_y_1", "N_xx", "u_y", "V_yx", "k"]


@pytest.mark.parametrize("name", RESERVED)
@pytest.mark.parametrize(
    "make",
    [
        Task,
        lambda name: Task(task_covariance=name),
        lambda name: Task(task_covariance=f"{name}^-1"),
        lambda name: Task(query_covariance=name),
        lambda name: Task(noise=name),
        lambda name: Task(task_mean=name),
        lambda name: Task(inputs=EllipticalInputs(name)),
        lambda name: Task(inputs=IndependentInputs("Q", name)),
        RidgeOperator,
        lambda name: RidgeOperator("H", noise=name),
        GramOperator,
        lambda name: Functions(name, "q", "p"),
    ],
)
def test_names_of_the_data_and_of_weights_are_reserved(make, name):
    with pytest.raises(InputError, match=f"{name} is a name of the data or of the weights; choose another one"):
        make(name)


@pytest.mark.parametrize(
    ("make", "message"),
    [
        (lambda: Task("Sigma", noise="Sigma"), "Task: Sigma stands for covariance and for noise"),
        (lambda: Task("Sigma^-1", noise="Sigma"), "Sigma stands for covariance and for noise"),
        (lambda: Task(task_covariance="Psi", task_mean="Psi"), "Psi stands for covariance and for task_mean"),
        (lambda: Task(noise="u", task_mean="u"), "u stands for noise and for task_mean"),
        (lambda: Task(noise="k2", inputs=EllipticalInputs("k2")), "k2 stands for noise and for kappa"),
        (lambda: Task("Q", inputs=IndependentInputs("Q", "F")), "Q stands for covariance and for fourth"),
        (lambda: Task(inputs=IndependentInputs("Q", "Q")), "Q stands for fourth and for excess"),
        (lambda: RidgeOperator("H", "H"), "RidgeOperator: H stands for letter and for prior"),
        (lambda: RidgeOperator("H", noise="H"), "H stands for letter and for noise"),
        (lambda: GramOperator("G", "G"), "GramOperator: G stands for letter and for reciprocal"),
        (lambda: Functions("mu", "mu", "p"), "Functions: mu stands for signal and for power"),
        (lambda: Functions("mu", "q", "h"), "h is a name of the data"),
        (lambda: Task("2*Sigma"), r"Task: input_covariance: expected a name, .* got '2\*Sigma'"),
        (lambda: Task("Sigma^-1^-1"), r"input_covariance: .* got 'Sigma\^-1'"),
        (lambda: Task(noise="sigma^2"), "Task: noise: expected a name"),
        (lambda: Task(task_mean="beta^-1"), "Task: task_mean: expected a name"),
        (lambda: Task(3), "input_covariance: .* got 3"),
        (lambda: Task(None), "input_covariance: .* got None"),
        (lambda: Task(inputs="kappa"), r"Task: inputs: expected EllipticalInputs\(\.\.\.\), .* got str 'kappa'"),
        (lambda: RidgeOperator("X^+", noise="s"), r"RidgeOperator: letter: .* got 'X\^\+'"),
        (lambda: RidgeOperator("X^+", "Psi"), r"RidgeOperator: letter: .* got 'X\^\+'"),
        (lambda: RidgeOperator("H^-1"), "RidgeOperator: letter"),
    ],
)
def test_names_that_stand_for_nothing_or_for_two_things_are_refused(make, message):
    with pytest.raises(InputError, match=message) as refused:
        make()
    assert "\n" not in str(refused.value)


def test_covariances_may_be_inverse_letters_or_trivial():
    for name in ("", "Sigma", "Sigma^-1"):
        check_covariance("it", name)
    check_roles("it", {"input_covariance": "S", "prior": "S^-1", "noise": ""})
