"""Expectation of trace polynomials over independent Gaussian letters (Isserlis 1918; Wick 1950), in closed form.

One letter of one word is paired with each of its kind, equal results are merged, and so on until none is left; the
families are averaged one after the other. Sizes and variances stay symbols, covariances and whatever stands between
the random letters stay non-commuting words.
"""

from collections.abc import Iterable, Sequence
from operator import add

from flint import Ordering, fmpq_mpoly, fmpq_mpoly_ctx

from proofs.algebra import words
from proofs.algebra.conditions import under
from proofs.algebra.expected import check_polynomial
from proofs.algebra.letters import Alphabet, Letter
from proofs.algebra.polynomial import TracePolynomial
from proofs.algebra.terms import Exponents, Terms, collect
from proofs.core.arguments import check_kind
from proofs.core.errors import DependenceError, LetterError
from proofs.core.names import INTERNAL
from proofs.moments.laws import Gaussian, Law
from proofs.moments.pairing import Pairing, Traces

PLACEHOLDER = INTERNAL
Weights = dict[Traces, fmpq_mpoly]  # by the words that hold no random letter
Level = dict[Traces, Weights]  # by the words that do


def expectation(polynomial: TracePolynomial, over: Iterable[Gaussian]) -> TracePolynomial:
    """E of a trace polynomial over independent random letters; every other letter is held fixed.

    `over` holds the law of each: [Gaussian(X, column_covariance=Sigma)] for an X (n, d) with rows N(0, Sigma).
    What the laws ask of values (sizes, semidefinite covariances) is asked of those of the mean. Raises InputError for
    arguments of another kind, DependenceError if a letter of the polynomial is declared to depend on one of the
    families, LetterError if a family is named twice or its covariance depends on a family.
    """
    check_polynomial("polynomial", polynomial)
    check_kind("over", over, Iterable, "laws in a list or a tuple", "e.g. [Gaussian(X)]")
    laws = list(over)
    for law in laws:
        check_kind("over", law, Gaussian, "Gaussian laws", "for rows of other laws use Mean(...).value()")
    return under(averaged(polynomial, laws), (condition for law in laws for condition in law.conditions))


def averaged(polynomial: TracePolynomial, over: Iterable[Gaussian]) -> TracePolynomial:
    """The same without a look at the arguments; `over` may hold families that are no laws, by their second moments."""
    laws = sorted(over, key=lambda law: (not law.is_vector, law.name))
    check_independence(laws)
    for law in laws:
        polynomial = _average(polynomial, law)
    return polynomial


def check_independence(laws: Sequence[Law]) -> None:
    """Raises LetterError if a family is named twice or its covariance depends on a family."""
    names = [law.name for law in laws]
    if len(set(names)) < len(names):
        raise LetterError(f"a family is averaged over twice: {', '.join(names)}")
    for law in laws:
        others = [letter for letter in law.alphabet.letters if letter.name != law.name]
        inner = {name for letter in others for name in (letter.name, *letter.depends_on)} & set(names)
        if inner:
            raise LetterError(f"the law of {law.name} depends on {min(inner)}, a family of the average")


def _average(polynomial: TracePolynomial, law: Gaussian) -> TracePolynomial:
    for letter in polynomial.letters:
        if law.name in letter.depends_on:
            raise DependenceError(
                f"cannot average over {law.name}: {letter.name} depends on it and is still in the expression; "
                f"rewrite {letter.name} away first, or leave {law.name} out of the average"
            )
    if all(letter.name != law.name for letter in polynomial.letters):
        return polynomial
    if law.variable.letter not in polynomial.letters:
        raise LetterError(f"the law is for {law.variable.letter}, the expression holds another letter of that name")
    alphabet = polynomial.alphabet.union(law.alphabet)
    if polynomial.is_scalar:
        return TracePolynomial(alphabet, polynomial.shape, _scalar_average(polynomial.over(alphabet), law))
    placeholder = Letter(PLACEHOLDER, polynomial.columns, polynomial.rows)
    larger = alphabet.union(Alphabet((placeholder,)))
    closed = _closed_by(polynomial.over(larger), larger.code[PLACEHOLDER])
    reopened = _reopened(_scalar_average(closed, law), larger)
    return TracePolynomial(larger, polynomial.shape, reopened).over(alphabet)


def _closed_by(polynomial: TracePolynomial, placeholder: int) -> TracePolynomial:
    """tr(polynomial x placeholder)."""
    alphabet = polynomial.alphabet
    terms: Terms = {}
    for (word, closed, powers), value in polynomial.terms.items():
        traces, _ = words.close(word + bytes([placeholder]), "", alphabet)
        collect(terms, {(b"", tuple(sorted(closed + traces)), powers): value})
    return TracePolynomial(alphabet, ("1", "1"), terms)


def _reopened(terms: Terms, alphabet: Alphabet) -> Terms:
    """The derivative with respect to the placeholder: what multiplies it in each term."""
    code = alphabet.code[PLACEHOLDER]
    reopened: Terms = {}
    for (_, closed, powers), value in terms.items():
        holds = [place for place, word in enumerate(closed) if code in word or code + 1 in word]
        word = closed[holds[0]]
        if code not in word:
            word = words.transpose(word, alphabet)
        start = word.find(code)
        inside, cut = words.open_word(word[start + 1 :] + word[:start], alphabet)
        rest = closed[: holds[0]] + closed[holds[0] + 1 :] + cut
        collect(reopened, {(inside, tuple(sorted(rest)), powers): value})
    return reopened


def _scalar_average(polynomial: TracePolynomial, law: Gaussian) -> Terms:
    alphabet = polynomial.alphabet
    ring = fmpq_mpoly_ctx.get(alphabet.scalars, Ordering.lex)
    pairing = Pairing(law, alphabet, ring)
    polynomial = _scaled(polynomial, law, pairing)
    shift = _lowest(polynomial)
    levels: dict[int, Level] = {}
    for (_, closed, powers), value in polynomial.terms.items():
        random = tuple(word for word in closed if pairing.is_random(word))
        still = tuple(word for word in closed if not pairing.is_random(word))
        raised = tuple(power - low for power, low in zip(powers, shift, strict=True))
        _add(_weights(levels.setdefault(pairing.degree(random), {}), random), still, ring.from_dict({raised: value}))
    return _read(_run(levels, pairing), shift)


def _scaled(polynomial: TracePolynomial, law: Gaussian, pairing: Pairing) -> TracePolynomial:
    """The terms of even degree, each with the scale of the law once for every pair; odd terms average to 0."""
    (((_, _, steps), scale),) = law.scale.over(polynomial.alphabet).terms.items()
    terms: Terms = {}
    for (word, closed, powers), value in polynomial.terms.items():
        pairs, odd = divmod(pairing.degree(closed), 2)
        if not odd:
            moved = tuple(power + pairs * step for power, step in zip(powers, steps, strict=True))
            terms[word, closed, moved] = value * scale**pairs
    return TracePolynomial(polynomial.alphabet, polynomial.shape, terms)


def _run(levels: dict[int, Level], pairing: Pairing) -> Weights:
    """Pair until no random letter is left, from the highest degree down, so that equal words meet."""
    for degree in range(max(levels, default=0), 0, -2):
        lower = levels.setdefault(degree - 2, {})
        for random, weights in levels.pop(degree, {}).items():
            _pair_once(random, weights, pairing, lower)
    return levels.get(0, {}).get((), {})


def _pair_once(random: Traces, weights: Weights, pairing: Pairing, lower: Level) -> None:
    """Pair one letter of the first word with every other letter of its kind."""
    word, rest = random[0], random[1:]
    for new, inert, factor in pairing.within(word):
        _carry(weights, inert, factor, _weights(lower, rest + new))
    for other in dict.fromkeys(rest):
        partners = rest.count(other)
        place = rest.index(other)
        others = rest[:place] + rest[place + 1 :]
        for new, inert, factor in pairing.between(word, other):
            times = factor if partners == 1 else partners * factor
            _carry(weights, inert, times, _weights(lower, others + new))


def _weights(level: Level, random: Traces) -> Weights:
    return level.setdefault(tuple(sorted(random)), {})


def _carry(weights: Weights, inert: Traces, factor: fmpq_mpoly, lower: Weights) -> None:
    """Add weights times a factor, with more words beside each."""
    unchanged = factor.is_one()
    for still, weight in weights.items():
        _add(lower, tuple(sorted(still + inert)) if inert else still, weight if unchanged else weight * factor)


def _add(weights: Weights, still: Traces, weight: fmpq_mpoly) -> None:
    old = weights.get(still)
    weights[still] = weight if old is None else old + weight


def _lowest(polynomial: TracePolynomial) -> Exponents:
    """The least exponent of each scalar (at most 0), divided out so that coefficients are polynomials."""
    return tuple(
        min((0, *(powers[place] for _, _, powers in polynomial.terms)))
        for place in range(len(polynomial.alphabet.scalars))
    )


def _read(weights: Weights, shift: Exponents) -> Terms:
    terms: Terms = {}
    lowered: dict[Exponents, Exponents] = {}
    for still, weight in weights.items():
        for powers, value in zip(weight.monoms(), weight.coeffs(), strict=True):
            if powers not in lowered:
                lowered[powers] = tuple(map(add, map(int, powers), shift))
            terms[b"", still, lowered[powers]] = value
    return terms
