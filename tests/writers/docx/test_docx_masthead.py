"""The masthead: places follow from line heights and spacing, so they are reckoned from those."""

from itertools import product

import pytest
from msgspec.structs import replace

from bulletin_cli.document import Masthead, Picture, Run
from bulletin_cli.profiles import load
from bulletin_cli.profiles.masthead import plan
from bulletin_cli.roles import Role
from bulletin_cli.writers.docx import write

SUBSETS = [bits for bits in product((False, True), repeat=5) if any(bits)]
STYLES = {
    "CopyNumber": Role.COPY,
    "Secrecy": Role.SECRECY,
    "MastheadLogo": Role.LOGO,
    "BulletinName": Role.NAME,
    "IssueNumber": Role.NUMBER,
    "IssuingOffice": Role.OFFICE,
}


def subset(bits, logo):
    parts = ("中铝股份党群工作", logo, "2021年第9期", "党群工作部", "2021年5月17日")
    return Masthead(*(part if on else None for on, part in zip(bits, parts, strict=True)))


def reckoned(written, masthead, profile):
    """Baselines by role, the middle of the rule, and the end, pt from the top of the type area."""
    bottom, baselines, rule = 0.0, {}, None
    for paragraph in written.paragraphs[:-1]:
        style = written.style(written.style_of(paragraph))
        spacing = {
            name: int(written.of(style, "pPr/spacing", name)) / 20
            for name in ("before", "after", "line")
        }
        role = STYLES[written.style_of(paragraph)]
        top = bottom + spacing["before"]
        if role is Role.LOGO:
            height = int(paragraph.find(".//{*}extent").get("cy")) / 12700
            baselines[role] = bottom = top + height
        else:
            baselines[role] = top + profile.grid.baseline * spacing["line"]
            bottom = top + spacing["line"]
        border = style.find(f"{written.W}pPr/{written.W}pBdr/{written.W}bottom")
        if border is not None:
            weight = int(border.get(written.W + "sz")) / 8
            bottom += int(border.get(written.W + "space"))
            rule = bottom + weight / 2
            bottom += weight
        bottom += spacing["after"]
    return baselines, rule, bottom


@pytest.mark.parametrize("bits", SUBSETS)
def test_parts_stand_where_the_plan_says(document, text, profile, xml, logo, bits):
    masthead = subset(bits, logo)
    written = xml(write(document(masthead, [text("一行。")], ()), profile))
    places = plan(masthead, profile)
    baselines, rule, bottom = reckoned(written, masthead, profile)
    wanted = {
        Role.LOGO: places.logo and places.logo.top + places.logo.height,
        Role.NAME: places.name and places.name.baseline,
        Role.NUMBER: places.number,
        Role.OFFICE: places.office and places.office.baseline,
    }
    wanted = {role: place for role, place in wanted.items() if place is not None}
    assert baselines == pytest.approx(wanted, abs=0.15)
    only_logo = wanted.keys() == {Role.LOGO}  # no line of its own to give: whole points
    assert rule == pytest.approx(places.rule, abs=1.0 if only_logo else 0.15)
    assert bottom == pytest.approx(places.lines * 28.95, abs=0.1)


def test_marks_stand_on_the_grid_above_the_name(document, text, profile, xml, head):
    marks = (Run("000012", Role.COPY), Run("内部资料 注意保存", Role.SECRECY))
    masthead = replace(head, marks=marks)
    written = xml(write(document(masthead, [text("一行。")], ()), profile))
    assert written.texts[:3] == ["000012", "内部资料 注意保存", head.name]
    baselines, rule, bottom = reckoned(written, masthead, profile)
    places = plan(masthead, profile)
    assert [baselines[mark.role] for mark in marks] == pytest.approx(places.marks, abs=0.1)
    assert baselines[Role.NAME] == pytest.approx(places.name.baseline, abs=0.15)
    assert rule == pytest.approx(places.rule, abs=0.15)
    assert bottom == pytest.approx(places.lines * 28.95, abs=0.1)


def test_small_gaps_lower_the_lines(document, text, xml, head):
    """Lines that would overlap are lower, and their baselines stay."""
    tight = load({"masthead": {"number_gap": "1mm", "office_gap": "1mm", "rule_gap": "0.5mm"}})
    written = xml(write(document(head, [text("一行。")], ()), tight))
    places = plan(head, tight)
    baselines, rule, _ = reckoned(written, head, tight)
    wanted = [places.name.baseline, places.number, places.office.baseline]
    assert list(baselines.values()) == pytest.approx(wanted, abs=0.2)
    assert rule == pytest.approx(places.rule, abs=0.2)


def test_wide_gap_of_the_rule_keeps_to_what_word_allows(document, text, xml, head):
    wide = load({"masthead": {"rule_gap": "15mm"}})
    written = xml(write(document(head, [text("一行。")], ()), wide))
    border = written.style("IssuingOffice").find(".//{*}bottom")
    assert int(border.get(written.W + "space")) <= 31
    baselines, rule, bottom = reckoned(written, head, wide)
    places = plan(head, wide)
    assert baselines[Role.OFFICE] == pytest.approx(places.office.baseline, abs=0.2)
    assert places.office.baseline < rule < places.rule
    assert bottom == pytest.approx(places.lines * 28.95, abs=0.1)


def test_only_the_last_part_has_the_rule(document, profile, xml, head):
    written = xml(write(document(head), profile))
    ruled = [id_ for id_ in STYLES if written.style(id_).find(".//{*}pBdr") is not None]
    assert ruled == ["IssuingOffice"]
    border = written.style("IssuingOffice").find(".//{*}bottom")
    assert border.get(written.W + "color") == profile.masthead.rule.colour
    assert int(border.get(written.W + "sz")) == round(profile.masthead.rule.weight * 8)


def test_office_and_date_stand_in_from_the_sides(document, profile, xml, head):
    written = xml(write(document(head), profile))
    office = written.style("IssuingOffice")
    assert written.of(office, "pPr/ind", "firstLine") == "320"
    assert written.of(office, "pPr/ind", "left") == "0"
    tabs = office.findall(f".//{written.W}tab")
    assert [(tab.get(written.W + "val"), tab.get(written.W + "pos")) for tab in tabs] == [
        ("right", "8524")
    ]


def test_name_is_spaced_but_for_its_last_character(document, profile, xml, head):
    written = xml(write(document(head), profile))
    spacing = int(plan(head, profile).name.spacing * 20)
    assert written.of(written.style("BulletinName"), "rPr/spacing") == str(spacing)
    first, last = written.paragraphs[0].findall(written.W + "r")
    assert (written.text(first), written.text(last)) == ("中铝股份党群工", "作")
    assert written.of(first, "rPr/spacing") is None
    assert written.of(last, "rPr/spacing") == "0"


def test_long_name_is_smaller(document, profile, xml):
    masthead = Masthead("中国铝业股份有限公司党群工作简报")
    written = xml(write(document(masthead), profile))
    size = plan(masthead, profile).name.size
    assert written.of(written.style("BulletinName"), "rPr/sz") == str(int(size * 2))
    assert len(written.paragraphs[0].findall(written.W + "r")) == 1


def test_logo_has_its_description(document, profile, xml, logo):
    described = Picture(logo.data, logo.width, logo.height, "红字 <报头> & “图”")
    written = xml(write(document(Masthead(logo=described)), profile))
    properties = written.body.find(".//{*}docPr")
    assert properties.get("descr") == described.description
    assert written.archive.read("word/media/image1.png") == logo.data
    extent = written.body.find(".//{*}extent")
    assert int(extent.get("cx")) == pytest.approx(
        plan(Masthead(logo=logo), profile).logo.width * 12700, abs=1
    )


def test_jpeg_logo(document, profile, xml):
    picture = Picture(b"\xff\xd8\xff\xdb" + b"\x00" * 20, 10, 10, "图")
    written = xml(write(document(Masthead(logo=picture)), profile))
    assert "word/media/image1.jpeg" in written.names


def test_no_masthead(document, profile, xml):
    written = xml(write(document(None), profile))
    assert written.texts[0] == "学·习之路"
