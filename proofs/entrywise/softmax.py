"""Softmax regression from its definition: f = exp(A x) / sum exp(A x), its loss |f - b|^2 / 2, and their derivatives.

f is a function of the scores u = A x through e_i = exp(u_i) and s = sum_i e_i; its derivative comes out of
de_i / du_j = e_i delta_ij alone.
"""

from proofs.entrywise.calculus import Slope, cancelled, differentiated, on_simplex
from proofs.entrywise.sums import Sum, Symbol, as_sum, delta, substituted

ROWS, COLUMNS = "n", "d"


def probabilities() -> Symbol:
    """f, of shape (n,)."""
    return Symbol("f", (ROWS,))


def inputs() -> tuple[Symbol, Symbol, Symbol]:
    """A (n, d), x (d,) and the target b (n,)."""
    return Symbol("A", (ROWS, COLUMNS)), Symbol("x", (COLUMNS,)), Symbol("b", (ROWS,))


def scores() -> Sum:
    """u_i = sum_k A_ik x_k."""
    A, x, _ = inputs()
    return (A("i", "k") * x("k")).over("k")


def jacobian() -> Sum:
    """df_i / du_j, with free indices i and j."""
    e, s, r, f = Symbol("e", (ROWS,)), Symbol("s"), Symbol("r"), probabilities()
    total = (e("l") * delta(ROWS, "l", "j")).over("l")
    slopes = {
        e: Slope(("i",), e("i") * delta(ROWS, "i", "j")),
        r: Slope((), -(r() * r() * total)),
    }
    found = differentiated(e("i") * r(), slopes)
    return cancelled(substituted(found, e, f("i") * s(), ("i",)), s, r)


def slope_by_input(variable: str) -> Slope:
    """df_i / dx_l, l the given free index."""
    A, _, _ = inputs()
    return Slope(("i",), (jacobian().at(j="h") * A("h", variable)).over("h"))


def gradient_of(whole: Sum, variable: str) -> Sum:
    """The derivative of a sum in f and x by x_l, l the given free index, simplified on the simplex."""
    _, x, _ = inputs()
    slopes = {probabilities(): slope_by_input(variable), x: Slope(("k",), delta(COLUMNS, "k", variable))}
    return on_simplex(differentiated(whole, slopes), probabilities())


def loss() -> Sum:
    """sum_i (f_i - b_i)^2 / 2."""
    missed = residual("i")
    return (missed * missed).over("i") * half()


def residual(index: str) -> Sum:
    """c_i = f_i - b_i."""
    _, _, b = inputs()
    return probabilities()(index) - b(index)


def half() -> Sum:
    """1/2."""
    one = as_sum(1)
    return Sum(tuple((factors, value / 2) for factors, value in one.terms))
