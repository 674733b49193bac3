"""What is declared of the letters of a claim, which is part of what it says: U orthogonal (d x d)."""

from collections.abc import Iterator

from proofs.algebra.letters import Letter
from proofs.algebra.mention import mentioned
from proofs.core.claims import Claim
from proofs.moments.dependence import polynomials
from verify.document.blocks import Math, Paragraph, Words
from verify.exposition.expressions import math_name


def declared(claim: Claim) -> Iterator[Paragraph]:
    """The letters that are declared symmetric or orthogonal, with their sizes; nothing where there are none."""
    found = {letter.inverse_of or letter.name: letter for part in polynomials(claim) for letter in mentioned(part)}
    told = [(name, letter) for name, letter in sorted(found.items()) if letter.symmetric or letter.orthogonal]
    words: Words = ()
    for name, letter in told:
        words += ("; " if words else "", *_said(name, letter))
    if told:
        yield Paragraph((*words, "."), lead="Declared")


def _said(name: str, letter: Letter) -> Words:
    properties = {"symmetric": letter.symmetric, "orthogonal": letter.orthogonal}
    said = " and ".join(text for text, holds in properties.items() if holds)
    return (
        math_name(name),
        f" {said} (",
        Math(f"{letter.rows} x {letter.columns}", rf"{letter.rows} \times {letter.columns}"),
        ")",
    )
