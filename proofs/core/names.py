"""The grammar of names: what letters, scalars and sizes may be called, and which names a task keeps for itself."""

import re
from collections.abc import Iterable

from proofs.core.errors import InputError

NAME = re.compile(r"[A-Za-z][A-Za-z0-9]*(_[A-Za-z0-9]+)*")
INVERSE, PSEUDO_INVERSE = "^-1", "^+"
INTERNAL = "~"
"""Names that start so are those that only a calculation uses: no theorem holds one. They come behind all others."""

LATEX = re.compile(r"\\?[A-Za-z]+(\{[A-Za-z]+\})?(_([A-Za-z0-9*]|\{[A-Za-z0-9,*]+\}))?")
"""How a letter may be typeset: as one symbol with indices, without the marks of inverses and transposes."""

DATA = frozenset({"X", "w", "eps", "x_q", "y", "n", "d"})
"""The letters and sizes of every task."""

BLOCKS = "P_xx P_xy b_x b_y A_x Q_xy a_y Q_yy u_x u_y N_xx N_xy N_yx N_yy K_x K_y Q_x Q_y V_xx V_xy V_yx V_yy h_x h_y"
WEIGHTS = re.compile(f"({BLOCKS.replace(' ', '|')})(_[0-9]+)?|k")
"""The blocks of the weights of the models, layer by layer, and the key dimension."""


def check_name(what: str, name: object) -> None:
    """Raise InputError unless it is a name: a letter, then letters and digits, with indices after _."""
    if not isinstance(name, str) or not NAME.fullmatch(name):
        raise InputError(
            f"{what}: expected a name, a letter and then letters, digits and indices after _, such as Sigma, sigma2 or "
            f"x_q, got {name!r}; {_advice(name)}"
        )


def check_letter(name: str, inverse_of: str, depends_on: Iterable[str]) -> None:
    """Raise InputError unless a letter has a name, that of its inverse or of a pseudo-inverse, or an internal one."""
    if inverse_of:
        check_name("the original of an inverse letter", inverse_of)
        if name != f"{inverse_of}{INVERSE}":
            raise InputError(f"the inverse of {inverse_of}: expected the name {inverse_of}{INVERSE}, got {name!r}")
    elif not is_internal(name):
        pseudo = any(name == f"{original}{PSEUDO_INVERSE}" for original in depends_on)
        check_name("the name of a letter", name.removesuffix(PSEUDO_INVERSE) if pseudo else name)


def check_latex(name: str, latex: str) -> None:
    """Raise InputError unless the LaTeX of a letter is one symbol: an exponent would say that it is something else."""
    if latex and not LATEX.fullmatch(latex):
        raise InputError(
            rf"letter {name}: latex: expected one symbol with indices, such as \Gamma, K_* or \hat{{A}}_{{0}}, "
            f"got {latex!r}; exponents are set by inverse(...) and .T"
        )


def is_internal(name: object) -> bool:
    """Whether a letter or a scalar stands in the middle of a calculation only."""
    return isinstance(name, str) and name.startswith(INTERNAL) and (name[1:].isidentifier() or name == INTERNAL)


def check_covariance(what: str, name: object) -> None:
    """Raise InputError unless it is the name of a symmetric letter or of the inverse of one, or empty."""
    if name != "":
        check_name(what, name.removesuffix(INVERSE) if isinstance(name, str) else name)


def check_roles(whole: str, roles: dict[str, str], reserved: frozenset[str] = DATA) -> None:
    """Raise InputError for a reserved name, and for one name in two roles; empty names do not count.

    `roles` are the names by what they stand for; covariances may share one, and share it with its inverse.
    """
    taken: dict[str, str] = {}
    for role, written in roles.items():
        name = written.removesuffix(INVERSE)
        if name in reserved or WEIGHTS.fullmatch(name):
            raise InputError(f"{whole}: {role}: {name} is a name of the data or of the weights; choose another one")
        kind = "covariance" if role.endswith("covariance") or role == "prior" else role
        if name and taken.setdefault(name, kind) != kind:
            raise InputError(f"{whole}: {name} stands for {taken[name]} and for {role}; give each a name of its own")


def _advice(name: object) -> str:
    if isinstance(name, str) and name.endswith(INVERSE):
        return "inverse(...) makes the inverse of a letter"
    return "products and sums are made by the operators"
