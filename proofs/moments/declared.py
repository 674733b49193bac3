"""What a claim takes for granted of the operators that it declares: their equations, their letters, their inverses."""

from collections.abc import Iterable, Iterator

from proofs.algebra.mention import mentioned
from proofs.algebra.polynomial import TracePolynomial
from proofs.algebra.positivity import Signs
from proofs.algebra.substitution import Relation
from proofs.algebra.symbols import number
from proofs.core.claims import Claim
from proofs.core.derivation import Expression, Reciprocal
from proofs.core.proof import Line
from proofs.core.task import GramOperator, RidgeOperator
from proofs.moments.dependence import laws, names_of, value_of
from proofs.moments.inverse_wishart import GRAM, GRAM_REFERENCE, GramRelation
from proofs.moments.laws import Gaussian
from proofs.moments.mean import means_in
from proofs.moments.operators import divisors, equations, letter_of
from proofs.moments.ridge import RIDGE, RIDGE_REFERENCE, covariance
from proofs.moments.unsigned import unfold_unsigned


def operator_lines(
    claim: Claim, further: tuple[Expression, ...], held: Iterable[TracePolynomial], signs: Signs
) -> list[Line]:
    """The equations used are those of declared operators, whose letters are nothing else."""
    known = {operator.letter: letter_of(operator).letter for operator in claim.operators}
    true = [equation for operator in claim.operators for equation in equations(operator)]
    lines = []
    for relation in dict.fromkeys(relation for part in means_in((claim, further)) for relation in part.relations):
        says, (rule, reference) = f"{relation.left} = {relation.right}", _rule(relation)
        lines.append(Line(says, rule, reference, relation in true, relation.left, relation.right))
    for operator in claim.operators:
        own = known[operator.letter]
        same = all(other == own for part in held for other in part.letters if other.name == own.name)
        alone = len(known) == len(claim.operators)
        if isinstance(operator, GramOperator):
            lines.append(Line(f"{own.name} = X'X and nothing else", GRAM, GRAM_REFERENCE, same and alone))
            lines += _inverse_lines(operator, claim, held, signs)
        else:
            says = f"{own.name} is the ridge operator and nothing else"
            lines.append(Line(says, RIDGE, RIDGE_REFERENCE, same and alone and _is_ridge(operator, claim, signs)))
    return lines


def _rule(relation: Relation) -> tuple[str, str]:
    return (GRAM, GRAM_REFERENCE) if isinstance(relation, GramRelation) else (RIDGE, RIDGE_REFERENCE)


def _inverse_lines(
    operator: GramOperator, claim: Claim, held: Iterable[TracePolynomial], signs: Signs
) -> Iterator[Line]:
    """Where G^-1 occurs: G is invertible, and a reciprocal in its mean is that of n - d - 1, found by parts.

    A claim that does not mention the reciprocal need not define it: one that is left over in a mean is then a symbol.
    """
    if all(other.inverse_of != operator.letter for part in held for other in mentioned(part)):
        return
    rows = "the rows of X are N(0, Sigma) with Sigma positive definite"
    yield Line(rows, GRAM, GRAM_REFERENCE, has_definite_rows(operator, claim, signs))
    derived = divisors(claim, operator)
    given = {value_of(item) for item in claim.abbreviations
             if isinstance(item, Reciprocal) and names_of(item.symbol) == {operator.reciprocal}}  # fmt: skip
    if not given and all(operator.reciprocal not in part.scalars for part in held):
        return
    says = f"{operator.reciprocal} = 1 / ({', '.join(map(str, derived))}), n >= d + 2"
    yield Line(says, GRAM, GRAM_REFERENCE, "n" in signs.above and len(derived) == 1 and derived == given)


def has_definite_rows(operator: GramOperator, claim: Claim, signs: Signs) -> bool:
    """Whether the claim has a law of X, and X'X is almost surely invertible under it for n >= d: no Sigma is singular.

    Of rows of given moments this is not known: they may vanish with a positive probability.
    """
    found = [law for law in laws(claim) if law.name in letter_of(operator).letter.depends_on]
    return bool(found) and all(isinstance(law, Gaussian) and _is_definite(law, claim, signs) for law in found)


def _is_definite(law: Gaussian, claim: Claim, signs: Signs) -> bool:
    if law.row_covariance is not None or law.scale != number(1):
        return False
    Sigma = law.column_covariance
    return Sigma is None or signs.is_definite(unfold_unsigned(Sigma, claim.abbreviations, signs))


def _is_ridge(operator: RidgeOperator, claim: Claim, signs: Signs) -> bool:
    prior = covariance(operator.prior)
    psi = prior is None or signs.is_nonnegative(unfold_unsigned(prior, claim.abbreviations, signs))
    return psi and (not operator.noise or operator.noise in signs.positive | signs.nonnegative)
