"""The report page as text: everything reported is there, escaped, accessible, and nothing comes from elsewhere."""

import re
from collections.abc import Iterator
from dataclasses import replace
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from verify.errata import errata
from verify.versions import versions
from verify.webpage.report import report_page
from verify.webpage.run import Run

Attributes = dict[str, str | None]
VOID = {"meta", "link", "input", "br", "wbr"}


class Page(HTMLParser):
    """The elements of a page in order: tag, attributes and the text directly in it."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.elements: list[tuple[str, Attributes, list[str]]] = []
        self.open: list[int] = []
        self.feed(text)
        assert self.open == []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs), []))
        if tag not in VOID:
            self.open.append(len(self.elements) - 1)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.elements.append((tag, dict(attrs), []))

    def handle_endtag(self, tag: str) -> None:
        assert self.elements[self.open.pop()][0] == tag

    def handle_data(self, data: str) -> None:
        for place in self.open:
            self.elements[place][2].append(data)

    def all(self, *tags: str) -> Iterator[tuple[Attributes, str]]:
        for tag, attributes, text in self.elements:
            if tag in tags:
                yield attributes, " ".join("".join(text).split())


@pytest.fixture(scope="module")
def parsed(page: str) -> Page:
    return Page(page)


@pytest.fixture(scope="module")
def text(parsed: Page) -> str:
    (_, found), *_ = parsed.all("html")
    return found


def test_everything_reported_is_there(ran: Run, text: str) -> None:
    for report in ran.reports:
        assert " ".join((report.id, report.verdict.name)) in text
        assert report.title in text
        for claim in report.claims:
            assert claim.name in text
            for road in claim.roads:
                assert road.name in text
                assert " ".join(road.detail.split()) in text
                assert all(f"{name}{reference}" in text for name, reference in road.rules)
            for control in claim.controls:
                assert " ".join(control.changed.split()) in text
                assert " ".join(control.witness.split()) in text
    for name, value in (*ran.settings, *versions()):
        assert f"{name}{value}" in text
    assert "Checked in 1.5 s" in text


def test_statements_hypotheses_and_sources_are_there(ran: Run, text: str) -> None:
    for identifier, entry in ran.entries.items():
        theorem = entry.load()
        assert str(theorem.source) in text, identifier
        assert all(f"{item.predicate.value}{item.used}" in text for item in theorem.hypotheses)


def test_the_errata_are_there(ran: Run, text: str) -> None:
    found = errata(ran.reports, {identifier: entry.load() for identifier, entry in ran.entries.items()})
    assert len(found) == 2
    for erratum in found:
        assert f"{erratum.source.paper}, {erratum.source.place}" in text
        assert f"Refuted. {' '.join(erratum.found.witness.split())}" in text


def test_markup_in_a_theorem_file_stays_text(page: str, parsed: Page, text: str) -> None:
    for shown in (
        "<script>alert(1)</script>",
        "<b>bold</b> & {{ 7 * 7 }}",
        "<u>paper</u>",
        "<s>size</s>",
        "<em>changed",
    ):
        assert shown in text
    assert "NEW <b>hostile</b>" in text
    tags = {tag for tag, _, _ in parsed.elements}
    assert not tags & {"img", "u", "s", "em", "i"}
    assert [attributes for attributes, _ in parsed.all("script")] == [{}]
    assert not any(name.startswith("on") for _, attributes, _ in parsed.elements for name in attributes)
    assert "javascript:" not in {str(attributes.get("href")) for attributes, _ in parsed.all("a")}


def test_nothing_comes_from_elsewhere(page: str, parsed: Page) -> None:
    for tag, attributes, _ in parsed.elements:
        assert "src" not in attributes
        href = attributes.get("href")
        assert href is None or href.startswith("#") or (tag == "link" and href == "data:,")
    addresses = set(re.findall(r"https?://[^\s\"'<>]+", page))
    assert addresses <= {"http://www.w3.org/1998/Math/MathML"}
    assert "url(" not in page.replace("url(#tip)", "")
    assert "@import" not in page


def test_headings_are_in_order(parsed: Page) -> None:
    levels = [int(tag[1]) for tag, _, _ in parsed.elements if re.fullmatch("h[1-6]", tag)]
    assert levels.count(1) == 1
    assert levels[0] == 1
    assert all(after - before <= 1 for before, after in pairwise(levels))


def test_tables_have_captions_and_header_cells_a_scope(parsed: Page, page: str) -> None:
    assert page.count("<table") == page.count("<caption")
    assert all(attributes.get("scope") in ("col", "row") for attributes, _ in parsed.all("th"))


def test_links_lead_to_a_place_on_the_page(parsed: Page) -> None:
    places = {attributes["id"] for _, attributes, _ in parsed.elements if "id" in attributes}
    targets = {str(attributes["href"])[1:] for attributes, _ in parsed.all("a")}
    assert targets <= places
    names = [attributes["id"] for _, attributes, _ in parsed.elements if "id" in attributes]
    assert len(names) == len(set(names))


def test_a_theorem_that_was_not_checked_is_no_link(ran: Run) -> None:
    (report,) = (item for item in ran.reports if item.id == "one_layer.optimum")
    alone = Page(report_page(replace(ran, reports=[report])))
    assert "#theorem-wishart.second_moment" not in {attributes.get("href") for attributes, _ in alone.all("a")}
    assert any("Uses wishart.second_moment" in text for _, text in alone.all("p"))


def test_every_field_has_a_label_and_the_drawing_has_words(parsed: Page, text: str) -> None:
    labels = {attributes["for"] for attributes, _ in parsed.all("label")}
    assert {attributes["id"] for attributes, _ in parsed.all("input")} == labels
    ((drawing, _),) = parsed.all("svg")
    assert drawing["aria-labelledby"] == "graph-title graph-words"
    assert "one_layer.optimum uses wishart.second_moment" in text


def test_sorting_can_be_said(parsed: Page) -> None:
    heads = [attributes for attributes, _ in parsed.all("th") if "aria-sort" in attributes]
    assert len(heads) == 6
    assert {attributes["aria-sort"] for attributes in heads} == {"none"}
    assert len([1 for attributes, _ in parsed.all("button") if attributes["type"] == "button"]) == 6
