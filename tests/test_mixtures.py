"""Any mixture of blocks fills pages without overlap, loses nothing, and keeps its order."""

import datetime
import io
import re
import zipfile
from collections.abc import Callable

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from PIL import Image

from bulletin_cli.characters import ems
from bulletin_cli.document import (
    Block,
    Column,
    Document,
    FootLine,
    Masthead,
    Metadata,
    Paragraph,
    Picture,
    PictureRow,
    Placed,
    Run,
    Table,
)
from bulletin_cli.fonts import Faces
from bulletin_cli.layout import lay_out, settle
from bulletin_cli.pages import Figure, Glyphs, Page, Pages
from bulletin_cli.profiles import load
from bulletin_cli.roles import Role
from bulletin_cli.writers import docx, pdf

Box = tuple[float, float, float, float]

PROFILE = load()
ABOUT = Metadata("题", "", "", (), datetime.date(2021, 5, 17))
HEAD = Masthead("某集团简报", None, "第1期", "办公室", "2021年5月17日")
FOOT = (FootLine("报：", "各部门", ""), FootLine("送：", "各单位", "共印9份"))


def _png() -> bytes:
    data = io.BytesIO()
    Image.new("RGB", (60, 40), "navy").save(data, "PNG")
    return data.getvalue()


PNG = _png()
HAN = st.text("会议指出要坚持学习抓好落实安全生产质量第一", min_size=1, max_size=90)
SHORT = st.text("图表一二三四会场车间", min_size=1, max_size=12)


def runs(text: str, role: Role) -> tuple[Run, ...]:
    return (Run(text, role),) if text else ()


PARAGRAPHS = st.builds(
    lambda text, role: Paragraph(role, runs(text, role)),
    HAN,
    st.sampled_from([Role.BODY, Role.BODY, Role.SECTION, Role.PART, Role.GROUP, Role.HEADLINE]),
)
PICTURES = st.builds(
    lambda sizes, caption: PictureRow(
        tuple(
            Placed(Picture(PNG, *size, f"图{number}"), runs(caption, Role.CAPTION))
            for number, size in enumerate(sizes)
        )
    ),
    st.lists(st.tuples(st.integers(1, 3000), st.integers(1, 3000)), min_size=1, max_size=4),
    st.one_of(st.just(""), SHORT),
)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    columns = draw(st.integers(1, 5))
    cell = st.one_of(st.just(""), SHORT, st.sampled_from(["12.5", "-3%", "1,234"]))
    row = st.lists(cell, min_size=columns, max_size=columns)
    header = draw(st.one_of(st.just([]), row))
    rows = draw(st.lists(row, min_size=1, max_size=30))
    kinds = draw(st.lists(st.sampled_from(Column), min_size=columns, max_size=columns))
    return Table(
        runs(draw(st.one_of(st.just(""), SHORT)), Role.CAPTION),
        tuple(runs(text, Role.TABLE_HEAD_SMALL) for text in header),
        tuple(tuple(runs(text, Role.TABLE_SMALL) for text in each) for each in rows),
        tuple(kinds),
    )


DOCUMENTS = st.builds(
    lambda head, body, foot: Document(ABOUT, head, tuple(body), foot),
    st.sampled_from([None, HEAD]),
    st.lists(st.one_of(PARAGRAPHS, PARAGRAPHS, PICTURES, tables()), min_size=1, max_size=14),
    st.sampled_from([(), FOOT]),
)


def said(block: Block) -> str:
    """All that a block prints, in the order in which it is read."""
    match block:
        case Paragraph():
            return block.text
        case PictureRow():
            return "".join(run.text for each in block.pictures for run in each.caption)
        case Table():
            cells = [*block.header, *(cell for row in block.rows for cell in row)]
            return "".join(run.text for runs in (block.caption, *cells) for run in runs)
    raise AssertionError(block)


def read(pages: Pages) -> str:
    """What belongs to the body, in the order of the pages."""
    outside = {Role.NAME, Role.NUMBER, Role.OFFICE, Role.FOOT, Role.SIGNATURE}
    return "".join(
        item.text
        for page in pages.pages
        for item in page.items
        if isinstance(item, Glyphs)
        and item.element is not None
        and pages.elements[item.element].role not in outside
    )


@settings(max_examples=150)
@given(document=DOCUMENTS)
def test_pages_hold_everything_in_order_and_nothing_overlaps(
    boxes: Callable[[Page], list[Box]], apart: Callable[[list[Box]], bool], document: Document
) -> None:
    pages = lay_out(document, PROFILE, lambda char, _face: ems(char))
    assert read(pages) == "".join(map(said, document.body))
    shown = sum(len(each.pictures) for each in document.body if isinstance(each, PictureRow))
    assert sum(isinstance(i, Figure) for page in pages.pages for i in page.items) == shown
    paper = PROFILE.paper
    for page in pages.pages:
        found = boxes(page)
        for left, top, right, bottom in found[: -1 if PROFILE.folio.first else None]:
            assert paper.left - 0.01 <= left and right <= paper.left + paper.area_width + 16.01
            assert paper.top - 0.01 <= top and bottom <= paper.top + paper.area_height + 0.01
        assert apart(found)


@settings(max_examples=25)
@given(document=DOCUMENTS)
def test_both_outputs_say_the_same_in_the_same_order(faces: Faces, document: Document) -> None:
    pages = lay_out(document, PROFILE, faces.advance)
    settled = settle(document, pages, PROFILE, faces.advance)
    with zipfile.ZipFile(io.BytesIO(docx.write(document, PROFILE, settled=settled))) as package:
        body = etree.fromstring(package.read("word/document.xml"))
    written = re.sub(r"\s", "", "".join(body.itertext("{*}t")))
    assert "".join(map(said, document.body)) in written
    assert read(pages) == "".join(map(said, document.body))
    assert pdf.write(pages, faces).startswith(b"%PDF-1.7")
