"""What a claim stands in, in Markdown with LaTeX: the laws of what is averaged, abbreviations, operators."""

from dataclasses import replace

from notebooks.formula import display, equation, law, pieces
from proofs.algebra.abbreviation import polynomial
from proofs.algebra.typesetting import latex, symbol
from proofs.core.claims import Claim
from proofs.core.derivation import Abbreviation, Definition
from proofs.core.task import RidgeOperator
from proofs.moments.dependence import depends_on, laws, names_of, symbols_in
from proofs.moments.ridge import ridge


def surroundings(claim: Claim) -> str:
    """The laws of what is averaged, the abbreviations and the operators of a claim; empty where there are none."""
    random = {given.name: law(given) for given in laws(claim)}
    used = depends_on(symbols_in(replace(claim, abbreviations=())), claim.abbreviations)
    parts = [
        f"Here {'; '.join(random.values())}." if random else "",
        *(abbreviation(item) for item in claim.abbreviations if names_of(item.symbol) <= used),
        *(_operator(item) for item in claim.operators),
    ]
    return "\n\n".join(filter(None, parts))


def abbreviation(item: Abbreviation) -> str:
    """What an abbreviation stands for, as a display."""
    name = latex(polynomial(item.symbol))
    if isinstance(item, Definition):
        return display(("", [name]), ("=", pieces(item.value)))
    return display(("", [name]), ("=", [rf"\frac{{1}}{{{latex(polynomial(item.of))}}}"]))


def _operator(item: RidgeOperator) -> str:
    _, relation = ridge(item)
    return f"${symbol(item.letter)}$ is the ridge operator of $X$, with\n\n{equation(relation.left, relation.right)}"
