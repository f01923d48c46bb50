"""Tables (表格): rows of whole lines of the grid, the header repeated on each page.

Rows are of exact height, as our own pages have them, and no row is parted. LibreOffice adds the
rule to that height, Word does not: so it is taken off, and in Word a table is a little less high.
"""

import math
from collections.abc import Iterator, Sequence

from bulletin_cli.document import Cells, Paragraph, SettledTable, Table
from bulletin_cli.profiles.model import Profile
from bulletin_cli.profiles.tables import ALIGN, line_height, side
from bulletin_cli.profiles.values import Align
from bulletin_cli.roles import Role
from bulletin_cli.units import twips
from bulletin_cli.writers.docx.markup import Element, w
from bulletin_cli.writers.docx.names import NORMAL, PARAGRAPHS
from bulletin_cli.writers.docx.running import running
from bulletin_cli.writers.docx.styles import ALIGN as JC
from bulletin_cli.writers.docx.styles import Shape, border, paragraph_style, type_of

_ROLES = (Role.TABLE, Role.TABLE_SMALL, Role.TABLE_HEAD, Role.TABLE_HEAD_SMALL)


def table_styles(profile: Profile) -> Iterator[Element]:
    """Styles of what stands in cells, of both sizes."""
    for role in _ROLES:
        shape = Shape(twips(line_height(role, profile)), Align.LEFT)
        yield paragraph_style(PARAGRAPHS[role], NORMAL, shape, type_of(role, profile))


def table_story(table: Table, settled: SettledTable, profile: Profile) -> Iterator[Element]:
    """A table, its caption above it.

    Args:
        table: the table.
        settled: how our own pages have it.
        profile: every measure.
    """
    if table.caption:
        yield running(Paragraph(Role.CAPTION, table.caption), profile, (w("keepNext"),))
    widths = [twips(width) for width in settled.widths]
    rows = [*([table.header] if table.header else []), *table.rows]
    grid = w("tblGrid", *(w("gridCol", w=width) for width in widths))
    yield w(
        "tbl",
        _properties(table.role, widths, profile),
        grid,
        *(
            _row(table, number, texts, (widths, settled.lines[number]), profile)
            for number, texts in enumerate(rows)
        ),
    )


def _properties(role: Role, widths: Sequence[int], profile: Profile) -> Element:
    style, white = profile.tables, twips(side(role, profile))
    rules = {"insideH": style.inner, "insideV": style.inner}
    edges = dict.fromkeys(("top", "left", "bottom", "right"), style.outer)
    margins = {"top": 0, "left": white, "bottom": 0, "right": white}
    return w(
        "tblPr",
        w("tblW", w=sum(widths), type="dxa"),
        w("jc", val="center"),
        w("tblBorders", *(border(name, rule) for name, rule in {**edges, **rules}.items())),
        w("tblLayout", type="fixed"),
        w("tblCellMar", *(w(name, w=value, type="dxa") for name, value in margins.items())),
    )


def _row(
    table: Table,
    number: int,
    texts: Cells,
    settled: tuple[Sequence[int], int],
    profile: Profile,
) -> Element:
    """A row; the header keeps with the next one and stands again on each page."""
    widths, lines = settled
    head = bool(table.header) and number == 0
    role = table.head if head else table.role
    keep = (w("keepNext"),) if head else ()
    rule = math.ceil(profile.tables.inner.weight * 20)
    cells = []
    for column, (runs, width) in enumerate(zip(texts, widths, strict=True)):
        align = Align.CENTRE if head else ALIGN[table.columns[column]]
        own = tuple(w("keepNext") for _ in keep)
        jc = () if align is Align.LEFT else (w("jc", val=JC[align]),)
        content = running(Paragraph(role, runs), profile, (*own, *jc))
        about = w("tcPr", w("tcW", w=width, type="dxa"), w("vAlign", val="center"))
        cells.append(w("tc", about, content))
    properties = w(
        "trPr",
        w("cantSplit"),
        w("trHeight", val=lines * twips(profile.pitch) - rule, hRule="exact"),
        w("tblHeader") if head else None,
    )
    return w("tr", properties, *cells)
