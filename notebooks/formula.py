"""Expressions as LaTeX that fits the width of a notebook: terms in rows, and of very many terms the first ones only."""

import re
from collections.abc import Sequence

from flint import fmpq, fmpq_mat

from notebooks.squares import square_root
from proofs.algebra.abbreviation import polynomial
from proofs.algebra.polynomial import TracePolynomial
from proofs.algebra.typesetting import latex, symbol
from proofs.core.derivation import Expression
from proofs.moments.laws import Gaussian
from proofs.moments.mean import Mean
from proofs.optimum.orthogonal import rounded

WIDTH = 84
"""About how many signs fit into a row."""
SHORT = 8
"""How many signs a side may have to stand in front of the relation sign of a display of several rows."""
MOST, ROOM = 20, 8 * WIDTH
"""How many terms of an expression are shown, and about how many signs they may have."""
LONGEST = 24
"""The longest rational number, in signs, that is shown exactly."""

Side = tuple[str, Sequence[str]]
"""A relation sign, empty in front of the first side, and what follows it in pieces that stay whole."""


def inline(expression: Expression) -> str:
    """The expression between dollar signs."""
    return f"${' '.join(pieces(expression))}$"


def equation(left: Expression, right: Expression, sign: str = "=") -> str:
    """Both sides as a display."""
    return display(("", pieces(left)), (sign, pieces(right)))


def display(*sides: Side) -> str:
    """A chain of sides: in one row if it fits, else aligned at the relation signs."""
    whole = " ".join(" ".join((sign, *parts)) for sign, parts in sides).strip()
    if _width(whole) <= WIDTH:
        return f"$$\n{whole}\n$$"
    rows = [
        rf"& \quad {row}" if place else f"{sign} {{}} & {row}".strip() if sign else f"& {row}"
        for sign, parts in _led(sides)
        for place, row in enumerate(_rows(parts))
    ]
    body = " \\\\\n".join(rows)
    return f"$$\n\\begin{{aligned}}\n{body}\n\\end{{aligned}}\n$$"


def _led(sides: Sequence[Side]) -> Sequence[Side]:
    """The sides; a short first one stands in front of the sign of the second."""
    (_, first), *rest = sides
    if not rest or _width(" ".join(first)) > SHORT:
        return sides
    (sign, second), *others = rest
    return [(" ".join((*first, sign)), second), *others]


def pieces(expression: Expression) -> list[str]:
    """The terms with their signs; a mean in brackets behind its E."""
    if isinstance(expression, Mean):
        first, *rest = _squared(expression.integrand)
        names = ", ".join(symbol(law.name) for law in expression.over)
        *before, last = rf"\mathbb{{E}}_{{{names}}}\Bigl[ {first}", *rest
        return [*before, rf"{last} \Bigr]"]
    return _terms(polynomial(expression))


def law(given: Gaussian) -> str:
    """The law of a random letter in words and LaTeX."""
    name, rows, columns = symbol(given.name), given.row_covariance, given.column_covariance
    scale = "" if given.scale == 1 else latex(given.scale) + " "
    if not given.is_vector and rows is None:
        covariance = "I" if columns is None else latex(columns)
        return rf"the rows of ${name}$ are independent, $\mathcal{{N}}(0, {scale}{covariance})$"
    covariance = "I" if rows is None else latex(rows)
    return rf"${name} \sim \mathcal{{N}}(0, {scale}{covariance})$"


def rational(value: fmpq) -> str:
    """A rational number exactly; where it is very long, ten digits of it behind a sign that says so."""
    if len(str(value)) > LONGEST:
        digits, _, exponent = str(rounded(value, 10)).partition("E")
        return rf"\approx {digits}" + (rf" \cdot 10^{{{int(exponent)}}}" if exponent else "")
    sign = "-" if value < 0 else ""
    return str(value) if value.q == 1 else rf"{sign}\tfrac{{{abs(value.p)}}}{{{value.q}}}"


def array(value: fmpq_mat) -> str:
    """A matrix of rational numbers, a 1 x 1 matrix as a number."""
    if value.nrows() == value.ncols() == 1:
        return rational(value[0, 0])
    rows = [" & ".join(rational(entry) for entry in row) for row in value.tolist()]
    return r"\begin{pmatrix} " + r" \\[6pt] ".join(rows) + r" \end{pmatrix}"


def _squared(integrand: TracePolynomial) -> list[str]:
    """The integrand, as a square where it is one."""
    root = square_root(integrand)
    if root is None:
        return _terms(integrand)
    first, *between, last = _terms(root)
    return [rf"\bigl( {first}", *between, rf"{last} \bigr)^{{2}}"]


def _terms(whole: TracePolynomial) -> list[str]:
    """The terms with their signs: as many as ROOM holds, and how many there are besides."""
    found: list[str] = []
    used = 0
    for key in sorted(whole.terms)[:MOST]:
        body = latex(TracePolynomial(whole.alphabet, whole.shape, {key: whole.terms[key]}))
        used += _width(body)
        if found and used > ROOM:
            break
        found.append(body if not found or body.startswith("-") else f"+ {body}")
    hidden = len(whole.terms) - len(found)
    return [*found, rf"+ \cdots\ (\text{{{hidden} more terms}})"] if hidden else found or ["0"]


def _rows(parts: Sequence[str]) -> list[str]:
    """The pieces in as few rows as hold them."""
    rows = [parts[0]]
    for part in parts[1:]:
        longer = f"{rows[-1]} {part}"
        if _width(longer) <= WIDTH:
            rows[-1] = longer
        else:
            rows.append(part)
    return rows


def _width(tex: str) -> int:
    """About how many signs wide: of a fraction the wider half counts, of a command one sign, of braces none."""
    plain = re.sub(r"\\t?frac\{([^{}]*)\}\{([^{}]*)\}", lambda found: max(found.groups(), key=len), tex)
    plain = re.sub(r"\\(left|right|operatorname|Bigl|Bigr|mathbb|text|begin|end|quad)", "", plain)
    return len(re.sub(r"[{}_^&\s]", "", re.sub(r"\\[A-Za-z]+", "x", plain)))
