"""A theorem written out as plain data, for JSON: nothing in it is cut."""

from proofs.algebra.abbreviation import polynomial
from proofs.algebra.typesetting import latex
from proofs.core.claims import Claim
from proofs.core.derivation import Expression
from proofs.core.proof import Line, Proof
from proofs.core.statement import Source
from proofs.moments.mean import Mean
from proofs.moments.remainder import remainder_text
from verify.document.markdown import as_markdown
from verify.exposition.expressions import mean_sign
from verify.exposition.kinds import statement
from verify.exposition.theorem import Exposition


def as_data(shown: Exposition) -> dict[str, object]:
    """The theorem as lists and tables of text and numbers."""
    theorem = shown.theorem
    return {
        "id": shown.entry.id,
        "title": shown.entry.title,
        "docstring": shown.entry.docstring,
        "hypotheses": [
            {"symbol": item.symbol, "predicate": item.predicate.value, "used": item.used} for item in theorem.hypotheses
        ],
        "claims": [_claim(*told) for told in zip(theorem.claims, shown.proofs, shown.witnesses, strict=True)],
        "rules": [{"name": name, "reference": reference} for name, reference in shown.rules],
        "controls": [{"changed": control.changed, "claim": control.claim.name} for control in theorem.controls],
        "controls_made": shown.controls_made,
        "source": source_data(theorem.source),
        "uses": list(theorem.uses),
    }


def source_data(source: Source) -> dict[str, str]:
    """Paper and place, and how sure we are of the printed form."""
    return {
        "paper": source.paper,
        "place": source.place,
        "url": source.url,
        "provenance": source.provenance.value,
        "differs": source.differs,
    }


def _claim(claim: Claim, proof: Proof | str, witness: str) -> dict[str, object]:
    found: dict[str, object] = {
        "name": claim.name,
        "kind": type(claim).__name__,
        "statement": as_markdown(statement(claim)),
    }
    if isinstance(proof, str):
        return {**found, "proved": False, "reason": proof, "lines": []}
    found |= {"refuted_by": witness} if witness else {}
    return {**found, "proved": proof.holds, "lines": [_line(line, claim) for line in proof.lines]}


def _line(line: Line, claim: Claim) -> dict[str, object]:
    found: dict[str, object] = {"says": line.says, "rule": line.rule, "reference": line.reference, "holds": line.holds}
    for name, text in (("lacks", line.lacks), ("left_over", remainder_text(line, claim))):
        found |= {name: text} if text else {}
    for name, expression in (("left", line.left), ("right", line.right)):
        if expression is not None:
            found[name], found[f"{name}_latex"] = _both(expression)
    return found


def _both(expression: Expression) -> tuple[str, str]:
    if isinstance(expression, Mean):
        body = rf"{mean_sign(expression.over)} \left[{latex(expression.integrand)}\right]"
        return f"E[{expression.integrand}]", body
    return str(expression), latex(polynomial(expression))
