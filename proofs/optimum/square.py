"""Completing the square: a loss tr(L A K A') - 2 tr(C' A) + c in a matrix A, taken apart by the algebra."""

from dataclasses import dataclass

from proofs.algebra.expected import check_polynomial
from proofs.algebra.gradient import gradient
from proofs.algebra.polynomial import TracePolynomial, trace
from proofs.algebra.substitution import substitute
from proofs.algebra.symbols import zero
from proofs.core.errors import InputError, LetterError


@dataclass(frozen=True)
class Quadratic:
    """f(A) = tr(left A right A') - 2 tr(slope' A) + constant, with left a letter or the identity.

    Where left and right are positive definite, f has the one minimizer left^-1 slope right^-1.
    """

    left: TracePolynomial
    right: TracePolynomial
    slope: TracePolynomial
    constant: TracePolynomial

    def at(self, A: TracePolynomial) -> TracePolynomial:
        """f(A)."""
        return trace(self.left @ A @ self.right @ A.T) - 2 * trace(self.slope.T @ A) + self.constant


def complete_square(loss: TracePolynomial, A: TracePolynomial, left: TracePolynomial) -> Quadratic:
    """The quadratic form of a loss in the letter A whose left factor is known.

    grad f = 2 left A right - 2 slope: slope is read off at A = 0, right off the words that start with left A.
    Raises InputError for arguments of another kind and for a left factor that is no product of letters, LetterError if
    the loss is not of this form.
    """
    for argument, value in (("loss", loss), ("A", A), ("left", left)):
        check_polynomial(argument, value)
    if len(left.terms) != 1 or left.shape != (A.rows, A.rows):
        raise InputError(
            f"left: expected one product of letters, {A.rows} x {A.rows}, got {left} of {left.rows} x {left.columns}; "
            f"e.g. symmetric('Sigma', 'd') or identity('d')"
        )
    nothing = zero(A.rows, A.columns)
    slope = substitute(gradient(loss, A), {A: nothing}) / -2
    right = _after(left @ A, gradient(loss, A) / 2 + slope)
    form = Quadratic(left, right, slope, substitute(loss, {A: nothing}))
    if form.at(A) != loss:
        raise LetterError(f"the loss is not of the form tr({left} A K A') - 2 tr(C'A) + c in A = {A}: {loss}")
    return form


def _after(head: TracePolynomial, product: TracePolynomial) -> TracePolynomial:
    """K of product = head K, where head is one word: what follows it in every term that starts with it."""
    alphabet = head.alphabet.union(product.alphabet)
    ((start, _, _),) = head.over(alphabet).terms
    terms = {
        (word[len(start) :], closed, powers): value
        for (word, closed, powers), value in product.over(alphabet).terms.items()
        if word.startswith(start)
    }
    return TracePolynomial(alphabet, (head.columns, product.columns), terms)
