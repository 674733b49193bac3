"""A matrix as lines of text: aligned columns, in blocks of columns where it is wider than the page."""

from collections.abc import Sequence

Cells = Sequence[Sequence[str]]

INDENT = "  "
GAP = "  "


def matrix_lines(name: str, cells: Cells, width: int) -> list[str]:
    """The matrix under its name. Entries that are themselves wider than the page get a line each, uncut."""
    widths = [max(len(row[j]) for row in cells) for j in range(len(cells[0]))]
    if max(widths) + len(INDENT) > width:
        return [f"{name}[{i},{j}] = {cell}" for i, row in enumerate(cells, 1) for j, cell in enumerate(row, 1)]
    blocks = _blocks(widths, width)
    if len(blocks) == 1:
        return [f"{name} =", *_aligned(cells, widths, blocks[0])]
    lines = []
    for block in blocks:
        title = (
            f"{name}, columns {block.start + 1} to {block.stop}" if len(block) > 1 else f"{name}, column {block.stop}"
        )
        lines += [f"{title} =", *_aligned(cells, widths, block)]
    return lines


def _aligned(cells: Cells, widths: Sequence[int], block: range) -> list[str]:
    return [INDENT + GAP.join(row[j].rjust(widths[j]) for j in block) for row in cells]


def _blocks(widths: Sequence[int], width: int) -> list[range]:
    blocks, start, used = [], 0, len(INDENT) + widths[0]
    for j in range(1, len(widths)):
        used += len(GAP) + widths[j]
        if used > width:
            blocks.append(range(start, j))
            start, used = j, len(INDENT) + widths[j]
    return [*blocks, range(start, len(widths))]
