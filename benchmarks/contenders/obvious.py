"""python-docx and reportlab's platypus as most people use them: DOCX and PDF."""

import json
from pathlib import Path
from typing import Any
from xml.sax.saxutils import escape

from docx import Document
from docx.oxml.ns import qn
from docx.shared import Mm, Pt
from docx.text.paragraph import Paragraph as WordParagraph
from reportlab.lib.enums import TA_CENTER, TA_JUSTIFY
from reportlab.lib.pagesizes import A4
from reportlab.lib.styles import ParagraphStyle
from reportlab.lib.units import mm
from reportlab.pdfbase import pdfmetrics
from reportlab.pdfbase.ttfonts import TTFont
from reportlab.platypus import HRFlowable, Paragraph, SimpleDocTemplate

FONTS = Path(__file__).parents[2] / "fonts"
FACES = {
    "song": "BulletinXiaoBiaoSong",
    "fang": "BulletinFangSong",
    "kai": "BulletinKai",
    "hei": "BulletinHei",
}


def make(source: Path, folder: Path) -> list[Path]:
    """Write both files of one issue; the fonts are registered once."""
    tables = json.loads(source.read_text(encoding="utf-8"))
    for name, file in FACES.items():
        if name not in pdfmetrics.getRegisteredFontNames():
            pdfmetrics.registerFont(TTFont(name, FONTS / f"{file}.ttf"))
    targets = [folder / f"{source.stem}{ending}" for ending in (".pdf", ".docx")]
    _pdf(tables, targets[0])
    _docx(tables, targets[1])
    return targets


def _lines(tables: dict[str, Any]) -> list[tuple[str, str, str]]:
    """The issue as (style, text, credit)."""
    lines = [("title", tables["publication"]["name"], "")]
    lines.append(("centre", f"第{tables['number']}期（总第{tables['total']}期）", ""))
    for section in tables["sections"]:
        lines.append(("heading", section["title"], ""))
        lines += [("body", item["text"], item["credit"]) for item in section.get("items", ())]
        for part in section.get("parts", ()):
            lines.append(("part", part["title"], ""))
            lines += [("body", item["text"], item["credit"]) for item in part["items"]]
    return lines


def _pdf(tables: dict[str, Any], target: Path) -> None:
    body = ParagraphStyle(
        "body", fontName="fang", fontSize=16, leading=29, wordWrap="CJK", firstLineIndent=32,
        alignment=TA_JUSTIFY,
    )  # fmt: skip
    styles = {
        "body": body,
        "title": ParagraphStyle("title", body, fontName="song", fontSize=48, leading=60,
                                textColor="red", alignment=TA_CENTER, firstLineIndent=0),
        "centre": ParagraphStyle("centre", body, alignment=TA_CENTER, firstLineIndent=0),
        "heading": ParagraphStyle("heading", body, fontName="song", fontSize=18,
                                  alignment=TA_CENTER, firstLineIndent=0),
        "part": ParagraphStyle("part", body, fontName="hei"),
    }  # fmt: skip
    story = []
    for style, text, credit in _lines(tables):
        tail = f'<font name="kai">（{escape(credit)}）</font>' if credit else ""
        story.append(Paragraph(escape(text) + tail, styles[style]))
        if style == "centre":
            story.append(HRFlowable(width="100%", thickness=2, color="red"))
    SimpleDocTemplate(
        str(target), pagesize=A4, topMargin=37 * mm, bottomMargin=35 * mm,
        leftMargin=28 * mm, rightMargin=26 * mm,
    ).build(story)  # fmt: skip


def _docx(tables: dict[str, Any], target: Path) -> None:
    document = Document()
    section = document.sections[0]
    section.page_width, section.page_height = Mm(210), Mm(297)
    section.top_margin, section.bottom_margin = Mm(37), Mm(35)
    section.left_margin, section.right_margin = Mm(28), Mm(26)
    faces = {"title": "方正小标宋简体", "heading": "方正小标宋简体", "part": "黑体"}
    for style, text, credit in _lines(tables):
        paragraph = document.add_paragraph()
        paragraph.paragraph_format.line_spacing = Pt(28.95)
        _run(paragraph, text, faces.get(style, "仿宋_GB2312"), 48 if style == "title" else 16)
        if credit:
            _run(paragraph, f"（{credit}）", "楷体_GB2312", 16)
    document.save(str(target))


def _run(paragraph: WordParagraph, text: str, face: str, size: int) -> None:
    run = paragraph.add_run(text)
    run.font.name, run.font.size = face, Pt(size)
    run._element.rPr.rFonts.set(qn("w:eastAsia"), face)
