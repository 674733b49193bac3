"""Li, Song, Xia, Yu, Zhou 2023: the printed bounds on the shift follow from the sharp one, and are loose.

Setting: as in softmax.target_shift; |A|, |A'|, |x|, |x'| <= R, spectral and Euclidean norms; |b~ - b| = |g - f|.
Claim: the scores move by A (x' - x), or by (A' - A) x, so by at most R |x' - x|, or R |A' - A|; softmax moves by at
most half of that (softmax.sharp_bound); and R/2 <= n^(3/2) exp(10 R^2), the printed constant M. So |b~ - b| is at most
M |x' - x|, or M |A' - A|, with a factor of at least 2 n^(3/2) exp(10 R^2) / R to spare.
Hypotheses: R > 0, n >= 1; both ends of the move within R.
Idea: exp(t) >= 1 + t, and 1 + 10 R^2 > R/2.
Source: the paper's bounds, rebuilt from abstract and derivation; the paper bounds each norm on its own.
"""

from flint import fmpq

from proofs.core.statement import Hypothesis, Predicate, Provenance, Source
from proofs.core.theorem import Control, Theorem
from proofs.entrywise.claims import EntrywiseIdentity, LooseBound
from proofs.entrywise.softmax import inputs, probabilities
from proofs.entrywise.sums import Sum, Symbol


def theorem() -> Theorem:
    """The statement and its derivation."""
    A, x, _ = inputs()
    B, y = Symbol("B", A.sizes), Symbol("y", x.sizes)

    def scores(matrix: Symbol, vector: Symbol) -> Sum:
        return (matrix("i", "k") * vector("k")).over("k")

    def moved(name: str, left: Sum, right: Sum) -> EntrywiseIdentity:
        return EntrywiseIdentity(name=name, left=left, right=right.over("k"), simplex=probabilities())

    def printed(growth: fmpq) -> LooseBound:
        return LooseBound(name="the printed constant", slope=fmpq(1, 2), power=fmpq(3, 2), growth=growth)

    by_weights, by_data = scores(A, y) - scores(A, x), scores(B, x) - scores(A, x)
    return Theorem(
        source=Source("Li, Song, Xia, Yu, Zhou 2023", "bounds on the shifts", "arXiv:2304.13276", Provenance.REBUILT),
        hypotheses=(
            Hypothesis("n", Predicate.INTEGER, "length of f"),
            Hypothesis("d", Predicate.INTEGER, "length of x"),
            Hypothesis("R", Predicate.POSITIVE, "bound on the norms"),
        ),
        claims=(
            moved("scores by a move of x", by_weights, A("i", "k") * (y("k") - x("k"))),
            moved("scores by a move of A", by_data, (B("i", "k") - A("i", "k")) * x("k")),
            printed(fmpq(10)),
        ),
        controls=(
            Control("scores that move the other way", moved("scores by a move of x", by_weights, A("i", "k") * x("k"))),
            Control("a constant without growth", printed(fmpq(1, 10**4))),
        ),
        uses=("softmax.sharp_bound", "softmax.target_shift"),
    )
