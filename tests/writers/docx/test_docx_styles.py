"""Styles, page and settings: what the profile says, as Word says it."""

import pytest

from bulletin_cli.profiles import load
from bulletin_cli.roles import Role
from bulletin_cli.writers.docx import write

STYLES = {
    "Normal": ("Normal", Role.BODY),
    "Heading1": ("heading 1", Role.SECTION),
    "Heading2": ("heading 2", Role.PART),
    "GroupHeading": ("组标题", Role.GROUP),
    "Collected": ("信息采集时间", Role.COLLECTED),
    "CopyNumber": ("份号", Role.COPY),
    "Secrecy": ("密级", Role.SECRECY),
    "MastheadLogo": ("报头图", None),
    "BulletinName": ("简报名称", Role.NAME),
    "IssueNumber": ("期号", Role.NUMBER),
    "IssuingOffice": ("编发单位", Role.OFFICE),
    "Foot": ("版记", Role.FOOT),
    "FootRight": ("版记右项", Role.FOOT),
    "FootEnd": ("版记定位", None),
    "Footer": ("footer", Role.FOLIO),
    "FooterEven": ("双页页码", Role.FOLIO),
    "SeriesNote": ("连载说明", Role.NOTE),
    "Lead": ("导语", Role.LEAD),
    "Credit": ("供稿", Role.CREDIT),
}
ALIGN = {"justify": "both", "centre": "center", "left": "left", "right": "right"}


@pytest.fixture(scope="module")
def sample(document, profile, xml):
    return xml(write(document(), profile))


@pytest.fixture
def written(document, xml):
    return lambda **overrides: xml(write(document(), load(overrides)))


@pytest.mark.parametrize("id_", STYLES)
def test_style_says_what_the_profile_says(sample, profile, id_):
    style, (name, role) = sample.style(id_), STYLES[id_]
    assert sample.of(style, "name") == name
    faces = {sample.of(style, "rPr/rFonts", kind) for kind in ("ascii", "hAnsi", "eastAsia", "cs")}
    if role is None:
        assert faces == {profile.faces[profile.text[Role.BODY].face].name}
        return
    wanted = profile.text[role]
    assert faces == {profile.faces[wanted.face].name}
    assert sample.of(style, "rPr/color") == wanted.colour
    assert sample.of(style, "rPr/sz") == sample.of(style, "rPr/szCs") == str(int(wanted.size * 2))


@pytest.mark.parametrize("id_", ["Normal", "Heading1", "Heading2", "GroupHeading", "Collected"])
def test_body_styles_keep_to_the_grid(sample, profile, id_):
    style, (_, role) = sample.style(id_), STYLES[id_]
    wanted = profile.text[role]
    assert sample.of(style, "pPr/spacing", "line") == str(579 * wanted.lines)
    assert sample.of(style, "pPr/spacing", "lineRule") == "exact"
    assert sample.of(style, "pPr/spacing", "before") == sample.of(style, "pPr/spacing", "after")
    assert sample.of(style, "pPr/jc") == ALIGN[wanted.align.value]
    assert sample.of(style, "pPr/ind", "firstLineChars") == str(int(wanted.indent * 100))
    indent = {0: "0", 2: "631" if role is Role.BODY else "640"}[wanted.indent]
    assert sample.of(style, "pPr/ind", "firstLine") == indent
    assert sample.of(style, "rPr/spacing") == ("-5" if role is Role.BODY else "0")


def test_all_styles_stand_on_normal(sample):
    for style in sample.part("word/styles.xml").findall(sample.W + "style"):
        if style.get(sample.W + "type") == "paragraph":
            id_ = style.get(sample.W + "styleId")
            parent = {"Normal": None, "GroupHeading": "Heading2", "FootRight": "Foot"}
            parent["FooterEven"] = "Footer"
            assert sample.of(style, "basedOn") == parent.get(id_, "Normal")


def test_headings_have_levels_and_keep_with_the_text(sample):
    for id_, level in (("Heading1", "0"), ("Heading2", "1"), ("GroupHeading", "1")):
        style = sample.style(id_)
        assert sample.of(style, "pPr/outlineLvl") == level
        assert style.find(f"{sample.W}pPr/{sample.W}keepNext") is not None
    assert sample.of(sample.style("Normal"), "pPr/outlineLvl") is None


def test_language_is_chinese(sample):
    language = sample.part("word/styles.xml").find(".//{*}lang")
    assert language.get(sample.W + "eastAsia") == "zh-CN"


def test_page_is_the_profile_s(sample):
    section = sample.body[-1]
    assert sample.of(section, "pgSz", "w") == "11906"
    assert sample.of(section, "pgSz", "h") == "16838"
    names = ("top", "right", "bottom", "left")
    margins = [int(sample.of(section, "pgMar", name)) for name in names]
    assert margins == [2097, 1475, 1986, 1587]
    assert sample.of(section, "docGrid", "type") == "lines"
    assert sample.of(section, "docGrid", "linePitch") == "579"


def test_folio_stands_outside(sample, profile):
    section = sample.body[-1]
    references = section.findall(sample.W + "footerReference")
    assert [reference.get(sample.W + "type") for reference in references] == ["default", "even"]
    settings = sample.part("word/settings.xml")
    assert settings.find(sample.W + "evenAndOddHeaders") is not None
    assert sample.of(sample.style("Footer"), "pPr/jc") == "right"
    assert sample.of(sample.style("Footer"), "pPr/ind", "right") == "280"
    assert sample.of(sample.style("FooterEven"), "pPr/jc") == "left"
    assert sample.of(sample.style("FooterEven"), "pPr/ind", "left") == "280"
    for name in ("footer1", "footer2"):
        footer = sample.part(f"word/{name}.xml")
        assert sample.text(footer) == "— 1 —"
        assert sample.of(footer, "p/fldSimple", "instr") == " PAGE "
    line = int(sample.of(sample.style("Footer"), "pPr/spacing", "line"))
    distance = int(sample.of(section, "pgMar", "footer"))
    baseline = (16838 - distance - line * (1 - profile.grid.baseline)) / 20
    assert baseline == pytest.approx(profile.folio_baseline, abs=0.1)


def test_folio_may_stand_in_the_middle(written):
    sample = written(folio={"place": "centre", "wording": "{page}"})
    assert "word/footer2.xml" not in sample.names
    assert sample.part("word/settings.xml").find(sample.W + "evenAndOddHeaders") is None
    assert sample.of(sample.style("Footer"), "pPr/jc") == "center"
    assert sample.text(sample.part("word/footer1.xml")) == "1"


def test_first_page_may_have_no_folio(written, sample):
    assert sample.body[-1].find(sample.W + "titlePg") is None
    without = written(folio={"first": False})
    assert without.body[-1].find(sample.W + "titlePg") is not None
    references = without.body[-1].findall(sample.W + "footerReference")
    assert "first" not in {reference.get(sample.W + "type") for reference in references}


def test_breaking_as_word_with_chinese_defaults(sample):
    normal = sample.style("Normal")
    assert sample.of(normal, "pPr/widowControl") == "0"
    assert sample.of(normal, "pPr/kinsoku") == "1"
    assert sample.of(normal, "pPr/overflowPunct") is None
    assert sample.of(normal, "pPr/autoSpaceDE") == sample.of(normal, "pPr/autoSpaceDN") == "1"
    settings = sample.part("word/settings.xml")
    assert sample.of(settings, "characterSpacingControl") == "compressPunctuation"
    first = sample.of(settings, "noLineBreaksBefore")
    last = sample.of(settings, "noLineBreaksAfter")
    assert set("，。”）—…·") <= set(first)
    assert set("“（《") <= set(last)
    assert len(first) <= 100  # more than Word keeps
    assert len(last) <= 50


def test_breaking_as_a_house_wants_it(written):
    sample = written(breaking={"gap": 0.0, "setting": "compressed"}, grid={"widow": 2})
    normal = sample.style("Normal")
    assert sample.of(normal, "pPr/widowControl") == "1"
    assert sample.of(normal, "pPr/overflowPunct") == "0"
    assert sample.of(normal, "pPr/autoSpaceDE") == sample.of(normal, "pPr/autoSpaceDN") == "0"
    settings = sample.part("word/settings.xml")
    assert sample.of(settings, "characterSpacingControl") == "compressPunctuation"


def test_marks_may_take_their_whole_em(written):
    sample = written(breaking={"setting": "full"})
    assert sample.of(sample.style("Normal"), "pPr/overflowPunct") is None
    settings = sample.part("word/settings.xml")
    assert sample.of(settings, "characterSpacingControl") == "doNotCompress"


def test_a_house_s_measures_reach_the_file(written):
    sample = written(
        grid={"lines": 20},
        faces={"fangsong": {"name": "仿宋"}},
        text={"body": {"size": "小三", "indent": 0}},
        paper={"left": "30mm"},
    )
    normal = sample.style("Normal")
    assert sample.of(normal, "rPr/rFonts", "eastAsia") == "仿宋"
    assert sample.of(normal, "rPr/sz") == "30"
    assert sample.of(normal, "rPr/spacing") == "15"
    assert sample.of(normal, "pPr/spacing", "line") == "637"
    assert sample.of(normal, "pPr/ind", "firstLine") == "0"
    assert sample.of(sample.body[-1], "pgMar", "left") == "1700"


def test_faces_are_listed_with_their_other_names(sample, profile):
    fonts = sample.part("word/fontTable.xml")
    listed = {font.get(sample.W + "name"): sample.of(font, "altName") for font in fonts}
    used = {style.face for style in profile.text.values()}
    assert listed.keys() == {profile.faces[face].name for face in used}
    assert listed["黑体"] == "SimHei"
