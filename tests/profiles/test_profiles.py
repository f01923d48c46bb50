"""The profile: the standard's numbers, what follows from them, and a house's own."""

import math
import tomllib
from importlib.resources import files

import pytest
from pydantic import ValidationError

from bulletin_cli import profiles
from bulletin_cli.document import Masthead, Picture
from bulletin_cli.profiles.masthead import MastheadPlan, plan
from bulletin_cli.profiles.model import Profile
from bulletin_cli.roles import Role
from bulletin_cli.units import MM, length


def test_the_grid_fills_the_type_area(profile: Profile) -> None:
    assert profile.pitch * 22 == pytest.approx(225 * MM)
    assert profile.cell * 28 == pytest.approx(156 * MM)
    assert profile.paper.right == pytest.approx(26 * MM)
    assert profile.paper.bottom == pytest.approx(35 * MM)


def test_every_source_names_its_strength() -> None:
    text = (files("bulletin_cli.profiles") / "gbt9704.toml").read_text(encoding="utf-8")

    def check(node: object) -> int:
        if not isinstance(node, dict):
            return 0
        if node.keys() == {"value", "clause", "strength"}:
            assert node["strength"] in {"规定", "一般", "推荐", "实务"}
            assert node["clause"] or node["strength"] == "实务"
            return 1
        return sum(check(value) for value in node.values())

    assert check(tomllib.loads(text)) > 40


def test_a_house_says_only_what_differs() -> None:
    profile = profiles.load({"text": {"section": {"size": "二号"}}, "masthead": {"side": 0}})
    assert profile.text[Role.SECTION].size == 22
    assert profile.masthead.side == 0
    assert profile.text[Role.BODY] == profiles.load().text[Role.BODY]


@pytest.mark.parametrize(
    "overrides",
    [
        {"paper": {"widht": "210mm"}},
        {"paper": {"width": 210}},
        {"paper": {"width": "210"}},
        {"text": {"boddy": {}}},
        {"text": {"body": {"colour": "red"}}},
        {"text": {"body": {"face": "no such face"}}},
        {"grid": {"lines": True}},
        {"grid": {"lines": 0}},
        {"folio": {"wording": "no page"}},
        {"paper": {"area_width": "300mm"}},
    ],
)
def test_what_is_wrong_is_refused(overrides: dict[str, object]) -> None:
    with pytest.raises(ValidationError):
        profiles.load(overrides)


@pytest.mark.parametrize(
    ("text", "points"),
    [
        ("16pt", 16),
        ("25.4mm", 72),
        ("3号", 16),
        ("三号", 16),
        ("小四", 12),
        ("1 in", 72),
        ("1cm", 10 * MM),
    ],
)
def test_lengths(text: str, points: float) -> None:
    assert length(text) == pytest.approx(points)


@pytest.mark.parametrize("text", ["", "16", "-1pt", "1e3pt", "16px", "９pt", "99号", "pt"])
def test_no_lengths(text: str) -> None:
    with pytest.raises(ValueError):
        length(text)


FULL = Masthead("测试简报", None, "第1期", "编辑部", "2021年5月17日")


def test_the_masthead_takes_a_third_of_the_page(profile: Profile) -> None:
    places = plan(FULL, profile)
    assert places.name is not None
    assert places.number is not None
    assert places.office is not None
    assert places.rule is not None
    assert places.name.baseline < places.number < places.office.baseline < places.rule
    assert places.office.date is None
    below = places.rule + profile.paper.top
    assert 0.3 < below / profile.paper.height < 0.37
    assert places.lines == math.ceil(places.rule / profile.pitch) == 7


def test_no_masthead_takes_nothing(profile: Profile) -> None:
    assert plan(None, profile) == MastheadPlan()


@pytest.mark.parametrize("count", [1, 4, 8, 9, 12, 30])
def test_the_name_never_passes_the_measure(count: int, profile: Profile) -> None:
    name = plan(Masthead("字" * count), profile).name
    assert name is not None
    width = count * name.size + (count - 1) * name.spacing
    assert width <= profile.paper.area_width + 1e-6
    assert name.spacing >= 0
    assert (name.size == profile.text[Role.NAME].size) == (count <= 9)


@pytest.mark.parametrize(
    ("count", "own_line", "shrinks"),
    [(5, False, False), (17, True, False), (25, True, False), (33, True, True)],
)
def test_a_long_office_leaves_the_date_its_own_line(
    count: int, own_line: bool, shrinks: bool, profile: Profile
) -> None:
    places = plan(Masthead("刊", None, None, "字" * count, "2021年12月17日"), profile)
    assert places.office is not None
    assert places.rule is not None
    assert (places.office.date is not None) == own_line
    assert (places.office.size < 16) == shrinks
    assert count * places.office.size <= profile.paper.area_width - 32 + 1e-6
    last = places.office.date or places.office.baseline
    assert places.rule - last > 4 * MM


def test_a_logo_is_never_wider_than_the_measure() -> None:
    house = profiles.load({"masthead": {"logo_width": "200mm", "logo_height": "60mm"}})
    logo = plan(Masthead(logo=Picture(b"", 400, 60, "报头")), house).logo
    assert logo is not None
    assert logo.width == pytest.approx(house.paper.area_width)
