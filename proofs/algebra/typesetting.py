"""LaTeX of a trace polynomial."""

from flint import fmpq

from proofs.algebra.letters import UNIT, Alphabet
from proofs.algebra.polynomial import TracePolynomial
from proofs.algebra.terms import Monomial

GREEK = {
    "Sigma": r"\Sigma", "Psi": r"\Psi", "Lambda": r"\Lambda", "eps": r"\varepsilon", "eta": r"\eta",
    "gamma": r"\gamma", "sigma2": r"\sigma^{2}", "beta": r"\beta",
}  # fmt: skip


def latex(polynomial: TracePolynomial) -> str:
    """The polynomial as LaTeX, in the order of its canonical form."""
    if not polynomial.terms:
        return "0"
    text = ""
    for key in sorted(polynomial.terms):
        value = polynomial.terms[key]
        body = _monomial(polynomial, key, abs(value))
        text += f" {'-' if value < 0 else '+'} {body}" if text else f"-{body}" if value < 0 else body
    return text


def _monomial(polynomial: TracePolynomial, key: Monomial, value: fmpq) -> str:
    word, closed, powers = key
    names = [(symbol(name), power) for name, power in zip(polynomial.alphabet.scalars, powers, strict=True) if power]
    above = [_power(name, power) for name, power in names if power > 0]
    below = [_power(name, -power) for name, power in names if power < 0]
    if value.p != 1:
        above.insert(0, str(value.p))
    if value.q != 1:
        below.insert(0, str(value.q))
    rest = [_closed(trace_word, polynomial.alphabet) for trace_word in closed]
    if word:
        rest.append(_word(word, polynomial.alphabet))
    elif not polynomial.is_scalar:
        rest.append("I")
    if below:
        return rf"\frac{{{' '.join(above) or '1'}}}{{{' '.join(below)}}}" + "".join(f" {part}" for part in rest)
    return " ".join(above + rest) or "1"


def symbol(name: str) -> str:
    """A name as LaTeX: Greek letters by name, an index after the first underscore or trailing digits."""
    if name in GREEK:
        return GREEK[name]
    stem, _, index = name.partition("_")
    if not index and name.rstrip("0123456789") not in ("", name):
        stem = name.rstrip("0123456789")
        index = name[len(stem) :]
    stem = GREEK.get(stem, stem)
    return f"{stem}_{{{index}}}" if index else stem


def _power(name: str, power: int) -> str:
    if power == 1:
        return name
    return rf"\left({name}\right)^{{{power}}}" if "^" in name else f"{name}^{{{power}}}"


def _word(word: bytes, alphabet: Alphabet) -> str:
    parts = []
    for code in word:
        letter = alphabet.letters[code // 2]
        name = letter.latex or (f"{symbol(letter.inverse_of)}^{{-1}}" if letter.inverse_of else symbol(letter.name))
        if code % 2:
            name = rf"({name})^{{\top}}" if "^" in name else rf"{name}^{{\top}}"
        parts.append(name)
    return " ".join(parts)


def _closed(word: bytes, alphabet: Alphabet) -> str:
    body = _word(word, alphabet)
    if alphabet.row_sizes[word[0]] == UNIT:
        return rf"\left({body}\right)"
    return rf"\operatorname{{tr}}\left({body}\right)"
