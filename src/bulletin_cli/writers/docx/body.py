"""The body (正文): every paragraph in the style of its role, every run that differs in its own."""

from collections.abc import Iterator, Sequence
from itertools import groupby

from bulletin_cli.document import LEVELS, Block, Contents, Paragraph, Role, Run, Settled
from bulletin_cli.profiles.model import Profile
from bulletin_cli.units import half_points, twips
from bulletin_cli.writers.docx.contents import (
    bookmarked,
    contents_paragraphs,
    contents_styles,
)
from bulletin_cli.writers.docx.links import link
from bulletin_cli.writers.docx.markup import Element, paragraph, run, text, w
from bulletin_cli.writers.docx.names import CHARACTERS, LINK, NORMAL, PARAGRAPHS
from bulletin_cli.writers.docx.numbering import counted
from bulletin_cli.writers.docx.styles import Shape, paragraph_style, type_of

_LEVELS = {
    Role.SECTION: 1,
    Role.PART: 2,
    Role.GROUP: 2,
    Role.HEADLINE: 3,
    **{role: level for level, role in enumerate(LEVELS, 4)},
}
"""Outline level of each heading: the navigation pane lists them so."""


def body_styles(profile: Profile) -> Iterator[Element]:
    """Normal, the headings, and what else stands in the text; a group's heading varies a part's."""
    yield _style(Role.BODY, profile)
    yield from contents_styles(profile)
    for role in (
        Role.SECTION,
        Role.PART,
        Role.GROUP,
        Role.HEADLINE,
        *LEVELS,
        Role.COMMENT,
        Role.COLLECTED,
    ):
        yield _style(role, profile)


def _style(role: Role, profile: Profile) -> Element:
    style, name = profile.text[role], PARAGRAPHS[role]
    shape = Shape(
        line=style.lines * twips(profile.pitch),
        align=style.align,
        first=twips(profile.indent_of(role)),
        characters=int(style.indent * 100),
        keep=role in _LEVELS,
        breaking=profile if name is NORMAL else None,
    )
    based_on = {Role.BODY: None, Role.GROUP: PARAGRAPHS[Role.PART]}.get(role, NORMAL)
    return paragraph_style(name, based_on, shape, type_of(role, profile), _LEVELS.get(role))


def body_paragraphs(body: Sequence[Block], settled: Settled, profile: Profile) -> Iterator[Element]:
    """The blocks in order; the last may keep with what follows the text, the foot."""
    contents = next((block for block in body if isinstance(block, Contents)), None)
    targets = {entry.target for entry in contents.entries} if contents else set()
    lists = 0
    for index, block in enumerate(body):
        match block:
            case Contents():
                yield from contents_paragraphs(block, body, settled.entries, profile)
            case Paragraph():
                lists += bool(block.number and block.number.begins)
                keep = settled.keep_last and index == len(body) - 1
                paging = _paging(keep, after=body[index - 1] if index else None)
                properties = (*paging, *counted(block, lists, profile))
                target = index if index in targets else None
                yield body_paragraph(block, profile, properties, target)


def _paging(keep: bool, after: Block | None) -> tuple[Element, ...]:
    """Whether a paragraph keeps with the next, and whether it begins a page."""
    kept = (w("keepNext"),) if keep else ()
    begins = isinstance(after, Contents) and after.alone
    return (*kept, w("pageBreakBefore")) if begins else kept


def body_paragraph(
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
