"""Two names that are typeset alike (A0 and A_0, sigma2 and the square of sigma) say two things in one way."""

from collections.abc import Iterator

from proofs.algebra.typesetting import symbol
from proofs.moments.dependence import polynomials


def lookalikes(whole: object) -> Iterator[str]:
    """What to rename, where a claim or a part of one holds two names that LaTeX shows as one."""
    taken: dict[str, str] = {}
    for name, printed in _printed(whole):
        other = taken.setdefault(printed.removesuffix("^{2}"), name)
        if other != name:
            yield f"{min(name, other)} and {max(name, other)} are typeset alike, as {printed}; rename one"


def _printed(whole: object) -> Iterator[tuple[str, str]]:
    """Every name with its LaTeX; an inverse letter goes by the name of what it is the inverse of."""
    for part in polynomials(whole):
        for letter in part.letters:
            name = letter.inverse_of or letter.name
            yield name, letter.latex.removesuffix("^{-1}") or symbol(name)
        yield from ((name, symbol(name)) for name in part.scalars)
