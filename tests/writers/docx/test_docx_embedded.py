"""Embedded faces on a machine without any: the page is as where the official names are known."""

from pathlib import Path

import pdfplumber
import pytest

from bulletin_cli.fonts import FontSearch
from bulletin_cli.pipeline import build

EXAMPLES = Path(__file__).parents[3] / "examples"
pytestmark = pytest.mark.render

ISSUES = {"2021-09": "2021-09.toml", "rare-names": "rare-names.json"}


@pytest.fixture(scope="module")
def built(tmp_path_factory):
    """Each issue as PDF and DOCX, with and without embedded faces."""
    folder, search = tmp_path_factory.mktemp("built"), FontSearch(system=False)
    result = {}
    for name, file in ISSUES.items():
        for embed in (False, True):
            outputs = build(
                EXAMPLES / file, folder / str(embed), search=search, embed_fonts=embed
            ).outputs
            result[name, embed] = {path.suffix: path for path in outputs}
    return result


@pytest.fixture(scope="module")
def rendered(built, render):
    """What LibreOffice makes of them: the plain ones with known names, the others without a face.

    One start for each of the latter: a family stays loaded, and each brings another part of it.
    """
    plain = {name: built[name, False][".docx"].read_bytes() for name in ISSUES}
    result = {(name, False): path for name, path in render(plain).items()}
    for name in ISSUES:
        content = built[name, True][".docx"].read_bytes()
        result[name, True] = render({name: content}, known=False)[name]
    return result


def chars(path):
    """For each page its characters in reading order: text, place, and the face."""
    with pdfplumber.open(path) as opened:
        return [sorted(map(_char, page.chars), key=_order) for page in opened.pages]


def _order(char):
    x, y = char[1]
    return -round(y), x


def _char(char):
    return char["text"], char["matrix"][4:6], char["fontname"].partition("+")[2]


@pytest.mark.parametrize("name", ISSUES)
def test_every_character_stands_where_it_would(rendered, name):
    plain, embedded = (chars(rendered[name, embed]) for embed in (False, True))
    assert len(embedded) == len(plain)
    for one, other in zip(plain, embedded, strict=True):
        assert [char[0] for char in other] == [char[0] for char in one]
        places = [
            [place for _text, places, _font in page for place in places] for page in (one, other)
        ]
        assert places[1] == pytest.approx(places[0], abs=0.6)


@pytest.mark.parametrize("name", ISSUES)
def test_faces_are_those_of_the_pdf(built, rendered, name):
    """Rare characters too: what 楷体 lacks comes from the same face as there."""
    ours, theirs = by_face(built[name, True][".pdf"]), by_face(rendered[name, True])
    assert theirs.keys() == ours.keys()
    assert theirs == ours


def by_face(path):
    faces = {}
    for page in chars(path):
        for text, _place, font in page:
            if text.strip():
                faces.setdefault(font, set()).add(text)
    return faces
