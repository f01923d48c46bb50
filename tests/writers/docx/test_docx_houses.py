"""Houses as LibreOffice sets their DOCX: page by page as our own, the contents' numbers true."""

import re
from pathlib import Path

import pdfplumber
import pytest

from bulletin_cli.fonts import FontSearch
from bulletin_cli.pipeline import build

EXAMPLES = Path(__file__).parents[3] / "examples"
HOUSES = ("rich/2026-03", "blue-house/2026-02", "city-office/2026-09")
pytestmark = pytest.mark.render


@pytest.fixture(scope="module")
def pages(render, tmp_path_factory):
    """For each house the text of our own pages, and of LibreOffice's; blanks and dots left out."""
    folder, search = tmp_path_factory.mktemp("houses"), FontSearch(system=False)
    built = {
        house: [path.read_bytes() for path in build(source(house), folder, search=search).outputs]
        for house in HOUSES
    }
    plain = render({house.replace("/", "-"): docx for house, (_pdf, docx) in built.items()})
    result = {}
    for house, (pdf, _docx) in built.items():
        (folder / "own.pdf").write_bytes(pdf)
        result[house] = texts(folder / "own.pdf"), texts(plain[house.replace("/", "-")])
    return result


def source(house):
    return EXAMPLES / f"{house}.toml"


def texts(path):
    with pdfplumber.open(path) as opened:
        return [re.sub(r"[\s.·]", "", page.extract_text()) for page in opened.pages]


@pytest.mark.parametrize("house", HOUSES)
def test_pages_hold_what_ours_hold(pages, house):
    ours, theirs = pages[house]
    assert len(ours) == len(theirs)
    for own, other in zip(ours, theirs, strict=True):
        assert own == other


@pytest.mark.parametrize("house", HOUSES[:2])
def test_numbers_are_those_of_the_pages_there(pages, house):
    _ours, theirs = pages[house]
    first, *_others = theirs
    titles = re.findall(r'^title = "([^"]+)"', source(house).read_text("utf-8"), re.MULTILINE)
    listed = 0
    for title in titles:
        entry = re.search(rf"{re.escape(title)}(\d+)", first)
        if entry:
            listed += 1
            assert title in theirs[int(entry[1][0]) - 1], title
    assert listed >= 6
