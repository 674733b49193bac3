"""Three layers have local minima that are not global and not multiples of the identity.

Setting: sparse weights with any (d, d) matrices A_0, A_1, A_2; x, w ~ N(0, I), no noise, d = 2, T_l = I - A_l' S / n,
f(A) = E tr(T_2 T_1 T_0 T_0' T_1' T_2').
Claim: for each listed n there is exactly one critical point whose entries have the listed digits. It is diagonal, its
Hessian in all 12 entries is positive semidefinite and vanishes in the direction of the rotations A_l -> U A_l U' only,
it is a local minimum of f over all A, and f there exceeds the least loss over multiples of the identity (at n = 2:
0.80893 and 4875/6151). The point is no multiple of the identity, since a rotation moves it.
Hypotheses: none beyond the setting; n and d are as listed.
Idea: f is even under the sign flip of a coordinate, so on diagonal matrices the derivatives by the other entries
vanish; interval Newton in the 6 diagonal entries. The rotations carry a slice with one entry fixed over a whole
neighbourhood; on it the Hessian is positive definite by elimination over balls. A descent finds a rational point below.
Source: in none of the papers; descent on f may end here, so a global minimum is not to be checked by descent.
"""

from dataclasses import replace

from proofs.algebra import matrix
from proofs.attention.data import data
from proofs.attention.sparse import preconditioners, residual_map, sparse_weights
from proofs.core.listed import LocalMinimum, Located
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.task import Task
from proofs.core.theorem import Control, Theorem
from proofs.moments.mean import Mean
from proofs.optimum.orthogonal import least_loss

DIAGONALS = {
    1: ("0.058599 0.128362", "0.153571 0.060428", "0.521123 0.500676"),
    2: ("0.238942 0.108062", "0.107435 0.264988", "0.868427 0.895877"),
    3: ("0.326727 0.150851", "0.148924 0.345004", "1.108096 1.138219"),
    4: ("0.396575 0.188614", "0.185836 0.404921", "1.258289 1.290339"),
    5: ("0.453026 0.222389", "0.218784 0.451562", "1.351738 1.385504"),
    6: ("0.499485 0.252889", "0.248320 0.488998", "1.409907 1.445080"),
}
"""The diagonals of A_0, A_1, A_2 by context length."""
VALUES = ("1.26117548", "0.80892653", "0.53775747", "0.37176351", "0.26647009", "0.19711072")
TIED = ("0.154458629 0.154458629", "0.154458629 0.154458629", "0.154458629 0.154458629")
"""Equal layers at the first context length, critical among equal layers."""


def located(n: int, diagonals: tuple[str, ...], value: str) -> Located:
    """The point with the given diagonals, claimed to lie above the least loss over multiples of the identity."""
    rows = [diagonal.split() for diagonal in diagonals]
    entries = [(f"A_{layer}[{i},{i}]", digits) for layer, row in enumerate(rows) for i, digits in enumerate(row)]
    d = max(map(len, rows))
    return Located((("d", d), ("n", n)), tuple(entries), value, least_loss(n, d, len(rows)))


def theorem() -> Theorem:
    """The statement; balls certify it."""
    sample, letters = data(Task()), preconditioners(len(TIED))
    turn = matrix("B", "d", "d")
    K = turn - turn.T
    points = [located(n, rows, value) for (n, rows), value in zip(DIAGONALS.items(), VALUES, strict=True)]
    claim = LocalMinimum(
        name="a local minimum above the best multiples of the identity",
        objective=Mean((sample.x_q.T @ residual_map(sample, letters) @ sample.w) ** 2, sample.laws),
        symmetries=(tuple((A, K @ A - A @ K) for A in letters),),
        points=tuple(points),
        spin=turn,
        experiment=sparse_weights(Task(), letters),
    )
    (first, *_), (_, *fewer) = points, letters
    weak = replace(first, exceeds=least_loss(**dict(first.sizes), layers=len(fewer)))
    saddle = located(next(iter(DIAGONALS)), TIED, "1.3504464")
    return Theorem(
        source=Source("this project", "spurious minima of three layers"),
        hypotheses=(
            Hypothesis("n", Predicate.INTEGER, "context length"),
            Hypothesis("d", Predicate.INTEGER, "input dimension"),
        ),
        claims=(claim,),
        controls=(
            Control("above the best two layers as well", replace(claim, points=(weak,))),
            Control("the best equal layers, a saddle", replace(claim, points=(saddle,))),
        ),
    )
