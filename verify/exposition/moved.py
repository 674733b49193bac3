"""What an objective is a function of, in words: the symbols that a claim moves."""

from collections.abc import Collection

from proofs.algebra.letters import Letter
from proofs.core.derivation import Expression
from proofs.moments.mean import expanded
from verify.document.blocks import Paragraph, Words
from verify.exposition.expressions import math_name


def variables(objective: Expression, sizes: Collection[str], rest: str) -> Paragraph:
    """The letters and scalars of an objective that are no sizes; `rest` says of what is left out where it is."""
    whole = expanded(objective)
    words: Words = ("It is a function of ",)
    symbols: list[Letter | str] = [*whole.letters, *(name for name in whole.scalars if name not in sizes)]
    for place, item in enumerate(symbols):
        words += (", " if place else "", *_symbol(item))
    return Paragraph((*words, "." if words[1:] else "nothing but sizes.", f" {rest}" if rest else ""))


def _symbol(item: Letter | str) -> Words:
    if isinstance(item, str):
        return (math_name(item),)
    entries = "symmetric" if item.symmetric else "all entries free"
    return math_name(item.name), f" ({item.rows} x {item.columns}, {entries})"
