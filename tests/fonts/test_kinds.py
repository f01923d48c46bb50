"""Other kinds of font files: compact outlines, several weights of a family."""

import io
from pathlib import Path

import page as validation
import pikepdf
import pypdfium2
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.t2CharStringPen import T2CharStringPen

from bulletin_cli.fonts import FontSearch, find
from bulletin_cli.pipeline import build
from bulletin_cli.profiles import load

CHARACTERS = "正文一二。"
ISSUE = """\
publication = { profile = { faces = { fangsong = { name = "Test Compact" } } } }
date = 2026-01-05
[[sections]]
title = "栏目"
[[sections.items]]
text = "正文二。"
"""


def font(path: Path, weight: int = 400, full: str = "Test Compact") -> Path:
    """A font with compact outlines: a square for each character."""
    names = [".notdef", *(f"uni{ord(char):04X}" for char in CHARACTERS)]
    pen = T2CharStringPen(1000, None)
    pen.moveTo((100, 0))
    for corner in ((100, 700), (900, 700), (900, 0)):
        pen.lineTo(corner)
    pen.closePath()
    square = pen.getCharString()
    builder = FontBuilder(1000, isTTF=False)
    builder.setupGlyphOrder(names)
    builder.setupCharacterMap(dict(zip(map(ord, CHARACTERS), names[1:], strict=True)))
    builder.setupCFF(full.replace(" ", ""), {}, dict.fromkeys(names, square), {})
    builder.setupHorizontalMetrics(dict.fromkeys(names, (1000, 100)))
    builder.setupHorizontalHeader(ascent=880, descent=-120)
    builder.setupNameTable(
        {"familyName": "Test Compact", "fullName": full, "psName": full.replace(" ", "")}
    )
    builder.setupOS2(usWeightClass=weight)
    builder.setupPost()
    builder.save(path)
    return path


def test_compact_outlines_are_embedded_and_copied(tmp_path: Path) -> None:
    source = tmp_path / "issue.toml"
    source.write_text(ISSUE, encoding="utf-8")
    search = FontSearch((font(tmp_path / "compact.otf"),), system=False)
    data = build(source, tmp_path / "out", ["pdf"], search).outputs[0].read_bytes()
    for profile in (validation.ValidationProfile.PDF_A_2A, validation.ValidationProfile.PDF_UA_1):
        report = validation.validate_pdf_bytes(data, profile=profile)
        assert report.is_compliant, [str(failure) for failure in report.failures]
    with pikepdf.open(io.BytesIO(data)) as opened:
        kinds = {str(f.DescendantFonts[0].Subtype) for f in opened.pages[0].Resources.Font.values()}
    assert kinds == {"/CIDFontType0", "/CIDFontType2"}
    opened = pypdfium2.PdfDocument(data)
    text = opened[0].get_textpage().get_text_bounded()
    opened.close()
    assert "正文二。" in text


def test_a_family_is_its_regular_font_and_a_full_name_its_own(tmp_path: Path) -> None:
    font(tmp_path / "a.otf", 700, "Test Compact Bold")
    font(tmp_path / "b.otf", 400, "Test Compact")
    font(tmp_path / "c.otf", 300, "Test Compact Light")
    for name, file in (("Test Compact", "b.otf"), ("test compact bold", "a.otf")):
        profile = load({"faces": {"song": {"name": name}}})
        found = find(profile, FontSearch((tmp_path,), system=False)).found
        (song,) = [each for each in found if each.face == "song"]
        assert song.font.path.name == file


def test_what_the_named_font_lacks_comes_from_the_next(tmp_path: Path) -> None:
    profile = load({"faces": {"fangsong": {"name": "Test Compact"}}})
    faces = find(profile, FontSearch((font(tmp_path / "compact.otf"),), system=False))
    assert [
        found[0].family
        for found in (faces.font("正", "fangsong"), faces.font("学", "fangsong"))
        if found
    ] == [
        "Test Compact",
        "Bulletin FangSong",
    ]
