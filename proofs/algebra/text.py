"""Words and polynomials in plain text."""

from flint import fmpq

from proofs.algebra.letters import UNIT, Alphabet
from proofs.algebra.terms import FrozenTerms, Monomial


def plain_text(terms: FrozenTerms, alphabet: Alphabet, is_scalar: bool) -> str:
    """A polynomial in one line of plain text, in the order of its canonical form."""
    if not terms:
        return "0"
    text = ""
    for key in sorted(terms):
        value = terms[key]
        sign = "-" if value < 0 else "+"
        body = _monomial(key, abs(value), alphabet, is_scalar)
        text += f" {sign} {body}" if text else body if sign == "+" else f"-{body}"
    return text


def _monomial(key: Monomial, value: fmpq, alphabet: Alphabet, is_scalar: bool) -> str:
    word, closed, powers = key
    names = alphabet.scalars
    parts = [name if power == 1 else f"{name}^{power}" for name, power in zip(names, powers, strict=True) if power]
    parts += [closed_text(trace_word, alphabet) for trace_word in closed]
    if word:
        parts.append(word_text(word, alphabet))
    elif not is_scalar:
        parts.append("I")
    if value != 1 or not parts:
        parts.insert(0, str(value))
    return " ".join(parts)


def word_text(word: bytes, alphabet: Alphabet) -> str:
    """A word in plain text, the transpose marked by '."""
    return " ".join(alphabet.letters[code // 2].name + "'" * (code % 2) for code in word)


def closed_text(word: bytes, alphabet: Alphabet) -> str:
    """A closed word in plain text: tr(...), or the product itself where it is a scalar."""
    body = word_text(word, alphabet)
    return f"({body})" if alphabet.row_sizes[word[0]] == UNIT else f"tr({body})"
