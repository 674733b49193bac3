"""Errata on a page: the printed statement, the witness against it, the corrected statement and its verdict."""

from collections.abc import Iterator, Sequence

from verify.document.blocks import Block, Blocks, Code, Heading, Paragraph, Words
from verify.document.markdown import as_markdown
from verify.errata import Erratum
from verify.exposition.data import source_data
from verify.exposition.kinds import statement

TITLE = "Errata"
ABOUT = (
    "Statements that stand in print and that the checks refute, each with the point at which it fails and with the "
    "statement that takes its place. How sure we are of the printed form is said each time."
)
NOTHING = "No printed statement is refuted by the theorems that were checked."


def errata_page(found: Sequence[Erratum]) -> Blocks:
    """All errata under a title."""
    entries = [block for erratum in found for block in erratum_blocks(erratum)]
    return Heading(TITLE, 1), Paragraph((ABOUT,)), *(entries or [Paragraph((NOTHING,))])


def erratum_blocks(erratum: Erratum) -> Iterator[Block]:
    """One erratum under a heading of level 2."""
    source, report = erratum.source, erratum.report
    yield Heading(", ".join(filter(None, (source.paper, source.place))), 2)
    where: Words = (f"{source.url}; ",) if source.url else ()
    differs = f" {source.differs}" if source.differs else ""
    yield Paragraph((*where, f"{source.provenance.value}.{differs}"), lead="Printed form")
    yield Heading("As printed", 3)
    yield from statement(erratum.printed)
    if erratum.found.refuted:
        yield Paragraph((Code(erratum.found.witness),), lead="Refuted")
    else:
        yield Paragraph((erratum.found.witness or "no witness was found",), lead="NOT refuted")
    yield Heading("Corrected", 3)
    yield from statement(erratum.corrected)
    yield Paragraph((f"{report.verdict.name} ({report.scope}), by ", Code(erratum.theorem), "."), lead="Verdict")


def errata_data(found: Sequence[Erratum]) -> list[dict[str, object]]:
    """The errata as plain data, for JSON."""
    return [
        {
            "theorem": erratum.theorem,
            "claim": erratum.report.name,
            "source": source_data(erratum.source),
            "changed": erratum.found.changed,
            "printed": as_markdown(statement(erratum.printed)),
            "refuted": erratum.found.refuted,
            "witness": erratum.found.witness,
            "corrected": as_markdown(statement(erratum.corrected)),
            "verdict": erratum.report.verdict.name,
            "scope": erratum.report.scope.as_data(),
        }
        for erratum in found
    ]
