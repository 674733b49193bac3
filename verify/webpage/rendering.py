"""Templates to pages. Whatever is put into a template is escaped; mathematics comes in as markup that has been."""

from collections.abc import Mapping

from jinja2 import Environment, PackageLoader, StrictUndefined
from markupsafe import Markup, escape

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
    environment.filters |= {"html": as_html, "symbol": symbol_mathml, "breakable": breakable}
    return environment.get_template(template).render(values)


def symbol_mathml(name: str) -> Markup:
    """The name of a letter or scalar as mathematics."""
    return mathml(symbol(name))


def breakable(identifier: str) -> Markup:
    """An id that a line may end in, after a point or an underscore."""
    return escape(identifier).replace(".", Markup(".<wbr>")).replace("_", Markup("_<wbr>"))


def as_html_page(blocks: Blocks, title: str) -> str:
    """A whole page of blocks, of which the first is the heading of level 1."""
    return rendered("document.html", {"title": title, "blocks": blocks})
