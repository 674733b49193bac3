"""What a claim is before anything is checked: every name has one meaning, and what a claim moves may move.

A proof reads names. If one name stood for a size and for a weight, or for a random letter and for a definition, each
line could be true of one of them and the statement of neither.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence

from proofs.algebra.abbreviation import polynomial
from proofs.algebra.letters import UNIT, Letter
from proofs.algebra.mention import mentioned
from proofs.core.claims import Claim, Implements, Invariance, Limit, ZeroSet
from proofs.core.errors import InputError
from proofs.core.functions import Functions
from proofs.core.statement import FROM_ABOVE, Hypothesis, Predicate
from proofs.core.task import Task
from proofs.moments.assigned import assigned_twice
from proofs.moments.dependence import (
    DATA,
    depends_on,
    entering,
    held_by,
    laws,
    names_of,
    parts,
    polynomials,
    symbols_of,
)
from proofs.moments.laws import Law
from proofs.moments.lookalikes import lookalikes
from proofs.moments.single import cited, moved, not_single
from proofs.moments.unassumed import unassumed

ADMISSION = "one meaning for each name"
ADMISSION_REFERENCE = "a line about a symbol says something only if the symbol means one thing"
SIZE, RANDOM, OPERATOR, DEFINED, MOVED, ASSUMED = (
    "a size", "random", "the letter of an operator", "defined by an abbreviation", "moved by the claim",
    "under a hypothesis",
)  # fmt: skip
TOGETHER = frozenset({frozenset({SIZE, ASSUMED}), frozenset({DEFINED, ASSUMED}), frozenset({MOVED, ASSUMED})})
"""Roles that one name may have together; whether a definition agrees with a hypothesis is a line of the proof."""

SYMMETRIC = frozenset({
    Predicate.SYMMETRIC, Predicate.POSITIVE_DEFINITE, Predicate.POSITIVE_SEMIDEFINITE, Predicate.DIAGONAL,
    Predicate.FOURTH_MOMENTS,
})  # fmt: skip
"""Hypotheses that make a letter symmetric."""

LABELS = "y"

TIED = {Predicate.AT_LEAST_D: "d", Predicate.ABOVE_D: "d", Predicate.ELLIPTICAL: "d"}
"""What cannot grow on its own under a hypothesis on another symbol."""


def admit(claim: Claim, hypotheses: Sequence[Hypothesis]) -> None:
    """Raise InputError for a claim in which a name has two meanings, or that moves what cannot move."""
    for complaint in complaints(claim, hypotheses):
        raise InputError(f"claim {claim.name!r}: {complaint}")


def complaints(claim: Claim, hypotheses: Sequence[Hypothesis]) -> Iterator[str]:
    """What is wrong with the names of a claim, the nearest cause first."""
    yield from not_single(claim)
    yield from assigned_twice(claim)
    yield from lookalikes(claim)
    yield from unassumed(claim, hypotheses)
    yield from _letters(claim, hypotheses)
    yield from _laws(claim)
    yield from _labels(claim)
    yield from _roles(claim, hypotheses)
    yield from _made_of(claim)
    yield from _cited(claim)
    yield from _weights(claim)
    yield from _branches(claim, hypotheses)
    yield from _limit(claim, hypotheses)


def _letters(claim: Claim, hypotheses: Sequence[Hypothesis]) -> Iterator[str]:
    """Letters of one name are one letter; what is declared of it is assumed, or comes from what it is."""
    held = polynomials(claim)
    scalars = {name for part in held for name in part.scalars}
    seen: dict[str, Letter] = {}
    for letter in sorted({letter for part in held for letter in mentioned(part)}):
        if seen.setdefault(letter.name, letter) != letter:
            yield f"{letter.name} is declared twice, with other sizes or properties: {seen[letter.name]} and {letter}"
        if letter.name in scalars:
            yield f"{letter.name} is a letter and a scalar; rename one of them"
    yield from _dependences(claim, seen.values())
    yield from _properties(claim, hypotheses, seen.values())


def _dependences(claim: Claim, letters: Iterable[Letter]) -> Iterator[str]:
    operators = {operator.letter for operator in claim.operators}
    for letter in letters:
        origin = letter.inverse_of or letter.name
        if letter.depends_on - {letter.inverse_of} and origin not in operators:
            names = ", ".join(sorted(letter.depends_on - {letter.inverse_of}))
            yield (
                f"{letter.name} is said to depend on {names}, and nothing says how; define it by an abbreviation, or "
                "declare its operator (operators=...)"
            )


def _properties(claim: Claim, hypotheses: Sequence[Hypothesis], letters: Iterable[Letter]) -> Iterator[str]:
    """An orthogonal letter is orthogonal by hypothesis; a symmetric one by hypothesis, law, definition or operator."""
    assumed = {(item.symbol, item.predicate) for item in hypotheses}
    own = {name for role in (RANDOM, OPERATOR, DEFINED, MOVED) for name in roles(claim, ())[role]}
    for letter in letters:
        name = letter.inverse_of or letter.name
        if letter.orthogonal and (name, Predicate.ORTHOGONAL) not in assumed:
            yield f"{name} is declared orthogonal; add the hypothesis that it is (Predicate.ORTHOGONAL)"
        if letter.symmetric and name not in own and not any((name, known) in assumed for known in SYMMETRIC):
            yield f"{name} is declared symmetric; add a hypothesis that says so (Predicate.SYMMETRIC)"


def _laws(claim: Claim) -> Iterator[str]:
    """A random letter has one law."""
    found: dict[str, Law] = {}
    for law in laws(claim):
        if found.setdefault(law.name, law) != law:
            yield f"{law.name} has two laws, {found[law.name]} and {law}; give one of them another letter"


def _labels(claim: Claim) -> Iterator[str]:
    """Labels are no fixed letter where the data are random."""
    random = any(isinstance(part, Functions) for part in parts(claim)) or isinstance(claim, Invariance)
    random = random or any(law.name in DATA for law in laws(claim))
    if random and any(LABELS in names_of(part) for part in polynomials(claim)):
        yield f"{LABELS} are the labels, and depend on the data that are averaged; write what they are, X w + eps"


def roles(claim: Claim, hypotheses: Sequence[Hypothesis]) -> Mapping[str, frozenset[str]]:
    """The names of a claim by what they are."""
    letters = {letter for part in polynomials(claim) for letter in mentioned(part)}
    sizes = {size for letter in letters for size in (letter.rows, letter.columns)}
    if any(isinstance(part, Task | Functions) for part in parts(claim)):
        sizes |= {"n", "d"}
    return {
        SIZE: frozenset(sizes - {UNIT}),
        RANDOM: frozenset(law.name for law in laws(claim)),
        OPERATOR: frozenset(operator.letter for operator in claim.operators),
        DEFINED: frozenset(name for item in claim.abbreviations for name in names_of(item.symbol)),
        MOVED: frozenset(name for item in moved(claim) for name in names_of(item)),
        ASSUMED: frozenset(item.symbol for item in hypotheses),
    }


def _roles(claim: Claim, hypotheses: Sequence[Hypothesis]) -> Iterator[str]:
    known = list(roles(claim, hypotheses).items())
    for place, (role, names) in enumerate(known):
        for other, others in known[place + 1 :]:
            if names & others and frozenset({role, other}) not in TOGETHER:
                yield f"{min(names & others)} is {role} and {other}; give one of the two another name"


def _made_of(claim: Claim) -> Iterator[str]:
    """The letter of an operator is a letter: an equation does not see what it is made of move."""
    names = {name for item in moved(claim) for name in names_of(item)}
    for operator in claim.operators:
        for name in sorted(names & entering(operator)):
            yield f"{operator.letter} is made of {name}, which the claim moves"


def _cited(claim: Claim) -> Iterator[str]:
    """A cited theorem holds for every value of its symbols, but not of its sizes and of what it averages over."""
    for rule in cited(claim):
        yield from (f"{rule.name}: {told}" for told in complaints(rule.equality, rule.theorem.hypotheses))
        known = roles(rule.equality, ())
        for key, _ in rule.where:
            for role in (SIZE, RANDOM, OPERATOR, DEFINED):
                for name in sorted(names_of(key) & known[role]):
                    yield f"{rule.name}: {name} is {role} there and takes no value"


def _weights(claim: Claim) -> Iterator[str]:
    """The values of weights see no data: no letter of the prediction that is not itself a weight."""
    if not isinstance(claim, Implements):
        return
    weights = {name for symbol, _ in claim.weights for name in names_of(symbol)}
    data = DATA | {letter.name for letter in polynomial(claim.prediction).letters} - weights
    for symbol, value in claim.weights:
        seen = data & depends_on(symbols_of(polynomial(value)), claim.abbreviations)
        if seen:
            yield f"the weight {symbol} sees the data: its value {value} holds {min(seen)}"


def _branches(claim: Claim, hypotheses: Sequence[Hypothesis]) -> Iterator[str]:
    """A symbol that may vanish on a branch is under no hypothesis, which could exclude the branch."""
    if isinstance(claim, ZeroSet):
        free = (Predicate.ANY, Predicate.SYMMETRIC)
        assumed = {item.symbol: item.predicate.value for item in hypotheses if item.predicate not in free}
        for name in sorted({name for item in moved(claim) for name in names_of(item)} & assumed.keys()):
            yield (
                f"{name} is {assumed[name]} by hypothesis, and the claim splits on where it vanishes; leave the "
                "hypothesis out, or the product"
            )


def _limit(claim: Claim, hypotheses: Sequence[Hypothesis]) -> Iterator[str]:
    """What grows is bounded by no other symbol of the claim."""
    if not isinstance(claim, Limit):
        return
    held = held_by(claim)
    for item in hypotheses:
        tied = item.symbol if item.predicate in FROM_ABOVE else TIED.get(item.predicate)
        if tied in names_of(claim.grows) and item.symbol in held:
            yield f"{claim.grows} cannot grow while everything else stays: {item.symbol} is {item.predicate.value}"
