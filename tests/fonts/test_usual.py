"""What is taken for granted of fonts: the characters that every one of ours has."""

import sys
import unicodedata
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from bulletin_cli import profiles
from bulletin_cli.characters import usual
from bulletin_cli.fonts import Faces
from bulletin_cli.issue import Issue, texts

BUNDLED = Path(__file__).parents[2] / "fonts"


def test_every_face_has_the_usual_characters(faces: Faces) -> None:
    known = [char for char in map(chr, range(sys.maxunicode)) if usual(char)]
    assert len(known) > 6_763
    assert faces.uncovered("".join(known)) == ()


@pytest.mark.parametrize("char", [*"镕喆堃䶮𬭎é１Я┼", "\t", "\x7f", "\ue000", "\ufeff"])
def test_what_is_rare_is_not_taken_for_granted(char: str) -> None:
    rare = char != "１"
    assert usual(char) is not rare
    for text in (f"会议{char}结束。", f"{char}\n", f"a{char}b{char}"):
        assert usual(text) is not rare


def test_what_stands_where_nothing_is_said_is_usual() -> None:
    """A file without rare characters is not searched for what it leaves to us."""
    item = {"text": "会议结束。"}
    tables = {
        "publication": {},
        "date": "2021-05-17",
        "sections": [{"title": "栏", "items": [item]}],
    }
    assert all(usual(printed.text) for printed in texts(Issue.model_validate(tables)))
    assert usual(profiles.load().folio.wording)


@pytest.mark.parametrize("path", sorted(BUNDLED.glob("*.ttf")), ids=lambda path: path.stem)
def test_no_face_of_ours_has_a_blank_where_a_character_stands(path: Path) -> None:
    """Of another font it is looked at, for some have; of ours nobody looks."""
    with TTFont(path, lazy=True) as font:
        outlines = font["glyf"]
        blank = {
            chr(code)
            for code, name in font.getBestCmap().items()
            if not outlines[name].numberOfContours
        }
    assert {unicodedata.category(char) for char in blank} == {"Zs"}
