"""Three layers that move the inputs (GD++) have several local minima among scalar weights, all of them critical.

Setting: as in many_layers.plus_plus at d = 5, n = 20, L = 3, on the set A_l = a_l Sigma^-1, B_l = b_l I, where b_2
does not matter.
Claim: f as a function of a_0, a_1, a_2, b_0, b_1 has exactly one critical point with each of the listed digits, with
the listed value, and its Hessian there is positive definite. So each is a strict local minimum on the set, and by
many_layers.plus_plus a critical point of f among all weights: the infimum 0 of the squared gradient in the printed
theorem is attained, at several different algorithms.
Hypotheses: Sigma > 0; the covariance of w is Sigma^-1.
Idea: f is a polynomial with exact rational coefficients, from moments of W of order up to 26; interval Newton, and the
signs of the eigenvalues of the Hessian over balls.
Source: in none of the papers. Whether the first point is the least on the set is open; f also falls along valleys to
infinity (a_0 -> 0 with a_0 b_0 held), to values above that of the first point as far as a search went.
"""

from proofs.algebra import identity, inverse, scalar, symmetric
from proofs.attention import plus_plus
from proofs.attention.data import data
from proofs.core.listed import CriticalPoints, Located
from proofs.core.statement import Hypothesis, Predicate, Source
from proofs.core.task import Task
from proofs.core.theorem import Theorem
from proofs.moments.mean import Mean

POINTS = """
0.000961310661946 -0.33829705896020267852797315735634830114505349241681
-2.0908414246606440306317359873437189215465745667969
-8.5680568113030297640642973602204525675416068216473
0.87757804721383646511975255620636360993954662565595
0.57816214244087607395088023395762553929040877979034

0.00101157137258 -0.34192769522058610402730737582435479598879577942346
-2.8561646480292813658105964014119542075109462665550
-7.6404462903142048632592360386189455679260499289932
0.87909301931200810954816040691609794798791106028538
0.35086256530445885087992774708639032981306242228038

0.00104925529783 -0.34631081199859968672923647968920524488427254012913
-4.7486883401664511324319668148433006447400156348374
-5.6321782144949126833929602434568687437188072234728
0.87986521928592513871433555276990749416499892359270
0.17285671621906462763117251319137365037525758609796

0.00115807660776 -0.71505173460129509211116141994734932827008960288579
-1.8593549411699947764975424856524038260853097233667
-8.2795071222832473664942316140308383414348866835968
0.34038554192463956052817556443702587311980713027725
0.62430833539186557269316803363872758797331506019465

0.00129846652783 -0.71658759920014877210385105012146527146644077354730
-2.6487267696217182846300004603328237061358037035624
-7.1632057980649971869574236956424920254117948807780
0.34117903124005846662357383270889828376024165399270
0.34462140277958310857923172086142091098000686568506

0.00141515825602 -0.71767653576750536192000425523781645565058445954895
-4.5258231646463745116934793751865714885554010394096
-5.0525945180784899041267042456634022668025000902294
0.34155145449714100721914685766552176023719904674933
0.16157655465828509017982818373185421197053676033077
"""
"""The value and a_0, then a_1, a_2, b_0, b_1, the points to 50 digits."""
NAMES = ("a_0", "a_1", "a_2", "b_0", "b_1")


def located(block: str) -> Located:
    """A point of the list."""
    value, *digits = block.split()
    return Located((("d", 5), ("n", 20)), tuple(zip(NAMES, digits, strict=True)), value)


def theorem() -> Theorem:
    """The statement; balls certify it."""
    task, Sigma = Task("Sigma", "Sigma^-1"), symmetric("Sigma", "d")
    sample, (a_0, a_1, a_2, b_0, b_1) = data(task), map(scalar, NAMES)
    steps, moves = (a_0, a_1, a_2), (b_0, b_1, b_1)
    layers = [(a * inverse(Sigma), b * identity("d")) for a, b in zip(steps, moves, strict=True)]

    return Theorem(
        source=Source("this project", "critical points of GD++"),
        hypotheses=(
            Hypothesis("n", Predicate.INTEGER, "context length"),
            Hypothesis("d", Predicate.INTEGER, "input dimension"),
            Hypothesis("Sigma", Predicate.POSITIVE_DEFINITE, "covariance of x; its inverse is that of w"),
        ),
        claims=(
            CriticalPoints(
                name="strict local minima among scalar weights",
                objective=Mean((sample.x_q.T @ plus_plus.residual_map(sample, layers) @ sample.w) ** 2, sample.laws),
                points=tuple(map(located, POINTS.strip().split("\n\n"))),
                negative=0,
                experiment=plus_plus.literal_weights(task, layers),
            ),
        ),
        uses=("many_layers.plus_plus",),
    )
