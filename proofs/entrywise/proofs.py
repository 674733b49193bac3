"""Proofs of claims on sums of entries: identities by their terms, bounds by sums of squares and named rules."""

from flint import fmpq

from proofs.algebra.positivity import Signs
from proofs.core.proof import Line, Proof
from proofs.entrywise.calculus import Slope, differentiated, on_simplex
from proofs.entrywise.claims import EntrywiseIdentity, Expansion, Lipschitz, LooseBound, Part
from proofs.entrywise.softmax import gradient_of, jacobian, loss, probabilities
from proofs.entrywise.sums import Sum, Symbol, as_sum, pairs

ENTRIES = "sums of entries"
ENTRIES_REFERENCE = "canonical forms of sums over indices; entries of f sum to 1"
EXPONENTIAL = "derivative of the exponential"
EXPONENTIAL_REFERENCE = "de_i / du_j = e_i delta_ij, f = e / sum e, and the product rule"
APPROACHED = "v'Jv = 1 - (n-2) e at two entries (1 - (n-2) e) / 2 and others e comes near c |v|^2"
SQUARES = "sum of squares"
SQUARES_REFERENCE = "products of positive entries times squares are nonnegative"
SPECTRAL = "spectral norm of a symmetric matrix"
SPECTRAL_REFERENCE = "0 <= v'Jv <= c |v|^2 for all v says |J v| <= c |v| (Horn, Johnson 2013, 4.2.2)"
MEAN_VALUE = "mean value inequality"
MEAN_VALUE_REFERENCE = "|f(u) - f(u')| <= sup |J| |u - u'| on the segment (Rudin 1976, 9.19)"
BERNOULLI = "exponential from below"
BERNOULLI_REFERENCE = "exp(t) >= 1 + t"
QUADRATIC = "quadratic without zeros"
QUADRATIC_REFERENCE = "a polynomial of degree two with a negative discriminant keeps its sign"
TAYLOR = "Taylor with remainder"
TAYLOR_REFERENCE = "|g(t) - g(0) - t g'(0)| <= t^2 sup |g''| / 2 (Rudin 1976, 5.15)"
SPREAD = "variance and range"
SPREAD_REFERENCE = "the variance of numbers in an interval is at most a quarter of its squared length (Popoviciu 1935)"


def prove_identity(claim: EntrywiseIdentity, _signs: Signs) -> Proof:
    """Both sides have the same terms once sum_i f_i = 1 is used; a derivative is derived."""
    lines = []
    if claim.derivative:
        found = derived(claim.derivative)
        holds = claim.simplex == probabilities() and not on_simplex(found - claim.left, claim.simplex).terms
        lines.append(Line("the left is the derivative of the loss", EXPONENTIAL, EXPONENTIAL_REFERENCE, holds))
    return Proof((*lines, _equal(claim.name, claim.left, claim.right, claim.simplex)))


def derived(order: int) -> Sum:
    """The gradient of the loss by x_l, or its Hessian by x_l and x_m."""
    first = gradient_of(loss(), "l")
    return first if order == 1 else gradient_of(first, "m")


def prove_lipschitz(claim: Lipschitz, _signs: Signs) -> Proof:
    """0 <= v'Jv <= c |v|^2 by sums of squares, so |J| <= c, so f is Lipschitz; the extremal point attains c."""
    v, f, J, c = claim.direction, claim.simplex, claim.jacobian, as_sum(claim.constant)
    form = (J * v("i") * v("j")).over("i", "j")
    length = (v("i") * v("i")).over("i")
    plain = v.name not in {symbol.name for symbol in J.symbols} and v.sizes == f.sizes and f == probabilities()
    parts = (*claim.lower, *claim.upper)
    return Proof(
        (
            Line("J is the derivative of f", EXPONENTIAL, EXPONENTIAL_REFERENCE, not (J - jacobian()).terms),
            Line("v is free", ENTRIES, ENTRIES_REFERENCE, plain),
            _equal("J is symmetric", J, J.at(i="j", j="i"), f),
            _equal("v'Jv is the sum of the lower parts", form, _total(claim.lower), f),
            _equal("c |v|^2 - v'Jv is the sum of the upper parts", c * length - form, _total(claim.upper), f),
            Line("all parts are nonnegative", SQUARES, SQUARES_REFERENCE, all(_is_positive(part, f) for part in parts)),
            Line(f"|J| <= {claim.constant}", SPECTRAL, SPECTRAL_REFERENCE, holds=bool(claim.constant > 0)),
            Line(f"|f(u) - f(u')| <= {claim.constant} |u - u'|", MEAN_VALUE, MEAN_VALUE_REFERENCE, holds=True),
            Line("the constant is attained at n = 2", ENTRIES, ENTRIES_REFERENCE, is_attained(claim)),
            Line(f"for n >= 3, {APPROACHED}", ENTRIES, ENTRIES_REFERENCE, is_approached(claim)),
        )
    )


def is_attained(claim: Lipschitz) -> bool:
    """Whether v'Jv = c |v|^2 for v = (1, -1) at f = extremal: f_1 + f_2 - (f_1 - f_2)^2 = 2 c."""
    one, other = claim.extremal
    return bool(one > 0 and other > 0 and one + other == 1 and 1 - (one - other) ** 2 == 2 * claim.constant)


def is_approached(claim: Lipschitz) -> bool:
    """Whether v'Jv -> c |v|^2 at f = ((1 - (n-2) e) / 2 twice, e, ..., e), v = (1, -1, 0, ...), as e -> 0.

    There v'Jv = f_1 + f_2 - (f_1 - f_2)^2 = 1 - (n-2) e.
    """
    one, other = claim.extremal
    return bool(one == other and 2 * claim.constant == 1)


def prove_loose_bound(claim: LooseBound, _signs: Signs) -> Proof:
    """slope R <= 1 + growth R^2 <= exp(growth R^2) <= n^power exp(growth R^2)."""
    slope, growth = claim.slope, claim.growth
    return Proof(
        (
            Line(
                f"{slope} R <= 1 + {growth} R^2",
                QUADRATIC,
                QUADRATIC_REFERENCE,
                bool(growth > 0 and slope**2 - 4 * growth < 0),
            ),
            Line(f"1 + {growth} R^2 <= exp({growth} R^2)", BERNOULLI, BERNOULLI_REFERENCE, holds=True),
            Line(f"1 <= n^{claim.power}", BERNOULLI, "n >= 1 to a power >= 0", bool(claim.power >= 0)),
        )
    )


def prove_expansion(claim: Expansion, _signs: Signs) -> Proof:
    """The two derivatives, the second as a deviation from the variance, and Taylor's remainder."""
    f, u = probabilities(), Symbol("u", ("n",))
    along = (jacobian() * u("j")).over("j")
    second = differentiated(along, {f: Slope(("i",), along)})
    mean = (f("h") * u("h")).over("h")
    spread = (f("h") * u("h") * u("h")).over("h") - mean * mean
    deviation = f("i") * (u("i") * u("i") - 2 * mean * u("i") + mean * mean - spread)
    return Proof(
        (
            _equal("the first derivative along u", claim.first, along, f),
            _equal("the second derivative along u", claim.second, second, f),
            _equal("it is f_i ((u_i - m)^2 - var u), m = sum_i f_i u_i", claim.second, deviation, f),
            Line("f_i = 1/n at u = 0", EXPONENTIAL, EXPONENTIAL_REFERENCE, holds=True),
            Line("sum_i |f_i''| <= 2 var u <= w^2 / 2", SPREAD, SPREAD_REFERENCE, holds=True),
            Line("|R| <= t^2 w^2 max |v| / 4", TAYLOR, TAYLOR_REFERENCE, claim.order == 2),
        )
    )


def _total(parts: tuple[Part, ...]) -> Sum:
    total = as_sum(0)
    for part in parts:
        square = part.weight * part.body * part.body
        total = total + (pairs(square, *part.indices) if part.distinct else square.over(*part.indices))
    return total


def _is_positive(part: Part, f: Symbol) -> bool:
    """Whether the weight is a sum of positive multiples of products of entries of f."""
    names = [symbol == f for factors, _ in part.weight.terms for symbol, _ in factors]
    within = part.weight.free | part.body.free <= set(part.indices) and (not part.distinct or len(part.indices) == 2)
    return within and all(names) and all(value > fmpq(0) for _, value in part.weight.terms)


def _equal(says: str, left: Sum, right: Sum, f: Symbol) -> Line:
    return Line(says, ENTRIES, ENTRIES_REFERENCE, not on_simplex(left - right, f).terms)
