"""Hypothesis strategies: sizes, rational covariances by style, instances of hypotheses. They shrink to the plainest."""

from collections.abc import Iterable, Sequence
from random import Random

from flint import fmpq_mat
from hypothesis import assume, reject
from hypothesis import strategies as st

from proofs.algebra.letters import Letter
from proofs.core.derivation import Abbreviation
from proofs.core.statement import Hypothesis
from proofs.core.task import Operator
from verify.sweep.completion import complete
from verify.sweep.covariance import Style, root
from verify.sweep.instance import Instance, Shape, draw, fits, satisfies

PLAINEST_FIRST = (
    Style.IDENTITY,
    Style.GENERIC,
    Style.REPEATED,
    Style.STRETCHED,
    Style.SINGULAR,
    Style.ILL_CONDITIONED,
    Style.NEARLY_SINGULAR,
)
LARGEST_SEED = 2**32

styles = st.sampled_from(PLAINEST_FIRST)


def dimensions(largest: int) -> st.SearchStrategy[int]:
    """Sizes from 1."""
    return st.integers(1, largest)


@st.composite
def shapes(draw_from: st.DrawFn, largest_n: int = 6, largest_d: int = 4, most_entries: int = 16) -> Shape:
    """Sizes with n d at most `most_entries`, and the styles of two covariances."""
    d = draw_from(dimensions(largest_d))
    n = draw_from(dimensions(min(largest_n, max(1, most_entries // d))))
    return Shape(n, d, draw_from(styles), draw_from(styles), draw_from(st.booleans()))


def generators() -> st.SearchStrategy[Random]:
    """Seeded generators of Python, for what is drawn by the functions of verify.sweep."""
    return st.integers(0, LARGEST_SEED).map(Random)


@st.composite
def covariances(draw_from: st.DrawFn, size: int, among: Sequence[Style] = PLAINEST_FIRST) -> tuple[fmpq_mat, fmpq_mat]:
    """A covariance of the given size with a root of it, (Sigma, R) with Sigma = R'R."""
    found = root(draw_from(st.sampled_from(among)), size, draw_from(generators()))
    return found.transpose() * found, found


@st.composite
def instances(
    draw_from: st.DrawFn,
    hypotheses: Sequence[Hypothesis],
    letters: Iterable[Letter] = (),
    scalars: Iterable[str] = (),
    given: Sequence[Abbreviation] = (),
    among: st.SearchStrategy[Shape] | None = None,
    operators: Sequence[Operator] = (),
) -> Instance:
    """Values for the symbols of the hypotheses, then of abbreviations, operators, and other letters and scalars."""
    wanted = shapes() if among is None else among
    shape = draw_from(wanted.filter(lambda shape: fits(hypotheses, shape)))
    rng = draw_from(generators())
    try:
        wanted_letters = sorted(letters)
        drawn = draw(hypotheses, shape, rng, wanted_letters)
        whole = complete(drawn, wanted_letters, sorted(scalars), given, rng, operators)
    except ZeroDivisionError:
        reject()
    assume(satisfies(whole, hypotheses))
    return whole
