"""The contents (本期要目): entries that turn over where they are long, and the pages they lead to.

The entries take as many lines whatever their pages are, for their number has room of its own. So
pages can be made first and the numbers put in then.
"""

from collections.abc import Iterator, Mapping, Sequence

from msgspec.structs import replace

from bulletin_cli.document import Contents, Entry, Paragraph, Run, SettledEntry
from bulletin_cli.layout.pagination import Reference, Row
from bulletin_cli.layout.paragraph import SetLine, set_paragraph, set_text
from bulletin_cli.layout.setter import Setter, placed
from bulletin_cli.layout.tree import Tree
from bulletin_cli.pages import Element, Glyphs, Item, Kind, Pages, Stroke
from bulletin_cli.profiles.model import Profile
from bulletin_cli.profiles.rooms import Leader, TextStyle
from bulletin_cli.roles import Role


def contents_rows(contents: Contents, setter: Setter, tree: Tree) -> Iterator[Row]:
    """The heading, the lines of each entry, and what is left free below, as rows."""
    heading = Paragraph(Role.CONTENTS, (Run(contents.title, Role.CONTENTS),))
    element = tree.add(Element(Role.CONTENTS, 0, contents.title))
    for line in set_paragraph(heading, setter.profile, setter.advance):
        yield replace(_row(line, Role.CONTENTS, element, setter), keep=True)
    whole = tree.add(Element(Role.CONTENTS, 0, "", Kind.CONTENTS))
    rows = [row for entry in contents.entries for row in _entry(entry, setter, tree, whole)]
    if contents.alone:
        rows[-1] = replace(rows[-1], last=True)
    yield from rows
    if setter.profile.contents.after and not contents.alone:
        yield Row((), setter.profile.contents.after)


def _entry(entry: Entry, setter: Setter, tree: Tree, whole: int) -> Iterator[Row]:
    """An entry's lines, the last with the reference; all of them in one link."""
    role, text, parent = entry.role, entry.text, whole
    for kind in (Kind.ENTRY, Kind.REFERENCE, Kind.LINK):
        parent = tree.add(Element(role, 0, text, kind, parent))
    tree.lead(parent, entry.target)
    style = setter.profile.text[role]
    measure, left = entry_measure(role, setter.profile)
    paragraph = Paragraph(role, (Run(text, role),))
    lines = set_text(paragraph, setter.profile, setter.advance, (measure, 0.0))
    for number, line in enumerate(lines, 1):
        row = _row(line, role, parent, setter, left)
        if number < len(lines):
            yield replace(row, keep=True)
        else:
            yield replace(row, reference=Reference(parent, left + _end(line), style))


def entry_measure(role: Role, profile: Profile) -> tuple[float, float]:
    """The measure of an entry, which leaves room for its number, and how far it stands in, pt."""
    left = profile.indent_of(role)
    room = profile.contents.room * profile.text[role].size
    return profile.paper.area_width - left - room, left


def _row(line: SetLine, role: Role, element: int, setter: Setter, left: float = 0.0) -> Row:
    lines = setter.profile.text[role].lines
    baseline = setter.profile.grid.baseline * lines * setter.profile.pitch
    items = tuple(placed(piece, left, baseline, element) for piece in line.pieces)
    return Row(items, lines, fallback=line.text if line.forced else "")


def _end(line: SetLine) -> float:
    return max(piece.x + sum(piece.advances) for piece in line.pieces)


def with_numbers(
    pages: Sequence[Sequence[Row]], elements: Sequence[Element], setter: Setter
) -> list[list[Row]]:
    """The same pages, the number of its page in every line that refers to a place."""
    if not any(row.reference for rows in pages for row in rows):
        return [*map(list, pages)]
    found = _found(pages)
    return [[_numbered(row, elements, found, setter) for row in rows] for rows in pages]


def _found(pages: Sequence[Sequence[Row]]) -> dict[int, int]:
    """The page on which each element begins."""
    found: dict[int, int] = {}
    for number, rows in enumerate(pages, 1):
        for item in (item for row in rows for item in row.items):
            element = getattr(item, "element", None)
            if element is not None:
                found.setdefault(element, number)
    return found


def _numbered(
    row: Row, elements: Sequence[Element], found: Mapping[int, int], setter: Setter
) -> Row:
    reference = row.reference
    if reference is None:
        return row
    target = elements[reference.link].target
    assert target is not None
    number = _number(str(found[target]), reference, row, setter)
    leader = _leader(reference.end, number.x, row, reference.style, setter.profile)
    return replace(row, items=(*row.items, *leader, number))


def _number(text: str, reference: Reference, row: Row, setter: Setter) -> Glyphs:
    """The number at the right end of the measure."""
    style = reference.style
    advances = tuple(setter.advance(char, style.face) * style.size for char in text)
    return Glyphs(
        x=setter.profile.paper.area_width - sum(advances),
        y=_baseline(row, setter.profile),
        text=text,
        advances=advances,
        face=style.face,
        size=style.size,
        colour=style.colour,
        element=reference.link,
    )


_RISE = 0.35
"""Dots in the middle stand so high above the baseline, em: half the height of a character."""


def _leader(
    start: float, end: float, row: Row, style: TextStyle, profile: Profile
) -> Iterator[Item]:
    """Dots between text and number, a step off both; those of all lines one below the other."""
    leader = profile.contents
    step = leader.step * style.size
    edge = profile.paper.area_width - profile.contents.room * style.size
    last = int((end - step - edge) // step)
    first = -int((edge - start - step) // step)
    if leader.leader is Leader.NONE or first > last:
        return
    rise = _RISE * style.size if leader.leader is Leader.MIDDLE else leader.dot / 2
    y = _baseline(row, profile) - rise
    width = (last - first) * step
    yield Stroke(edge + first * step, y, width, leader.dot, style.colour, step)


def _baseline(row: Row, profile: Profile) -> float:
    return profile.grid.baseline * row.lines * profile.pitch


def settled_entries(pages: Pages) -> tuple[SettledEntry, ...]:
    """What the entries of the contents have come to, in their order."""
    begins: dict[int, int] = {}
    texts: dict[int, list[str]] = {}
    for page in pages.pages:
        for item in page.items:
            if isinstance(item, Glyphs) and item.element is not None:
                begins.setdefault(item.element, page.number)
                texts.setdefault(item.element, []).append(item.text)
    return tuple(
        SettledEntry(tuple(texts[index][:-1]), begins[element.target])  # the last is the number
        for index, element in enumerate(pages.elements)
        if element.target is not None
    )
