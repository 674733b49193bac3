"""Under label noise the best step sizes merge: a pair first, and for three layers all of them later, by a jump.

Setting: as in many_layers.noise at the listed sizes; sigma2 is the noise variance, q* the best polynomial of degree L.
Claim: up to the first listed level the zeros of q* are real and simple, so real step sizes attain the least loss over
all polynomials; there the discriminant changes its sign and two zeros become complex, for L = 2 and 3 for good. For
L = 2 the best real step sizes are equal from that level on: the best untied network is a looped one. For L = 3 they
have the form (a, a, b). Equal steps are worse than some of these just below the second listed level and better than all
of them just above it. There the best steps jump: a and b do not come together, equal steps of another size take over.
Hypotheses: none beyond the setting; sizes are as listed.
Idea: the discriminant is a polynomial in sigma2 with rational coefficients, its zeros are enclosed; the loss is convex
in the coefficients of q, so the best real steps lie on the boundary, where two are equal. With b eliminated the loss of
(a, a, b) is a rational function of a, whose critical points are enclosed.
Source: in none of the papers.
"""

from proofs.core.listed import Merging, MergingLevels
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.theorem import Theorem


def theorem() -> Theorem:
    """The statement; levels are right to half a unit of their last digit."""
    return Theorem(
        source=Source("this project", "merging of step sizes under noise"),
        hypotheses=(
            Hypothesis("n", Predicate.INTEGER, "context length"),
            Hypothesis("d", Predicate.INTEGER, "input dimension"),
        ),
        claims=(
            Merging(
                name="levels of noise at which step sizes merge",
                points=(
                    MergingLevels(5, 20, 2, pair="4.24864126336", tied="4.24864126336"),
                    MergingLevels(2, 2, 2, pair="1.77688268882", tied="1.77688268882"),
                    MergingLevels(1, 4, 2, pair="1.72200349617", tied="1.72200349617"),
                    MergingLevels(10, 10, 2, pair="4.80949283092", tied="4.80949283092"),
                    MergingLevels(5, 20, 3, "1.98554608521", "4.937149919", ("0.663417", "0.327212"), "0.537227"),
                    MergingLevels(2, 2, 3, "0.926148441088", "1.941471577", ("0.228995", "0.130322"), "0.194161"),
                    MergingLevels(1, 4, 3, "0.826105337656", "1.855161340", ("0.407692", "0.235451"), "0.347690"),
                    MergingLevels(10, 10, 3, "2.59303663668", "5.599684939", ("0.393720", "0.192262"), "0.316128"),
                    MergingLevels(5, 20, 4, pair="1.10742305361"),
                    MergingLevels(5, 20, 5, pair="0.681391382972"),
                ),
            ),
        ),
        uses=("many_layers.best_polynomials", "many_layers.zeros"),
    )
