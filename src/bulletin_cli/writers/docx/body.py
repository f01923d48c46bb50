"""The body (正文): every paragraph in the style of its role, every run that differs in its own."""

from collections.abc import Iterator, Sequence

from bulletin_cli.document import Block, Paragraph, Role, Run
from bulletin_cli.profiles.model import Profile
from bulletin_cli.units import twips
from bulletin_cli.writers.docx.markup import Element, paragraph, run, text, w
from bulletin_cli.writers.docx.names import CHARACTERS, NORMAL, PARAGRAPHS
from bulletin_cli.writers.docx.styles import Shape, paragraph_style, type_of

_LEVELS = {Role.SECTION: 1, Role.PART: 2, Role.GROUP: 2}
"""Outline level of each heading: the navigation pane lists them so."""


def body_styles(profile: Profile) -> Iterator[Element]:
    """Normal, the headings, and what else stands in the text; a group's heading varies a part's."""
    yield _style(Role.BODY, profile)
    for role in (Role.SECTION, Role.PART, Role.GROUP, Role.COLLECTED):
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


def body_paragraphs(body: Sequence[Block], keep_last: bool) -> Iterator[Element]:
    """The paragraphs in order; the last may keep with what follows the text, the foot."""
    for position, item in enumerate(body, 1):
        if not isinstance(item, Paragraph):
            continue
        style = PARAGRAPHS.get(item.role, NORMAL)
        keep = (w("keepNext"),) if keep_last and position == len(body) else ()
        runs = (_run(part, item.role) for part in item.runs if part.text)
        yield paragraph(style.id, *runs, properties=keep)


def _run(part: Run, role: Role) -> Element:
    """A run; it names a style only where its role is not its paragraph's."""
    name = CHARACTERS.get(part.role) if part.role is not role or role in CHARACTERS else None
    return run(text(part.text), style=name.id if name else None)
