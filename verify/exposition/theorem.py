"""A theorem on a page of its own: statement, hypotheses, claims with their derivations, rules, controls and source."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from importlib import import_module

from proofs.algebra.positivity import signs
from proofs.core.catalogue import Entry
from proofs.core.claims import Claim, Equality
from proofs.core.errors import MISUSE
from proofs.core.proof import Line, Proof
from proofs.core.theorem import Theorem
from proofs.core.verdict import Verdict
from proofs.moments.remainder import first_terms, is_multiple, remainder
from verify.checks.context import Context
from verify.checks.symbolic import prove
from verify.document.blocks import Block, Blocks, Formula, Heading, Items, Paragraph, Side
from verify.exposition.expressions import equation, side
from verify.exposition.kinds import statement
from verify.exposition.prose import paragraphs
from verify.refute import perturbed

NONE = Items(((Paragraph(("none",)),),))


@dataclass(frozen=True)
class Exposition:
    """A theorem with the proof of each of its claims, or with the reason why there is none.

    `witnesses` are the instances that refute claims whose derivation stops, empty for all others.
    """

    entry: Entry
    theorem: Theorem
    proofs: tuple[Proof | str, ...]
    witnesses: tuple[str, ...]

    @property
    def rules(self) -> tuple[tuple[str, str], ...]:
        """The rules that the proofs use, with their references."""
        return tuple(dict.fromkeys(rule for proof in self.proofs if isinstance(proof, Proof) for rule in proof.rules))

    @property
    def controls_made(self) -> int:
        """How many controls are made from the claims, besides those that the theorem file names."""
        return sum(map(_made, self.theorem.claims))


def expose(entry: Entry) -> Exposition:
    """Load and prove. Raises TheoremFileError if the file does not load."""
    theorem = entry.load()
    proofs = tuple(_proof(claim, theorem) for claim in theorem.claims)
    stopped = [isinstance(proof, Proof) and not proof.holds for proof in proofs]
    pairs = zip(theorem.claims, stopped, strict=True)
    witnesses = tuple(_witness(claim, entry, theorem) if stops else "" for claim, stops in pairs)
    return Exposition(entry, theorem, proofs, witnesses)


def _witness(claim: Claim, entry: Entry, theorem: Theorem) -> str:
    """The smallest instance found that refutes a claim; empty where none is. Few pages need the checks of all kinds."""
    checks = import_module("verify.checks.table")
    try:
        road = checks.check_of(claim).refutation(claim, Context(entry.id, theorem))
    except MISUSE:
        return ""
    return str(road.witness) if road.verdict is Verdict.REFUTED else ""


def _proof(claim: Claim, theorem: Theorem) -> Proof | str:
    try:
        return prove(claim, signs(theorem.hypotheses)) or "no symbolic derivation: other roads settle this kind"
    except MISUSE as error:
        return f"the derivation stops: {error}"


def _made(claim: Claim) -> int:
    try:
        return len(perturbed(claim))
    except MISUSE:
        return 0


def page(shown: Exposition) -> Blocks:
    """The whole page."""
    theorem = shown.theorem
    made = f"and {shown.controls_made} made from the claims: constants changed, terms dropped, branches forgotten"
    return (
        Heading(shown.entry.id, 1),
        *paragraphs(shown.entry.docstring),
        *_section("Hypotheses", [str(hypothesis) for hypothesis in theorem.hypotheses]),
        *(
            block
            for claim, proof, witness in zip(theorem.claims, shown.proofs, shown.witnesses, strict=True)
            for block in (*_claim(claim, proof), *_refuted(witness))
        ),
        *_section("Rules used", [f"{name}: {reference}" for name, reference in shown.rules]),
        *_section(
            "Controls (must be refuted)",
            [*(f"{control.changed} (claim {control.claim.name!r})" for control in theorem.controls), made],
        ),
        *_section("Source", [str(theorem.source)]),
        *_section("Uses", theorem.uses),
    )


def _section(title: str, texts: Sequence[str]) -> Iterator[Block]:
    yield Heading(title, 2)
    yield Items(tuple((Paragraph((text,)),) for text in texts)) if texts else NONE


def _claim(claim: Claim, proof: Proof | str) -> Iterator[Block]:
    yield Heading(f"Claim {claim.name!r}, of kind {type(claim).__name__}", 2)
    yield from statement(claim)
    if isinstance(proof, str):
        yield Items(((Paragraph((proof,)),),))
    else:
        yield Items(tuple((*_line(line, claim), *_left_over(line, claim)) for line in proof.lines), numbered=True)


def _refuted(witness: str) -> Blocks:
    return (Paragraph((f"The claim is false: {witness}",)),) if witness else ()


def _line(line: Line, claim: Claim) -> Blocks:
    """What the line says and its rule; then its equation, unless it is that of the claim and has been told."""
    lacks = f": {line.lacks}" if line.lacks else ""
    says = Paragraph((f"{line.says} [{line.rule}]{'' if line.holds else f' OPEN{lacks}'}",))
    own = (claim.left, claim.right) if isinstance(claim, Equality) else None
    if line.left is None or line.right is None or (line.left, line.right) == own:
        return (says,)
    left, right = side(line.left), side(line.right)
    if line.holds and left == right:
        first, *rest = left.pieces
        both = Side(f"both sides are {left.plain}", (rf"\text{{both sides are }} {first}", *rest))
        return says, equation(both)
    return says, equation(left, right)


def _left_over(line: Line, claim: Claim) -> Blocks:
    """What is left of an equation that does not close, term by term."""
    found = remainder(line, claim)
    if found is None:
        return ()
    shown, further = first_terms(found)
    head = "a positive multiple of left - right is" if is_multiple(claim) else "left - right is"
    rest = (Paragraph((f"... and {further} more",)),) if further else ()
    return Paragraph((head,)), Formula(side(shown)), *rest
