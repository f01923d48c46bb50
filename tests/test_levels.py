"""Levels: their numbers, and where they begin anew."""

import pytest

from bulletin_cli.characters import numeral
from bulletin_cli.levels import Levels


def numbers(*levels: int) -> list[str]:
    counts = Levels()
    return [counts.next(level).text for level in levels]


def test_each_level_has_its_form() -> None:
    assert numbers(1, 2, 3, 4) == ["一、", "（一）", "1.", "（1）"]


def test_a_level_begins_anew_below_a_higher_one() -> None:
    assert numbers(1, 2, 2, 1, 2, 3, 2, 3) == [
        *("一、", "（一）", "（二）", "二、", "（一）", "1.", "（二）", "1.")
    ]


def test_a_deeper_level_may_come_first() -> None:
    assert numbers(3, 3, 2, 3, 1, 3) == ["1.", "2.", "（一）", "1.", "一、", "1."]


def test_beyond_ten() -> None:
    assert [numbers(*[1] * 21)[place] for place in (9, 10, 19, 20)] == [
        "十、",
        "十一、",
        "二十、",
        "二十一、",
    ]
    assert numbers(*[2] * 12)[-1] == "（十二）"


def test_the_first_of_an_item_says_so() -> None:
    counts = Levels()
    assert [counts.next(level).begins for level in (2, 1, 1)] == [True, False, False]


@pytest.mark.parametrize(
    ("number", "written"),
    [
        *((1, "一"), (10, "十"), (11, "十一"), (20, "二十"), (21, "二十一"), (99, "九十九")),
        *((100, "一百"), (101, "一百零一"), (110, "一百一十"), (111, "一百一十一")),
        *((1000, "一千"), (1001, "一千零一"), (1010, "一千零一十"), (9999, "九千九百九十九")),
        *((10_000, "一万"), (10_500, "一万零五百"), (11_000, "一万一千"), (100_000, "十万")),
    ],
)
def test_numerals(number: int, written: str) -> None:
    assert numeral(number) == written
