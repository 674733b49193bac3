"""Pages as LaTeX: a complete document for pdflatex, with nothing but the packages of a basic installation."""

import re

from verify.document.blocks import Block, Blocks, Code, Formula, Heading, Inline, Items, Math, Paragraph, Table, Words
from verify.document.breaking import rows

WIDTH = 60
ALLOW_BREAK = " \\allowbreak\n"
FACTOR = r"\right) "
SECTIONS = {1: "section*", 2: "subsection*", 3: "subsubsection*"}
PREAMBLE = r"""\documentclass[11pt]{article}
\usepackage[T1]{fontenc}
\usepackage[utf8]{inputenc}
\IfFileExists{lmodern.sty}{\usepackage{lmodern}}{}
\usepackage[a4paper, margin=25mm]{geometry}
\usepackage{amsmath, amssymb}
\setlength{\parindent}{0pt}
\setlength{\parskip}{0.5\baselineskip}
\setlength{\emergencystretch}{3em}
\newcommand{\side}[1]{{\raggedright\lineskiplimit=2pt\lineskip=4pt\leftskip=2em\hangindent=2em$\displaystyle #1$\par}}
\begin{document}
"""
SPECIAL = {
    "\\": r"\textbackslash{}", "{": r"\{", "}": r"\}", "$": r"\$", "&": r"\&", "#": r"\#", "%": r"\%", "_": r"\_",
    "^": r"\textasciicircum{}", "~": r"\textasciitilde{}", "'": r"\textquotesingle{}", '"': r"\textquotedbl{}",
    "`": r"\textasciigrave{}", "<": r"\textless{}", ">": r"\textgreater{}", "|": r"\textbar{}", "-": "-{}",
}  # fmt: skip
WRITTEN_PLAINLY = re.compile(r"-\{\}(?!-)")


def as_latex(blocks: Blocks) -> str:
    """The page as a complete document."""
    return PREAMBLE + "\n\n".join(map(_block, blocks)) + "\n\\end{document}\n"


def _block(block: Block) -> str:
    match block:
        case Heading():
            return f"\\{SECTIONS[min(block.level, 3)]}{{{escaped(block.text)}}}"
        case Paragraph():
            lead = rf"\textbf{{{escaped(block.lead)}.}} " if block.lead else ""
            return lead + words(block.words)
        case Formula():
            return display(block)
        case Table():
            return _table(block)
        case Items():
            kind = "enumerate" if block.numbered else "itemize"
            items = "\n".join(r"\item " + "\n\n".join(map(_block, item)) for item in block.items)
            return f"\\begin{{{kind}}}\\setlength{{\\itemsep}}{{0pt}}\n{items}\n\\end{{{kind}}}"


def display(formula: Formula) -> str:
    """A formula on lines of its own, as paragraphs, since TeX breaks the lines of a paragraph and not of a display."""
    lines = (ALLOW_BREAK.join(pieces).replace(FACTOR, FACTOR + r"\penalty900 ") for pieces in rows(formula, WIDTH))
    return "\n".join(rf"\side{{{line}}}" for line in lines)


def _table(block: Table) -> str:
    rows = " \\\\\n".join(" & ".join(map(words, row)) for row in block.rows)
    head = " & ".join(map(words, block.columns))
    body = f"\\begin{{tabular}}{{{'l' * len(block.columns)}}}\n{head} \\\\\n\\hline\n{rows}\n\\end{{tabular}}"
    return f"{escaped(block.caption)}:\n\n{{\\footnotesize\\setlength{{\\tabcolsep}}{{4pt}}\n{body}\n}}"


def words(line: Words) -> str:
    """A line of text, code and mathematics."""
    return "".join(map(_inline, line))


def _inline(item: Inline) -> str:
    match item:
        case Math():
            return f"${item.latex}$"
        case Code():
            return rf"\texttt{{{escaped(item.text)}}}"
        case _:
            return escaped(item)


def escaped(text: str) -> str:
    """A text in which nothing is a command; what no basic font has is named by its code point."""
    found = "".join(_character(character) for character in text)
    return WRITTEN_PLAINLY.sub("-", found)


def _character(character: str) -> str:
    if character in SPECIAL:
        return SPECIAL[character]
    known = character.isspace() or (character.isprintable() and ord(character) < 0x100)
    return character if known else f"[U+{ord(character):04X}]"
