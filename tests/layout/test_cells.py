"""A paragraph as cells: stretches put in their places say what the whole text would."""

from hypothesis import given
from hypothesis import strategies as st

from bulletin_cli.characters import CLOSING, OPENING, POINTS, is_han
from bulletin_cli.layout.breaking import opportunities, solid
from bulletin_cli.layout.cells import _NOT_HAN, cells, widths_in
from bulletin_cli.profiles.rooms import Breaking

SETTINGS = [
    Breaking(setting=setting, gap=gap, stretch=0.5, avoid_lone=False)
    for setting in ("word", "full", "compressed")
    for gap in (0.0, 0.25)
]
CHARACTERS = st.sampled_from(
    "学习党史教育镕𬭎々〇"
    + "，。、：；！？“”‘’（）《》【】—…·～"
    + "aZ09.-%/@ $+"
    + "é\u0301\ufe00\u00a0"
)


@given(st.text(CHARACTERS, max_size=60), st.sampled_from(SETTINGS))
def test_breaks_are_those_of_the_whole_text(text: str, setting: Breaking) -> None:
    strip = cells(text, [1.0] * len(text), [1.0] * len(text), setting)
    places = opportunities(text)
    assert strip.places == places
    assert strip.solid == solid(text, places)
    assert strip.hangs == [setting.hanging and char in POINTS for char in text]
    assert strip.blank == [char == " " for char in text]


@given(st.text(CHARACTERS, max_size=60), st.sampled_from(SETTINGS))
def test_white_stands_between_neighbours_only(text: str, setting: Breaking) -> None:
    sizes = [10.0] * len(text)
    strip = cells(text, sizes, sizes, setting)
    marks = OPENING | CLOSING | POINTS
    for index, char in enumerate(text):
        following = text[index + 1 : index + 2]
        white = (strip.joins[index], strip.gives[index])
        if not following or (is_han(char) and is_han(following)):
            assert white == (0.0, 0.0)
        elif char in marks and following in marks:
            wide = char in OPENING and following not in OPENING
            assert white == ((0.0 if wide else -10.0 * setting.shared), 0.0)
        assert strip.ends[index] == 10.0 * setting.squeezed * (char in CLOSING | POINTS)


def test_each_character_counts_in_its_own_size() -> None:
    strip = cells("一3二", [10.0, 5.0, 20.0], [10.0, 10.0, 20.0], SETTINGS[1])
    assert strip.joins == [2.5, 2.5, 0.0]
    assert strip.most == 10.0


@given(st.characters(codec="utf-8"))
def test_a_stretch_is_all_but_ideographs(char: str) -> None:
    assert bool(_NOT_HAN.fullmatch(char)) != is_han(char)


def test_a_width_is_asked_for_once() -> None:
    asked = []

    def advance(char: str, face: str) -> float:
        asked.append((char, face))
        return 0.5

    for _ in range(2):
        assert widths_in(advance, "fangsong", 16.0, -0.25)["a"] == 7.75
    assert asked == [("a", "fangsong")]
