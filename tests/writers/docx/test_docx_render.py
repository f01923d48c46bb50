"""The page as LibreOffice sets it; places in points from the top of the paper."""

from collections import defaultdict
from itertools import pairwise, product
from typing import NamedTuple

import pdfplumber
import pytest
from msgspec.structs import replace

from bulletin_cli.document import FootLine, Masthead, Run
from bulletin_cli.profiles.masthead import plan
from bulletin_cli.roles import Role
from bulletin_cli.units import MM

pytestmark = pytest.mark.render

NEAR = 0.3 * MM
LOWER_EDGE = (37 + 225) * MM
FILLS = range(1, 23)
OVER = (1, 2, 10, 19, 20, 21, 22)
LONG_FOOT = (
    FootLine("发放：", "公司领导，" * 14, "共印120份"),
    FootLine("", "没有标签的一行", ""),
    FootLine("抄送：", "集团党群工作部、集团办公室、各部门", "投稿邮箱：gfdqb1@chalco.com.cn"),
)


class Line(NamedTuple):
    y: float
    text: str
    left: float
    right: float
    size: float
    font: str


def lines(page):
    rows = defaultdict(list)
    for char in page.chars:
        rows[round(page.height - char["matrix"][5], 1)].append(char)
    result = []
    for y, chars in sorted(rows.items()):
        chars.sort(key=lambda char: char["x0"])
        text = "".join(char["text"] for char in chars)
        ends = chars[0]["x0"], chars[-1]["x1"]
        result.append(Line(y, text, *ends, chars[0]["size"], chars[0]["fontname"]))
    return result


def strokes(page):
    """Middles of the drawn rules, top to bottom."""
    return sorted({round(line["top"], 2) for line in page.lines + page.rects + page.curves})


def _chars(count):
    return 26 + 28 * (min(count, 6) - 1)


@pytest.fixture(scope="module")
def issues(document, text, head, logo):
    body = [text("国" * 700), *(text("一行。") for _ in range(3))]
    subsets = {}
    for bits in product((False, True), repeat=4):
        if any(bits):
            parts = zip(bits, ("中铝股份党群工作", logo, "第9期", "党群工作部"), strict=True)
            name, picture, number, office = (part if on else None for on, part in parts)
            date = "2021年5月17日" if office else None
            masthead = Masthead(name, picture, number, office, date)
            subsets["head" + "".join(str(int(bit)) for bit in bits)] = document(masthead, body, ())
    marks = (Run("000012", Role.COPY), Run("内部资料 注意保存", Role.SECRECY))
    subsets["head-marks"] = document(replace(head, marks=marks), body, ())
    fills = {
        f"fill{count}": document(None, [text("一行。") for _ in range(22 + count)])
        for count in FILLS
    }
    # The last paragraph has six lines where they fit on its page, the first page being full.
    long = {
        f"long{count}": document(
            None,
            [*(text("一行。") for _ in range(22 + max(count - 6, 0))), text("国" * _chars(count))],
        )
        for count in FILLS
    }
    # The last paragraph runs over the end of the page before.
    over = {
        f"over{count}": document(
            None,
            [*(text("一行。") for _ in range(22 - 6)), text("国" * (26 + 28 * (count + 5)))],
        )
        for count in OVER
    }
    return {
        "sample": document(),
        "pages": document(head, [text("国" * 3000)]),
        "foot": document(None, body, LONG_FOOT),
        **subsets,
        **fills,
        **long,
        **over,
    }


@pytest.fixture(scope="module")
def pages(render, issues, as_built, profile):
    """Each issue as pages: lines of text and rules."""
    files = {name: as_built(issue, profile) for name, issue in issues.items()}
    result = {}
    for name, path in render(files).items():
        with pdfplumber.open(path) as pdf:
            result[name] = [(lines(page), strokes(page)) for page in pdf.pages]
    return result


def test_full_pages_hold_the_grid(pages, profile):
    for page_lines, _ in pages["pages"][1:-1]:
        *text_lines, folio = page_lines
        assert len(text_lines) == 22
        assert {len(line.text) for line in text_lines} == {28}
        first = profile.paper.top + profile.grid.baseline * profile.pitch
        for index, line in enumerate(text_lines):
            assert line.y == pytest.approx(first + index * profile.pitch, abs=NEAR + 0.5)
        assert folio.text.startswith("—")


def test_first_line_is_indented_two_characters(pages, profile):
    first, second = pages["pages"][0][0][3:5]
    assert (len(first.text), len(second.text)) == (26, 28)
    assert first.left == pytest.approx(profile.paper.left + 2 * profile.cell, abs=NEAR)
    assert second.left == pytest.approx(profile.paper.left, abs=NEAR)


def test_masthead_stands_where_the_plan_says(pages, issues, profile):
    for name in (name for name in issues if name.startswith("head")):
        masthead = issues[name].masthead
        places = plan(masthead, profile)
        name_line = places.name and places.name.baseline
        office = places.office and places.office.baseline
        wanted = [*places.marks, name_line, places.number, office]
        wanted = [profile.paper.top + place for place in wanted if place is not None]
        text_lines, rules = pages[name][0]
        found = [line.y for line in text_lines]
        assert found[: len(wanted)] == pytest.approx(wanted, abs=NEAR), name
        body = profile.paper.top + (places.lines + profile.grid.baseline) * profile.pitch
        assert found[len(wanted)] == pytest.approx(body, abs=NEAR), name
        assert rules[-1] == pytest.approx(profile.paper.top + places.rule, abs=NEAR + 0.5), name


def test_office_and_date_stand_in_one_character(pages, profile):
    office = pages["sample"][0][0][2]
    paper, side = profile.paper, 16
    assert office.text == "党群工作部2021年5月17日"
    assert office.left == pytest.approx(paper.left + side, abs=NEAR)
    assert office.right == pytest.approx(paper.left + paper.area_width - side, abs=NEAR)


def test_name_and_number_stand_in_the_middle(pages, profile):
    middle = profile.paper.left + profile.paper.area_width / 2
    for line in pages["sample"][0][0][:2]:
        assert (line.left + line.right) / 2 == pytest.approx(middle, abs=NEAR)


def test_roles_come_in_their_faces(pages):
    by_text = {line.text: line for text_lines, _ in pages["sample"] for line in text_lines}
    for text, face, size in (
        ("中铝股份党群工作", "XiaoBiaoSong", 48),
        ("学·习之路", "XiaoBiaoSong", 18),
        ("党史学习教育进行篇", "Kai", 16),
        ("【2021年中铝集团劳动模范】", "Hei", 16),
        ("2021年第9期（总第9期）", "FangSong", 16),
        ("— 1 —", "-Song", 14),
    ):
        line = by_text[text]
        assert face in line.font.replace("Bulletin", "-")
        assert line.size == pytest.approx(size)


def test_folio_stands_outside(pages, profile):
    paper = profile.paper
    odd, even = (pages["pages"][index][0][-1] for index in (0, 1))
    assert (odd.text, even.text) == ("— 1 —", "— 2 —")
    for folio in (odd, even):
        assert folio.y == pytest.approx(profile.folio_baseline, abs=NEAR)
    assert odd.right == pytest.approx(paper.left + paper.area_width - 14, abs=NEAR)
    assert even.left == pytest.approx(paper.left + 14, abs=NEAR)


@pytest.mark.parametrize(
    ("kind", "count"),
    [*product(("fill", "long"), FILLS), *product(("over",), OVER)],
)
def test_foot_stands_at_the_lower_edge_of_the_last_page(pages, profile, kind, count):
    found = pages[f"{kind}{count}"]
    assert len(found) == (2 if count <= 20 else 3)
    assert all(not rules for _, rules in found[:-1])
    text_lines, rules = found[-1]
    assert len(rules) == 3
    lowest = rules[-1] + profile.foot.outer.weight / 2
    assert lowest == pytest.approx(LOWER_EDGE, abs=0.5 * MM)
    for above, below in pairwise(rules):
        assert below - above == pytest.approx(profile.foot_row(1), abs=1.0)
    *text_lines, first, second, _folio = text_lines
    assert first.text.startswith("发放：")
    assert second.text.startswith("抄送：")
    assert text_lines, "the foot never stands alone"
    assert text_lines[-1].y < rules[0]
    assert sum(len(lines) for lines, _ in found) == 22 + count + 2 + len(found)
    if count <= 20:
        assert len(found[0][0]) == 22 + 1, "a page is full before the next begins"


def test_turned_over_lines_of_the_foot_stand_after_the_colon(pages, profile):
    text_lines, rules = pages["foot"][-1]
    assert len(rules) == 4
    *_, first, second, third, plain, _last, mail, folio = text_lines
    left = profile.paper.left + 14
    assert first.text.startswith("发放：")
    assert first.left == pytest.approx(left, abs=NEAR)
    for line in (second, third):
        assert line.left == pytest.approx(left + 3 * 14, abs=NEAR)
    assert third.text.endswith("共印120份")
    edge = profile.paper.left + profile.paper.area_width - 14
    assert third.right == pytest.approx(edge, abs=NEAR)
    assert plain.left == pytest.approx(left, abs=NEAR)
    assert mail.right == pytest.approx(edge, abs=NEAR)
    assert folio.text.startswith("—")
    heights = [below - above for above, below in pairwise(rules)]
    wanted = [profile.foot_row(count) for count in (3, 1, 2)]
    assert heights == pytest.approx(wanted, abs=1.0)
    assert rules[-1] + profile.foot.outer.weight / 2 == pytest.approx(LOWER_EDGE, abs=0.5 * MM)
