"""The masthead (报头): a paragraph and a style for each part."""

from collections.abc import Iterator

from docx.oxml.shape import CT_Inline
from docx.shared import Pt

from bulletin_cli.document import Masthead, Picture
from bulletin_cli.profiles.masthead import Logo, MastheadPlan, Name
from bulletin_cli.profiles.model import Profile
from bulletin_cli.profiles.values import Align
from bulletin_cli.roles import Role
from bulletin_cli.units import twips
from bulletin_cli.writers.docx.markup import Element, paragraph, run, tab, text, w
from bulletin_cli.writers.docx.names import NORMAL, PARAGRAPHS
from bulletin_cli.writers.docx.places import Place, places
from bulletin_cli.writers.docx.ruling import ruling_run
from bulletin_cli.writers.docx.styles import (
    Shape,
    paragraph_style,
    set_type,
    tiny_type,
    type_of,
)

_MARKS = (Role.COPY, Role.SECRECY)
_TEXTS = (Role.UNIT, Role.NAME, Role.NUMBER, Role.OFFICE, Role.DATE)
_SIDES = {Role.OFFICE, Role.DATE}
"""Parts that stand in from the sides of the type area."""


def masthead_styles(plan: MastheadPlan, profile: Profile) -> Iterator[Element]:
    """A style for every part; where a part stands is in its style, for it occurs once."""
    placed = places(plan, profile)
    for role in _MARKS:
        shape = Shape(twips(profile.pitch), profile.text[role].align)
        yield paragraph_style(PARAGRAPHS[role], NORMAL, shape, type_of(role, profile))
    yield _logo_style(placed.get(Role.LOGO, Place(0, 0)), profile)
    for role in _TEXTS:
        style = profile.text[role]
        place = placed.get(role, Place(0, twips(style.size / profile.grid.baseline)))
        side = profile.masthead.side * style.size if role in _SIDES else 0.0
        shape = Shape(
            line=place.line,
            align=Align.LEFT if role in _SIDES else style.align,
            before=place.before,
            after=place.after,
            first=twips(side),  # an indent of all lines would be the rule's as well
            right_tab=twips(profile.paper.area_width - side) if role in _SIDES else None,
            underline=place.underline,
        )
        type_ = type_of(role, profile)
        if role is Role.NAME and plan.name:
            fitted = style.model_copy(update={"size": plan.name.size})
            type_ = set_type(fitted, profile, plan.name.spacing)
        if role is Role.UNIT and plan.unit:
            fitted = style.model_copy(update={"size": plan.unit.size})
            type_ = set_type(fitted, profile, 0.0)
        if role is Role.OFFICE and plan.office:
            fitted = style.model_copy(update={"size": plan.office.size})
            type_ = set_type(fitted, profile, profile.tracking_of(role))
        yield paragraph_style(PARAGRAPHS[role], NORMAL, shape, type_)


def _logo_style(place: Place, profile: Profile) -> Element:
    """The line is as high as the picture: one of exact height would cut it off in Word."""
    shape = Shape(
        line=None,
        align=Align.CENTRE,
        before=place.before,
        after=place.after,
        underline=place.underline,
    )
    return paragraph_style(PARAGRAPHS[Role.LOGO], NORMAL, shape, tiny_type(profile))


def masthead_paragraphs(
    masthead: Masthead, plan: MastheadPlan, picture: str, profile: Profile
) -> Iterator[Element]:
    """The parts that are there, from top to bottom, and what is drawn below them.

    Args:
        masthead: the parts.
        plan: where they stand.
        picture: id of the relationship to the logo.
        profile: the measures.
    """
    parts = list(_parts(masthead, plan, picture))
    if parts and plan.ruling.bottom and not plan.ruling.plain:
        parts[-1].append(ruling_run(plan.ruling, profile))
    yield from parts


def _parts(masthead: Masthead, plan: MastheadPlan, picture: str) -> Iterator[Element]:
    """The parts that are there, from top to bottom."""
    for mark in masthead.marks:
        yield paragraph(PARAGRAPHS[mark.role].id, run(text(mark.text)))
    if masthead.unit and plan.unit:
        yield paragraph(PARAGRAPHS[Role.UNIT].id, run(text(masthead.unit)))
    if masthead.logo and plan.logo:
        drawing = _drawing(masthead.logo, plan.logo, picture)
        yield paragraph(PARAGRAPHS[Role.LOGO].id, w("r", drawing))
    if masthead.name and plan.name:
        yield paragraph(PARAGRAPHS[Role.NAME].id, *_name(masthead.name, plan.name))
    if masthead.number:
        yield paragraph(PARAGRAPHS[Role.NUMBER].id, run(text(masthead.number)))
    if plan.office:
        office = [text(masthead.office)] if masthead.office else []
        date = [tab(), text(masthead.date)] if masthead.date else []
        if plan.office.date:
            yield paragraph(PARAGRAPHS[Role.OFFICE].id, run(*office))
            yield paragraph(PARAGRAPHS[Role.DATE].id, run(*date))
        else:
            yield paragraph(PARAGRAPHS[Role.OFFICE].id, run(*office, *date))


def _name(name: str, plan: Name) -> Iterator[Element]:
    """The name; its last character carries no space, so that it stands in the middle."""
    if len(name) > 1 and twips(plan.spacing):
        yield run(text(name[:-1]))
        yield run(text(name[-1]), spacing=0)
    else:
        yield run(text(name))


def _drawing(picture: Picture, logo: Logo, relation: str) -> Element:
    """The picture in its line, with what it shows for those who cannot see it."""
    inline = CT_Inline.new_pic_inline(1, relation, "", Pt(logo.width), Pt(logo.height))
    for properties in inline.iter("{*}docPr", "{*}cNvPr"):
        properties.set("name", PARAGRAPHS[Role.LOGO].name)
        properties.set("descr", picture.description)
    return w("drawing", inline)
