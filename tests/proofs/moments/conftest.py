"""Gaussian expectations entry by entry, from nothing but rational matrices and the moments of one variable."""

import random
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import product
from math import prod

import pytest
from flint import Ordering, fmpq, fmpq_mat, fmpq_mpoly, fmpq_mpoly_ctx
from hypothesis import strategies as st

from proofs.algebra import TracePolynomial, evaluate, identity, matrix, scalar, symmetric, trace, vector
from proofs.moments import Gaussian

Entries = list[list[fmpq_mpoly]]
A, B, S, R, P = (
    matrix("A", "d", "d"), matrix("B", "n", "n"), symmetric("S", "d"), symmetric("R", "n"), symmetric("P", "d"),
)  # fmt: skip
X, G, w, y, v, u, c = (
    matrix("X", "n", "d"), matrix("G", "d", "d"), vector("w", "d"), vector("y", "n"), vector("v", "d"),
    vector("u", "n"), scalar("c"),
)  # fmt: skip
LETTERS = {one.letter.name: one for one in (A, B, S, R, P, X, G, w, y, v, u)}
LAWS = {
    "X": Gaussian(X, R, S, c),
    "G": Gaussian(G, S, P, 2 * c / scalar("d")),
    "w": Gaussian(w, row_covariance=P),
    "y": Gaussian(y, scale=c),
}
PIECES = [
    X.T @ X, X.T @ B @ X, X.T @ y @ w.T, X.T @ y @ v.T, w @ w.T, v @ w.T, G, G.T, G @ A @ G, A, A.T, S,
]  # fmt: skip


@dataclass(frozen=True)
class Setting:
    """Values of the fixed letters and scalars; a covariance has the value root x root'."""

    matrices: Mapping[str, fmpq_mat]
    numbers: Mapping[str, fmpq]
    roots: Mapping[str, fmpq_mat]

    def root(self, covariance: TracePolynomial | None, size: str) -> fmpq_mat:
        """The root of a covariance, the identity if there is none."""
        if covariance is not None:
            return self.roots[covariance.letter.name]
        side = self.size(size)
        return fmpq_mat(side, side, [int(i == j) for i in range(side) for j in range(side)])

    def size(self, name: str) -> int:
        """A dimension by name."""
        return 1 if name == "1" else int(self.numbers[name].p)

    def scale(self, law: Gaussian) -> fmpq:
        """The scale of a law."""
        return evaluate(law.scale, {}, self.numbers)[0, 0]

    def colour(self, law: Gaussian, white: fmpq_mat) -> fmpq_mat:
        """The value of a random letter (but for the scale) that belongs to a white matrix."""
        letter = law.variable.letter
        left, right = self.root(law.row_covariance, letter.rows), self.root(law.column_covariance, letter.columns)
        return left * white * right.transpose()


def set_up(seed: int, n: int, d: int) -> Setting:
    """Small random integers."""
    draw = random.Random(seed)
    sizes = {"n": n, "d": d, "1": 1}
    matrices, roots = {}, {}
    for name, polynomial in LETTERS.items():
        rows, columns = sizes[polynomial.rows], sizes[polynomial.columns]
        entries = fmpq_mat(rows, columns, [draw.randint(-2, 3) for _ in range(rows * columns)])
        if polynomial.letter.symmetric:
            roots[name] = entries
            entries = entries * entries.transpose()
        matrices[name] = entries
    return Setting(matrices, {"n": fmpq(n), "d": fmpq(d), "c": fmpq(4, 9)}, roots)


# --- polynomials in independent standard variables --------------------------------------------------------------------


def by_entries(polynomial: TracePolynomial, over: Iterable[Gaussian], setting: Setting) -> fmpq_mat:
    """The mean of the polynomial, multiplied out in standard Gaussian entries, by E z^(2k) = (2k - 1)!!."""
    laws = tuple(over)
    names = [(law, i, j) for law in laws for i, j in product(*map(range, white_shape(law, setting)))]
    ring = fmpq_mpoly_ctx.get([f"z_{law.name}_{i}_{j}" for law, i, j in names], Ordering.lex)
    standard = dict(zip(names, ring.gens(), strict=True))
    letters = {
        name: [[ring.constant(entry) for entry in row] for row in value.tolist()]
        for name, value in setting.matrices.items()
    }
    for law in laws:
        rows, columns = white_shape(law, setting)
        white = [[standard[law, i, j] for j in range(columns)] for i in range(rows)]
        letter = law.variable.letter
        left = setting.root(law.row_covariance, letter.rows).tolist()
        right = setting.root(law.column_covariance, letter.columns).transpose().tolist()
        letters[law.name] = times(times(left, white), right)
    scales = [setting.scale(law) for law, _, _ in names]
    values = multiplied_out(polynomial, letters, setting, ring)
    return fmpq_mat([[gaussian_mean(entry, scales) for entry in row] for row in values])


def white_shape(law: Gaussian, setting: Setting) -> tuple[int, int]:
    """The size of a random letter."""
    return setting.size(law.variable.rows), setting.size(law.variable.columns)


def multiplied_out(
    polynomial: TracePolynomial, letters: Mapping[str, Entries], setting: Setting, ring: fmpq_mpoly_ctx
) -> Entries:
    """The entries of a trace polynomial in the entries of its letters."""
    rows, columns = setting.size(polynomial.rows), setting.size(polynomial.columns)
    alphabet = polynomial.alphabet
    result = [[ring.constant(0) for _ in range(columns)] for _ in range(rows)]

    def word_product(word: bytes, size: int) -> Entries:
        value = [[ring.constant(int(i == j)) for j in range(size)] for i in range(size)]
        for code in word:
            factor = letters[alphabet.letters[code // 2].name]
            value = times(value, [list(row) for row in zip(*factor, strict=True)] if code % 2 else factor)
        return value

    for (word, closed, powers), coefficient in polynomial.terms.items():
        numbers = [
            setting.numbers[name] ** power for name, power in zip(alphabet.scalars, powers, strict=True) if power
        ]
        factor = ring.constant(coefficient * prod(numbers, start=fmpq(1)))
        for trace_word in closed:
            size = setting.size(alphabet.row_sizes[trace_word[0]])
            square = word_product(trace_word, size)
            factor = factor * sum((square[i][i] for i in range(size)), ring.constant(0))
        for i, row in enumerate(word_product(word, rows)):
            for j, entry in enumerate(row):
                result[i][j] = result[i][j] + factor * entry
    return result


def times(left: Sequence[Sequence[fmpq_mpoly]], right: Sequence[Sequence[fmpq_mpoly]]) -> Entries:
    """A matrix product."""
    columns = list(zip(*right, strict=True))
    return [[sum(a * b for a, b in zip(row, column, strict=True)) for column in columns] for row in left]


def gaussian_mean(entry: fmpq_mpoly, scales: Sequence[fmpq]) -> fmpq:
    """The mean of a polynomial in independent variables of mean 0 and the given variances."""
    result = fmpq(0)
    for powers, coefficient in entry.to_dict().items():
        if not any(power % 2 for power in powers):
            moments = [
                scale ** (int(power) // 2) * prod(range(1, int(power), 2))
                for power, scale in zip(powers, scales, strict=True)
            ]
            result += coefficient * prod(moments, start=fmpq(1))
    return result


# --- sums over a finite support ---------------------------------------------------------------------------------------

DEVIATION = {fmpq(1): fmpq(1), fmpq(4, 9): fmpq(2, 3)}
NODES = {
    4: {0: fmpq(1, 2), 1: fmpq(1, 6), 2: fmpq(1, 12)},
    6: {0: fmpq(7, 18), 1: fmpq(1, 4), 2: fmpq(1, 20), 3: fmpq(1, 180)},
}


def support(order: int) -> list[tuple[int, fmpq]]:
    """Points and weights of a symmetric law with the first moments of the standard Gaussian."""
    return [(sign * node, weight) for node, weight in NODES[order].items() for sign in ((1, -1) if node else (1,))]


def by_support(polynomial: TracePolynomial, over: Iterable[Gaussian], setting: Setting, order: int) -> fmpq_mat:
    """The mean over finitely many points."""
    laws = tuple(over)
    shapes = [white_shape(law, setting) for law in laws]
    result = fmpq_mat(setting.size(polynomial.rows), setting.size(polynomial.columns))
    for point in product(support(order), repeat=sum(rows * columns for rows, columns in shapes)):
        values, rest = dict(setting.matrices), [fmpq(node) for node, _ in point]
        for law, (rows, columns) in zip(laws, shapes, strict=True):
            white, rest = fmpq_mat(rows, columns, rest[: rows * columns]), rest[rows * columns :]
            values[law.name] = setting.colour(law, white) * DEVIATION[setting.scale(law)]
        weight = prod((share for _, share in point), start=fmpq(1))
        result += weight * evaluate(polynomial, values, setting.numbers)
    return result


# --- what is averaged -------------------------------------------------------------------------------------------------

ONE = identity("1")
ENDS = {
    ("1", "1"): (v.T, w, v.T @ w), ("d", "d"): (ONE, ONE, ONE), ("n", "d"): (X, ONE, u.T @ X @ v),
    ("d", "1"): (ONE, w, v.T @ w), ("n", "n"): (X, X.T @ B, ONE),
}  # fmt: skip


def integrands(rows: str, columns: str) -> st.SearchStrategy[TracePolynomial]:
    """A trace times an open word of the given shape: some pieces, each twice, in any order, now and then one more."""
    pieces = st.lists(st.sampled_from(PIECES), min_size=1, max_size=2).flatmap(lambda some: st.permutations(some * 2))
    more = st.one_of(st.just(identity("d")), st.sampled_from(PIECES))
    return st.builds(integrand, st.just(ENDS[rows, columns]), pieces, st.integers(0, 4), more)


def integrand(
    ends: Sequence[TracePolynomial], pieces: Sequence[TracePolynomial], split: int, more: TracePolynomial
) -> TracePolynomial:
    """The pieces up to the split under the trace, the others in the open word."""
    left, right, factor = ends
    inside = chain(pieces[split:]) @ more
    inside = inside if left is ONE else left @ inside
    return factor * trace(chain(pieces[:split])) * (inside if right is ONE else inside @ right)


def chain(factors: Sequence[TracePolynomial]) -> TracePolynomial:
    """A product of d x d matrices."""
    result = identity("d")
    for factor in factors:
        result = result @ factor
    return result


FIXED = [
    (trace(X.T @ X), "X"),
    (X.T @ B @ X @ A @ X.T @ X, "X"),
    (trace(X.T @ X @ A) * X.T @ X, "X"),
    (trace(G) ** 2, "G"),
    (trace(G) * G.T @ A, "G"),
    (G @ A @ G, "G"),
    (G @ A @ G.T @ G @ G.T, "G"),
    (w @ w.T @ A @ w @ w.T, "w"),
    ((y.T @ X @ w) ** 2, "Xwy"),
    (X.T @ y @ y.T @ B @ y @ y.T @ X, "Xy"),
    (trace(G) ** 4, "G"),
    (trace((X.T @ X) ** 3), "X"),
]


@pytest.fixture(scope="session")
def table() -> list[tuple[TracePolynomial, list[Gaussian]]]:
    """A few integrands with the laws they are averaged over: every kind of pairing occurs."""
    return [(polynomial, [LAWS[name] for name in names]) for polynomial, names in FIXED]


@pytest.fixture(scope="session")
def laws() -> dict[str, Gaussian]:
    """The law of each random letter."""
    return LAWS


@pytest.fixture(scope="session")
def averages() -> Callable[[str, str], st.SearchStrategy[TracePolynomial]]:
    """Strategy of integrands by row and column size."""
    return integrands


@pytest.fixture(scope="session")
def setting() -> Callable[[int, int, int], Setting]:
    """Values by seed, n and d."""
    return set_up


@pytest.fixture(scope="session")
def entrywise_mean() -> Callable[[TracePolynomial, Iterable[Gaussian], Setting], fmpq_mat]:
    """The mean by multiplying out."""
    return by_entries


@pytest.fixture(scope="session")
def support_mean() -> Callable[[TracePolynomial, Iterable[Gaussian], Setting, int], fmpq_mat]:
    """The mean over a finite support of the given order."""
    return by_support


@pytest.fixture(scope="session")
def white_support() -> Callable[[int], list[tuple[int, fmpq]]]:
    """Points and weights of the finite law of the given order."""
    return support
