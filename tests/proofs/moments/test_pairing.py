"""One pair at a time: the four rules, entry by entry."""

import pytest
from flint import Ordering, fmpq_mpoly_ctx

from proofs.algebra import matrix, scalar, symmetric, trace, vector
from proofs.algebra.letters import Alphabet
from proofs.algebra.polynomial import TracePolynomial
from proofs.moments import Gaussian
from proofs.moments.pairing import Pairing

a, b, G = matrix("a", "k", "k"), matrix("b", "m", "m"), matrix("G", "m", "k")
f, g = matrix("f", "k", "m"), matrix("g", "k", "m")
U, V, v, u = symmetric("U", "m"), symmetric("V", "k"), vector("v", "k"), vector("u", "m")
k, m = scalar("k"), scalar("m")
FULL, PLAIN = Gaussian(G, U, V), Gaussian(G)


def alphabet_of(law, *polynomials):
    """The letters of a law and of some polynomials."""
    alphabet = law.alphabet
    for polynomial in polynomials:
        alphabet = alphabet.union(polynomial.alphabet)
    return alphabet


def read(outcomes, alphabet):
    """The sum that outcomes stand for."""
    terms = {}
    for random, still, factor in outcomes:
        for powers, value in factor.to_dict().items():
            key = b"", tuple(sorted(random + still)), tuple(map(int, powers))
            terms[key] = terms.get(key, 0) + value
    return TracePolynomial(alphabet, ("1", "1"), terms)


def paired(law, *traces):
    """The rule of the law on one or two closed words."""
    alphabet = alphabet_of(law, *traces).union(Alphabet((), ("k", "m")))
    pairing = Pairing(law, alphabet, fmpq_mpoly_ctx.get(alphabet.scalars, Ordering.lex))
    closed = [next(iter(one.over(alphabet).terms))[1][0] for one in traces]
    rule = pairing.within if len(closed) == 1 else pairing.between
    assert rule(*closed) is rule(*closed)
    return read(rule(*closed), alphabet)


WITHIN = [
    (FULL, trace(G @ a @ G.T @ b), trace(V @ a) * trace(U @ b)),
    (FULL, trace(G @ f @ G @ g), trace(f @ U @ g.T @ V)),
    (FULL, trace(G.T @ f.T @ G.T @ g.T), trace(f @ U @ g.T @ V)),
    (FULL, trace(G.T @ G), trace(U) * trace(V)),
    (FULL, v.T @ G.T @ G @ v, trace(U) * v.T @ V @ v),
    (FULL, (u.T @ G @ a @ G.T @ u), trace(a @ V) * u.T @ U @ u),
    (FULL, u.T @ G @ f @ G @ v, v.T @ V @ f @ U @ u),
    (PLAIN, trace(G.T @ G), k * m),
    (PLAIN, trace(G @ a @ G.T @ b), trace(a) * trace(b)),
    (PLAIN, trace(G @ f @ G @ g), trace(f @ g.T)),
    (PLAIN, trace(G @ f @ G @ f), trace(f @ f.T)),
    (FULL, trace(G @ f @ b), 0 * k),
]
BETWEEN = [
    (FULL, trace(G @ f), trace(G @ g), trace(f @ U @ g.T @ V)),
    (FULL, trace(G @ f), trace(G.T @ g.T), trace(f @ U @ g.T @ V)),
    (FULL, u.T @ G @ v, trace(G @ g), v.T @ V @ g @ U @ u),
    (FULL, u.T @ G @ v, u.T @ G @ v, (u.T @ U @ u) * (v.T @ V @ v)),
    (PLAIN, trace(G @ f), trace(G @ f), trace(f @ f.T)),
    (PLAIN, trace(G @ f), trace(G @ a @ G.T @ b), trace(a @ G.T @ b @ f.T) + trace(f @ b @ G @ a)),
]


@pytest.mark.parametrize(("law", "word", "expected"), WITHIN, ids=str)
def test_within_one_word(law, word, expected):
    assert paired(law, word) == expected


@pytest.mark.parametrize(("law", "word", "other", "expected"), BETWEEN, ids=str)
def test_between_two_words(law, word, other, expected):
    assert paired(law, word, other) == expected


@pytest.mark.parametrize(("word", "degree"), [(trace(G.T @ G @ a), 2), (trace(a), 0), (trace(G @ f) ** 3, 3)], ids=str)
def test_degree(word, degree):
    alphabet = alphabet_of(FULL, word)
    pairing = Pairing(FULL, alphabet, fmpq_mpoly_ctx.get(alphabet.scalars, Ordering.lex))
    ((_, closed, _),) = word.over(alphabet).terms
    assert pairing.degree(closed) == degree
    assert any(pairing.is_random(one) for one in closed) == bool(degree)


def test_equal_results_are_merged():
    """A letter of tr (G'G)^3 has five partners: two neighbours, the opposite one, and two of its own kind."""
    gram = G.T @ G
    expected = (m + k) * trace(gram**2) + trace(gram) ** 2 + 2 * trace(gram**2)
    assert paired(PLAIN, trace(gram**3)) == expected
