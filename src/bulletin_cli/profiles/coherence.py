"""Whether the measures of a profile go together (版式自洽): each right alone may make no page.

A fault is told at the first of the measures concerned that the house has set: those of the standard
go together.
"""

from collections.abc import Iterator, Mapping
from typing import Any

from msgspec import Struct
from pydantic import ValidationError
from pydantic_core import InitErrorDetails, PydanticCustomError

from bulletin_cli.characters import ems
from bulletin_cli.profiles.measures import Keys
from bulletin_cli.profiles.model import Profile
from bulletin_cli.profiles.values import ASCENT
from bulletin_cli.roles import Role

NARROWEST = 8
"""Least characters of a text on a line, beside what indent or sides take; a date has eight."""
CLOSEST, WIDEST = 0.85, 2.0
"""How near and how far the grid may set characters of the body, em from one to the next: nearer
they stand on one another, further they are no words."""

_FIGURE = 0.75
"""Height of figures above their baseline, em, in any face."""

_WITHIN = {
    Role.NOTE: Role.SECTION,
    Role.LEAD: Role.BODY,
    Role.CREDIT: Role.BODY,
    Role.COMMENT_LABEL: Role.COMMENT,
}
"""Parts of a paragraph, and what that is."""
_FITTED = frozenset({Role.NAME, Role.UNIT})
"""Lines that stand on no grid and shrink where they are wide."""
_ENTRIES = (Role.ENTRY_1, Role.ENTRY_2, Role.ENTRY_3)

_CHARACTERS: Keys = ("grid", "characters")
_BODY: Keys = ("text", "body", "size")
_MEASURE: Keys = ("paper", "area_width")
_PITCH: tuple[Keys, ...] = (("grid", "lines"), ("paper", "area_height"))


class _Fault(Struct, frozen=True):
    """What does not go together: its kind, the measures concerned, the words of its sentence."""

    kind: str
    keys: tuple[Keys, ...]
    words: Mapping[str, object]


def check(profile: Profile, overrides: Mapping[str, Any]) -> None:
    """Refuse a profile whose measures make no page.

    Args:
        profile: the measures, each right alone.
        overrides: those that the house set.

    Raises:
        pydantic.ValidationError: what does not go together, once for each measure to be mended.
    """
    errors: dict[Keys, InitErrorDetails] = {}
    for fault in _faults(profile):
        keys = next((keys for keys in fault.keys if _said(keys, overrides)), fault.keys[0])
        kind = PydanticCustomError(fault.kind, "does not go together", {**fault.words})
        errors.setdefault(keys, InitErrorDetails(type=kind, loc=keys, input=None))
    if errors:
        raise ValidationError.from_exception_data("Profile", list(errors.values()))


def _said(keys: Keys, overrides: object) -> bool:
    for key in keys:
        if not isinstance(overrides, Mapping) or key not in overrides:
            return False
        overrides = overrides[key]
    return True


def _faults(profile: Profile) -> Iterator[_Fault]:
    yield from _faces(profile)
    yield from _paper(profile)
    yield from _lines(profile)
    yield from _pieces(profile)
    yield from _cell(profile)
    yield from _heights(profile)
    yield from _pictures(profile)
    yield from _rules(profile)


def _faces(profile: Profile) -> Iterator[_Fault]:
    """Every face that is named is one of the profile's."""
    named: dict[Keys, str] = {
        ("text", role, "face"): style.face for role, style in profile.text.items()
    }
    for role in (Role.STRONG, Role.EMPHASIS):
        named["inline", role] = profile.inline.face_of(role) or ""
    for keys, face in named.items():
        if face not in profile.faces:
            yield _Fault("face", (keys,), {"face": face, "known": ", ".join(profile.faces)})


def _paper(profile: Profile) -> Iterator[_Fault]:
    """The type area is on the paper, and below it the folio."""
    paper, size = profile.paper, profile.text[Role.FOLIO].size
    down = (("paper", "area_height"), ("paper", "top"), ("paper", "height"))
    if paper.right < 0:
        yield _Fault("area", (_MEASURE, ("paper", "left"), ("paper", "width")), {})
    if paper.bottom < 0:
        yield _Fault("area", down, {})
    elif profile.folio_baseline + (1 - ASCENT) * size > paper.height:
        keys: tuple[Keys, ...] = (("folio", "gap"), ("text", "folio", "size"), *down)
        yield _Fault("folio", keys, {"room": _pt(paper.bottom)})
    least = (_FIGURE - profile.folio.dash) * size
    if profile.folio.gap < least:
        keys = (("folio", "gap"), ("folio", "dash"), ("text", "folio", "size"))
        yield _Fault("folio_gap", keys, {"least": _pt(least)})


def _lines(profile: Profile) -> Iterator[_Fault]:
    """Every line holds some characters beside what its indent or sides take."""
    text, measure = profile.text, profile.paper.area_width
    for role, keys, taken in _taken(profile):
        wanted = taken + NARROWEST * text[role].size
        if wanted > measure:
            words = {"count": NARROWEST, "wanted": _pt(wanted), "room": _pt(measure)}
            yield _Fault("narrow", (*keys, ("text", role, "size"), _MEASURE), words)


def _taken(profile: Profile) -> Iterator[tuple[Role, tuple[Keys, ...], float]]:
    """What lines leave free at their sides, pt, and the measures that say so."""
    text = profile.text
    for role in text:
        if role in _ENTRIES:
            free = profile.indent_of(role) + profile.contents.room * text[role].size
            yield role, (("text", role, "indent"), ("contents", "room")), free
        elif role not in _FITTED:
            yield role, (("text", role, "indent"),), profile.indent_of(role)
    for role in (Role.OFFICE, Role.DATE):
        yield role, (("masthead", "side"),), 2 * profile.masthead.side * text[role].size
    yield Role.FOOT, (("foot", "side"),), 2 * profile.foot.side * text[Role.FOOT].size


def _pieces(profile: Profile) -> Iterator[_Fault]:
    """What stands on a line alone is no wider than the measure."""
    folio, measure = profile.folio, profile.paper.area_width
    number = (folio.side + ems(folio.wording)) * profile.text[Role.FOLIO].size
    two = (profile.pictures.gap + 2) * profile.cell
    for keys, wanted in (
        ((("folio", "side"), ("folio", "wording"), ("text", "folio", "size")), number),
        ((("pictures", "gap"), _CHARACTERS), two),
    ):
        if wanted > measure:
            words = {"wanted": _pt(wanted), "room": _pt(measure)}
            yield _Fault("wide", (*keys, _MEASURE), words)


def _cell(profile: Profile) -> Iterator[_Fault]:
    """The characters of the grid stand neither on one another nor apart."""
    size = profile.text[Role.BODY].size
    if not CLOSEST * size <= profile.cell <= WIDEST * size:
        words = {
            "count": profile.grid.characters,
            "cell": _pt(profile.cell),
            "size": _pt(size),
            "fit": max(round(profile.paper.area_width / size), 1),
        }
        yield _Fault("cell", (_CHARACTERS, _BODY, _MEASURE), words)


def _heights(profile: Profile) -> Iterator[_Fault]:
    """No type is higher than the lines it stands in; the highest is told first."""
    body, inline = profile.text[Role.BODY], profile.inline
    for role, style in sorted(profile.text.items(), key=lambda each: -each[1].size):
        if role not in _FITTED:
            within = _WITHIN.get(role, role)
            room = profile.pitch * profile.text[within].lines
            yield from _high(style.size, room, ("text", role, "size"), ("text", within, "lines"))
    raised = body.size * (inline.raised_rise + inline.raised_size * ASCENT + 1 - ASCENT)
    keys: tuple[Keys, ...] = (("inline", "raised_rise"), ("inline", "raised_size"), _BODY)
    yield from _high(raised, profile.pitch * body.lines, *keys)
    foot = profile.text[Role.FOOT].size
    rules = (profile.foot.outer.weight + profile.foot.inner.weight) / 2
    keys = (("foot", "outer", "weight"), ("foot", "inner", "weight"), ("text", "foot", "size"))
    yield from _high(foot + rules, profile.pitch, *keys)


def _high(size: float, room: float, *keys: Keys) -> Iterator[_Fault]:
    if size > room:
        yield _Fault("high", (*keys, *_PITCH), {"size": _pt(size), "room": _pt(room)})


def _pictures(profile: Profile) -> Iterator[_Fault]:
    """The white above and below a picture leaves it a line at the least."""
    style = profile.pictures
    white, room = 2 * style.space, style.lines * profile.pitch
    if white > room - profile.pitch:
        keys = (("pictures", "space"), ("pictures", "lines"), *_PITCH)
        yield _Fault("picture", keys, {"white": _pt(white), "room": _pt(room)})


def _rules(profile: Profile) -> Iterator[_Fault]:
    """The rules of tables leave the texts free, and the dots of the contents one another."""
    tables, contents = profile.tables, profile.contents
    side = tables.side * min(profile.text[role].size for role in (Role.TABLE, Role.TABLE_SMALL))
    for name, rule in (("outer", tables.outer), ("inner", tables.inner)):
        for place, white in (("side", side), ("space", tables.space)):
            if rule.weight / 2 > white:
                words = {"weight": _pt(rule.weight), "room": _pt(2 * white)}
                yield _Fault("rule", (("tables", name, "weight"), ("tables", place)), words)
    step = contents.step * min(profile.text[role].size for role in _ENTRIES)
    if contents.dot > step:
        keys = (("contents", "dot"), ("contents", "step"))
        yield _Fault("dots", keys, {"dot": _pt(contents.dot), "room": _pt(step)})


def _pt(length: float) -> str:
    return f"{round(length, 1):g} pt"
