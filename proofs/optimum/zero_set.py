"""The symbolic proof of what the set of all global minimizers is: a case analysis on vanishing products."""

from collections.abc import Iterator
from itertools import product as combinations

from proofs.algebra.abbreviation import polynomial, unfold
from proofs.algebra.letters import UNIT
from proofs.algebra.polynomial import TracePolynomial, total, trace
from proofs.algebra.positivity import Signs
from proofs.algebra.substitution import substitute
from proofs.algebra.symbols import number, scalar_name, zero
from proofs.core.claims import Square, ZeroProduct, ZeroSet
from proofs.core.proof import Line, Proof
from proofs.moments.mean import expanded
from proofs.moments.preconditions import preconditions
from proofs.moments.rules import Calculus
from proofs.optimum.minimum import square_form

CASES = "vanishing product"
CASES_REFERENCE = "a sum of nonnegative terms vanishes only where each does; a product only where a factor does"
RANK = "rank"
RANK_REFERENCE = "a sum of r outer products has rank at most r; an invertible (d, d) matrix has rank d"

Branch = frozenset[TracePolynomial]


def prove_zero_set(claim: ZeroSet, signs: Signs) -> Proof:
    """Split on every product, discard the impossible branches and compare the others with the claim."""
    weights = [item.weight for item in claim.products]
    form = unfold(polynomial(claim.form), claim.abbreviations)
    lines = preconditions(claim, (claim.total, claim.form, *weights), signs)
    branches: list[Branch] = [frozenset()]
    for item in claim.products:
        first, second = polynomial(item.first.body), polynomial(item.second.body)
        for branch in branches:
            lines.append(_split_line(claim, item, branch))
        lines.append(Line(f"{first} = 0 or {second} = 0", CASES, CASES_REFERENCE, _is_definite_product(item, signs)))
        branches = [branch | {factor} for branch, factor in combinations(branches, (first, second))]
    ranks = {names(branch): _rank(_at(form, branch)) for branch in branches}
    wide = {branch for branch, rank in ranks.items() if rank is None or rank > 1}
    narrow = {branch for branch, rank in ranks.items() if rank is None or rank}
    kept = [branch for branch in branches if names(branch) in wide | narrow]
    lines += [_solution_line(claim, branch) for branch in kept]
    says = "the form can be invertible where a branch is left"
    lines += [Line(says, RANK, RANK_REFERENCE, holds=False, lacks=why) for why in _singular(form, kept, signs)]
    lines.append(Line("the branches left for d >= 2", RANK, RANK_REFERENCE, wide == set(claim.branches)))
    lines.append(Line("the branches left for d = 1", RANK, RANK_REFERENCE, narrow == set(claim.branches_at_one)))
    return Proof(tuple(lines))


def names(branch: Branch) -> frozenset[str]:
    """The names of the symbols that vanish on a branch."""
    return frozenset(scalar_name(s) if s.is_scalar else s.letter.name for s in branch)


def _at(expression: TracePolynomial, branch: Branch) -> TracePolynomial:
    return substitute(expression, {s: number(0) if s.is_scalar else zero(*s.shape) for s in branch})


def _solution_line(claim: ZeroSet, branch: Branch) -> Line:
    left, right, rule = _at(unfold(expanded(claim.total), claim.abbreviations), branch), number(0), Calculus()
    says = f"the total vanishes where {', '.join(sorted(names(branch)))} = 0"
    return Line(says, rule.name, rule.reference, rule.closes(left, right, claim.abbreviations), left, right)


def _split_line(claim: ZeroSet, item: ZeroProduct, branch: Branch) -> Line:
    first, second = expanded(square_form(item.first)), expanded(square_form(item.second))
    rest = total([number(0), *(expanded(square_form(square)) for square in item.rest)])
    left = _at(expanded(claim.total), branch)
    right = _at(polynomial(item.weight) * first * second + rest, branch)
    rule = Calculus()
    says = "total = product + squares" + (f" where {', '.join(sorted(names(branch)))} = 0" if branch else "")
    return Line(says, rule.name, rule.reference, rule.closes(left, right, claim.abbreviations), left, right)


def _is_definite_product(item: ZeroProduct, signs: Signs) -> bool:
    def definite(square: Square) -> bool:
        factors = [f for f in (square.weight, square.before, square.after) if f is not None]
        return all(signs.is_definite(polynomial(factor)) for factor in factors)

    single = all(_is_symbol(polynomial(square.body)) for square in (item.first, item.second))
    squares = (item.first, item.second, *item.rest)
    return single and signs.is_definite(polynomial(item.weight)) and all(definite(square) for square in squares)


def _is_symbol(body: TracePolynomial) -> bool:
    if body.is_scalar:
        return len(body.terms) == 1 and not body.letters and len(body.scalars) == 1
    return body.letter is not None


def _singular(form: TracePolynomial, branches: list[Branch], signs: Signs) -> Iterator[str]:
    """Why the form is singular on branches: for large d, odd d, d = 1, or where sizes within it are below d."""
    for branch in branches:
        left = _at(form, branch)
        inner = {left.alphabet.row_sizes[code] for word, _, _ in left.terms for code in word[1:]} - {UNIT}
        where, rank = ", ".join(sorted(names(branch))), _rank(left)
        for size in sorted(inner - signs.not_below(form.rows)):
            yield f"nothing says that {size} >= {form.rows}, and the rank is at most {size} where {where} = 0"
        if rank is not None and rank > 1:
            yield f"the rank is at most {rank} where {where} = 0, and {form.rows} may be larger"
        if -left == left.T:
            yield f"it is skew where {where} = 0, so singular for odd {form.rows}"
        elif not trace(left).terms:
            yield f"its trace is 0 where {where} = 0, so it vanishes for {form.rows} = 1"


def _rank(form: TracePolynomial) -> int | None:
    """The number of outer products the form is a sum of; None where it is not such a sum."""
    units = set(form.alphabet.unit_rows)
    outer = [word for word, _, _ in form.terms if any(code in units for code in word[1:])]
    return len(outer) if len(outer) == len(form.terms) else None
