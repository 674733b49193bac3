"""Three decoder layers do ridge regression: they predict z'A^-1 x_q, A = lambda I + X'X and z = X'y.

Setting: decoder layers as in constructions.ridge_update.
Claim: after 2 layers the query column holds z'A^-1 x_q; no updates are needed.
Hypotheses: A > 0.
Idea: run the program.
Source: nobody.
"""

from dataclasses import replace

from proofs.algebra import inverse, symmetric, vector
from proofs.core.programs import Block, Construction, Multiply, Program
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.theorem import Theorem


def theorem():
    A, z, x = symmetric("A", "d"), vector("z", "d"), vector("x_q", "d")
    blocks = (Block("P", "d", "d"), Block("x", "d"), Block("z", "d"), Block("u", "d"), Block("o"))
    program = Program(
        blocks,
        ("start", "query"),
        (("query", "P", inverse(A)), ("query", "x", x), ("query", "z", z)),
        (Multiply("P", "x", "u"), Multiply("z", "u", "o", turned=True)),
    )
    return Theorem(
        source=Source("nobody"),
        hypotheses=(
            Hypothesis("d", Predicate.INTEGER, "dimension"),
            Hypothesis("A", Predicate.POSITIVE_DEFINITE, "Gram matrix with ridge"),
        ),
        claims=(
            Construction(
                name="ridge",
                program=program,
                outputs=(("query", "o", z.T @ inverse(A) @ x),),
                width=(3, 3, 1),
                hidden=(0, 0, 3),
                depth=2,
            ),
        ),
    )


VERDICT = "PROVED"


def neighbour():
    """The form of a matrix that is given as a letter."""
    (claim,), P = theorem().claims, symmetric("P", "d")
    z, x = vector("z", "d"), vector("x_q", "d")
    given = (("query", "P", P), ("query", "x", x), ("query", "z", z))
    hypotheses = (*theorem().hypotheses[:1], Hypothesis("P", Predicate.SYMMETRIC, "a given matrix"))
    form = replace(claim, program=replace(claim.program, given=given), outputs=(("query", "o", z.T @ P @ x),))
    return replace(theorem(), hypotheses=hypotheses, claims=(form,))
