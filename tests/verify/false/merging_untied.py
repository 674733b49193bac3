"""Three layers under label noise: two zeros meet, and the steps of a jump that is not listed.

Setting: as in many_layers.merging, d = 5, n = 20.
Claim: for L = 3 two zeros meet at 1.98554608521; the steps are 0.9, 0.9, 0.8 before and 0.7 after a level left out.
Hypotheses: none.
Idea: balls.
Source: nobody.
"""

from proofs.core.listed import Merging, MergingLevels
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.theorem import Theorem

SIZES = (Hypothesis("n", Predicate.INTEGER, "n"), Hypothesis("d", Predicate.INTEGER, "d"))
TWO = MergingLevels(5, 20, 2, "4.24864126336", "4.24864126336")


def theorem():
    three = MergingLevels(5, 20, 3, "1.98554608521", "", ("0.9", "0.8"), "0.7")
    return Theorem(Source("nobody"), SIZES, (Merging(name="levels", points=(TWO, three)),))


VERDICT = "CERTIFIED"


def neighbour():
    """With the level at which the steps jump, and the steps there."""
    three = MergingLevels(5, 20, 3, "1.98554608521", "4.937149919", ("0.663417", "0.327212"), "0.537227")
    return Theorem(Source("nobody"), SIZES, (Merging(name="levels", points=(TWO, three)),))
