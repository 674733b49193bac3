"""The symbolic proof of an equality: a chain of steps from its left to its right side."""

from collections.abc import Iterator

from proofs.algebra.positivity import Signs
from proofs.algebra.positivity import signs as signs_of
from proofs.core.claims import Equality
from proofs.core.derivation import Expression, Rule
from proofs.core.proof import Line, Proof
from proofs.core.statement import INTEGERS
from proofs.moments.cited import HYPOTHESIS, HYPOTHESIS_REFERENCE, Cited
from proofs.moments.dependence import entering, symbols_in
from proofs.moments.operators import known_by
from proofs.moments.preconditions import preconditions
from proofs.moments.rules import RULES, Calculus


def prove_equality(claim: Equality, signs: Signs) -> Proof:
    """Close each step by its rule, and the last step against the right side by the calculus."""
    lines = preconditions(claim, (claim.left, *(step.to for step in claim.steps), claim.right), signs)
    here = claim.left
    for step in claim.steps:
        if isinstance(step.by, Cited):
            lines += _cited(step.by, claim, signs)
        holds = isinstance(step.by, (*RULES, Cited)) and _closes(step.by, here, step.to, claim)
        lines.append(Line(step.note or claim.name, step.by.name, step.by.reference, holds, here, step.to))
        here = step.to
    last = Calculus()
    if not claim.steps or here != claim.right:
        holds = _closes(last, here, claim.right, claim)
        lines.append(Line(claim.name, last.name, last.reference, holds, here, claim.right))
    return Proof(tuple(lines))


def _closes(rule: Rule, left: Expression, right: Expression, claim: Equality) -> bool:
    """Whether a rule closes a line; the calculus also by the equations of the operators that the claim declares."""
    if rule.closes(left, right, claim.abbreviations):
        return True
    if not (claim.operators and isinstance(rule, Calculus)):
        return False
    return rule.closes(known_by(left, claim), known_by(right, claim), claim.abbreviations)


def _cited(rule: Cited, claim: Equality, signs: Signs) -> Iterator[Line]:
    """The cited equality is proved, its operators are those of the claim, and its hypotheses hold of the values."""
    proof = prove_equality(rule.equality, signs_of(rule.theorem.hypotheses))
    yield Line(f"{rule.name} is proved", rule.name, rule.reference, proof.holds)
    for operator in rule.equality.operators:
        same = operator in claim.operators and all(rule.value(name) is None for name in entering(operator))
        yield Line(f"{operator.letter} is the same operator there", HYPOTHESIS, HYPOTHESIS_REFERENCE, same)
    occurring = symbols_in(rule.equality)
    for hypothesis in rule.theorem.hypotheses:
        if hypothesis.symbol not in occurring and hypothesis.predicate not in INTEGERS:
            continue
        value = rule.value(hypothesis.symbol)
        says = f"{hypothesis.symbol if value is None else value} {hypothesis.predicate.value}"
        yield Line(says, HYPOTHESIS, HYPOTHESIS_REFERENCE, rule.holds(hypothesis, signs))
