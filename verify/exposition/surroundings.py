"""What a claim stands in: the laws of what is averaged, abbreviations, operators, and the model it is about."""

from collections.abc import Iterator, Sequence

from proofs.algebra.polynomial import TracePolynomial
from proofs.algebra.typesetting import latex, symbol
from proofs.core.claims import Claim, Experiment, ModelClaim
from proofs.core.derivation import Abbreviation, DiagonalPart, Reciprocal
from proofs.core.task import GramOperator, LinearAttention, Model, Operator, ReluAttention
from proofs.moments.dependence import laws
from proofs.moments.laws import Elliptical, Gaussian, Law, Rows
from proofs.moments.ridge import covariance
from verify.document.blocks import Block, Formula, Math, Paragraph, Side, Words
from verify.exposition.expressions import (
    assignments,
    enclosed,
    equation,
    factor,
    math,
    math_name,
    named,
    pieces,
    plain,
    side,
    stated,
)
from verify.exposition.properties import declared


def surroundings(claim: Claim) -> Iterator[Block]:
    """All that explains the symbols of a claim."""
    yield from declared(claim)
    random = list(dict.fromkeys(laws(claim)))
    if random:
        yield laws_of(random)
    if claim.abbreviations:
        yield Paragraph(("where",))
    for item in claim.abbreviations:
        yield abbreviation(item)
    for operator in claim.operators:
        yield _operator(operator)
    if isinstance(claim, ModelClaim) and claim.experiment is not None:
        yield from definition(claim.experiment)


def abbreviation(item: Abbreviation) -> Formula:
    """What a symbol stands for."""
    return equation(side(item.symbol), stands_for(item))


def stands_for(item: Abbreviation) -> Side:
    """The other side of the definition of a symbol."""
    if isinstance(item, Reciprocal):
        below = stated(item.of)
        return Side(f"1 / ({below.plain})", enclosed(r"1 / \bigl(", below.pieces, r"\bigr)"))
    if isinstance(item, DiagonalPart):
        whole = enclosed(r"\operatorname{diag}\bigl(", pieces(item.of), r"\bigr)")
        return Side(f"the diagonal part of {plain(item.of)}", whole)
    return stated(item.value)


def laws_of(random: Sequence[Law]) -> Paragraph:
    """The laws of the random letters, which are independent of each other."""
    words: Words = ("The mean is over ",)
    for place, law in enumerate(random):
        words += ("; ",) * bool(place) + (_rows(law) if isinstance(law, Rows) else _law(law))
    return Paragraph((*words, ", independent of each other." if len(random) > 1 else "."))


def _law(law: Gaussian) -> Words:
    rows, columns = _covariance(law.row_covariance), _covariance(law.column_covariance)
    if not law.is_vector and law.row_covariance is not None:
        return (
            math_name(law.name),
            " with covariance ",
            rows,
            " of rows and ",
            columns,
            f" of columns, times {law.scale}",
        )
    inner = rows if law.is_vector else columns
    scale = Math("", "") if law.scale == 1 else Math(f"{law.scale} ", f"{factor(law.scale)} ")
    normal = Math(f"N(0, {scale.plain}{inner.plain})", rf"\mathcal{{N}}(0, {scale.latex}{inner.latex})")
    return math_name(law.name), " with law " if law.is_vector else " with rows of law ", normal


def _rows(law: Rows) -> Words:
    """One row, or independent rows, of a law that is known by its moments."""
    kind = law.kind
    which = " with mean 0 and covariance " if law.is_vector else " with independent rows of mean 0 and covariance "
    known = (math_name(law.name), which, _covariance(law.covariance))
    if isinstance(kind, Elliptical):
        return (*known, ", the fourth moments ", math(kind.kappa), " times the Gaussian ones")
    return (*known, ", the coordinates independent, of fourth moments ", math(kind.fourth))


def _covariance(matrix: TracePolynomial | None) -> Math:
    return Math("I", "I") if matrix is None else math(matrix)


def _operator(operator: Operator) -> Formula:
    """H = Psi X' (X Psi X' + noise I)^+, or G = X'X."""
    if isinstance(operator, GramOperator):
        return equation(named(operator.letter), Side("X'X", (r"X^{\top} X",)))
    prior = covariance(operator.prior)
    Psi = Math("", "") if prior is None else Math(f"{prior} ", f"{latex(prior)} ")
    noise = Math("", "")
    if operator.noise:
        noise = Math(f" + {operator.noise} I", f" + {symbol(operator.noise)} I")
    text = f"{Psi.plain}X' (X {Psi.plain}X'{noise.plain})^+"
    body = rf"{Psi.latex}X^{{\top}} \left(X {Psi.latex}X^{{\top}}{noise.latex}\right)^{{+}}"
    return equation(named(operator.letter), Side(text, (body,)))


def definition(experiment: Experiment) -> Iterator[Block]:
    """The model from whose definition the claim is read, its free weights and those that are set."""
    free = [math(block) for name, block in experiment.blocks if plain(block) == name]
    fixed = [(math_name(name), block) for name, block in experiment.blocks if plain(block) != name]
    words: Words = ("The model is ", model_in_words(experiment.model))
    for place, block in enumerate(free):
        words += (", " if place else ", its free weights ", block)
    if fixed:
        yield Paragraph((*words, ", its weights, all others being zero,"))
        yield assignments(fixed)
    else:
        yield Paragraph((*words, ", all others being zero."))


def model_in_words(model: Model) -> str:
    """The kind of the model, its layers and its conventions."""
    if isinstance(model, LinearAttention):
        layers = f"{model.layers} layer{'s' if model.layers > 1 else ''}"
        query = "the query attended to as well" if model.attended else "the query not attended to"
        return f"linear attention of {layers} with the factor 1/n, {query}"
    if isinstance(model, ReluAttention):
        return "one layer of ReLU attention with the factor 1/n, the last row of Q zero, the query not attended to"
    return "linear attention with keys, queries, values and a read-out, no factor 1/n, the query not attended to"
