"""`icl-proofs show`: a theorem with its statement, hypotheses, derivation, rules, controls and source."""

from typing import Annotated

import typer

from proofs.core.catalogue import Entry, catalogue
from proofs.core.claims import Claim
from proofs.core.derivation import Abbreviation, DiagonalPart, Expression, Reciprocal
from proofs.core.errors import DependenceError, LetterError, TheoremFileError
from proofs.core.proof import Line, Proof
from proofs.core.theorem import Theorem
from proofs.moments.mean import Mean
from verify.checks.symbolic import proof_of
from verify.command.pages import paragraph, reflowed
from verify.command.target import resolve, unusable
from verify.refute import perturbed

LONGEST = 300


def command(
    identifier: Annotated[str, typer.Argument(metavar="ID", help="A theorem id or the path of a theorem file.")],
) -> None:
    """Show a theorem with its derivation.

    Statement, hypotheses and where each is used, claims, derivation, the rules
    it uses, controls (false variants that must be refuted) and source.

    \b
    icl-proofs show wishart.second_moment
    """
    entries = catalogue()
    item = resolve(identifier, entries)
    try:
        print(show(item))
    except TheoremFileError as error:
        if item.id in entries:
            raise
        raise unusable(error) from error


def show(item: Entry) -> str:
    """The theorem as text. Raises TheoremFileError if its file does not load."""
    theorem = item.load()
    proofs = [(claim, _proof(claim, theorem)) for claim in theorem.claims]
    made = sum(len(perturbed(claim)) for claim in theorem.claims)
    parts = [
        [item.id, "=" * len(item.id), reflowed(item.docstring)],
        ["Hypotheses", *(_item(str(hypothesis)) for hypothesis in theorem.hypotheses)],
        *([*_claim(claim), *_derivation(proof)] for claim, proof in proofs),
        ["Rules used", *(_item(f"{name}: {reference}") for name, reference in _rules(proofs))],
        [
            "Controls (must be refuted)",
            *(_item(_control(item.changed, item.claim)) for item in theorem.controls),
            _item(f"and {made} made from the claims: constants changed, terms dropped, branches forgotten"),
        ],
        ["Source", _item(str(theorem.source))],
        ["Uses", *(_item(used) for used in theorem.uses)],
    ]
    return "\n\n".join("\n".join(part if len(part) > 1 else [*part, _item("none")]) for part in parts)


def _item(text: str) -> str:
    return paragraph(text, "  ", "    ")


def _control(changed: str, claim: Claim) -> str:
    return f"{changed} (claim {claim.name!r})"


def _claim(claim: Claim) -> list[str]:
    heading = paragraph(f"Claim {claim.name!r}, of kind {type(claim).__name__}", "", "  ")
    return [heading, *(_given(item) for item in claim.abbreviations)]


def _given(item: Abbreviation) -> str:
    if isinstance(item, Reciprocal):
        return paragraph(f"where {text(item.symbol)} = 1 / ({text(item.of)})", "  ", "    ")
    if isinstance(item, DiagonalPart):
        return paragraph(f"where {text(item.symbol)} is the diagonal part of {text(item.of)}", "  ", "    ")
    return paragraph(f"where {text(item.symbol)} = {text(item.value)}", "  ", "    ")


def _proof(claim: Claim, theorem: Theorem) -> Proof | str:
    try:
        return proof_of(claim, theorem) or "no symbolic derivation: other roads settle this kind"
    except (DependenceError, LetterError) as error:
        return f"the derivation stops: {error}"


def _derivation(proof: Proof | str) -> list[str]:
    if isinstance(proof, str):
        return [_item(proof)]
    return [text for number, line in enumerate(proof.lines, 1) for text in _line(number, line)]


def _line(number: int, line: Line) -> list[str]:
    state = "" if line.holds else " OPEN"
    says = paragraph(f"{number}. {line.says} [{line.rule}]{state}", "  ", "     ")
    if line.left is None or line.right is None:
        return [says]
    if text(line.left) == text(line.right):
        return [says, paragraph(f"both sides are {text(line.left)}", "       ", "         ")]
    return [
        says,
        paragraph(text(line.left), "       ", "         "),
        paragraph(f"= {text(line.right)}", "     ", "         "),
    ]


def text(expression: Expression) -> str:
    """An expression in plain text, cut where it is very long."""
    body = f"E[{expression.integrand}]" if isinstance(expression, Mean) else str(expression)
    return body if len(body) <= LONGEST else f"{body[:LONGEST].rsplit(' ', 1)[0]} ... ({body.count(' + ') + 1}+ terms)"


def _rules(proofs: list[tuple[Claim, Proof | str]]) -> list[tuple[str, str]]:
    return list(dict.fromkeys(rule for _, proof in proofs if isinstance(proof, Proof) for rule in proof.rules))
