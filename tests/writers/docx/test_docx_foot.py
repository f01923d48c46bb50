"""The foot: a floating table, its lines, and what follows it."""

import pytest

from bulletin_cli.document import FootLine, Settled
from bulletin_cli.writers.docx import write


@pytest.fixture
def foot(document, text, profile, xml):
    def written(*lines, body=None):
        return xml(write(document(None, body or [text("一行。")], lines), profile))

    return written


def table(written):
    return written.body.find(written.W + "tbl")


def test_table_floats_at_the_lower_margin(foot):
    written = foot(FootLine("发放：", "公司领导", ""))
    place = table(written).find(".//{*}tblpPr")
    attributes = {name.rpartition("}")[2]: value for name, value in place.items()}
    assert attributes == {
        "leftFromText": "0",
        "rightFromText": "0",
        "topFromText": "0",
        "bottomFromText": "0",
        "vertAnchor": "margin",
        "horzAnchor": "page",
        "tblpX": "1587",
        "tblpYSpec": "bottom",
    }
    assert written.of(table(written), "tblPr/tblW", "w") == "8844"
    assert written.of(table(written), "tblPr/tblOverlap") == "never"


def test_tiny_paragraph_ends_the_body(foot):
    written = foot(FootLine("发放：", "公司领导", ""))
    *_, last_table, anchor, section = written.body
    assert last_table.tag == written.W + "tbl"
    assert written.style_of(anchor) == "FootEnd"
    assert section.tag == written.W + "sectPr"
    style = written.style("FootEnd")
    assert written.of(style, "pPr/spacing", "line") == "20"
    assert written.of(style, "rPr/sz") == "2"


def test_rules_are_outer_at_the_ends_and_inner_between(foot):
    written = foot(*(FootLine(f"{label}：", "公司", "") for label in "报送发"))
    weights = [
        tuple(border.get(written.W + "sz") for border in cell)
        for cell in table(written).iter(written.W + "tcBorders")
    ]
    assert weights == [("8", "6"), ("6", "6"), ("6", "8")]


def test_turned_over_lines_hang_after_the_label(foot):
    written = foot(FootLine("发放：", "公司领导，" * 20, ""), FootLine("", "没有标签", ""))
    labelled, plain = table(written).iter(written.W + "p")
    assert written.of(labelled, "pPr/ind", "left") == str(280 + 3 * 280)
    assert written.of(labelled, "pPr/ind", "hanging") == str(3 * 280)
    assert written.of(plain, "pPr/ind", "left") is None
    assert written.of(written.style("Foot"), "pPr/ind", "left") == "280"
    assert written.of(written.style("Foot"), "pPr/ind", "right") == "280"


def test_right_element_stands_beside_or_below(foot):
    written = foot(
        FootLine("抄送：", "集团党群工作部", "投稿邮箱：gfdqb1@chalco.com.cn"),
        FootLine("抄送：", "集团党群工作部、集团办公室、各部门", "投稿邮箱：gfdqb1@chalco.com.cn"),
        FootLine("", "", "共印120份"),
    )
    found = [
        (written.style_of(paragraph), written.text(paragraph))
        for paragraph in table(written).iter(written.W + "p")
    ]
    assert found == [
        ("Foot", "抄送：集团党群工作部\t投稿邮箱：gfdqb1@chalco.com.cn"),
        ("Foot", "抄送：集团党群工作部、集团办公室、各部门"),
        ("FootRight", "投稿邮箱：gfdqb1@chalco.com.cn"),
        ("Foot", "\t共印120份"),
    ]
    assert written.of(written.style("FootRight"), "pPr/jc") == "right"


def test_right_element_stands_beside_the_last_of_several_lines(foot):
    """As in the PDF; where the last line may turn out too long, on a line of its own."""
    written = foot(
        FootLine("发放：", "国" * 26 + "内" * 10, "共印120份"),
        FootLine("发放：", "国" * 26 + "内" * 21, "共印120份"),
        FootLine("发放：", "2021年3A" * 5, "国" * 5),
    )
    assert [written.style_of(p) for p in table(written).iter(written.W + "p")] == [
        *("Foot", "Foot", "FootRight"),
        *("Foot", "FootRight"),
    ]


def test_a_long_element_at_the_right_stands_alone(foot):
    """And a cell is never without a paragraph, which Word would repair."""
    written = foot(FootLine("", "", "共印120份，" * 10), FootLine("", "", ""))
    cells = list(table(written).iter(written.W + "tc"))
    styles = [[written.style_of(p) for p in cell.iter(written.W + "p")] for cell in cells]
    assert styles == [["FootRight"], ["Foot"]]


def test_rows_stay_whole_and_together(foot):
    written = foot(FootLine("发放：", "公司领导", ""))
    assert table(written).find(".//{*}cantSplit") is not None
    for id_ in ("Foot", "FootRight"):
        assert written.style(id_).find(".//{*}keepNext") is not None
        assert written.style(id_).find(".//{*}keepLines") is not None


def test_last_line_of_text_goes_with_the_foot(foot, text, document, profile, xml):
    line = FootLine("发放：", "公司领导", "")
    two = [text("一"), text("二")]
    assert kept(foot(line, body=two)) == [False, True]
    assert kept(foot(body=two)) == [False, False]
    freely = write(document(None, two, [line]), profile, settled=Settled(keep_last=False))
    assert kept(xml(freely)) == [False, False]


def kept(written):
    return [p.find(".//{*}keepNext") is not None for p in written.paragraphs[:2]]
