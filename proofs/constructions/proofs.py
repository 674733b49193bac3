"""The symbolic proof of a construction: the program is run for all d, and its sizes are counted."""

from itertools import groupby
from operator import itemgetter

from proofs.algebra.abbreviation import polynomial
from proofs.algebra.polynomial import TracePolynomial
from proofs.algebra.positivity import Signs
from proofs.constructions.run import run
from proofs.constructions.sizes import hidden, width
from proofs.core.errors import InputError
from proofs.core.programs import Combine, Construction
from proofs.core.proof import Line, Proof
from proofs.moments.dependence import depends_on
from proofs.moments.preconditions import preconditions
from proofs.moments.rules import Calculus

PROGRAM = "program of layers"
PROGRAM_REFERENCE = "Akyurek et al. 2022, section 3: mov, mul, aff and div, each by one decoder layer in the limit"
COUNT = "count of rows and layers"
COUNT_REFERENCE = "blocks of rows add up; a product takes three GeLU units, a copy one"


def prove_construction(claim: Construction, signs: Signs) -> Proof:
    """The outputs of the ideal chain are as claimed, and so are width and depth as counted."""
    rule, program = Calculus(), claim.program
    lines = preconditions(claim, (), signs)
    lines.append(Line("the weights do not hold the data", PROGRAM, PROGRAM_REFERENCE, not data_in_weights(claim)))
    try:
        state = run(program, [(column, block) for column, block, _ in claim.outputs], claim.abbreviations)
    except InputError as error:
        return Proof((*lines, Line(str(error), PROGRAM, PROGRAM_REFERENCE, holds=False)))
    for column, block, value in claim.outputs:
        found, expected = state[column, block], polynomial(value)
        if expected.terms:
            holds = rule.closes(found, expected, claim.abbreviations)
            says = f"{block} of the column {column} is as claimed"
            lines.append(Line(says, PROGRAM, PROGRAM_REFERENCE, holds, found, expected))
    empty = [(column, block) for column, block, value in claim.outputs if not polynomial(value).terms]
    for column, places in groupby(empty, key=itemgetter(0)):
        blocks = [block for _, block in places]
        holds = all(
            rule.closes(state[column, block], 0 * state[column, block], claim.abbreviations) for block in blocks
        )
        says = f"the column {column} holds nothing in {', '.join(blocks)}"
        lines.append(Line(says, PROGRAM, PROGRAM_REFERENCE, holds))
    lines += [
        Line(f"{_text(width(program))} rows", COUNT, COUNT_REFERENCE, width(program) == claim.width),
        Line(f"{_text(hidden(program))} inner units", COUNT, COUNT_REFERENCE, hidden(program) == claim.hidden),
        Line(f"{len(program.operations)} layers", COUNT, COUNT_REFERENCE, len(program.operations) == claim.depth),
    ]
    return Proof(tuple(lines))


def _text(size: tuple[int, int, int]) -> str:
    parts = [f"{value}{unit}" for value, unit in zip(reversed(size), (" d^2", " d", ""), strict=True) if value]
    return " + ".join(parts) or "0"


def data_in_weights(claim: Construction) -> set[str]:
    """Symbols of what columns hold, and letters, in the coefficients of affine maps, which are weights of layers."""
    held = {name for _, _, value in claim.program.given for name in _names(polynomial(value))}
    factors = [polynomial(one) for item in claim.program.operations if isinstance(item, Combine)
               for one, _ in item.parts]  # fmt: skip
    used = {name for factor in factors for name in depends_on(_names(factor), claim.abbreviations)}
    return used & held | {letter.name for factor in factors for letter in factor.letters}


def _names(value: TracePolynomial) -> set[str]:
    return {*value.scalars, *(letter.name for letter in value.letters)}
