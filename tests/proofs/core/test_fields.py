"""Fields of records: whatever their annotations do not say is refused, with the field and what came."""

import pytest
from flint import fmpq

from proofs.algebra import matrix, scalar, trace
from proofs.algebra.symbols import number
from proofs.core.claims import Claim, Equality, Experiment, Implements, Limit, Minimum, Square
from proofs.core.derivation import Definition, Step
from proofs.core.errors import InputError
from proofs.core.fields import check_fields
from proofs.core.listed import BestSteps, DifferentFunctions, OptimalSteps
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.task import LinearAttention, Task
from proofs.core.theorem import Control, Theorem
from proofs.moments.rules import Calculus

A, t = matrix("A", "d", "d"), scalar("t")
LEFT, RIGHT = trace(A), trace(A.T)


def equality(**more) -> Equality:
    return Equality(name="c", left=LEFT, right=RIGHT, **more)


def experiment(model=None, task=None, blocks=()) -> Experiment:
    return Experiment(model or LinearAttention(), task or Task(), blocks)


def minimum(**changed) -> Minimum:
    given = {"objective": trace(A @ A.T), "minimizer": ((A, A * 0),), "value": number(0), "squares": (Square(A),)}
    return Minimum(name="c", **(given | changed))


FUNCTIONS = {"second": (fmpq(1), fmpq(1)), "rows": ((1,),), "labels": (1,), "query": (1,)}
RIGHT_ONES = [
    equality(steps=(Step(LEFT, Calculus()),), abbreviations=(Definition(t, LEFT),)),
    equality(experiment=experiment(blocks=(("A_x", A),))),
    minimum(),
    DifferentFunctions(name="c", first=(fmpq(1), fmpq(2)), predictions=(fmpq(1), fmpq(2)), **FUNCTIONS),
]

WRONG_ONES = {
    "steps must be a tuple (a Step, ...), got list": equality(steps=[Step(LEFT, Calculus())]),
    "steps[0].by must be a rule, e.g. Calculus(), got str 'calculus'": equality(steps=(Step(LEFT, "calculus"),)),
    "steps[0].by must be a rule, e.g. Calculus(), got type": equality(steps=(Step(LEFT, Calculus),)),
    "abbreviations[0] must be a Definition, a Reciprocal or a DiagonalPart, got tuple": equality(
        abbreviations=((t, LEFT),)
    ),
    "(mind the comma after a single one), got Definition": equality(abbreviations=Definition(t, LEFT)),
    "abbreviations[0].value must be an expression, got int 3": equality(abbreviations=(Definition(t, 3),)),
    "experiment.model must be a LinearAttention, a ReadOutAttention or a ReluAttention, got type": equality(
        experiment=experiment(model=LinearAttention)
    ),
    "experiment.task must be a Task, got str 'Sigma'": equality(experiment=experiment(task="Sigma")),
    "experiment.blocks must be a tuple (a tuple (a str, an expression), ...), got dict": equality(
        experiment=experiment(blocks={"A_x": A})
    ),
    "minimizer[0] must be a tuple (an expression, an expression) (mind": minimum(minimizer=(A,)),
    "minimizer[0] must have 2 parts, got 3": minimum(minimizer=((A, A, A),)),
    "value must be an expression, got int 0": minimum(value=0),
    "unique must be a bool, got int 1": minimum(unique=1),
    "squares[0].body must be an expression, got str 'A'": minimum(squares=(Square("A"),)),
    "prediction must be an expression or None, got str": minimum(prediction="x"),
    "weights[0][0] must be an expression, got str 'A'": Implements(
        name="c", prediction=LEFT, weights=(("A", A),), algorithm=LEFT
    ),
    "grows must be an expression, got str 'n'": Limit(name="c", grows="n", numerator=LEFT, limit=LEFT),
    "points[0].loss must be a str, got float 0.5": OptimalSteps(name="c", points=(BestSteps(1, 2, 1, 0.5),)),
    "first[1] must be a fmpq, got float 0.5": DifferentFunctions(
        name="c", first=(fmpq(1), 0.5), predictions=(fmpq(1), fmpq(2)), **FUNCTIONS
    ),
}


@pytest.mark.parametrize("claim", RIGHT_ONES, ids=lambda claim: type(claim).__name__)
def test_what_annotations_say_is_taken(claim):
    check_fields(claim, "claim")


@pytest.mark.parametrize("says", WRONG_ONES)
def test_anything_else_is_refused(says):
    with pytest.raises(TypeError) as caught:
        check_fields(WRONG_ONES[says], "claim 'c'")
    assert str(caught.value).startswith("claim 'c': ")
    assert says in str(caught.value)


def made(hypotheses=(), claims=(), controls=()) -> Theorem:
    return Theorem(Source("nobody"), hypotheses, claims, controls)


def test_a_theorem_looks_into_all_it_holds():
    made((Hypothesis("d", Predicate.INTEGER, ""),), (equality(),), (Control("a sign", equality()),))
    with pytest.raises(InputError, match="hypothesis on d: expected a Predicate"):
        made((Hypothesis("d", "an integer", ""),))
    with pytest.raises(TypeError, match="claim 'c': steps must be"):
        made(claims=(equality(steps=[]),))
    with pytest.raises(TypeError, match="control 'a sign': claim must be a Claim, got str 'c'"):
        made(controls=(Control("a sign", "c"),))
    with pytest.raises(TypeError, match=r"control 'a sign': claim.steps must be a tuple"):
        made(controls=(Control("a sign", equality(steps=[])),))


def test_a_long_value_is_cut():
    with pytest.raises(TypeError, match=r"name must be a str, got list \[0, 1, .* \.\.\.$"):
        check_fields(Claim(name=list(range(100))), "claim")
