"""Pages as HTML with MathML; every string is escaped here."""

import re

from latex2mathml.converter import convert
from markupsafe import Markup, escape

from verify.document.blocks import Block, Blocks, Code, Formula, Heading, Inline, Items, Math, Paragraph, Table, Words
from verify.document.breaking import rows

SIGNED = re.compile(r"^(?:[-+=]|\\(?:ge|to|mapsto|longrightarrow))\s")
BETWEEN = '<mo form="infix" lspace="0.22em" rspace="0.22em">'
WIDTH = 60
MARKUP = {"<": r"\lt ", ">": r"\gt ", "&": r"\&"}


def as_html(blocks: Blocks, deeper: int = 0) -> Markup:
    """The blocks one after the other; `deeper` is added to the level of every heading."""
    return Markup("\n").join(_block(block, deeper) for block in blocks)


def _block(block: Block, deeper: int) -> Markup:
    match block:
        case Heading():
            level = min(block.level + deeper, 6)
            anchor = Markup(' id="{}"').format(block.anchor) if block.anchor else ""
            return Markup("<h{0}{1}>{2}</h{0}>").format(level, anchor, block.text)
        case Paragraph():
            lead = Markup("<strong>{}.</strong> ").format(block.lead) if block.lead else ""
            return Markup("<p>{}{}</p>").format(lead, words(block.words))
        case Formula():
            return display(block)
        case Table():
            return _table(block)
        case Items():
            tag = "ol" if block.numbered else "ul"
            items = Markup("\n").join(Markup("<li>{}</li>").format(as_html(item, deeper)) for item in block.items)
            return Markup("<{0}>\n{1}\n</{0}>").format(tag, items)


def display(formula: Formula) -> Markup:
    """A formula on lines of its own, each piece by itself, so that the page breaks lines between them at any width."""
    lines = Markup("\n").join(
        Markup('<div class="side">{}</div>').format(Markup(" ").join(map(mathml, row))) for row in rows(formula, WIDTH)
    )
    return Markup('<div class="formula">\n{}\n</div>').format(lines)


def mathml(latex: str) -> Markup:
    """A piece of LaTeX as MathML. A sign at its start stands between terms: space is left on both sides of it.

    The bars of a norm are opened in one piece and closed in another, so they do not grow with what is between.
    """
    # The converter does not escape what stands in the formula, such as the name of a letter.
    tame = "".join(MARKUP.get(character, character) for character in latex)
    found = convert(tame).replace("<mo>&#x02016;</mo>", '<mo stretchy="false">&#x02016;</mo>')
    return Markup(found.replace("<mo>", BETWEEN, 1) if SIGNED.match(tame) else found)


def _table(block: Table) -> Markup:
    head = Markup("").join(Markup('<th scope="col">{}</th>').format(words(cell)) for cell in block.columns)
    rows = Markup("\n").join(
        Markup("<tr>{}</tr>").format(Markup("").join(Markup("<td>{}</td>").format(words(cell)) for cell in row))
        for row in block.rows
    )
    caption = Markup("<caption>{}</caption>").format(block.caption)
    body = Markup("{}\n<thead><tr>{}</tr></thead>\n<tbody>\n{}\n</tbody>").format(caption, head, rows)
    return Markup('<div class="scroll"><table>{}</table></div>').format(body)


def words(line: Words) -> Markup:
    """A line of text, code and mathematics."""
    return Markup("").join(map(_inline, line))


def _inline(item: Inline) -> Markup:
    match item:
        case Math():
            return mathml(item.latex)
        case Code():
            return Markup("<code>{}</code>").format(item.text)
        case _:
            return escape(item)
