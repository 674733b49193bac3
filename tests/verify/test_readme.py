"""README says what is so: the table of theorems, and the example with its output."""

import contextlib
import io
import re
from pathlib import Path

from verify.readme import section, theorem_table

README = (Path(__file__).parents[2] / "README.md").read_text(encoding="utf-8")


def test_the_table_of_theorems_is_up_to_date() -> None:
    assert section(README, "theorems") == theorem_table(), "run `make readme`"


def test_the_example_prints_what_it_says() -> None:
    (code,), (printed,) = (
        re.findall(r"```python\n(.*?)```", README, re.DOTALL),
        re.findall(r"```text\n(.*?)```", README, re.DOTALL),
    )
    out = io.StringIO()
    with contextlib.redirect_stdout(out):
        exec(compile(code, "README.md", "exec"), {})
    assert out.getvalue() == printed
