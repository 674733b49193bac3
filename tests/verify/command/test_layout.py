"""Matrices on a page: aligned, in blocks where they are wide, uncut where an entry is."""

from hypothesis import given
from hypothesis import strategies as st

from verify.command.layout import matrix_lines


def test_columns_are_aligned() -> None:
    assert matrix_lines("A", [["1", "-2/3"], ["10", "4"]], 80) == ["A =", "   1  -2/3", "  10     4"]


def test_wide_matrices_come_in_blocks_of_columns() -> None:
    lines = matrix_lines("A", [["111", "222", "333"], ["4", "5", "6"]], 10)
    assert lines == [
        *("A, columns 1 to 2 =", "  111  222", "    4    5"),
        *("A, column 3 =", "  333", "    6"),
    ]


def test_entries_wider_than_the_page_are_not_cut() -> None:
    assert matrix_lines("A", [["1", "2" * 30]], 20) == ["A[1,1] = 1", f"A[1,2] = {'2' * 30}"]


rows = st.integers(1, 5).flatmap(
    lambda columns: st.lists(
        st.lists(st.integers(-(10**12), 10**12).map(str), min_size=columns, max_size=columns), min_size=1, max_size=4
    )
)


@given(rows, st.integers(20, 90))
def test_every_entry_is_shown_within_the_page(cells: list[list[str]], width: int) -> None:
    lines = [line for line in matrix_lines("A", cells, width) if not line.startswith("A")]
    assert all(len(line) <= width for line in lines)
    assert sorted(" ".join(lines).split()) == sorted(cell for row in cells for cell in row)
