"""Which means exist. It is asked of every monomial before anything is averaged: an odd factor is no excuse.

Polynomials in Gaussian letters have means. What can be missing are the means of inverses, where X is averaged:

- With rows N(0, Sigma), Sigma > 0, and G = X'X, the least eigenvalue of G is small with a probability that makes words
  in G^-1 integrable for n - d - h >= 0, where h counts 2 for each G^-1, less 1 for each X that stands beside it.
- The ridge operator H of X is bounded at positive noise. Without noise X H is a projection, and so is H X up to the
  prior; H alone has no mean where n = d. For n >= d + 2 products of two H have one, as |H|^2 is at most |G^-1|.

A law that is known up to its fourth moments has means of degree four at most.
"""

from collections.abc import Iterator

from proofs.algebra.polynomial import TracePolynomial
from proofs.algebra.positivity import Signs
from proofs.algebra.symbols import scalar
from proofs.core.claims import Claim
from proofs.core.proof import Line
from proofs.core.task import GramOperator, Operator, RidgeOperator
from proofs.moments.laws import Gaussian, Rows
from proofs.moments.mean import Mean
from proofs.moments.ridge import covariance

EXISTENCE = "existence of a mean"
EXISTENCE_REFERENCE = "E det(G)^-a is finite for a < (n - d + 1)/2 (Muirhead 1982, 3.2); bounded words have means"
ABOVE = 2
"""What is known of n - d where n >= d + 2 is assumed."""
KNOWN_MOMENTS = 4

Word = tuple[str, ...]
Monomial = tuple[Word, ...]


def existence_lines(mean: Mean, claim: Claim, signs: Signs) -> Iterator[Line]:
    """One line for each operator in a mean over X, and one for each law that is known by its moments."""
    averaged = {law.name for law in mean.over}
    for operator in claim.operators:
        if "X" in averaged and _holds_letter(mean.integrand, operator.letter):
            says = f"the mean with {operator.letter} exists"
            holds = all(
                _exists(monomial, operator, mean, signs) and len(_unbounded(monomial, claim, signs)) <= 1
                for monomial in monomials(mean.integrand)
            )
            few = "" if holds or "n" in signs.above else "no hypothesis says that n >= d + 2 (Predicate.ABOVE_D)"
            yield Line(says, EXISTENCE, EXISTENCE_REFERENCE, holds, lacks=few)
    for law in mean.over:
        if isinstance(law, Rows):
            degree = max((_count(one, law.name) for one in monomials(mean.integrand)), default=0)
            says = f"the law of {law.name} has moments of order {degree}"
            yield Line(says, EXISTENCE, EXISTENCE_REFERENCE, degree <= KNOWN_MOMENTS)


def monomials(whole: TracePolynomial) -> Iterator[Monomial]:
    """Each monomial as its words, the open one first, a word as the names of its letters."""
    letters = whole.alphabet.letters
    for word, closed, _ in whole.terms:
        yield tuple(tuple(letters[code // 2].name for code in part) for part in (word, *closed))


def _holds_letter(whole: TracePolynomial, name: str) -> bool:
    return any(name in (letter.name, letter.inverse_of) for letter in whole.letters)


def _count(monomial: Monomial, name: str) -> int:
    return sum(word.count(name) for word in monomial)


def _beside(word: Word, place: int, *, closed: bool) -> list[str]:
    """The neighbours of a letter; in a trace the last letter stands beside the first."""
    places = [place - 1, place + 1]
    if closed:
        return [word[here % len(word)] for here in places] if len(word) > 1 else []
    return [word[here] for here in places if 0 <= here < len(word)]


def _occurrences(monomial: Monomial, name: str) -> Iterator[list[str]]:
    """The neighbours of each occurrence of a letter."""
    for index, word in enumerate(monomial):
        for place, here in enumerate(word):
            if here == name:
                yield _beside(word, place, closed=index > 0)


def _exists(monomial: Monomial, operator: Operator, mean: Mean, signs: Signs) -> bool:
    if isinstance(operator, GramOperator):
        return _gram_exists(monomial, operator, signs)
    return _ridge_exists(monomial, operator, mean, signs)


def _unbounded(monomial: Monomial, claim: Claim, signs: Signs) -> set[str]:
    """The letters of operators in a monomial that are not bounded; of two, what is known of each is not enough."""
    names = {
        f"{operator.letter}^-1" if isinstance(operator, GramOperator) else operator.letter
        for operator in claim.operators
        if isinstance(operator, GramOperator) or operator.noise not in signs.positive
    }
    return {name for name in names if _count(monomial, name)}


def _gram_exists(monomial: Monomial, operator: GramOperator, signs: Signs) -> bool:
    found = list(_occurrences(monomial, f"{operator.letter}^-1"))
    order = sum(2 - beside.count("X") for beside in found)
    return not found or ("n" in signs.above and order <= ABOVE)


def _ridge_exists(monomial: Monomial, operator: RidgeOperator, mean: Mean, signs: Signs) -> bool:
    if not _count(monomial, operator.letter):
        return True
    if operator.noise and (operator.noise in signs.positive or _is_noisy(monomial, operator, mean)):
        return True
    prior = covariance(operator.prior)
    if prior is not None and not signs.is_definite(prior):
        return False
    bounded = all(_is_bounded(word, operator.letter, closed=place > 0) for place, word in enumerate(monomial))
    return bounded or (_is_tall(mean, signs) and _count(monomial, operator.letter) <= ABOVE)


def _is_tall(mean: Mean, signs: Signs) -> bool:
    """Whether X has n >= d + 2 independent Gaussian rows: then |H|^2, at most |G^-1| up to the prior, has a mean."""
    rows = [law for law in mean.over if isinstance(law, Gaussian) and law.name == "X"]
    return "n" in signs.above and any(law.row_covariance is None for law in rows)


def _is_bounded(word: Word, name: str, *, closed: bool) -> bool:
    """Whether each H of a word has an X of its own beside it: X H and H X are bounded, H X H = H is not."""
    turns = range(len(word)) if closed and name in word else (0,)
    return any(_pairs_off(word[turn:] + word[:turn], name) for turn in turns)


def _pairs_off(word: Word, name: str) -> bool:
    free = [letter == "X" for letter in word]
    for place, letter in enumerate(word):
        if letter == name:
            beside = [here for here in (place - 1, place + 1) if 0 <= here < len(word) and free[here]]
            if not beside:
                return False
            free[beside[0]] = False
    return True


def _is_noisy(monomial: Monomial, operator: RidgeOperator, mean: Mean) -> bool:
    """Whether a factor vanishes with the noise of the operator, so that only positive noise counts."""
    vanishing = [law.name for law in mean.over if isinstance(law, Gaussian) and law.scale == scalar(operator.noise)]
    return any(_count(monomial, name) for name in vanishing)
