"""The ruling below a masthead: one rule or two, parted by a star, or nothing at all."""

from typing import Any

import pytest
from msgspec.structs import replace

from bulletin_cli.document import Masthead
from bulletin_cli.profiles import load
from bulletin_cli.profiles.masthead import plan
from bulletin_cli.profiles.ruling import Ruling, Star, ruling

WIDTH = load().paper.area_width


def ruled(**masthead: Any) -> Ruling:
    """What is drawn 10 pt below texts that end at 90."""
    return ruling(90.0, load({"masthead": {"rule_gap": "10pt", **masthead}}))


def test_one_rule_is_plain() -> None:
    drawn = ruled()
    (bar,) = drawn.bars
    assert (bar.x, bar.y, bar.width, bar.weight) == (0, 101, WIDTH, 2)
    assert drawn.plain
    assert drawn.bottom == 102


def test_a_second_rule_stands_below() -> None:
    drawn = ruled(rule2={"weight": "1pt", "gap": "3pt"})
    assert [(bar.y, bar.weight) for bar in drawn.bars] == [(101, 2), (105.5, 1)]
    assert not drawn.plain
    assert drawn.bottom == 106


def test_a_star_parts_every_rule_in_the_middle() -> None:
    drawn = ruled(star={"size": "20pt", "gap": "5pt"}, rule2={"weight": "1pt", "gap": "3pt"})
    assert drawn.star is not None
    assert drawn.star.x + 10 == pytest.approx(WIDTH / 2)
    assert drawn.star.y + drawn.star.height / 2 == pytest.approx(103), "middle of both rules"
    left, right, *_second = drawn.bars
    assert left.width == right.width == pytest.approx(WIDTH / 2 - 15)
    assert right.x + right.width == pytest.approx(WIDTH)
    assert len(drawn.bars) == 4


def test_a_star_wider_than_the_measure_leaves_no_rule() -> None:
    drawn = ruled(star={"size": "1000pt"})
    assert drawn.bars == ()
    assert drawn.star is not None
    assert drawn.star.width == WIDTH


@pytest.mark.parametrize(("size", "moved"), [("20pt", 0.0), ("24pt", 0.91), ("60pt", 18.03)])
def test_a_high_star_pushes_the_rule_down(size: str, moved: float) -> None:
    drawn = ruled(star={"size": size}, rule={"weight": "1pt"})
    assert drawn.star is not None
    assert drawn.star.y >= 90 - 1e-9
    assert drawn.bars[0].y == pytest.approx(100.5 + moved, abs=0.01)
    middle = drawn.star.y + drawn.star.height / 2
    assert middle == pytest.approx(drawn.bars[0].y)


@pytest.mark.parametrize("weight", ["none", "2pt"])
def test_a_star_may_stand_alone(weight: str) -> None:
    drawn = ruled(rule={"weight": weight}, star={"size": "20pt"})
    assert bool(drawn.bars) == (weight != "none")
    assert drawn.star is not None


def test_nothing_may_be_drawn() -> None:
    assert ruled(rule={"weight": "none"}) == Ruling()
    house = load({"masthead": {"rule": {"weight": "none"}}})
    head = Masthead("测试简报", None, "第1期", "编辑部", "2021年5月17日")
    places = plan(head, house)
    assert places.rule is None
    assert places.lines <= plan(head, load()).lines


def test_the_star_fills_its_box() -> None:
    star = Star(10.0, 20.0, 30.0)
    across = [x for x, _y in star.corners]
    down = [y for _x, y in star.corners]
    assert (min(across), max(across)) == pytest.approx((10, 40))
    assert (min(down), max(down)) == pytest.approx((20, 20 + star.height))


def test_a_unit_stands_above_the_name_which_keeps_its_place() -> None:
    head = Masthead("测试简报", None, "第1期", "编辑部", "2021年5月17日")
    plain, named = plan(head, load()), plan(replace(head, unit="某集团"), load())
    assert named.unit is not None
    assert named.name is not None
    assert plain.name is not None
    assert named.name.baseline == plain.name.baseline
    assert named.unit.baseline < named.name.baseline - named.name.size


def test_a_long_unit_shrinks_to_the_measure() -> None:
    places = plan(Masthead("刊", unit="某" * 40), load())
    assert places.unit is not None
    assert 40 * places.unit.size == pytest.approx(WIDTH)
