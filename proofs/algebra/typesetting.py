"""LaTeX of a trace polynomial, and how powers are written in plain text."""

from itertools import groupby

from flint import fmpq

from proofs.algebra.expected import check_polynomial
from proofs.algebra.letters import UNIT, Alphabet
from proofs.algebra.polynomial import TracePolynomial
from proofs.algebra.terms import Monomial

LETTERS = (
    "alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi pi rho sigma tau upsilon phi chi psi "
    "omega Gamma Delta Theta Lambda Xi Pi Sigma Upsilon Phi Psi Omega"
)
GREEK = {name: f"\\{name}" for name in LETTERS.split()} | {"eps": r"\varepsilon", "sigma2": r"\sigma^{2}"}
LONGEST_INDEX = 2
"""Indices of more letters than that are words."""


def latex(polynomial: TracePolynomial) -> str:
    """The polynomial as LaTeX, in the order of its canonical form. Raises InputError for anything else."""
    check_polynomial("polynomial", polynomial)
    return " ".join(latex_terms(polynomial))


def latex_terms(polynomial: TracePolynomial) -> tuple[str, ...]:
    """The terms as LaTeX, each with its sign in front; a line may end between any two of them."""
    found: list[str] = []
    for key in sorted(polynomial.terms):
        value = polynomial.terms[key]
        sign = ("- " if value < 0 else "+ ") if found else "-" * (value < 0)
        found.append(sign + _monomial(polynomial, key, abs(value)))
    return tuple(found) or ("0",)


def _monomial(polynomial: TracePolynomial, key: Monomial, value: fmpq) -> str:
    word, closed, powers = key
    names = [(symbol(name), power) for name, power in zip(polynomial.alphabet.scalars, powers, strict=True) if power]
    above = [_power(name, power) for name, power in names if power > 0]
    below = [_power(name, -power) for name, power in names if power < 0]
    if value.p != 1:
        above.insert(0, str(value.p))
    if value.q != 1:
        below.insert(0, str(value.q))
    rest = [_power(_closed(part, polynomial.alphabet), len(list(same))) for part, same in groupby(closed)]
    if word:
        rest.append(_word(word, polynomial.alphabet))
    elif not polynomial.is_scalar:
        rest.append("I")
    if below:
        return rf"\frac{{{' '.join(above) or '1'}}}{{{' '.join(below)}}}" + "".join(f" {part}" for part in rest)
    return " ".join(above + rest) or "1"


def symbol(name: str) -> str:
    """A name as LaTeX: Greek letters by name, indices after underscores or trailing digits, words upright."""
    if name in GREEK:
        return GREEK[name]
    stem, _, index = name.partition("_")
    if not index and name.rstrip("0123456789") not in ("", name):
        stem = name.rstrip("0123456789")
        index = name[len(stem) :]
    stem = GREEK.get(stem, stem)
    return f"{stem}_{{{','.join(map(_index, index.split('_')))}}}" if index else stem


def with_carets(formula: object) -> str:
    """A formula of sympy in plain text, with powers as those of trace polynomials: t^2."""
    return str(formula).replace("**", "^")


def _index(name: str) -> str:
    return name if len(name) <= LONGEST_INDEX or name.isdigit() else rf"\mathrm{{{name}}}"


def _power(name: str, power: int) -> str:
    if power == 1:
        return name
    closed = name.endswith(r"\right)")
    return rf"\left({name}\right)^{{{power}}}" if "^" in name and not closed else f"{name}^{{{power}}}"


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
