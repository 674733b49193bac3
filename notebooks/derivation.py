"""The notebook of a theorem: statement, hypotheses, each claim with its derivation step by step, controls, pictures."""

from collections.abc import Sequence
from itertools import groupby

from notebooks.book import Book, Cell, code, text
from notebooks.chapters import chapter
from notebooks.drawn import drawn
from notebooks.freshness import VERDICT_CELL, fingerprint
from notebooks.pictures.table import drawings_of
from notebooks.prose import escaped, parts, table
from proofs.algebra.typesetting import symbol
from proofs.core.catalogue import Entry, catalogue
from proofs.core.claims import Claim
from proofs.core.errors import DependenceError, LetterError
from proofs.core.proof import Line, Proof
from proofs.core.statement import Hypothesis, Source
from proofs.core.theorem import Theorem
from proofs.moments.rules import Calculus
from verify.checks.symbolic import proof_of
from verify.document.markdown import as_markdown
from verify.exposition.kinds import statement

ABOUT = (
    "Every number and formula below is computed by the cells when they run. The notebook is generated from the theorem "
    "file by `icl-proofs notebooks`: change that file, not this one."
)
SAID_ELSEWHERE = ("Hypotheses", "Source")


def derivation(item: Entry, name: str) -> Book:
    """The notebook of a theorem file; `name` is its id, or its path for a file outside the package.

    Raises TheoremFileError if it does not load, InputError for a kind of claim that has no chapter.
    """
    theorem = item.load()
    claims = [cell for place, claim in enumerate(theorem.claims) for cell in _claim(place, claim, theorem)]
    cells = [
        *_head(item, theorem),
        _setup(name),
        *claims,
        *_verdict(),
        *(cell for drawing in drawings_of(item.id) for cell in drawn(drawing)),
    ]
    entries = catalogue()
    used = [entries[name].path for name in theorem.uses if name in entries]
    return Book(item.id, tuple(cells), fingerprint([item.path, *used]))


def _head(item: Entry, theorem: Theorem) -> list[Cell]:
    found = parts(item.docstring)
    said = [_part(heading, body) for heading, body in found if heading not in SAID_ELSEWHERE]
    assumed = [body for heading, body in found if heading == "Hypotheses"]
    quoted = [body for heading, body in found if heading == "Source"]
    used = ", ".join(f"[{escaped(used)}]({used}.ipynb)" for used in theorem.uses)
    return [
        text(f"# {escaped(item.title)}", f"`{item.id}`", _source(theorem.source, quoted), ABOUT),
        text("## Statement", *said, f"**It uses** {used}." if used else ""),
        text("## Hypotheses", *(escaped(body) for body in assumed), _hypotheses(theorem.hypotheses)),
    ]


def _part(heading: str, body: str) -> str:
    return f"**{heading}:** {escaped(body)}" if heading else escaped(body)


def _source(source: Source, quoted: Sequence[str]) -> str:
    rows = [
        ("paper", source.paper),
        ("place", source.place),
        ("where", source.url),
        ("provenance", source.provenance.value),
        ("differs from the printed statement", source.differs),
        ("note", " ".join(quoted)),
    ]
    return table(("source", ""), [[name, escaped(value)] for name, value in rows if value])


def _hypotheses(hypotheses: Sequence[Hypothesis]) -> str:
    if not hypotheses:
        return "None beyond the setting."
    rows = [[f"${symbol(item.symbol)}$", escaped(item.predicate.value), escaped(item.used)] for item in hypotheses]
    return table(("symbol", "assumed", "where it is used"), rows)


def _setup(name: str) -> Cell:
    return code(
        f"""
        from notebooks import shown, tables
        from proofs.core.catalogue import catalogue, entry
        from proofs.moments.rules import difference
        from verify.checks.context import Context
        from verify.checks.symbolic import proof_of
        from verify.suite import Settings, check

        source = entry({name!r}, catalogue())
        theorem = source.load()
        context = Context(source.id, theorem)
        report = check(source, Settings())  # all roads to every claim and all attacks on it, shown below
        """
    )


def _claim(place: int, claim: Claim, theorem: Theorem) -> list[Cell]:
    kind = f"A claim of the kind `{type(claim).__name__}`."
    head = text(f"## Claim {place + 1}: {escaped(claim.name)}", as_markdown(statement(claim)), kind)
    try:
        proof = proof_of(claim, theorem)
    except (DependenceError, LetterError) as error:
        return [head, _taken(place), text(f"The derivation stops: {escaped(str(error))}"), *chapter(claim)]
    if proof is None:
        return [head, _taken(place), *chapter(claim)]
    return [head, _taken(place, "proof = proof_of(claim, theorem)"), *_steps(proof), *chapter(claim)]


def _taken(place: int, *more: str) -> Cell:
    return code("\n".join((f"claim = theorem.claims[{place}]", *more)))


def _steps(proof: Proof) -> list[Cell]:
    """A cell for each equation, and one for each run of lines that are none."""
    cells = []
    numbered = list(enumerate(proof.lines))
    for is_equation, run in groupby(numbered, lambda item: item[1].left is not None):
        group = list(run)
        if is_equation:
            cells += [cell for place, line in group for cell in _equation(place, line)]
        else:
            cells += _conditions([place for place, _ in group])
    return cells


def _equation(place: int, line: Line) -> list[Cell]:
    says = f"**Step {place + 1}.** {escaped(line.says)}, by *{escaped(line.rule)}*: {escaped(line.reference)}."
    if line.rule != Calculus().name:
        return [text(says), code(f"shown.equation(proof.lines[{place}])")]
    source = f"""
        line = proof.lines[{place}]
        shown.equation(line, difference(line.left, line.right, claim.abbreviations))
    """
    return [text(says), code(source)]


def _conditions(places: Sequence[int]) -> list[Cell]:
    first, last = places[0], places[-1]
    numbers = f"Step {first + 1}" if first == last else f"Steps {first + 1} to {last + 1}"
    says = f"**{numbers}.** Conditions and conclusions, each by its rule:"
    return [text(says), code(f"shown.conditions(proof.lines[{first}:{last + 1}])")]


def _verdict() -> list[Cell]:
    return [
        text("## Verdict", "All roads to every claim: symbolic, exact, through the forward pass, sampled."),
        code(VERDICT_CELL),
        text(
            "## Controls",
            "False versions of the claims, those that the theorem file declares and those made from its formulas. "
            "Each has to be refuted by a witness; one that survives would leave its claim UNKNOWN.",
        ),
        code("shown.controls(report)"),
    ]
