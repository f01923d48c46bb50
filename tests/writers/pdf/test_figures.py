"""Pictures and tables in the PDF: what they are tagged as, stored once, archival."""

import datetime
import io
from collections.abc import Callable, Iterator

import page as validation
import pikepdf
import pytest
from PIL import Image

from bulletin_cli.document import (
    Column,
    Document,
    Metadata,
    Paragraph,
    Picture,
    PictureRow,
    Placed,
    Run,
    Table,
)
from bulletin_cli.fonts import Faces
from bulletin_cli.layout import lay_out
from bulletin_cli.profiles import load
from bulletin_cli.roles import Role
from bulletin_cli.writers import pdf

Elements = Callable[[pikepdf.Pdf, str], list[pikepdf.Object]]


def picture(colour: str, kind: str = "PNG") -> Picture:
    data = io.BytesIO()
    Image.new("RGB", (300, 200), colour).save(data, kind)
    return Picture(data.getvalue(), 300, 200, f"{colour}的图")


def table(count: int) -> Table:
    header = tuple((Run(text, Role.TABLE_HEAD),) for text in ("单位", "得分"))
    rows = tuple(
        ((Run(f"第{number}厂", Role.TABLE),), (Run(str(number), Role.TABLE),))
        for number in range(count)
    )
    caption = (Run("表1 得分", Role.CAPTION),)
    columns = (Column.WORDS, Column.NUMBERS)
    return Table(caption, header, rows, columns, (), Role.TABLE, Role.TABLE_HEAD)


@pytest.fixture(scope="module")
def data(faces: Faces) -> bytes:
    red, blue = picture("red"), picture("blue", "JPEG")
    caption = (Run("图1 红", Role.CAPTION),)
    body = (
        Paragraph(Role.BODY, (Run("正文。", Role.BODY),)),
        PictureRow((Placed(red, caption), Placed(blue))),
        PictureRow((Placed(red, caption),)),
        table(60),
    )
    about = Metadata("测试", "部", "简报", (), datetime.date(2021, 5, 17))
    document = Document(about, None, body, ())
    return pdf.write(lay_out(document, load(), faces.advance), faces)


@pytest.fixture
def opened(data: bytes) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(data)) as document:
        yield document


def test_it_is_archival(data: bytes) -> None:
    for profile in (validation.ValidationProfile.PDF_A_2A, validation.ValidationProfile.PDF_UA_1):
        assert validation.validate_pdf_bytes(data, profile=profile).failures == []


def test_every_picture_says_what_it_shows(opened: pikepdf.Pdf, elements: Elements) -> None:
    said = [str(each.Alt) for each in elements(opened, "/Figure")]
    assert said == ["red的图", "blue的图", "red的图"]
    assert len(elements(opened, "/Caption")) == 3


def test_a_table_is_rows_of_cells_and_headers_of_columns(
    opened: pikepdf.Pdf, elements: Elements
) -> None:
    [table] = elements(opened, "/Table")
    kinds = [str(kid.S) for kid in table.K]
    assert kinds == ["/Caption"] + ["/TR"] * 61
    heads = elements(opened, "/TH")
    assert [str(each.A.Scope) for each in heads] == ["/Column"] * 2
    assert len(elements(opened, "/TD")) == 120


def test_a_repeated_header_is_no_content(data: bytes, opened: pikepdf.Pdf) -> None:
    contents = opened.pages[2].Contents.read_bytes()
    assert contents.index(b"/Artifact BMC") < contents.index(b"/TD <<")
    assert contents.count(b"/TH <<") == 0


def test_a_picture_is_stored_once(opened: pikepdf.Pdf) -> None:
    images = [
        each
        for each in opened.objects
        if isinstance(each, pikepdf.Stream) and each.get("/Subtype") == "/Image"
    ]
    assert sorted(str(each.Filter) for each in images) == ["/DCTDecode", "/FlateDecode"]
