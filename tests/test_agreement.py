"""Profile, DOCX and PDF agree: for every role the same face, size, colour, pitch and indent.

Each role is set in a character of its own, so that its lines are found by that character alone.
"""

import datetime
from io import BytesIO
from typing import NamedTuple

import docx
import pdfplumber
import pytest

from bulletin_cli import profiles
from bulletin_cli.document import (
    Column,
    Contents,
    Document,
    Entry,
    FootLine,
    Masthead,
    Metadata,
    Paragraph,
    Run,
    Table,
)
from bulletin_cli.layout import lay_out, settle
from bulletin_cli.profiles.masthead import plan
from bulletin_cli.profiles.tables import line_height
from bulletin_cli.roles import LEVELS, Role
from bulletin_cli.units import twips
from bulletin_cli.writers import docx as docx_writer
from bulletin_cli.writers import pdf as pdf_writer

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
TWIP = 0.05
ROLES = {
    Role.COPY: ("份", "CopyNumber"),
    Role.SECRECY: ("密", "Secrecy"),
    Role.UNIT: ("单", "UnitName"),
    Role.NAME: ("名", "BulletinName"),
    Role.NUMBER: ("期", "IssueNumber"),
    Role.OFFICE: ("办", "IssuingOffice"),
    Role.DATE: ("日", "IssueDate"),
    Role.CONTENTS: ("目", "ContentsTitle"),
    Role.ENTRY_1: ("甲", "TOC1"),
    Role.ENTRY_2: ("乙", "TOC2"),
    Role.ENTRY_3: ("丙", "TOC3"),
    Role.COMMENT: ("按", "EditorComment"),
    Role.COMMENT_LABEL: ("签", "CommentLabel"),
    Role.SECTION: ("栏", "Heading1"),
    Role.NOTE: ("载", "SeriesNote"),
    Role.PART: ("篇", "Heading2"),
    Role.GROUP: ("组", "GroupHeading"),
    Role.LEVEL_1: ("一", "Heading4"),
    Role.LEVEL_2: ("二", "Heading5"),
    Role.LEVEL_3: ("三", "Heading6"),
    Role.LEVEL_4: ("四", "Heading7"),
    Role.HEADLINE: ("题", "Headline"),
    Role.BODY: ("文", "Normal"),
    Role.LEAD: ("导", "Lead"),
    Role.CREDIT: ("稿", "Credit"),
    Role.CAPTION: ("图", "Caption"),
    Role.TABLE: ("大", "TableText"),
    Role.TABLE_SMALL: ("小", "TableTextSmall"),
    Role.TABLE_HEAD: ("头", "TableHead"),
    Role.TABLE_HEAD_SMALL: ("首", "TableHeadSmall"),
    Role.COLLECTED: ("采", "Collected"),
    Role.SIGNATURE: ("审", "SignatureLine"),
    Role.FOOT: ("发", "Foot"),
    Role.FOLIO: ("页", "Footer"),
}
"""For each role its character, and its style in the DOCX."""
CHARACTERS = {role: char for role, (char, _style) in ROLES.items()}
RUNS = {
    Role.NOTE: Role.SECTION,
    Role.LEAD: Role.BODY,
    Role.CREDIT: Role.BODY,
    Role.COMMENT_LABEL: Role.COMMENT,
}
"""Roles of runs, and the paragraphs they stand in: pitch and indent are the paragraph's."""
ENTRIES = (Role.ENTRY_1, Role.ENTRY_2, Role.ENTRY_3)
TABLES = ((Role.TABLE, Role.TABLE_HEAD), (Role.TABLE_SMALL, Role.TABLE_HEAD_SMALL))
CELLS = tuple(role for table in TABLES for role in table)
"""Roles of text in cells, which stands as its column says, line to line as the table does."""
FLOWING = (
    Role.CONTENTS,
    *ENTRIES,
    Role.COMMENT,
    Role.SECTION,
    Role.PART,
    Role.GROUP,
    Role.HEADLINE,
    *LEVELS,
    Role.BODY,
    Role.CAPTION,
    Role.COLLECTED,
    Role.SIGNATURE,
    Role.FOOT,
)
"""Roles whose paragraphs turn over, so that they have a pitch from line to line."""
ALIGN = {"justify": "both", "centre": "center", "left": "left", "right": "right"}
HOUSE = {
    "folio": {"wording": "页页{page}"},
    "text": {
        "body": {"size": "15pt", "colour": "101010", "indent": 1},
        "section": {"face": "hei", "colour": "CC0000"},
        "foot": {"size": "12pt"},
    },
    "grid": {"lines": 24},
}


def many(role: Role, count: int) -> Run:
    return Run(CHARACTERS[role] * count, role)


def paragraph(*runs: Run) -> Paragraph:
    return Paragraph(runs[0].role if runs[0].role not in RUNS else RUNS[runs[0].role], runs)


def table(role: Role, head: Role) -> Table:
    """A table of one column whose texts turn over."""
    cell = (many(role, 60),)
    return Table(
        (many(Role.CAPTION, 40),), ((many(head, 60),),), ((cell,),), (Column.TEXT,), (), role, head
    )


def document() -> Document:
    head = Masthead(
        name=CHARACTERS[Role.NAME] * 6,
        number=CHARACTERS[Role.NUMBER] * 6,
        office=CHARACTERS[Role.OFFICE] * 20,  # so long that the date has a line of its own
        date=CHARACTERS[Role.DATE] * 6,
        marks=(many(Role.COPY, 6), many(Role.SECRECY, 6)),
        unit=CHARACTERS[Role.UNIT] * 6,
    )
    entries = tuple(
        Entry(CHARACTERS[role] * 40, depth, depth) for depth, role in enumerate(ENTRIES, 1)
    )
    body = (
        Contents(CHARACTERS[Role.CONTENTS] * 40, entries),
        paragraph(many(Role.SECTION, 30)),
        paragraph(many(Role.HEADLINE, 40)),
        paragraph(many(Role.PART, 40)),
        paragraph(many(Role.COMMENT, 60)),
        paragraph(many(Role.COMMENT_LABEL, 4), many(Role.COMMENT, 4)),
        paragraph(many(Role.BODY, 60)),
        paragraph(many(Role.GROUP, 40)),
        *(paragraph(many(role, 40)) for role in LEVELS),
        *(table(role, head) for role, head in TABLES),
        paragraph(many(Role.COLLECTED, 40)),
        paragraph(many(Role.SECTION, 4), many(Role.NOTE, 4)),
        paragraph(many(Role.LEAD, 4), many(Role.BODY, 4), many(Role.CREDIT, 4)),
    )
    foot = (FootLine("", CHARACTERS[Role.FOOT] * 70, ""),)
    signatures = (FootLine("", CHARACTERS[Role.SIGNATURE] * 70, ""),)
    about = Metadata("题", "者", "", (), datetime.date(2021, 5, 17))
    return Document(about, head, body, foot, signatures)


class Line(NamedTuple):
    """The first line of a role in the PDF, pt.

    ``pitch`` is to the next line, if there is one; ``step`` from character to character in the last
    line, which is not stretched to the measure.
    """

    font: str
    size: float
    colour: str
    left: float
    right: float
    step: float
    pitch: float | None


class Written:
    """A document in its three forms."""

    def __init__(self, profile, faces):
        self.profile, self.document = profile, document()
        self.families = {each.wanted: each.font.family.replace(" ", "") for each in faces.found}
        pages = lay_out(self.document, profile, faces.advance)
        settled = settle(self.document, pages, profile, faces.advance)
        self.styles = docx.Document(
            BytesIO(docx_writer.write(self.document, profile, settled=settled))
        ).styles.element
        self.lines = {}
        with pdfplumber.open(BytesIO(pdf_writer.write(pages, faces))) as opened:
            for page in opened.pages:
                for role, char in CHARACTERS.items():
                    if role not in self.lines:
                        found = line(page, char)
                        self.lines |= {role: found} if found else {}

    def style(self, role):
        return next(s for s in self.styles if s.get(W + "styleId") == ROLES[role][1])

    def said(self, role, path, name="val"):
        """What the role's style says, or for a run what its paragraph's does."""
        element = self.style(role).find("/".join(W + step for step in path.split("/")))
        return None if element is None else element.get(W + name)


def line(page, char):
    """The first line on a page in which a character stands twice."""
    rows = {}
    for found in (each for each in page.chars if each["text"] == char):
        rows.setdefault(round(page.height - found["matrix"][5], 2), []).append(found)
    if not rows:
        return None
    first, *others = sorted(rows)
    chars = sorted(rows[first], key=lambda each: each["x0"])
    size = chars[0]["size"]
    last = sorted(rows[max(rows)], key=lambda each: each["x0"])
    return Line(
        font=chars[0]["fontname"].partition("+")[2].removesuffix("-Regular"),
        size=size,
        colour="".join(f"{round(value * 255):02X}" for value in chars[0]["non_stroking_color"]),
        left=chars[0]["x0"],
        right=chars[-1]["x0"] + size,
        step=last[1]["x0"] - last[0]["x0"],
        pitch=others[0] - first if others else None,
    )


@pytest.fixture(
    scope="module", params=[{"folio": HOUSE["folio"]}, HOUSE], ids=["standard", "house"]
)
def written(request, faces):
    return Written(profiles.load(request.param), faces)


def test_every_role_is_looked_at(written):
    assert set(ROLES) == set(written.profile.text) == set(written.lines)


@pytest.mark.parametrize("role", CHARACTERS)
def test_face(written, role):
    name = written.profile.faces[written.profile.text[role].face].name
    scripts = ("ascii", "hAnsi", "eastAsia", "cs")
    assert {written.said(role, "rPr/rFonts", script) for script in scripts} == {name}
    assert written.lines[role].font == written.families[name]


@pytest.mark.parametrize("role", CHARACTERS)
def test_size(written, role):
    size = written.profile.text[role].size
    assert int(written.said(role, "rPr/sz")) / 2 == size
    assert written.lines[role].size == pytest.approx(size, abs=0.01)


@pytest.mark.parametrize("role", CHARACTERS)
def test_colour(written, role):
    colour = written.profile.text[role].colour
    assert written.said(role, "rPr/color") == colour
    assert written.lines[role].colour == colour


@pytest.mark.parametrize("role", CHARACTERS)
def test_pitch_from_character_to_character(written, role):
    """A style of runs says nothing of it, so the paragraph's holds."""
    profile, paragraph_role = written.profile, RUNS.get(role, role)
    extra = profile.tracking_of(paragraph_role)
    if role is Role.NAME:
        extra = plan(written.document.masthead, profile).name.spacing
    size = profile.text[role].size
    assert int(written.said(paragraph_role, "rPr/spacing")) == twips(extra)
    assert written.lines[role].step == pytest.approx(size + extra, abs=TWIP)
    if role in RUNS:
        assert written.said(role, "rPr/spacing") is None


@pytest.mark.parametrize("role", FLOWING)
def test_pitch_from_line_to_line(written, role):
    profile = written.profile
    below = role in {Role.SIGNATURE, Role.FOOT}
    pitch = profile.foot_line if below else profile.pitch * profile.text[role].lines
    said = int(written.said(role, "pPr/spacing", "line"))
    count = 1 if below else profile.text[role].lines
    assert written.said(role, "pPr/spacing", "lineRule") == "exact"
    assert said / 20 == pytest.approx(pitch, abs=TWIP * count)
    assert written.lines[role].pitch == pytest.approx(pitch, abs=TWIP)


@pytest.mark.parametrize("role", CELLS)
def test_pitch_from_line_to_line_in_a_table(written, role):
    height = line_height(role, written.profile)
    assert int(written.said(role, "pPr/spacing", "line")) == twips(height)
    assert written.lines[role].pitch == pytest.approx(height, abs=TWIP)


@pytest.mark.parametrize("role", [role for role in CHARACTERS if role not in {*RUNS, *CELLS}])
def test_indent_and_place(written, role):
    profile, found = written.profile, written.lines[role]
    paper, style = profile.paper, profile.text[role]
    edges = paper.left, paper.left + paper.area_width
    if role is Role.FOLIO:  # its only page is odd here
        side = profile.folio.side * style.size
        assert written.said(role, "pPr/jc") == "right"
        assert int(written.said(role, "pPr/ind", "right")) == twips(side)
        assert found.right < edges[1] - side
        return
    beside = {Role.OFFICE, Role.DATE}  # one at the left, the other at the right
    assert written.said(role, "pPr/jc") == ("left" if role in beside else ALIGN[style.align])
    if style.align == "centre":
        assert found.left + found.right == pytest.approx(sum(edges), abs=0.5)
        return
    if role is Role.DATE:  # stands right by a tab stop
        stop = int(written.said(role, "pPr/tabs/tab", "pos"))
        assert written.said(role, "pPr/tabs/tab") == "right"
        assert found.right - edges[0] == pytest.approx(stop / 20, abs=TWIP)
        return
    side = {
        Role.OFFICE: profile.masthead.side * style.size,
        Role.SIGNATURE: profile.foot.side * profile.text[Role.FOOT].size,
        Role.FOOT: profile.foot.side * style.size,
    }.get(role, 0.0)
    indent = side + profile.indent_of(role)
    said = [int(written.said(role, "pPr/ind", name)) for name in ("left", "firstLine")]
    assert sum(said) == twips(indent)
    first = 0 if role in ENTRIES else style.indent  # all lines of an entry stand in
    assert int(written.said(role, "pPr/ind", "firstLineChars")) == first * 100
    assert found.left - edges[0] == pytest.approx(indent, abs=TWIP)
