"""A parted ruling is a drawing at its place; a plain one a border; none neither."""

import pytest

from bulletin_cli.document import Masthead
from bulletin_cli.profiles import load
from bulletin_cli.profiles.masthead import plan
from bulletin_cli.writers.docx import write

HEAD = Masthead("测试简报", None, "第1期", "编辑部", "2021年5月17日", unit="某集团")
STAR = {"star": {"size": "5mm"}, "rule": {"colour": "123456"}}
TWO = {"rule2": {"weight": "1pt"}}
NONE = {"rule": {"weight": "none"}}
EMU = 12700


@pytest.fixture
def ruled(document, text, xml):
    def written(masthead):
        return xml(write(document(HEAD, [text("一行。")], ()), load({"masthead": masthead})))

    return written


def shapes(written):
    return [
        (
            shape.find(".//{*}prstGeom").get("prst"),
            *(int(shape.find(".//{*}off").get(name)) for name in "xy"),
            *(int(shape.find(".//{*}ext").get(name)) for name in ("cx", "cy")),
        )
        for shape in written.body.iter("{*}wsp")
    ]


@pytest.mark.parametrize(
    ("masthead", "kinds"),
    [
        (STAR, ["rect", "rect", "star5"]),
        (TWO, ["rect", "rect"]),
        ({**STAR, **TWO}, ["rect"] * 4 + ["star5"]),
        ({}, []),
        (NONE, []),
    ],
)
def test_what_is_drawn(ruled, masthead, kinds):
    written = ruled(masthead)
    assert [kind for kind, *_box in shapes(written)] == kinds
    borders = [
        style for style in written.part("word/styles.xml") if style.find(".//{*}pBdr") is not None
    ]
    assert len(borders) == (masthead == {})


def test_shapes_stand_where_the_plan_has_them(ruled):
    profile = load({"masthead": STAR})
    ruling = plan(HEAD, profile).ruling
    written = ruled(STAR)
    *bars, star = shapes(written)
    wanted = [(bar.x, bar.y - bar.weight / 2, bar.width, bar.weight) for bar in ruling.bars]
    assert [tuple(value / EMU for value in box) for _kind, *box in bars] == [
        pytest.approx(box, abs=0.001) for box in wanted
    ]
    assert star[1] / EMU == pytest.approx(ruling.star.x, abs=0.001)
    anchor = written.body.find(".//{*}anchor")
    assert [each.get("relativeFrom") for each in anchor if "relativeFrom" in each.attrib] == [
        "margin"
    ] * 2
    top = int(anchor.find("{*}positionV/{*}posOffset").text)
    assert top / EMU == pytest.approx(ruling.star.y, abs=0.001)
    colours = {each.get("val") for each in anchor.iter("{*}srgbClr")}
    assert colours == {"123456"}


def test_the_drawing_is_no_content(ruled):
    anchor = ruled(STAR).body.find(".//{*}anchor")
    assert anchor.find(".//{*}decorative").get("val") == "1"
    assert anchor.find("{*}docPr").get("descr") is None


@pytest.mark.parametrize("masthead", [{}, STAR, TWO, NONE])
def test_the_text_begins_on_the_same_line_of_the_grid(ruled, masthead):
    """Space and lines of all parts together are the plan's lines, but for the rule's own."""
    written, profile = ruled(masthead), load({"masthead": masthead})
    used = 0.0
    for paragraph in written.paragraphs[:-1]:
        style = written.style(written.style_of(paragraph))
        used += sum(
            int(written.of(style, "pPr/spacing", name)) for name in ("before", "line", "after")
        )
        border = style.find(".//{*}pBdr/{*}bottom")
        if border is not None:
            used += int(border.get(written.W + "space")) * 20
            used += int(border.get(written.W + "sz")) * 20 / 8
    lines = plan(HEAD, profile).lines
    assert used == pytest.approx(lines * int(profile.pitch * 20), abs=2)


def test_the_unit_stands_first(ruled):
    written = ruled({})
    first, second, *_rest = written.paragraphs
    assert [written.style_of(each) for each in (first, second)] == ["UnitName", "BulletinName"]
    assert written.text(first) == "某集团"
