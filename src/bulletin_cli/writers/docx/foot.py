"""The foot (版记): a floating table at the lower edge of the type area of the last page.

A table that floats (ECMA-376 Part 1 § 17.4.57) stands on the page of the paragraph after it; that
paragraph is one point high and the last of the body, so the page is the last.
"""

import math
from collections.abc import Iterator, Sequence

from bulletin_cli.characters import ems
from bulletin_cli.document import FootLine
from bulletin_cli.profiles.ending import hanging, room, side
from bulletin_cli.profiles.model import Profile
from bulletin_cli.profiles.values import Align
from bulletin_cli.roles import Role
from bulletin_cli.units import twips
from bulletin_cli.writers.docx.markup import Element, paragraph, run, tab, text, w
from bulletin_cli.writers.docx.names import FOOT_END, FOOT_RIGHT, NORMAL, PARAGRAPHS
from bulletin_cli.writers.docx.signatures import signature_paragraphs
from bulletin_cli.writers.docx.styles import Shape, border, paragraph_style, tiny_type, type_of
from bulletin_cli.writers.docx.widths import hanging_indent, natural

_STYLE = PARAGRAPHS[Role.FOOT]
_SHORT = 1.0
"""What a line of the foot may be shorter than its measure, on the average of many, em."""
_END = 20
"""Height of the paragraph after the table, twips."""
_ROUNDING = 10
"""What LibreOffice needs beyond the sum of heights to set both on a full page, twips; measured."""
_SIDES = ("top", "left", "bottom", "right")


def foot_styles(profile: Profile) -> Iterator[Element]:
    """Styles of the lines, of an element on a line of its own, and of the paragraph at the end."""
    style = profile.text[Role.FOOT]
    edge = twips(side(profile))
    tab_stop = twips(profile.paper.area_width) - edge
    line = twips(profile.foot_line)
    text_shape = Shape(line, style.align, left=edge, right=edge, right_tab=tab_stop, keep=True)
    yield paragraph_style(_STYLE, NORMAL, text_shape, type_of(Role.FOOT, profile))
    right_shape = Shape(line, Align.RIGHT, left=edge, right=edge, keep=True)
    signed = Shape(line, profile.text[Role.SIGNATURE].align, left=edge, right=edge, keep=True)
    yield paragraph_style(
        PARAGRAPHS[Role.SIGNATURE], NORMAL, signed, type_of(Role.SIGNATURE, profile)
    )
    yield paragraph_style(FOOT_RIGHT, _STYLE, right_shape, type_of(Role.FOOT, profile))
    yield paragraph_style(FOOT_END, NORMAL, Shape(_END, Align.LEFT), tiny_type(profile))


def foot_story(
    foot: Sequence[FootLine], signatures: Sequence[FootLine], profile: Profile
) -> Iterator[Element]:
    """The table and the paragraph that holds it; nothing where there is no foot."""
    if foot or signatures:
        rows = list(_rows(foot, profile))
        if signatures:
            rows.insert(0, _row(profile, None, *signature_paragraphs(signatures, profile)))
        width = twips(profile.paper.area_width)
        grid = w("tblGrid", w("gridCol", w=width))
        below = _below(len(rows), len(foot), profile)
        yield w("tbl", _table_properties(below, profile), grid, *rows)
        yield paragraph(FOOT_END.id)


def _table_properties(below: int, profile: Profile) -> Element:
    """Floating, at the lower margin, as wide as the type area; text never flows around it."""
    place = w(
        "tblpPr",
        leftFromText=0,
        rightFromText=0,
        topFromText=0,
        bottomFromText=0,
        vertAnchor="margin",
        horzAnchor="page",
        tblpX=twips(profile.paper.left),
        tblpYSpec="bottom",
    )
    margins = (w(side, w=below if side == "bottom" else 0, type="dxa") for side in _SIDES)
    return w(
        "tblPr",
        place,
        w("tblOverlap", val="never"),
        w("tblW", w=twips(profile.paper.area_width), type="dxa"),
        w("tblLayout", type="fixed"),
        w("tblCellMar", *margins),
    )


def _below(count: int, ruled: int, profile: Profile) -> int:
    """Room below the text in each of ``count`` rows, ``ruled`` of them between rules, twips.

    With it a row of one line is one pitch high, less its share of what the rules and the paragraph
    after the table take: so a page holds as many lines of text above as the grid leaves it.
    """
    style, pitch = profile.foot, twips(profile.pitch)
    rules = 2 * style.outer.weight + (ruled - 1) * style.inner.weight if ruled else 0.0
    spare = twips(profile.paper.area_height) - profile.grid.lines * pitch
    taken = math.ceil(rules * 20) + _END + _ROUNDING - spare
    return max(pitch - twips(profile.foot_line) - math.ceil(taken / count), 0)


def _rows(foot: Sequence[FootLine], profile: Profile) -> Iterator[Element]:
    """A row for each line; outer rules above the first and below the last, else inner ones."""
    style, last = profile.foot, len(foot) - 1
    for index, line in enumerate(foot):
        borders = w(
            "tcBorders",
            border("top", style.inner if index else style.outer),
            border("bottom", style.inner if index < last else style.outer),
        )
        yield _row(profile, borders, *_paragraphs(line, profile))


def _row(profile: Profile, borders: Element | None, *content: Element) -> Element:
    """A row of one cell as wide as the type area."""
    width = w("tcW", w=twips(profile.paper.area_width), type="dxa")
    cell = w("tc", w("tcPr", width, borders), *content)
    return w("tr", w("trPr", w("cantSplit")), cell)


def _paragraphs(line: FootLine, profile: Profile) -> Iterator[Element]:
    """The line; an element at the right that has no room on it takes one of its own."""
    content = [text(line.label + line.left)] if line.label or line.left else []
    beside = bool(line.right) and _fits(line, profile)
    if beside:
        content += [tab(), text(line.right)]
    if content or not line.right:
        yield paragraph(
            _STYLE.id, run(*content), properties=hanging_indent(line.label, Role.FOOT, profile)
        )
    if line.right and not beside:
        yield paragraph(FOOT_RIGHT.id, run(text(line.right)))


def _fits(line: FootLine, profile: Profile) -> bool:
    """Whether the right element stands beside the last line of the text, a character between them.

    Where the text turns over, Word may end its lines some characters earlier than is reckoned
    here; the last line is then so much longer.
    """
    size = profile.text[Role.FOOT].size
    width, hang = room(profile) / size, hanging(ems(line.label) * size, profile) / size
    last = natural(line.label + line.left, profile)
    if last > width:
        turned = width - hang
        count = math.ceil((last - width) / turned)
        last = hang + (last - width) - (count - 1) * turned + _SHORT * count
    return last + profile.foot.between + natural(line.right, profile) <= width
