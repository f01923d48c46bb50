"""Measures that are right alone and make no page together are refused where the house set them."""

from typing import Any

import pytest
from pydantic import ValidationError

from bulletin_cli import profiles
from bulletin_cli.profiles import coherence
from bulletin_cli.roles import Role
from bulletin_cli.units import MM


def house(measures: dict[str, object]) -> dict[str, Any]:
    """Measures by their dotted names, as the tables of a profile."""
    whole: dict[str, Any] = {}
    for name, value in measures.items():
        *rooms, leaf = name.split(".")
        node = whole
        for room in rooms:
            node = node.setdefault(room, {})
        node[leaf] = value
    return whole


def refused(measures: dict[str, object]) -> list[tuple[str, str]]:
    """Of what kind each fault is, and at which measure it is told."""
    try:
        profiles.load(house(measures))
    except ValidationError as error:
        return [(each["type"], ".".join(map(str, each["loc"]))) for each in error.errors()]
    return []


@pytest.mark.parametrize(
    ("measures", "kind", "told"),
    [
        ({"text.name.face": "hie"}, "face", "text.name.face"),
        ({"inline.strong": "hie"}, "face", "inline.strong"),
        ({"paper.left": "60mm"}, "area", "paper.left"),
        ({"paper.height": "250mm"}, "area", "paper.height"),
        ({"folio.gap": "40mm"}, "folio", "folio.gap"),
        ({"paper.height": "263mm"}, "folio", "paper.height"),
        ({"folio.gap": "1mm"}, "folio_gap", "folio.gap"),
        ({"pictures.gap": 27.0}, "wide", "pictures.gap"),
        ({"text.body.size": "22pt"}, "cell", "text.body.size"),
        ({"grid.characters": 60}, "cell", "grid.characters"),
        ({"grid.lines": 40}, "high", "grid.lines"),
        ({"text.headline.size": "30pt"}, "high", "text.headline.size"),
        ({"text.section.size": "40pt", "text.section.lines": 1}, "high", "text.section.size"),
        ({"text.lead.size": "30pt"}, "high", "text.lead.size"),
        ({"foot.outer.weight": "40pt"}, "high", "foot.outer.weight"),
        ({"inline.raised_rise": 1.0, "inline.raised_size": 1.0}, "high", "inline.raised_rise"),
        ({"pictures.space": "200mm"}, "picture", "pictures.space"),
        ({"tables.inner.weight": "20pt"}, "rule", "tables.inner.weight"),
        ({"contents.dot": "9pt"}, "dots", "contents.dot"),
        ({"paper.area_width": "3号"}, "narrow", "paper.area_width"),
        ({"text.body.indent": 25}, "narrow", "text.body.indent"),
        ({"text.entry_3.indent": 18}, "narrow", "text.entry_3.indent"),
        ({"contents.room": 20}, "narrow", "contents.room"),
        ({"masthead.side": 12}, "narrow", "masthead.side"),
        ({"foot.side": 12}, "narrow", "foot.side"),
        ({"folio.side": 30}, "wide", "folio.side"),
    ],
)
def test_what_makes_no_page_is_refused(measures: dict[str, object], kind: str, told: str) -> None:
    assert refused(measures)[0] == (kind, told)


def test_each_measure_to_be_mended_is_told_once() -> None:
    """Forty lines are too many for every text, which is one fault and not twenty."""
    found = refused({"grid.lines": 60, "folio.gap": "40mm", "folio.side": 40})
    assert found == [
        ("folio", "folio.gap"),
        ("wide", "folio.side"),
        ("high", "grid.lines"),
    ]


def test_what_fits_together_is_taken() -> None:
    larger = {"text.body.size": "22pt", "grid.characters": 20, "grid.lines": 16}
    assert refused(larger) == []
    small = {"paper.width": "148mm", "paper.height": "210mm", "paper.left": "20mm"}
    small |= {"paper.top": "25mm", "paper.area_width": "108mm", "paper.area_height": "160mm"}
    assert refused({**small, "grid.characters": 19, "grid.lines": 16}) == []
    part = {"text.note.size": "40pt"}  # stands in the two lines of its section
    assert refused(part) == []


def test_the_narrowest_measure_holds_a_date() -> None:
    size = profiles.load().text[Role.DATE].size
    width = (coherence.NARROWEST + 2) * size / MM
    tight: dict[str, object] = {"grid.characters": 10, "contents.room": 2}
    tight |= {"text.entry_2.indent": 0, "text.entry_3.indent": 0, "text.section.size": "3号"}
    assert refused({**tight, "paper.area_width": f"{width + 0.1:.2f}mm"}) == []
    found = refused({**tight, "paper.area_width": f"{width - 0.1:.2f}mm"})
    assert ("narrow", "paper.area_width") in found
