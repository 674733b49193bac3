"""Pages as plain text: underlined titles, indented lists, lines wrapped to a width."""

from collections.abc import Iterator
from textwrap import wrap

from verify.document.blocks import Block, Blocks, Code, Formula, Heading, Inline, Items, Math, Paragraph, Table, Words

ITEM, HANGING = "  ", "    "
STEP = "     "
SIDE, LINK, FURTHER = "       ", "     ", "         "


def as_text(blocks: Blocks, width: int) -> str:
    """The page in lines of at most `width` characters, but for words that are longer than that."""
    lines: list[str] = []
    level, before = 1, None
    for block in blocks:
        if lines and (isinstance(block, Heading) or (level == 1 and _is_plain(before))):
            lines.append("")
        level = block.level if isinstance(block, Heading) else level
        lines += _lines(block, level, width)
        before = block
    return "\n".join(lines)


def _is_plain(block: Block | None) -> bool:
    return isinstance(block, Paragraph) and not block.lead


def _lines(block: Block, level: int, width: int) -> Iterator[str]:
    match block:
        case Heading():
            indent = "  " * (level > 2)
            yield from paragraph(block.text, width, indent, indent + "  " * (level > 1))
            if level == 1:
                yield "=" * min(len(block.text), width)
        case Paragraph():
            yield from _paragraph(block, level, width)
        case Formula():
            whole = " ".join((block.first.plain, *(f"{link.sign.plain} {link.side.plain}" for link in block.links)))
            yield from [SIDE + whole] if len(SIDE + whole) <= width else _formula(block, width)
        case Table():
            yield from paragraph(f"{block.caption}:", width, ITEM, HANGING)
            yield from _table(block, width)
        case Items():
            for number, item in enumerate(block.items, 1):
                yield from _item(item, number if block.numbered else 0, width)


def _paragraph(block: Paragraph, level: int, width: int) -> list[str]:
    text = f"{block.lead}: {plain(block.words)}" if block.lead else plain(block.words)
    if level == 1:
        return paragraph(text, width, "", "  " if block.lead else "")
    return paragraph(text, width, ITEM, HANGING)


def _formula(block: Formula, width: int) -> Iterator[str]:
    yield from paragraph(block.first.plain, width, SIDE, FURTHER)
    for link in block.links:
        yield from paragraph(f"{link.sign.plain} {link.side.plain}", width, LINK, FURTHER)


def _item(item: Blocks, number: int, width: int) -> Iterator[str]:
    for place, block in enumerate(item):
        if isinstance(block, Paragraph):
            mark = f"{number}. " if number and not place else ""
            first, following = (SIDE, FURTHER) if place else (ITEM, STEP if number else HANGING)
            yield from paragraph(mark + plain(block.words), width, first, following)
        elif isinstance(block, Formula):
            yield from _formula(block, width)
        else:
            yield from _lines(block, 2, width)


def _table(block: Table, width: int) -> Iterator[str]:
    """In columns, or where these are too wide in a paragraph for each row."""
    rows = [[plain(cell) for cell in row] for row in (block.columns, *block.rows)]
    widths = [max(map(len, column)) for column in zip(*rows, strict=True)]
    lines = [
        HANGING + "  ".join(cell.ljust(size) for cell, size in zip(row, widths, strict=True)).rstrip() for row in rows
    ]
    if max(map(len, lines)) <= width:
        yield from lines
        return
    names, *others = rows
    for row in others:
        cells = ", ".join(f"{name} = {cell}" for name, cell in zip(names, row, strict=True))
        yield from paragraph(cells, width, HANGING, FURTHER)


def plain(words: Words) -> str:
    """A line in plain text."""
    return "".join(map(_plain, words))


def _plain(item: Inline) -> str:
    match item:
        case Math():
            return item.plain
        case Code():
            return item.text
        case _:
            return item


def paragraph(text: str, width: int, indent: str = "", hanging: str = "") -> list[str]:
    """A text wrapped at spaces; words longer than a line stay whole. `hanging` indents all lines but the first."""
    return wrap(
        text,
        width,
        initial_indent=indent,
        subsequent_indent=hanging,
        break_long_words=False,
        break_on_hyphens=False,
    )
