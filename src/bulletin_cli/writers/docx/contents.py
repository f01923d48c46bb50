"""The contents (本期要目): a TOC field that already holds its entries and the right page numbers.

Each entry leads to a bookmark at its heading and refers to that bookmark's page with a field of its
own (ECMA-376 Part 1 § 17.16.5.68, 17.16.5.45). Word makes them anew when it is asked to; nothing
in the file asks.
"""

from collections.abc import Iterator, Sequence

from bulletin_cli.document import Block, Contents, Entry, Paragraph, SettledEntry
from bulletin_cli.profiles.model import Profile
from bulletin_cli.profiles.rooms import Leader
from bulletin_cli.roles import Role
from bulletin_cli.units import twips
from bulletin_cli.writers.docx.markup import Element, paragraph, run, tab, text, w
from bulletin_cli.writers.docx.names import NORMAL, PARAGRAPHS
from bulletin_cli.writers.docx.styles import Shape, paragraph_style, type_of

_ENTRIES = (Role.ENTRY_1, Role.ENTRY_2, Role.ENTRY_3)
_LEADERS = {Leader.MIDDLE: "middleDot", Leader.DOT: "dot", Leader.NONE: "none"}
_BUILT_IN = {Role.SECTION: 1, Role.PART: 2}
"""Headings that the field knows by their level; the others it knows by the names of styles."""


def contents_styles(profile: Profile) -> Iterator[Element]:
    """The heading's style, and Word's own for the entries of each level."""
    style = profile.text[Role.CONTENTS]
    line = style.lines * twips(profile.pitch)
    first = twips(profile.indent_of(Role.CONTENTS))
    shape = Shape(line, style.align, first=first, keep=True)
    yield paragraph_style(PARAGRAPHS[Role.CONTENTS], NORMAL, shape, type_of(Role.CONTENTS, profile))
    for role in _ENTRIES:
        style = profile.text[role]
        shape = Shape(
            style.lines * twips(profile.pitch),
            style.align,
            left=twips(profile.indent_of(role)),
            right_tab=twips(profile.paper.area_width),
            leader=_LEADERS[profile.contents.leader],
            whole=True,
        )
        yield paragraph_style(PARAGRAPHS[role], NORMAL, shape, type_of(role, profile))


def bookmarked(target: int, content: Sequence[Element]) -> tuple[Element, ...]:
    """The content of a heading that an entry leads to, between the ends of its bookmark."""
    start = w("bookmarkStart", id=target, name=_bookmark(target))
    return start, *content, w("bookmarkEnd", id=target)


def _bookmark(target: int) -> str:
    return f"_Toc{target:08}"


def contents_paragraphs(
    contents: Contents, body: Sequence[Block], settled: Sequence[SettledEntry], profile: Profile
) -> Iterator[Element]:
    """The heading and the entries.

    Args:
        contents: what they say.
        body: the blocks that they lead to.
        settled: what our own pages know of the entries: their numbers, and where long ones turn
            over, which is said with line breaks. A right indent, which would have Word turn them
            over itself, has LibreOffice lose the numbers, which stand beyond it.
        profile: the measures.
    """
    yield paragraph(PARAGRAPHS[Role.CONTENTS].id, run(text(contents.title)))
    last = len(contents.entries) - 1
    for index, entry in enumerate(contents.entries):
        content = [_link(entry, settled[index] if settled else SettledEntry((entry.text,), 0))]
        if index == 0:
            content = [*_begun(_instruction(contents, body)), *content]
        if index == last:
            content.append(_mark("end"))
        below = profile.contents.after * twips(profile.pitch)
        spaced = index == last and below and not contents.alone
        space = (w("spacing", after=below),) if spaced else ()
        yield paragraph(PARAGRAPHS[entry.role].id, *content, properties=space)


def _instruction(contents: Contents, body: Sequence[Block]) -> str:
    """What the field lists: headings by their level, and styles, each with its level."""
    depths: dict[Role, int] = {}
    for entry in contents.entries:
        block = body[entry.target]
        assert isinstance(block, Paragraph)
        depths.setdefault(block.role, entry.depth)
    levels = [level for role, level in _BUILT_IN.items() if role in depths]
    styles = ",".join(
        f"{PARAGRAPHS[role].name},{depth}"
        for role, depth in depths.items()
        if role not in _BUILT_IN
    )
    listed = f' \\o "{levels[0]}-{levels[-1]}"' if levels else ""
    named = f' \\t "{styles}"' if styles else ""
    return f" TOC{listed} \\h \\z{named} "


def _link(entry: Entry, settled: SettledEntry) -> Element:
    """An entry, which leads to its heading and says its page, where that is known."""
    first, *others = settled.lines
    lines = [text(first), *(part for line in others for part in (w("br"), text(line)))]
    field = _begun(f" PAGEREF {_bookmark(entry.target)} \\h ")
    number = (run(text(str(settled.page))),) if settled.page else ()
    content = (run(*lines), run(tab()), *field, *number, _mark("end"))
    return w("hyperlink", *content, anchor=_bookmark(entry.target), history=1)


def _begun(instruction: str) -> tuple[Element, ...]:
    """The beginning of a field, up to what it shows."""
    told = w("instrText")
    told.text = instruction
    told.set("{http://www.w3.org/XML/1998/namespace}space", "preserve")
    return _mark("begin"), run(told), _mark("separate")


def _mark(kind: str) -> Element:
    return run(w("fldChar", fldCharType=kind))
