"""Pictures and tables in the DOCX: as Word has them, on the grid, on the pages of the PDF."""

import datetime
import io
import zipfile
from io import BytesIO
from itertools import pairwise

import pdfplumber
import pytest
from lxml import etree
from PIL import Image

from bulletin_cli.document import (
    Column,
    Document,
    FootLine,
    Metadata,
    Paragraph,
    Picture,
    PictureRow,
    Placed,
    Run,
    Table,
)
from bulletin_cli.layout import lay_out, settle
from bulletin_cli.profiles import load
from bulletin_cli.roles import Role
from bulletin_cli.units import twips
from bulletin_cli.writers.docx import write

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
PROFILE = load()
PITCH = twips(PROFILE.pitch)


def picture(colour, size=(300, 200)):
    data = io.BytesIO()
    Image.new("RGB", size, colour).save(data, "PNG")
    return Picture(data.getvalue(), *size, f"{colour}的图")


def table(count, *, header=True, caption="表1 得分"):
    head = tuple((Run(text, Role.TABLE_HEAD_SMALL),) for text in ("单位", "说明", "得分"))
    rows = tuple(
        tuple(
            (Run(text, Role.TABLE_SMALL),)
            for text in (f"第{number}厂", "按月报送进展" * (1 + number % 5), str(number))
        )
        for number in range(count)
    )
    columns = (Column.WORDS, Column.TEXT, Column.NUMBERS)
    said = (Run(caption, Role.CAPTION),) if caption else ()
    return Table(said, head if header else (), rows, columns)


def text(count=1):
    return [Paragraph(Role.BODY, (Run("正文。" * 12, Role.BODY),))] * count


def lines(count):
    return [Paragraph(Role.BODY, (Run("一行。", Role.BODY),))] * count


RED = Placed(picture("red"), (Run("图1 红", Role.CAPTION),))
LONG = Placed(RED.picture, (Run("图一二三四五六七八九十" * 3, Role.CAPTION),))
BODIES = {
    "one": [*text(3), PictureRow((RED,)), *text(2)],
    "side by side": [PictureRow((RED, Placed(picture("blue", (90, 200))), RED)), *text(12)],
    "a table": [*text(4), table(7), *text(3)],
    "over pages": [*text(2), table(55), *text(2)],
    "without a header": [table(30, header=False, caption=""), *text(1)],
    "next to one another": [
        *text(1),
        table(3),
        table(3, caption=""),
        PictureRow((RED, RED)),
        table(2, caption=""),
        PictureRow((RED,)),
        table(2),
    ],
    "a table last": [*text(16), table(5)],
    "pictures last": [*text(10), PictureRow((RED, RED))],
    "a row goes with the foot": [*lines(18), table(3, caption="")],
    "one without a header does": [*lines(19), table(3, header=False, caption="")],
    "a picture goes with the foot": [*lines(18), PictureRow((RED,))],
    "pictures go with the foot": [*lines(13), PictureRow((RED, LONG))],
}
ABOUT = Metadata("测试", "部", "简报", (), datetime.date(2021, 5, 17))
FOOT = (FootLine("报：", "各部门", ""),)


@pytest.fixture(scope="module")
def written(faces):
    result = {}
    for name, body in BODIES.items():
        document = Document(ABOUT, None, tuple(body), FOOT)
        pages = lay_out(document, PROFILE, faces.advance)
        settled = settle(document, pages, PROFILE, faces.advance)
        result[name] = pages, write(document, PROFILE, settled=settled)
    return result


def body_of(content):
    with zipfile.ZipFile(BytesIO(content)) as package:
        return etree.fromstring(package.read("word/document.xml")), package.namelist()


def test_a_picture_is_in_its_line_and_says_what_it_shows(written):
    document, names = body_of(written["side by side"][1])
    said = [each.get("descr") for each in document.iter("{*}docPr")]
    assert said == ["red的图", "blue的图", "red的图"]
    assert len({each.get("id") for each in document.iter("{*}docPr")}) == 3
    assert sum(name.startswith("word/media/") for name in names) == 2


def test_pictures_and_what_stands_around_them_are_whole_lines(written):
    document, _names = body_of(written["one"][1])
    [drawing] = document.iter("{*}inline")
    height = int(drawing.find("{*}extent").get("cy")) / 635
    spacing = drawing.iterancestors(f"{W}p").__next__().find(f"{W}pPr/{W}spacing")
    around = int(spacing.get(W + "before")) + int(spacing.get(W + "after"))
    lines = round((height + around) / PITCH)
    assert height + around == pytest.approx(lines * PITCH, abs=8)


def test_a_header_is_repeated_and_no_row_is_parted(written):
    document, _names = body_of(written["over pages"][1])
    rows = list(document.find(f"{W}body").find(f"{W}tbl").iter(f"{W}tr"))
    assert len(rows) == 56
    assert [row.find(f"{W}trPr/{W}tblHeader") is not None for row in rows] == [True] + [False] * 55
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)
    assert {row.find(f"{W}trPr/{W}trHeight").get(W + "hRule") for row in rows} == {"exact"}


def test_tables_are_parted_by_paragraphs(written):
    for _pages, content in written.values():
        children = [each.tag for each in body_of(content)[0].find(f"{W}body")]
        for one, other in pairwise(children):
            assert (one, other) != (f"{W}tbl", f"{W}tbl")


def kept(element):
    return [each.find(f"{W}pPr/{W}keepNext") is not None for each in element.iter(f"{W}p")]


@pytest.mark.parametrize("name", ["a row goes with the foot", "pictures go with the foot"])
def test_the_last_row_keeps_with_the_foot(written, name):
    table, _foot = body_of(written[name][1])[0].iter(f"{W}tbl")
    first, *rows, last = table.iter(f"{W}tr")
    assert all(kept(first))
    assert not any(any(kept(row)) for row in rows)
    assert all(kept(last))
    assert all(kept(table.getnext()))


def test_a_picture_and_its_caption_keep_with_the_foot(written):
    body = body_of(written["a picture goes with the foot"][1])[0].find(f"{W}body")
    assert kept(body)[:20] == [False] * 18 + [True] * 2


@pytest.mark.render
def test_pages_hold_the_same_in_both(written, render):
    """The rows and captions of each page, as LibreOffice has them, are our own pages'."""
    rendered = render({name: content for name, (_pages, content) in written.items()})
    for name, (pages, _content) in written.items():
        with pdfplumber.open(rendered[name]) as opened:
            theirs = ["".join(page.extract_text().split()) for page in opened.pages]
        ours = [
            "".join(getattr(item, "text", "") for item in page.items).replace(" ", "")
            for page in pages.pages
        ]
        assert len(theirs) == len(ours), name
        for one, other in zip(theirs, ours, strict=True):
            assert sorted(one) == sorted(other), name
