"""The PDF as an archive takes it: PDF/A-2A, PDF/UA-1, equal bytes, every character given back."""

import datetime
import io
import re
import shutil
import subprocess
from pathlib import Path

import page as validation
import pikepdf
import pypdfium2
import pytest
from PIL import Image

from bulletin_cli.document import Document, FootLine, Masthead, Metadata, Paragraph, Picture, Run
from bulletin_cli.fonts import Faces
from bulletin_cli.layout import lay_out
from bulletin_cli.profiles import Profile
from bulletin_cli.roles import Role
from bulletin_cli.writers import pdf

PROFILES = (validation.ValidationProfile.PDF_A_2A, validation.ValidationProfile.PDF_UA_1)
RARE = "镕喆堃昇珺䶮𬭎𠅤"


def logo(mode: str, kind: str) -> Picture:
    data = io.BytesIO()
    Image.new(mode, (400, 60), "red" if mode in {"RGB", "RGBA"} else 99).save(data, kind)
    return Picture(data.getvalue(), 400, 60, "测试简报")


def document(
    text: str, masthead: Masthead | None = None, title: str = "测试简报 第1期"
) -> Document:
    metadata = Metadata(title, "编辑部", "简报", ("要闻",), datetime.date(2021, 5, 17))
    body = (
        Paragraph(Role.SECTION, (Run("要闻", Role.SECTION),)),
        Paragraph(Role.PART, (Run("一篇", Role.PART),)),
        Paragraph(Role.BODY, (Run(text, Role.BODY), Run("（甲 乙）", Role.CREDIT))),
    )
    return Document(metadata, masthead, body, (FootLine("发放：", "各部门", "共印9份"),))


def written(document: Document, profile: Profile, faces: Faces) -> bytes:
    return pdf.write(lay_out(document, profile, faces.advance), faces)


def text_of(data: bytes) -> str:
    opened = pypdfium2.PdfDocument(data)
    try:
        return "".join(page.get_textpage().get_text_bounded() for page in opened)
    finally:
        opened.close()


def assert_archival(data: bytes) -> None:
    for profile in PROFILES:
        report = validation.validate_pdf_bytes(data, profile=profile)
        assert report.is_compliant, (profile, [str(failure) for failure in report.failures])


def test_the_real_issue_is_archival(
    real_document: Document, profile: Profile, faces: Faces
) -> None:
    data = written(real_document, profile, faces)
    assert_archival(data)
    assert len(data) < 400_000


@pytest.mark.skipif(not shutil.which("qpdf"), reason="qpdf is not installed")
def test_qpdf_finds_nothing(
    real_document: Document, profile: Profile, faces: Faces, tmp_path: Path
) -> None:
    path = tmp_path / "out.pdf"
    path.write_bytes(written(real_document, profile, faces))
    done = subprocess.run(["qpdf", "--check", path], capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stdout + done.stderr


@pytest.mark.parametrize(
    "picture", [logo("RGB", "PNG"), logo("RGBA", "PNG"), logo("L", "JPEG"), logo("RGB", "JPEG")]
)
def test_a_logo_is_a_figure_with_a_description(
    picture: Picture, profile: Profile, faces: Faces
) -> None:
    data = written(document("正文。", Masthead(logo=picture)), profile, faces)
    assert_archival(data)
    with pikepdf.open(io.BytesIO(data)) as opened:
        first = opened.Root.StructTreeRoot.K[0].K[0]
        assert first.S == "/Figure"
        assert str(first.Alt) == "测试简报"


def test_equal_input_gives_equal_bytes(profile: Profile, faces: Faces) -> None:
    again = document("再来一次。", Masthead(name="测试简报"))
    assert written(again, profile, faces) == written(again, profile, faces)


def test_rare_characters_are_given_back(profile: Profile, faces: Faces) -> None:
    data = written(document(f"参会：{RARE}。"), profile, faces)
    assert_archival(data)
    assert RARE in text_of(data)


def test_every_font_is_composite_and_embedded(profile: Profile, faces: Faces) -> None:
    data = written(document(f"A1{RARE}", Masthead(name="测试")), profile, faces)
    with pikepdf.open(io.BytesIO(data)) as opened:
        fonts = opened.pages[0].Resources.Font
        for font in fonts.values():
            assert font.Subtype == "/Type0"
            assert "/FontFile2" in font.DescendantFonts[0].FontDescriptor
            assert "/ToUnicode" in font


def test_two_characters_of_one_glyph_stay_two(profile: Profile, faces: Faces) -> None:
    """A no-break space and a space, or a radical and its ideograph, may share their outline."""
    text = "\u4e00\u2f00\u00b7\u30fb\u00a0x"
    have = "".join(char for char in text if not faces.uncovered(char))
    found = text_of(written(document(have), profile, faces))
    assert have.replace("\u00a0", " ") in found.replace("\u00a0", " ")


@pytest.mark.parametrize("title", ["a) b\\c (d", "</rdf:li><x>&amp;", "“题”\\n", "%PDF ]]>"])
def test_any_title_is_only_a_title(title: str, profile: Profile, faces: Faces) -> None:
    data = written(document("正文。", title=title), profile, faces)
    assert_archival(data)
    with pikepdf.open(io.BytesIO(data)) as opened:
        assert str(opened.docinfo["/Title"]) == title
        with opened.open_metadata() as metadata:
            assert metadata["dc:title"] == title
        names = re.findall(rb"/(?:JS|JavaScript|OpenAction|Launch|AA)\b", data)
        assert names == []


def test_headings_are_bookmarks(profile: Profile, faces: Faces) -> None:
    data = written(document("正文。"), profile, faces)
    with pikepdf.open(io.BytesIO(data)) as opened, opened.open_outline() as outline:
        assert [
            (entry.title, [child.title for child in entry.children]) for entry in outline.root
        ] == [("要闻", ["一篇"])]


def test_the_structure_follows_the_text(profile: Profile, faces: Faces) -> None:
    masthead = Masthead("测试简报", None, "第1期", "编辑部", "2021年5月17日")
    data = written(document("正文。" * 600, masthead), profile, faces)
    with pikepdf.open(io.BytesIO(data)) as opened:
        root = opened.Root.StructTreeRoot
        kinds = [str(element.S) for element in root.K[0].K]
        assert kinds == ["/P", "/P", "/P", "/H1", "/H2", "/P", "/P"]
        assert opened.Root.Lang == "zh-CN"
        assert opened.Root.PageLabels.Nums[1].S == "/D"
        assert len(root.ParentTree.Nums) == 2 * len(opened.pages)


def test_dates_are_the_issue_s(profile: Profile, faces: Faces) -> None:
    with pikepdf.open(io.BytesIO(written(document("文。"), profile, faces))) as opened:
        assert str(opened.docinfo["/CreationDate"]) == "D:20210517000000Z"
        assert "/Trapped" not in opened.docinfo
