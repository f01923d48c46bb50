"""The contents in the PDF: links within the structure that lead to the headings."""

import datetime
import io
from collections.abc import Callable, Iterator
from typing import Any

import page as validation
import pikepdf
import pytest

from bulletin_cli.document import (
    Contents,
    Document,
    Entry,
    FootLine,
    Masthead,
    Metadata,
    Paragraph,
    Run,
)
from bulletin_cli.fonts import Faces
from bulletin_cli.layout import lay_out
from bulletin_cli.profiles import load
from bulletin_cli.roles import Role
from bulletin_cli.writers import pdf

Elements = Callable[[pikepdf.Pdf, str], list[pikepdf.Object]]

TITLES = ("要闻", "基层动态" * 8, "经验交流")


def written(faces: Faces, **house: Any) -> bytes:
    body: list[Paragraph] = []
    entries = []
    for title in TITLES:
        entries.append(Entry(title, 1, 1 + len(body)))
        body.append(Paragraph(Role.SECTION, (Run(title, Role.SECTION),)))
        body.append(Paragraph(Role.HEADLINE, (Run("标题", Role.HEADLINE),)))
        body.append(Paragraph(Role.COMMENT, (Run("编者按：", Role.COMMENT_LABEL),)))
        body.append(Paragraph(Role.BODY, (Run("正文。" * 200, Role.BODY),)))
    metadata = Metadata("测试 第1期", "部", "简报", TITLES, datetime.date(2021, 5, 17))
    head = Masthead("测试简报", None, "第1期", "部", "2021年5月17日", unit="某集团")
    signed = (FootLine("审核：", "甲", ""), FootLine("签发：", "乙", ""))
    foot = (FootLine("报：", "各部门", "共印9份"),)
    document = Document(metadata, head, (Contents("本期要目", tuple(entries)), *body), foot, signed)
    return pdf.write(lay_out(document, load(house), faces.advance), faces)


@pytest.fixture(scope="module")
def data(faces: Faces) -> bytes:
    return written(faces)


@pytest.fixture
def opened(data: bytes) -> Iterator[pikepdf.Pdf]:
    with pikepdf.open(io.BytesIO(data)) as document:
        yield document


@pytest.mark.parametrize(
    "masthead",
    [
        {},
        {"star": {"size": "6mm"}, "rule2": {"weight": "1pt"}},
        {"rule": {"weight": "none"}},
    ],
)
def test_it_is_archival(masthead: dict[str, Any], faces: Faces) -> None:
    data = written(faces, masthead=masthead)
    for profile in (validation.ValidationProfile.PDF_A_2A, validation.ValidationProfile.PDF_UA_1):
        report = validation.validate_pdf_bytes(data, profile=profile)
        assert report.is_compliant, (profile, [str(failure) for failure in report.failures])


def test_contents_are_a_tree_of_entries(opened: pikepdf.Pdf, elements: Elements) -> None:
    (contents,) = elements(opened, "/TOC")
    entries = list(contents.K)
    assert [str(entry.S) for entry in entries] == ["/TOCI"] * 3
    for entry in entries:
        (reference,) = entry.K
        (link,) = reference.K
        assert (str(reference.S), str(link.S)) == ("/Reference", "/Link")
        assert [kid.Type for kid in link.K if isinstance(kid, pikepdf.Dictionary)] == [
            "/OBJR"
        ] * len([kid for kid in link.K if isinstance(kid, pikepdf.Dictionary)])


def test_every_line_of_an_entry_leads_to_its_heading(opened: pikepdf.Pdf) -> None:
    notes = [note for page in opened.pages for note in page.get("/Annots", [])]
    assert len(notes) == 4, "the long entry has two lines"
    numbers = {page.objgen: index for index, page in enumerate(opened.pages, 1)}
    for note in notes:
        target, kind, _left, top, _zoom = note.Dest
        said = str(note.Contents)
        assert note.Subtype == "/Link"
        assert kind == "/XYZ"
        assert said.partition("，")[0] in TITLES
        assert said.endswith(f"第{numbers[target.objgen]}页")
        assert 0 < top < 842
        left, bottom, right, upper = map(float, note.Rect)
        assert 0 < upper - bottom < 20
        assert left < right


def test_the_parent_tree_leads_from_a_link_to_its_element(opened: pikepdf.Pdf) -> None:
    nums = list(opened.Root.StructTreeRoot.ParentTree.Nums)
    owners = dict(zip(map(int, nums[::2]), nums[1::2], strict=True))
    assert list(owners) == sorted(owners)
    assert int(opened.Root.StructTreeRoot.ParentTreeNextKey) == len(owners)
    for page in opened.pages:
        for note in page.get("/Annots", []):
            owner = owners[int(note.StructParent)]
            assert owner.S == "/Link"
            objects = [kid.Obj for kid in owner.K if isinstance(kid, pikepdf.Dictionary)]
            assert note.objgen in [each.objgen for each in objects]


def test_headings_stay_in_the_outline_one_below_the_other(data: bytes) -> None:
    with pikepdf.open(io.BytesIO(data)) as opened, opened.open_outline() as outline:
        found = [(entry.title, [child.title for child in entry.children]) for entry in outline.root]
    assert found == [(title, ["标题"]) for title in TITLES]


def test_a_star_and_dots_are_no_content(faces: Faces) -> None:
    data = written(faces, masthead={"star": {"size": "6mm"}})
    with pikepdf.open(io.BytesIO(data)) as opened:
        stream = opened.pages[0].Contents.read_bytes().decode("ascii")
    artifacts = [part.partition("EMC")[0] for part in stream.split("/Artifact BMC")[1:]]
    assert sum(" l h f" in part for part in artifacts) == 1
    assert sum(" 1 J [0 " in part for part in artifacts) == 3
    assert stream.count(" l h f") == 1
    assert stream.count(" 1 J [0 ") == 3
