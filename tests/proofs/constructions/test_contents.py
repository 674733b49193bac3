"""What a program is given: data and parameters pass, what it has to compute does not."""

import pytest

from proofs.algebra import identity, inverse, scalar, symmetric, trace, vector
from proofs.algebra.polynomial import TracePolynomial
from proofs.algebra.symbols import matrix, number, zero
from proofs.constructions.contents import content_flaw, refuse_contents
from proofs.core.derivation import Definition, Reciprocal
from proofs.core.errors import InputError
from proofs.core.programs import Block, Construction, Multiply, Program
from proofs.core.statement import Hypothesis, Predicate
from proofs.core.task import RidgeOperator
from proofs.moments.ridge import ridge as ridge_operator

A, x, y, ridge, r = symmetric("A", "d"), vector("x", "d"), scalar("y"), scalar("lambda"), scalar("r")
one = identity("d")
POSITIVE = {"lambda", "s"}


@pytest.mark.parametrize(
    "value", [A, A.T, x, y, number(0), number(1), 2 * x, one, one / ridge, ridge * scalar("s"), zero("d", "d")]
)
def test_data_parameters_and_zeros(value: TracePolynomial):
    assert not content_flaw(value, set(), POSITIVE)


@pytest.mark.parametrize(
    ("value", "says"),
    [
        (inverse(A), "the inverse of A"),
        (A @ x, "a product"),
        (y * x, "a product"),
        (x - 2 * x @ x.T @ x, "a sum"),
        (trace(A), "a product"),
        (1 / y, "a quotient by what is no parameter"),
        (one / y, "a quotient by what is no parameter"),
        (y * ridge, "a product of scalars"),
        (y**2, "a product of scalars"),
        (r, "r is computed from others"),
        (matrix("P", "d", "d"), "P is computed from others"),
        (ridge_operator(RidgeOperator("H", noise="s"))[0], "H is computed from others"),
    ],
)
def test_what_is_to_be_computed(value: TracePolynomial, says: str):
    assert says in content_flaw(value, {"r", "P"}, POSITIVE)


def claim(given: TracePolynomial, **more: object) -> Construction:
    program = Program(
        (Block("P", "d", "d"), Block("x", "d"), Block("u", "d")),
        ("start", "query"),
        (("query", "P", given), ("query", "x", x)),
        (Multiply("P", "x", "u"),),
    )
    outputs = (("query", "u", A @ x),)
    return Construction(name="c", program=program, outputs=outputs, width=(2, 2, 1), hidden=(0, 0, 3), depth=1, **more)


@pytest.mark.parametrize(
    ("wrong", "says"),
    [
        (claim(inverse(A)), "block P of the column query is given A\\^-1, the inverse of A"),
        (claim(matrix("P", "d", "d"), abbreviations=(Definition(matrix("P", "d", "d"), A),)), "P is computed"),
        (claim(one / ridge), "no parameter"),
        (claim(r * one, abbreviations=(Reciprocal(r, 1 + x.T @ x),)), "r is computed"),
        (claim(A, abbreviations=(Definition(A, inverse(symmetric("B", "d"))),)), "A is computed"),
        (
            claim(symmetric("B", "d"), abbreviations=(Definition(A, inverse(symmetric("B", "d"))),)),
            "A abbreviates the inverse B\\^-1",
        ),
        (claim(matrix("H", "d", "d"), operators=(RidgeOperator("H"),)), "H is computed"),
    ],
)
def test_claims_on_programs_that_are_given_too_much(wrong: Construction, says: str):
    with pytest.raises(InputError, match=says):
        refuse_contents(wrong, ())


def test_claims_on_programs_that_are_given_data():
    refuse_contents(claim(A), ())
    refuse_contents(claim(one / ridge), (Hypothesis("lambda", Predicate.POSITIVE, "I / lambda"),))
