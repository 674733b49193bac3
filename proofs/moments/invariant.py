"""Means over data whose law no rotation of the inputs changes: labels of random functions.

x_i ~ N(0, I) and h_i = f(x_i) with f o U ~ f for every orthogonal U. Rotating all x_i turns (X, h, m) into
(X U', h, U m) and leaves the law as it is. So the mean of a tensor in the index of x is invariant: it vanishes for an
odd number of indices (by -I), and is a multiple of I for two (Schur's lemma). What is left has no index, and follows
from the rows being independent given f.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import reduce
from operator import matmul

from flint import fmpq

from proofs.algebra.letters import UNIT
from proofs.algebra.polynomial import TracePolynomial, total, trace
from proofs.algebra.symbols import matrix, number, scalar, vector
from proofs.algebra.terms import Monomial
from proofs.core.errors import DependenceError, LetterError
from proofs.core.functions import Functions
from proofs.core.names import INTERNAL
from proofs.moments.dependence import DATA
from proofs.moments.gaussian import averaged
from proofs.moments.laws import Gaussian

INVARIANT = frozenset({"X", "h", "m"})
INDEX = f"{INTERNAL}i"
SIZE = "d"


@dataclass(frozen=True)
class Labelled:
    """X (n, d), the values h (n, 1) of f at its rows, m = E[x f(x) | f] of shape (d, 1), and the noise eps (n, 1)."""

    X: TracePolynomial
    h: TracePolynomial
    m: TracePolynomial
    eps: TracePolynomial

    @property
    def y(self) -> TracePolynomial:
        """The labels h + eps."""
        return self.h + self.eps


def labelled() -> Labelled:
    """The letters of data with labels of a random function."""
    return Labelled(matrix("X", "n", "d"), vector("h", "n"), vector("m", "d"), vector("eps", "n"))


def invariant_mean(polynomial: TracePolynomial, functions: Functions) -> TracePolynomial:
    """E of a scalar in X, h, m and eps; every other letter is held fixed.

    Raises LetterError where invariance does not say the mean: more than two indices, moments that have no name;
    DependenceError for a letter that depends on the data.
    """
    _check_letters(polynomial)
    if functions.noise:
        polynomial = averaged(polynomial, (Gaussian(labelled().eps, scale=scalar(functions.noise)),))
    return total([number(0), *(_term(polynomial, key, functions) for key in polynomial.terms)])


def _check_letters(polynomial: TracePolynomial) -> None:
    sample = labelled()
    known = {one.letter.name: one.letter for one in (sample.X, sample.h, sample.m, sample.eps)}
    for letter in polynomial.letters:
        if letter.name == INDEX:
            raise LetterError("the name of a letter is reserved for the index of the law: give it another one")
        if letter.name in DATA - known.keys():
            raise LetterError(
                f"{letter.name} is random in the data, and functions may depend on it: a mean over random functions "
                f"is over {', '.join(sorted(known))} and holds other letters fixed: give what is fixed another name"
            )
        if letter.depends_on & known.keys():
            raise DependenceError(f"{letter.name} depends on the data: rewrite it away before the mean")
        if known.get(letter.name, letter) != letter:
            raise LetterError(f"the law is for {known[letter.name]}, the expression holds another letter of that name")


def _term(polynomial: TracePolynomial, key: Monomial, functions: Functions) -> TracePolynomial:
    word, closed, powers = key
    if word or not polynomial.is_scalar:
        raise LetterError(f"the mean over random functions is that of a scalar, got one of shape {polynomial.shape}")
    factor = TracePolynomial(polynomial.alphabet, (UNIT, UNIT), {(b"", (), powers): polynomial.terms[key]})
    random, fixed, open_runs = number(1), number(1), list[TracePolynomial]()
    for part in closed:
        names = {polynomial.alphabet.letters[code // 2].name for code in part}
        if names <= INVARIANT:
            random = random * _single(polynomial, part)
        else:
            held, runs = _split(polynomial, part)
            fixed, open_runs = fixed * held, open_runs + runs
    indices = sum(run.shape.count(SIZE) for run in open_runs)
    if indices % 2:
        return number(0)
    if indices > 2:
        raise LetterError(f"invariance leaves the mean of {polynomial} open: more than two indices of x meet {fixed}")
    contracted = _contracted(open_runs)
    fixed = averaged(fixed, (Gaussian(vector(INDEX, SIZE)),)) if open_runs else fixed
    return factor * fixed * _without_index(random * contracted, functions)


def _contracted(runs: list[TracePolynomial]) -> TracePolynomial:
    """The trace of the tensor of two indices over d; 1 where there is none."""
    if not runs:
        return number(1)
    if len(runs) == 1:
        return trace(runs[0]) / scalar(SIZE)
    first, second = (run if run.columns == UNIT else run.T for run in runs)
    return first.T @ second / scalar(SIZE)


def _split(polynomial: TracePolynomial, part: bytes) -> tuple[TracePolynomial, list[TracePolynomial]]:
    """A closed word with an index in the place of each run of random letters, and the runs."""
    letters = polynomial.alphabet.letters
    cut = polynomial.alphabet.row_sizes[part[0]] == UNIT
    held = [letters[code // 2].name not in INVARIANT for code in part]
    start = 0 if cut else held.index(True)
    runs, pieces = list[TracePolynomial](), list[TracePolynomial]()
    for random, run in _runs(part[start:] + part[:start], held[start:] + held[:start]):
        word = reduce(matmul, (_letter(polynomial, code) for code in run))
        if random and not set(word.shape) <= {SIZE, UNIT}:
            raise LetterError(f"the law is not known to be invariant between {word} and what it meets in {polynomial}")
        pieces.append(_index(word) if random else word)
        runs += [word] if random else []
    product = reduce(matmul, pieces)
    return (product if cut else trace(product)), runs


def _runs(part: bytes, held: list[bool]) -> Iterator[tuple[bool, bytes]]:
    """Neighbours that are all random, or all fixed."""
    start = 0
    for place in range(1, len(part) + 1):
        if place == len(part) or held[place] != held[start]:
            yield not held[start], part[start:place]
            start = place


def _index(run: TracePolynomial) -> TracePolynomial:
    index = vector(INDEX, SIZE)
    if run.shape == (SIZE, SIZE):
        return index @ index.T
    return index if run.columns == UNIT else index.T


def _letter(polynomial: TracePolynomial, code: int) -> TracePolynomial:
    sizes = polynomial.alphabet.row_sizes[code], polynomial.alphabet.column_sizes[code]
    nothing = (0,) * len(polynomial.alphabet.scalars)
    return TracePolynomial(polynomial.alphabet, sizes, {(bytes([code]), (), nothing): fmpq(1)})


def _single(polynomial: TracePolynomial, part: bytes) -> TracePolynomial:
    nothing = (0,) * len(polynomial.alphabet.scalars)
    return TracePolynomial(polynomial.alphabet, (UNIT, UNIT), {(b"", (part,), nothing): fmpq(1)})


@dataclass(frozen=True)
class KnownMoment:
    """A scalar of the data, and its mean."""

    form: TracePolynomial
    mean: TracePolynomial


def known_moments(functions: Functions) -> tuple[KnownMoment, ...]:
    """The rows (x_i, h_i) are independent given f, with E[x_i h_i | f] = m."""
    sample, n, signal = labelled(), scalar("n"), scalar(functions.signal)
    both = n * scalar(functions.power) + n * (n - 1) * signal
    return (
        KnownMoment(sample.m.T @ sample.m, signal),
        KnownMoment(sample.m.T @ sample.X.T @ sample.h, n * signal),
        KnownMoment(sample.h.T @ sample.X @ sample.X.T @ sample.h, both),
        KnownMoment(sample.h.T @ sample.h, n * scalar(functions.second)),
    )


def _without_index(polynomial: TracePolynomial, functions: Functions) -> TracePolynomial:
    """The mean of products of closed words of random letters only."""
    if all(letter.name == "X" for letter in polynomial.letters):
        return averaged(polynomial, (Gaussian(labelled().X),))
    for moment in known_moments(functions):
        alphabet = polynomial.alphabet.union(moment.form.alphabet)
        (((_, closed, powers), value),) = polynomial.over(alphabet).terms.items()
        ((_, known, _),) = moment.form.over(alphabet).terms
        if closed == known:
            return TracePolynomial(alphabet, (UNIT, UNIT), {(b"", (), powers): value}) * moment.mean
    raise LetterError(f"the mean of {polynomial} over random functions has no name")
