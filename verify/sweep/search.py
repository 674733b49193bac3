"""The search of hypothesis for an instance at which something holds."""

from collections.abc import Callable, Iterable, Sequence
from random import Random

from hypothesis import find, settings
from hypothesis.errors import NoSuchExample

from proofs.algebra.letters import Letter
from proofs.core.derivation import Abbreviation
from proofs.core.statement import Hypothesis
from proofs.core.task import Operator
from verify.sweep.instance import Instance
from verify.sweep.profiles import profile
from verify.sweep.strategies import instances, shapes


def searched(
    hypotheses: Sequence[Hypothesis],
    symbols: tuple[Iterable[Letter], Iterable[str]],
    given: Sequence[Abbreviation],
    most_entries: int,
    wanted: Callable[[Instance], bool],
    random: Random,
    length: settings | None = None,
    operators: Sequence[Operator] = (),
) -> Instance | None:
    """An instance with values for the symbols (letters, scalars) at which `wanted` holds, shrunk; None if none is met.

    It has at most `most_entries` entries n d; 1000 instances are tried unless `length` says otherwise.
    """
    drawn = instances(hypotheses, *symbols, given, shapes(most_entries=most_entries), operators)
    try:
        return find(drawn, wanted, settings=length or profile("thorough"), random=random)
    except NoSuchExample:
        return None
