"""The symbolic proof of a construction: the program is run for all d, and its sizes are counted."""

from proofs.algebra.abbreviation import polynomial
from proofs.algebra.positivity import Signs
from proofs.constructions.run import run
from proofs.constructions.sizes import hidden, width
from proofs.core.errors import InputError
from proofs.core.programs import Construction
from proofs.core.proof import Line, Proof
from proofs.moments.preconditions import preconditions
from proofs.moments.rules import Calculus

PROGRAM = "program of layers"
PROGRAM_REFERENCE = "Akyurek et al. 2022, section 3: mov, mul, aff and div, each by one decoder layer in the limit"
COUNT = "count of rows and layers"
COUNT_REFERENCE = "blocks of rows add up; a product takes three GeLU units, a copy one"


def prove_construction(claim: Construction, signs: Signs) -> Proof:
    """The output of the ideal chain is the algorithm; width and depth are as counted."""
    rule, program = Calculus(), claim.program
    lines = preconditions(claim, (), signs)
    try:
        found = run(program, claim.abbreviations)[program.columns[-1], claim.output]
    except InputError as error:
        return Proof((*lines, Line(str(error), PROGRAM, PROGRAM_REFERENCE, holds=False)))
    algorithm = polynomial(claim.algorithm)
    holds = rule.closes(found, algorithm, claim.abbreviations)
    lines.append(Line("the program computes the algorithm", PROGRAM, PROGRAM_REFERENCE, holds, found, algorithm))
    lines += [
        Line(f"{_text(width(program))} rows", COUNT, COUNT_REFERENCE, width(program) == claim.width),
        Line(f"{_text(hidden(program))} inner units", COUNT, COUNT_REFERENCE, hidden(program) == claim.hidden),
        Line(f"{len(program.operations)} layers", COUNT, COUNT_REFERENCE, len(program.operations) == claim.depth),
    ]
    return Proof(tuple(lines))


def _text(size: tuple[int, int, int]) -> str:
    parts = [f"{value}{unit}" for value, unit in zip(reversed(size), (" d^2", " d", ""), strict=True) if value]
    return " + ".join(parts) or "0"
