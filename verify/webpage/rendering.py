"""Templates to pages. Whatever is put into a template is escaped; mathematics comes in as markup that has been."""

from collections.abc import Mapping

from jinja2 import Environment, PackageLoader, StrictUndefined

from proofs.algebra.typesetting import symbol
from verify.document.blocks import Blocks
from verify.document.html import as_html, mathml


def rendered(template: str, values: Mapping[str, object]) -> str:
    """The page that a template makes of the values. A value that it misses is an error."""
    environment = Environment(
        loader=PackageLoader("verify.webpage"),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
    )
    environment.filters |= {"html": as_html, "symbol": lambda name: mathml(symbol(name))}
    return environment.get_template(template).render(values)


def as_html_page(blocks: Blocks, title: str) -> str:
    """A whole page of blocks, of which the first is the heading of level 1."""
    return rendered("document.html", {"title": title, "blocks": blocks})
