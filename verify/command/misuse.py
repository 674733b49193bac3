"""Misuse of the command line: what cannot be used is told in one line, with exit status 3."""

from collections.abc import Iterable, Sequence
from difflib import get_close_matches

from proofs.core.errors import InputError


class MisuseError(InputError):
    """An argument that cannot be used: which one, what was expected, what came, and what to do."""

    def __init__(self, argument: str, expected: str, came: str, advice: str) -> None:
        super().__init__(argument, expected, came, advice)

    def __str__(self) -> str:
        argument, expected, came, advice = self.args
        return f"{argument}: expected {expected}, got {came}; {advice}"


def one_line(text: str, longest: int = 600) -> str:
    """A text without line breaks and control characters, cut in the middle where it is longer than that."""
    line = " ".join("".join(character if character.isprintable() else " " for character in text).split())
    return line if len(line) <= longest else f"{line[: longest - 105]} ... {line[-100:]}"


def shown(value: object) -> str:
    """A value that came, as messages quote it, cut in the middle where it is long."""
    quoted = repr(value)
    return quoted if len(quoted) <= 60 else f"{quoted[:42]}...{quoted[-12:]}"


def choice(argument: str, text: str, choices: Iterable[str]) -> str:
    """One of the choices."""
    known = list(choices)
    if text not in known:
        example = f"{argument} {known[0]}" if argument.startswith("-") else known[0]
        raise MisuseError(argument, listed(known), shown(text), closest(text, known) or f"e.g. {example}")
    return text


def listed(words: Sequence[str]) -> str:
    """Words as a sentence lists them: a, b or c."""
    *some, last = words
    return f"{', '.join(some)} or {last}" if some else last


def closest(word: str, known: Iterable[str]) -> str:
    """A hint at the known word that was probably meant, if one is near."""
    near = get_close_matches(word, list(known), n=1)
    return f"did you mean {near[0]}?" if near else ""
