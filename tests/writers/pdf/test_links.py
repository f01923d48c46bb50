"""Links that a text asks for: areas of the pages, parts of the structure, archival all the same."""

import datetime
import io
from typing import Any

import page as validation
import pikepdf
import pypdfium2
import pytest

from bulletin_cli.assemble import assemble
from bulletin_cli.fonts import Faces
from bulletin_cli.issue import Issue
from bulletin_cli.layout import lay_out
from bulletin_cli.pages import Kind, Pages
from bulletin_cli.profiles import Profile
from bulletin_cli.writers import pdf

PROFILES = (validation.ValidationProfile.PDF_A_2A, validation.ValidationProfile.PDF_UA_1)
SITE, MAIL = "https://example.com/a?b=(1)&c=%E7%AE%80", "mailto:a@example.com"
TEXT = f"""
见{{链：网{{粗：站}}｜https://example.com/a?b=(1)&c=简}}，m{{上：3}}，{{链：信{{上：2}}箱｜{MAIL}}}。

{{一、}}加强{{楷：学习}}

{{（一）}}见{{链：{"长" * 40}｜{SITE}}}

{{1.}}要点

{{（1）}}细目{{换行}}下一行
"""


@pytest.fixture(scope="module")
def pages(profile: Profile, faces: Faces) -> Pages:
    tables: dict[str, Any] = {
        "publication": {"name": "测试简报"},
        "date": datetime.date(2021, 5, 17),
        "sections": [{"title": "要闻", "items": [{"text": TEXT}, {"text": "{（一）}另一篇"}]}],
    }
    return lay_out(assemble(Issue.model_validate(tables)), profile, faces.advance)


@pytest.fixture(scope="module")
def data(pages: Pages, faces: Faces) -> bytes:
    return pdf.write(pages, faces)


def kids(element: Any) -> list[Any]:
    return list(element.K) if isinstance(element.K, pikepdf.Array) else [element.K]


def test_it_is_archival_and_accessible(data: bytes) -> None:
    for wanted in PROFILES:
        report = validation.validate_pdf_bytes(data, profile=wanted)
        assert report.is_compliant, (wanted, [str(failure) for failure in report.failures])


def test_each_line_of_a_link_is_an_area_that_leads_there(data: bytes, pages: Pages) -> None:
    with pikepdf.open(io.BytesIO(data)) as opened:
        found = list(opened.pages[0].Annots)
        assert [str(each.A.URI) for each in found] == [SITE, MAIL, SITE, SITE]
        assert {str(each.A.S) for each in found} == {"/URI"}
        assert {int(each.F) for each in found} == {4}
        assert str(found[0].Contents) == f"网站，{SITE}"
        for each in found:
            left, bottom, right, top = map(float, each.Rect)
            assert 0 < left < right < pages.width
            assert top - bottom == pytest.approx(16, abs=0.1)


def test_each_area_is_a_part_of_the_structure(data: bytes) -> None:
    with pikepdf.open(io.BytesIO(data)) as opened:
        root = opened.Root.StructTreeRoot
        numbers = list(root.ParentTree.Nums)
        owners = dict(zip(map(int, numbers[::2]), numbers[1::2], strict=True))
        assert int(root.ParentTreeNextKey) == len(owners)
        for area in opened.pages[0].Annots:
            link = owners[int(area.StructParent)]
            assert link.S == "/Link"
            assert link.P.S in {"/P", "/H3"}
            inside = [kid for kid in kids(link) if isinstance(kid, pikepdf.Dictionary)]
            assert area.objgen in [kid.Obj.objgen for kid in inside if kid.Type == "/OBJR"]


def test_levels_are_headings_without_a_gap_and_bookmarks(data: bytes) -> None:
    with pikepdf.open(io.BytesIO(data)) as opened, opened.open_outline() as outline:
        tree = kids(opened.Root.StructTreeRoot.K[0])
        headings = [str(each.S) for each in tree if str(each.S).startswith("/H")]
        assert headings == ["/H1", "/H2", "/H3", "/H4", "/H5", "/H2"]
        (section,) = outline.root
        first, second = section.children
        assert (first.title, second.title) == ("一、加强学习", "（一）另一篇")
        assert first.children[0].children[0].children[0].title == "（1）细目 下一行"


def test_the_text_comes_back_in_reading_order(data: bytes) -> None:
    opened = pypdfium2.PdfDocument(data)
    try:
        text = opened[0].get_textpage().get_text_bounded()
    finally:
        opened.close()
    bare = "".join(text.split())
    assert "见网站，m3，信2箱。一、加强学习（一）见" + "长" * 40 + "1.要点（1）细目下一行" in bare
    assert "example.com" not in bare
    assert "{" not in bare


def test_a_text_without_links_has_no_areas(profile: Profile, faces: Faces, pages: Pages) -> None:
    tables = {"publication": {"name": "刊"}, "date": datetime.date(2021, 5, 17)}
    plain = lay_out(assemble(Issue.model_validate(tables)), profile, faces.advance)
    assert b"/Annot" not in pdf.write(plain, faces)
    assert any(element.kind is Kind.LINK for element in pages.elements)
