"""Discovery of theorem files by path, and every way in which a file can be wrong."""

import pytest

from proofs.core.catalogue import ROOT, Entry, catalogue, entry, with_used
from proofs.core.errors import TheoremFileError, UnknownTheoremError
from proofs.core.theorem import Theorem

HEAD = '''"""A title.

Setting: none.
"""

from proofs.core.statement import Source
from proofs.core.theorem import Theorem


def theorem() -> Theorem:
    """The statement."""
    return Theorem(Source("a paper"), (), (), uses={uses!r})
'''


@pytest.fixture
def files(tmp_path):
    """Writes theorem files below a folder, from {id: ids it uses} or {id: whole text}."""

    def write(**contents):
        for name, content in contents.items():
            subject, _, conclusion = name.partition("__")
            path = tmp_path / subject / f"{conclusion}.py"
            path.parent.mkdir(exist_ok=True)
            path.write_text(HEAD.format(uses=content) if isinstance(content, tuple) else content, encoding="utf-8")
        return catalogue(tmp_path)

    return write


def test_ids_are_paths_in_order(files):
    found = files(wishart__second=(), one_layer__optimum=(), one_layer___template=(), one_layer____init__=())
    assert list(found) == ["one_layer.optimum", "wishart.second"]
    assert found["wishart.second"].path.name == "second.py"


def test_the_package_has_a_catalogue():
    found = catalogue()
    assert found
    assert all(item.path.is_relative_to(ROOT) for item in found.values())
    assert all(identifier == f"{item.path.parent.name}.{item.path.stem}" for identifier, item in found.items())


def test_title_and_theorem(files):
    item = files(a__b=("c.d",))["a.b"]
    assert item.title == "A title"
    assert isinstance(item.load(), Theorem)
    assert item.load().uses == ("c.d",)


def test_a_byte_order_mark_at_the_head_of_a_file_is_no_fault(files):
    item = files(a__b="\ufeff" + HEAD.format(uses=()))["a.b"]
    assert item.path.read_bytes().startswith(b"\xef\xbb\xbf")
    assert item.title == "A title"
    assert isinstance(item.load(), Theorem)


def test_used_theorems_come_first_and_once(files):
    found = files(a__a=("b.b", "c.c"), b__b=("c.c",), c__c=(), d__d=())
    assert [item.id for item in with_used(found.values(), found)] == ["c.c", "b.b", "a.a", "d.d"]
    assert [item.id for item in with_used([found["b.b"]], found)] == ["c.c", "b.b"]


@pytest.mark.parametrize(
    ("contents", "circle"),
    [
        ({"a__a": ("a.a",)}, "a.a -> a.a"),
        ({"a__a": ("b.b",), "b__b": ("c.c",), "c__c": ("a.a",)}, "a.a -> b.b -> c.c -> a.a"),
        ({"a__a": ("b.b",), "b__b": ("c.c",), "c__c": ("b.b",)}, "a.a -> b.b -> c.c -> b.b"),
    ],
)
def test_uses_in_a_circle(files, contents, circle):
    found = files(**contents)
    with pytest.raises(TheoremFileError, match=circle):
        with_used([found["a.a"]], found)


def test_use_of_an_unknown_theorem(files):
    found = files(a__a=("b.b",))
    with pytest.raises(TheoremFileError, match=r"unknown theorem 'b\.b'"):
        with_used(found.values(), found)


def test_unknown_id():
    with pytest.raises(UnknownTheoremError, match=r"'one_layer\.optimun'.*icl-proofs list"):
        entry("one_layer.optimun", catalogue())


def test_a_file_outside_the_package(tmp_path):
    path = tmp_path / "mine.py"
    path.write_text(HEAD.format(uses=()), encoding="utf-8")
    item = entry(str(path), catalogue())
    assert item == Entry("mine", path.resolve())
    assert item.load().source.paper == "a paper"


def test_the_path_of_a_file_of_the_package_has_its_id():
    known = catalogue()["wishart.second_moment"]
    assert entry(str(known.path), catalogue()) == known


def test_a_path_that_is_no_file(tmp_path):
    for path in (tmp_path, tmp_path / "missing.py"):
        with pytest.raises(TheoremFileError, match="no such file"):
            entry(str(path), {})


OPENING = '''"""A title."""
from proofs.algebra import scalar, symmetric
from proofs.core.claims import Equality
from proofs.core.statement import Source
from proofs.core.theorem import Theorem

n, Sigma = scalar("n"), symmetric("Sigma", "d")


def theorem():
'''


@pytest.mark.parametrize(
    ("text", "message"),
    [
        ('"""A title."""\ndef theorem(:\n', "SyntaxError"),
        ('"""A title."""\n', "defines no function theorem"),
        ('"""A title."""\ndef theorem():\n    return 3\n', "must return a Theorem, got int"),
        ('"""A title."""\nimport no_such_module\n', "ModuleNotFoundError"),
        ('"""A title."""\ndef theorem():\n    return 1 / 0\n', "ZeroDivisionError"),
        ('"""A title."""\ndef theorem(size):\n    return size\n', "TypeError"),
        ('"""A title."""\nimport sys\ndef theorem():\n    sys.exit(0)\n', "line 4: SystemExit"),
        (f"{OPENING}    return Theorem('a paper', (), ())\n", r"source must be a Source\(...\), got str"),
        (
            f"{OPENING}    return Theorem(Source('a paper', provenance='own'), (), ())\n",
            "source: provenance must be a Provenance, e.g. Provenance.READ, got str 'own'",
        ),
        (f"{OPENING}    return Theorem(Source('a paper'), (), (3))\n", "claims must be a tuple"),
        (
            f"{OPENING}    return Theorem(Source('a paper'), ('n',), ())\n",
            "hypotheses must hold Hypothesis records only",
        ),
        (
            f"{OPENING}    return Equality(name='c', left=n, right=5)\n",
            "claim 'c': right must be an expression, got int",
        ),
        (f"{OPENING}    return Equality(name='c', left=n, right=Sigma)\n", "claim 'c': left is 1 x 1, right is d x d"),
    ],
)
def test_files_that_do_not_load(files, text, message):
    with pytest.raises(TheoremFileError, match=message):
        files(a__b=text)["a.b"].load()


@pytest.mark.parametrize(
    ("text", "message"),
    [("def theorem():\n    pass\n", "starts with a docstring"), ("def theorem(:\n", "cannot be read as Python")],
)
def test_files_without_a_title(files, text, message):
    with pytest.raises(TheoremFileError, match=message):
        _ = files(a__b=text)["a.b"].title


def test_a_file_that_is_not_text(tmp_path):
    path = tmp_path / "mine.py"
    path.write_bytes(b"\xff\xfe\x00")
    with pytest.raises(TheoremFileError, match="cannot be read as Python"):
        _ = Entry("mine", path).title
    with pytest.raises(TheoremFileError, match="not a Python file"):
        Entry("mine", tmp_path / "mine.txt").load()
