"""The body (正文): every paragraph in the style of its role, every run that differs in its own."""

from collections.abc import Iterator, Sequence

from bulletin_cli.document import Block, Contents, Paragraph, PictureRow, Settled, Table
from bulletin_cli.profiles.model import Profile
from bulletin_cli.profiles.values import Align
from bulletin_cli.roles import LEVELS, Role
from bulletin_cli.units import twips
from bulletin_cli.writers.docx.contents import contents_paragraphs, contents_styles
from bulletin_cli.writers.docx.markup import Element, paragraph, w
from bulletin_cli.writers.docx.names import NORMAL, PARAGRAPHS, TABLE_END
from bulletin_cli.writers.docx.numbering import counted
from bulletin_cli.writers.docx.pictures import Shown, picture_story, picture_styles
from bulletin_cli.writers.docx.running import running
from bulletin_cli.writers.docx.styles import Shape, paragraph_style, tiny_type, type_of
from bulletin_cli.writers.docx.tables import table_story, table_styles

_LEVELS = {
    Role.SECTION: 1,
    Role.PART: 2,
    Role.GROUP: 2,
    Role.HEADLINE: 3,
    **{role: level for level, role in enumerate(LEVELS, 4)},
}
"""Outline level of each heading: the navigation pane lists them so."""

_END = 20
"""Height of the paragraph after a table that nothing else parts from the next one, twips."""


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
    yield from picture_styles(profile)
    yield from table_styles(profile)
    yield paragraph_style(TABLE_END, NORMAL, Shape(_END, Align.LEFT), tiny_type(profile))


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


def body_story(
    body: Sequence[Block], settled: Settled, profile: Profile, shown: Shown
) -> Iterator[Element]:
    """The blocks in order; the last may keep with what follows the text, the foot.

    Args:
        body: the blocks.
        settled: what our own pages tell of them.
        profile: every measure.
        shown: takes the pictures.
    """
    contents = next((block for block in body if isinstance(block, Contents)), None)
    targets = {entry.target for entry in contents.entries} if contents else set()
    tables = iter(settled.tables)
    lists = 0
    for index, block in enumerate(body):
        keep = settled.keep_last and index == len(body) - 1
        match block:
            case Contents():
                yield from contents_paragraphs(block, body, settled.entries, profile)
            case Paragraph():
                lists += bool(block.number and block.number.begins)
                paging = _paging(keep, after=body[index - 1] if index else None)
                properties = (*paging, *counted(block, lists, profile))
                target = index if index in targets else None
                yield running(block, profile, properties, target)
            case PictureRow():
                story = _parted(picture_story(block, profile, shown), body[index + 1 :])
                yield from _kept(story, keep=keep)
            case Table():
                story = _parted(table_story(block, next(tables), profile), body[index + 1 :])
                yield from _kept(story, keep=keep)


def _parted(story: Iterator[Element], after: Sequence[Block]) -> Iterator[Element]:
    """What may end with a table, and then a paragraph where another table, or nothing, follows.

    Word takes tables that nothing parts for one. The paragraph's height is taken off the last row.
    """
    element = None
    for element in story:
        yield element
    if element is None or not element.tag.endswith("}tbl"):
        return
    follows = after[0] if after else None
    if follows is None or (isinstance(follows, PictureRow | Table) and not _begins(follows)):
        for height in list(element.iter("{*}trHeight"))[-1:]:
            name = next(name for name in height.attrib if str(name).endswith("}val"))
            height.set(name, str(int(height.get(name, "0")) - _END))
        yield paragraph(TABLE_END.id)


def _kept(story: Iterator[Element], *, keep: bool) -> Iterator[Element]:
    """Pictures, or the last row of a table, that may keep with what follows the text."""
    for element in story:
        rows = list(element.iter("{*}tr"))
        for each in (rows[-1] if rows else element).iter("{*}p") if keep else ():
            style = each.find("{*}pPr/{*}pStyle")
            if style is not None and each.find("{*}pPr/{*}keepNext") is None:
                style.addnext(w("keepNext"))
        yield element


def _begins(block: PictureRow | Table) -> bool:
    """Whether a block begins with a paragraph."""
    return bool(block.caption) if isinstance(block, Table) else len(block.pictures) == 1


def _paging(keep: bool, after: Block | None) -> tuple[Element, ...]:
    """Whether a paragraph keeps with the next, and whether it begins a page."""
    kept = (w("keepNext"),) if keep else ()
    begins = isinstance(after, Contents) and after.alone
    return (*kept, w("pageBreakBefore")) if begins else kept
