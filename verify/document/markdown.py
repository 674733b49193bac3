"""Pages as Markdown with mathematics between dollar signs, as notebooks and code forges show it."""

import re

from verify.document.blocks import Block, Blocks, Code, Formula, Heading, Inline, Items, Math, Paragraph, Table, Words
from verify.document.breaking import aligned_lines

WIDTH = 90
MARKUP = re.compile(r"([\\`*_\[\]<|$~&#])")
BULLET, NUMBER = re.compile(r"^([-+>])"), re.compile(r"^(\d+)([.)])(?=\s)")


def as_markdown(blocks: Blocks) -> str:
    """The page, a line a paragraph."""
    return "\n\n".join(map(_block, blocks)) + "\n"


def _block(block: Block) -> str:
    match block:
        case Heading():
            return f"{'#' * block.level} {escaped(block.text)}"
        case Paragraph():
            lead = f"**{escaped(block.lead)}.** " if block.lead else ""
            return lead + words(block.words)
        case Formula():
            return display(block)
        case Table():
            return f"{escaped(block.caption)}:\n\n{_table(block)}"
        case Items():
            return "\n".join(_item(item, f"{number}." if block.numbered else "-") for number, item in _counted(block))


def _counted(block: Items) -> list[tuple[int, Blocks]]:
    return list(enumerate(block.items, 1))


def _item(item: Blocks, mark: str) -> str:
    indent = " " * (len(mark) + 1)
    body = "\n\n".join(map(_block, item)).replace("\n", f"\n{indent}")
    return f"{mark} {body}".replace(f"\n{indent}\n", "\n\n")


def display(formula: Formula) -> str:
    """A formula on lines of its own."""
    lines = aligned_lines(formula, WIDTH)
    if len(lines) == 1:
        return f"$$\n{lines[0].removeprefix('& ')}\n$$"
    body = " \\\\\n".join(lines)
    return f"$$\n\\begin{{aligned}}\n{body}\n\\end{{aligned}}\n$$"


def _table(block: Table) -> str:
    rows = [" | ".join(map(words, row)) for row in block.rows]
    head = [" | ".join(map(words, block.columns)), " | ".join("---" for _ in block.columns)]
    return "\n".join(f"| {row} |" for row in (*head, *rows))


def words(line: Words) -> str:
    """A line of text, code and mathematics."""
    text = "".join(map(_inline, line))
    return NUMBER.sub(r"\1\\\2", BULLET.sub(r"\\\1", text))


def _inline(item: Inline) -> str:
    match item:
        case Math():
            return f"${item.latex}$"
        case Code():
            ticks = "`" * (max(map(len, re.findall("`+", item.text)), default=0) + 1)
            space = " " * item.text.startswith("`")
            return f"{ticks}{space}{item.text}{space}{ticks}"
        case _:
            return escaped(item)


def escaped(text: str) -> str:
    """A text in which nothing is markup."""
    return MARKUP.sub(r"\\\1", text)
