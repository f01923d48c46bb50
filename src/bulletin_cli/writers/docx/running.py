"""Running text (行文): a paragraph with every run in the style of its role, links, line breaks."""

from collections.abc import Iterator
from itertools import groupby

from bulletin_cli.document import Paragraph, Run
from bulletin_cli.profiles.model import Profile
from bulletin_cli.roles import Role
from bulletin_cli.units import half_points
from bulletin_cli.writers.docx.contents import bookmarked
from bulletin_cli.writers.docx.links import link
from bulletin_cli.writers.docx.markup import Element, paragraph, run, text, w
from bulletin_cli.writers.docx.names import CHARACTERS, LINK, NORMAL, PARAGRAPHS


def running(
    item: Paragraph,
    profile: Profile,
    properties: tuple[Element, ...] = (),
    target: int | None = None,
) -> Element:
    """A paragraph in the style of its role.

    Args:
        item: the paragraph.
        profile: every measure.
        properties: what it sets differently from the style.
        target: the number by which the contents lead to it, where they do.
    """
    content = tuple(_content(item, profile))
    if target is not None:
        content = bookmarked(target, content)
    return paragraph(PARAGRAPHS.get(item.role, NORMAL).id, *content, properties=properties)


def _content(item: Paragraph, profile: Profile) -> Iterator[Element]:
    """The runs; neighbours that lead to one address are one link."""
    parts = (part for part in item.runs if part.text)
    for address, group in groupby(parts, key=lambda part: part.link):
        runs = (_run(part, item.role, profile) for part in group)
        if address:
            yield link(address, *runs)
        else:
            yield from runs


def _run(part: Run, role: Role, profile: Profile) -> Element:
    """A run; it names a style only where its role is not its paragraph's, or it is a link."""
    own = part.role is not role or role not in PARAGRAPHS
    name = CHARACTERS.get(part.role) if own else None
    if name is None and part.link:
        name = LINK
    raised = None
    if part.raised:
        whole = profile.style_of(part.role, role).size
        rise = profile.inline.raised_rise * whole
        raised = half_points(whole * profile.inline.raised_size), half_points(rise)
    return run(*_lines(part.text), style=name.id if name else None, raised=raised)


def _lines(value: str) -> Iterator[Element]:
    """A text with its forced line breaks."""
    for place, part in enumerate(value.split("\n")):
        if place:
            yield w("br")
        if part:
            yield text(part)
