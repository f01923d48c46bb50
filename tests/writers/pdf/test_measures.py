"""The PDF of the real issue measured against GB/T 9704—2012: read back, not taken on trust.

The figures here are the standard's own, in millimetres; the profile is not asked.
"""

import io
from collections import defaultdict
from itertools import pairwise
from typing import Any

import pdfplumber
import pytest

from bulletin_cli.document import Document
from bulletin_cli.fonts import Faces
from bulletin_cli.layout import lay_out
from bulletin_cli.profiles import Profile
from bulletin_cli.writers import pdf

MM = 72 / 25.4
NEAR = pytest.approx

TOP, LEFT, WIDTH, HEIGHT = 37 * MM, 28 * MM, 156 * MM, 225 * MM
PITCH = HEIGHT / 22
TOLERANCE = 0.3 * MM


@pytest.fixture(scope="module")
def pages(real_document: Document, profile: Profile, faces: Faces) -> list[Any]:
    data = pdf.write(lay_out(real_document, profile, faces.advance), faces)
    with pdfplumber.open(io.BytesIO(data)) as opened:
        return [
            {"chars": page.chars, "lines": page.lines, "size": (page.width, page.height)}
            for page in opened.pages
        ]


def near(value: float) -> Any:
    return pytest.approx(value, abs=TOLERANCE)


def baselines(page: Any) -> dict[float, list[Any]]:
    """The characters of a page by their baseline, pt from the top; the folio's last."""
    rows: dict[float, list[Any]] = defaultdict(list)
    for char in page["chars"]:
        rows[round(page["size"][1] - char["matrix"][5], 1)].append(char)
    return dict(sorted(rows.items()))


def test_paper_is_a4(pages: list[Any]) -> None:
    for page in pages:
        assert page["size"] == (near(210 * MM), near(297 * MM))


def test_full_pages_hold_22_lines(pages: list[Any]) -> None:
    """Five pages are full; headings take two lines of the grid, so rows are counted by place."""
    for page in pages[1:-1]:
        rows = list(baselines(page))[:-1]
        places = [(row - TOP) / PITCH - 0.8 for row in rows]
        assert max(places) == NEAR(21, abs=0.02)
        assert min(places) <= 1.02
        for place in places:
            assert place == NEAR(round(place * 5) / 5, abs=0.02)


def test_lines_hold_28_characters(pages: list[Any]) -> None:
    counts = [len(row) for page in pages for row in baselines(page).values()]
    plain = [
        row
        for page in pages
        for row in baselines(page).values()
        if len(row) == 28 and not any(char["text"].isascii() for char in row)
    ]
    assert len(plain) > 20
    assert max(counts) < 36
    for row in plain:
        hangs = row[-1]["text"] in "、，。；：" and row[-1]["x0"] > LEFT + WIDTH - 1
        assert row[0]["x0"] == near(LEFT) or row[0]["x0"] == near(LEFT + 2 * WIDTH / 28)
        if not hangs:
            assert row[-1]["x1"] == near(LEFT + WIDTH)


def test_the_pitch_is_225_mm_by_22(pages: list[Any]) -> None:
    rows = list(baselines(pages[2]))[:-1]
    for above, below in pairwise(rows):
        assert below - above == near(PITCH)
    assert rows[0] == near(TOP + 0.8 * PITCH)


def test_type_sizes(pages: list[Any]) -> None:
    """3号 is 16 pt, 4号 14 pt, 小二 18 pt."""
    sizes = {round(char["size"], 2) for page in pages[1:] for char in page["chars"]}
    assert sizes == {14.0, 16.0, 18.0}
    folio = list(baselines(pages[1]).values())[-1]
    assert {char["size"] for char in folio} == {14.0}
    assert all("Song" in char["fontname"] for char in folio)


def test_the_masthead(pages: list[Any]) -> None:
    first = pages[0]
    rows = list(baselines(first).items())
    name = rows[0][1]
    assert "".join(char["text"] for char in name) == "中铝股份党群工作"
    assert {char["non_stroking_color"] for char in name} == {(1.0, 0.0, 0.0)}
    middle = (name[0]["x0"] + name[-1]["x0"] + name[-1]["size"]) / 2
    assert middle == near(LEFT + WIDTH / 2)
    assert name[-1]["x0"] + name[-1]["size"] <= LEFT + WIDTH
    office_baseline, office = rows[2]
    assert office[0]["x0"] == near(LEFT + 16)
    assert office[-1]["x1"] == near(LEFT + WIDTH - 16)
    (rule,) = first["lines"]
    assert rule["stroking_color"] == (1.0, 0.0, 0.0)
    assert (rule["x0"], rule["x1"]) == (near(LEFT), near(LEFT + WIDTH))
    box_bottom = office_baseline + 0.12 * 16
    assert rule["top"] - rule["linewidth"] / 2 - box_bottom == near(4 * MM)


def test_the_foot(pages: list[Any]) -> None:
    last = pages[-1]
    rules = sorted(last["lines"], key=lambda rule: rule["top"])
    weights = [rule["linewidth"] / MM for rule in rules]
    assert weights == [NEAR(0.35, abs=0.01), NEAR(0.25, abs=0.01), NEAR(0.35, abs=0.01)]
    for rule in rules:
        assert (rule["x0"], rule["x1"]) == (near(LEFT), near(LEFT + WIDTH))
    assert rules[-1]["top"] + rules[-1]["linewidth"] / 2 == near(TOP + HEIGHT)
    rows = list(baselines(last).values())
    assert rows[-3][0]["x0"] == near(LEFT + 14)
    assert rows[-2][-1]["x1"] == near(LEFT + WIDTH - 14)


def test_the_folio(pages: list[Any]) -> None:
    """Its dash begins 7 mm below the type area; odd right, even left, 1 character in."""
    for number, page in enumerate(pages, 1):
        baseline, folio = list(baselines(page).items())[-1]
        assert "".join(char["text"] for char in folio) == f"— {number} —"
        top_of_dash = baseline - 0.406 * 14
        assert top_of_dash - (TOP + HEIGHT) == near(7 * MM)
        if number % 2:
            assert folio[-1]["x1"] == near(LEFT + WIDTH - 14)
        else:
            assert folio[0]["x0"] == near(LEFT + 14)
