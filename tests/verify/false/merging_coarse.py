"""Three layers under label noise: where equal steps take over, and the steps just below and above.

Setting: as in many_layers.merging, d = 5, n = 20, L = 3.
Claim: at the noise 4.9 (two digits) equal steps become the best; just below a = 0.676483, b = 0.325255.
Hypotheses: none.
Idea: balls.
Source: nobody.
"""

from proofs.core.listed import Merging, MergingLevels
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.theorem import Theorem


def theorem():
    return Theorem(
        source=Source("nobody"),
        hypotheses=(Hypothesis("n", Predicate.INTEGER, "n"), Hypothesis("d", Predicate.INTEGER, "d")),
        claims=(
            Merging(
                name="levels",
                points=(MergingLevels(5, 20, 3, "1.98554608521", "4.9", ("0.676483", "0.325255"), "0.536446"),),
            ),
        ),
    )


VERDICT = "CERTIFIED"


def neighbour():
    return Theorem(
        source=Source("nobody"),
        hypotheses=(Hypothesis("n", Predicate.INTEGER, "n"), Hypothesis("d", Predicate.INTEGER, "d")),
        claims=(
            Merging(
                name="levels",
                points=(MergingLevels(5, 20, 3, "1.98554608521", "4.9", ("0.663417", "0.327212"), "0.537227"),),
            ),
        ),
    )
