"""The contents in the DOCX: a field with the right numbers in it, links and bookmarks."""

import re

import pytest
from msgspec.structs import replace

from bulletin_cli.document import Contents, Entry, FootLine, Paragraph, Run, Settled, SettledEntry
from bulletin_cli.profiles import load
from bulletin_cli.roles import Role
from bulletin_cli.writers.docx import write

SETTLED = Settled(
    entries=(
        SettledEntry(("要闻",), 1),
        SettledEntry(("开头一行", "下一行"), 2),
        SettledEntry(("【一组】",), 12),
    )
)


def paragraph(role, text):
    return Paragraph(role, (Run(text, role),))


def story(alone=False, depths=(1, 2, 2)):
    titles = ("要闻", "开头一行下一行", "【一组】")
    entries = tuple(map(Entry, titles, depths, (1, 2, 4)))
    return [
        Contents("本期要目", entries, alone),
        paragraph(Role.SECTION, "要闻"),
        paragraph(Role.HEADLINE, "开头一行下一行"),
        paragraph(Role.BODY, "文。"),
        paragraph(Role.GROUP, "【一组】"),
    ]


@pytest.fixture
def contents(document, profile, xml):
    def written(settled=SETTLED, profile=profile, **how):
        return xml(write(document(None, story(**how), ()), profile, settled=settled))

    return written


def styles(written):
    return [written.style_of(each) for each in written.paragraphs]


def test_entries_have_word_s_own_styles(contents):
    found = styles(contents())
    assert found[:4] == ["ContentsTitle", "TOC1", "TOC2", "TOC2"]
    names = {contents().of(contents().style(f"TOC{depth}"), "name") for depth in (1, 2, 3)}
    assert names == {"toc 1", "toc 2", "toc 3"}


def test_a_tab_leads_to_the_number_with_dots(contents, profile):
    written = contents()
    for depth in (1, 2, 3):
        style = written.style(f"TOC{depth}")
        assert written.of(style, "pPr/tabs/tab") == "right"
        assert written.of(style, "pPr/tabs/tab", "leader") == "dot"
        assert written.of(style, "pPr/tabs/tab", "pos") == "8844"
        assert written.of(style, "pPr/ind", "right") == "0"
    for leader, word in (("middle", "middleDot"), ("none", None)):
        written = contents(profile=load({"contents": {"leader": leader}}))
        assert written.of(written.style("TOC1"), "pPr/tabs/tab", "leader") == word


def fields(written):
    """Each field's instruction and what it shows, those within others too."""
    found, open_ = [], []
    for each in written.body.iter(*(written.W + tag for tag in ("fldChar", "instrText", "t"))):
        kind = each.get(written.W + "fldCharType")
        if kind == "begin":
            open_.append(["", "", False])
        elif kind == "separate":
            open_[-1][2] = True
        elif kind == "end":
            instruction, shown, _separate = open_.pop()
            found.append((instruction.strip(), shown))
        elif each.tag == written.W + "instrText":
            open_[-1][0] += each.text
        else:
            for field in open_:
                field[1] += each.text if field[2] else ""
    assert open_ == []
    return found


def test_numbers_are_there_already(contents):
    *numbers, (whole, shown) = fields(contents())
    assert numbers == [
        ("PAGEREF _Toc00000001 \\h", "1"),
        ("PAGEREF _Toc00000002 \\h", "2"),
        ("PAGEREF _Toc00000004 \\h", "12"),
    ]
    assert whole == 'TOC \\o "1-1" \\h \\z \\t "稿件标题,2,组标题,2"'
    assert shown == "要闻1开头一行下一行2【一组】12"


def test_nothing_asks_word_to_update(contents):
    settings = contents().part("word/settings.xml")
    assert settings.find(contents().W + "updateFields") is None


def test_links_lead_to_bookmarks_at_the_headings(contents):
    written = contents()
    W = written.W  # noqa: N806
    anchors = [each.get(W + "anchor") for each in written.body.iter(W + "hyperlink")]
    marks = {each.get(W + "name"): each for each in written.body.iter(W + "bookmarkStart")}
    assert anchors == list(marks) == ["_Toc00000001", "_Toc00000002", "_Toc00000004"]
    said = [written.text(mark.getparent()) for mark in marks.values()]
    assert said == ["要闻", "开头一行下一行", "【一组】"]
    ends = [each.get(W + "id") for each in written.body.iter(W + "bookmarkEnd")]
    assert ends == [mark.get(W + "id") for mark in marks.values()]


def test_long_entries_turn_over_where_the_pages_have_them(contents):
    written = contents()
    breaks = [
        len(list(each.iter(written.W + "br")))
        for each in written.paragraphs
        if (written.style_of(each) or "").startswith("TOC")
    ]
    assert breaks == [0, 1, 0]


def test_without_pages_the_numbers_are_left_blank(contents):
    numbers = [
        shown for instruction, shown in fields(contents(Settled())) if "PAGEREF" in instruction
    ]
    assert numbers == ["", "", ""]


@pytest.mark.parametrize("alone", [False, True])
def test_the_text_begins_on_a_new_page_where_contents_stand_alone(contents, alone):
    written = contents(alone=alone)
    breaks = [
        written.text(each)
        for each in written.paragraphs
        if each.find(f"{written.W}pPr/{written.W}pageBreakBefore") is not None
    ]
    assert breaks == (["要闻"] if alone else [])


def test_lines_are_left_free_below(contents, profile):
    written = contents()
    last = written.paragraphs[3]
    assert int(written.of(last, "pPr/spacing", "after")) == int(profile.pitch * 20)


def test_a_headline_is_a_heading(contents):
    style = contents().style("Headline")
    assert contents().of(style, "pPr/outlineLvl") == "2"


def test_a_comment_s_label_has_its_own_style(document, profile, xml):
    runs = (Run("编者按：", Role.COMMENT_LABEL), Run("一。", Role.COMMENT))
    written = xml(write(document(None, [Paragraph(Role.COMMENT, runs)], ()), profile))
    (comment, *_end) = written.paragraphs
    assert written.style_of(comment) == "EditorComment"
    labels = [written.of(run, "rPr/rStyle") for run in comment.iter(written.W + "r")]
    assert labels == ["CommentLabel", None]


def signed(document, text, *names):
    signatures = tuple(FootLine("责任编辑：", name, "") for name in names)
    return replace(document(None, [text("一行。")], ()), signatures=signatures)


def test_signatures_stand_evenly_by_tab_stops(document, text, profile, xml):
    written = xml(write(signed(document, text, "甲", "乙乙", "丙丙丙"), profile))
    (line,) = written.body.find(written.W + "tbl").iter(written.W + "p")
    assert written.text(line) == "责任编辑：甲\t责任编辑：乙乙\t责任编辑：丙丙丙"
    stops = line.findall(f"{written.W}pPr/{written.W}tabs/{written.W}tab")
    kinds = [stop.get(written.W + "val") for stop in stops]
    places = [int(stop.get(written.W + "pos")) for stop in stops]
    assert kinds == ["left", "right"]
    room = 8844 - 2 * 280 - 21 * 280
    assert places == [280 + 6 * 280 + room // 2, 8844 - 280]


def test_signatures_without_room_have_a_line_each(document, text, profile, xml):
    written = xml(write(signed(document, text, "甲" * 9, "乙" * 9, "丙" * 9), profile))
    lines = list(written.body.find(written.W + "tbl").iter(written.W + "p"))
    assert [written.text(line) for line in lines] == [f"责任编辑：{name * 9}" for name in "甲乙丙"]
    assert {written.of(line, "pPr/ind", "hanging") for line in lines} == {"1400"}


def test_no_rule_stands_above_signatures(document, text, profile, xml):
    whole = replace(signed(document, text, "甲"), foot=(FootLine("报：", "部", ""),))
    written = xml(write(whole, profile))
    first, second = written.body.find(written.W + "tbl").iter(written.W + "tc")
    assert first.find(f".//{written.W}tcBorders") is None
    assert second.find(f".//{written.W}tcBorders") is not None


def test_every_instruction_is_kept_with_its_spaces(contents):
    for each in contents().body.iter(contents().W + "instrText"):
        assert re.fullmatch(" .* ", each.text)
        assert each.get("{http://www.w3.org/XML/1998/namespace}space") == "preserve"
