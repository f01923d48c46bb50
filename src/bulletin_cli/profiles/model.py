"""The shape of a format profile (版式): every measure, size, face and colour, each at one place.

Lengths are in points once read; counts of characters (indents, sides) are in em of the type they
stand beside. What follows from other numbers is a property, never a second number.
"""

from collections.abc import Mapping
from enum import StrEnum
from typing import Annotated, Any

from pydantic import (
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    StrictBool,
    StringConstraints,
    ValidationInfo,
    field_validator,
)
from pydantic_core import PydanticCustomError

from bulletin_cli.document import Role
from bulletin_cli.units import length

ASCENT = 0.88
"""Height of a character's box above its baseline, em; the rest of the em hangs below it."""


def _length(value: object) -> float:
    if isinstance(value, str):
        try:
            return length(value)
        except ValueError:
            pass
    raise PydanticCustomError("length", "not a length")


Length = Annotated[
    float,
    BeforeValidator(_length),
    Field(gt=0, le=2000, json_schema_extra={"form": "length"}),
]
TypeSize = Annotated[
    float,
    BeforeValidator(_length),
    Field(ge=4, le=400, json_schema_extra={"form": "length"}),
]
"""A size of type: below 4 pt nobody reads it, above 400 pt no page holds it."""

NO_LENGTH = "none"
"""What a person writes for the size of what is not to be there."""


def _length_or_none(value: object) -> float:
    if value == NO_LENGTH:
        return 0.0
    try:
        return _length(value)
    except PydanticCustomError:
        raise PydanticCustomError("length_or_none", "neither a length nor none") from None


LengthOrNone = Annotated[
    float,
    BeforeValidator(_length_or_none),
    Field(ge=0, le=2000, json_schema_extra={"form": "length_or_none"}),
]
"""A length; ``"none"``, which is 0, leaves out what it is the size of."""

Ems = Annotated[float, Field(strict=True, ge=0, le=60)]
Colour = Annotated[str, StringConstraints(pattern=r"^[0-9A-F]{6}$")]


class Align(StrEnum):
    """Where the lines of a paragraph stand in the measure."""

    JUSTIFY = "justify"
    CENTRE = "centre"
    LEFT = "left"
    RIGHT = "right"


class FolioPlace(StrEnum):
    """Where the folio stands."""

    OUTER = "outer"
    """Odd pages right, even pages left."""
    CENTRE = "centre"


class _Model(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class Paper(_Model):
    """Paper and type area (版心); the right and lower margins follow from them."""

    width: Length
    height: Length
    top: Length
    left: Length
    area_width: Length
    area_height: Length

    @field_validator("area_width", "area_height")
    @classmethod
    def _on_the_paper(cls, size: float, info: ValidationInfo) -> float:
        across = info.field_name == "area_width"
        paper = info.data.get("width" if across else "height")
        margin = info.data.get("left" if across else "top")
        if paper and margin and margin + size > paper:
            raise PydanticCustomError("area", "larger than the paper")
        return size

    @property
    def right(self) -> float:
        """Right margin, pt."""
        return self.width - self.left - self.area_width

    @property
    def bottom(self) -> float:
        """Lower margin, pt."""
        return self.height - self.top - self.area_height


class Grid(_Model):
    """Lines on a page and characters on a line, filling the type area."""

    lines: Annotated[int, Field(strict=True, ge=5, le=100)]
    characters: Annotated[int, Field(strict=True, ge=5, le=100)]
    baseline: Annotated[float, Field(strict=True, gt=0.5, lt=1)]
    """Where in a line's height its baseline stands, from the top, as a share."""
    widow: Annotated[int, Field(strict=True, ge=1, le=4)]
    """Least lines of a paragraph before and after the end of a page (孤行); 1 leaves pages full."""


class Face(_Model):
    """A face (字体): what it is called and what may stand for it."""

    name: str
    """Its official name, as it is written into the DOCX."""
    aliases: tuple[str, ...] = ()
    """Other names that the same design goes by."""
    standins: tuple[str, ...] = ()
    """Families of another design that may stand for it, best first."""


class TextStyle(_Model):
    """How a role looks; a run within a paragraph has only its face, size and colour."""

    face: str
    size: TypeSize
    colour: Colour = "000000"
    align: Align = Align.JUSTIFY
    indent: Ems = 0.0
    """First-line indent, em."""
    lines: Annotated[int, Field(strict=True, ge=1, le=5)] = 1
    """Lines of the grid that each of its lines takes."""


class Rule(_Model):
    """A drawn rule."""

    weight: LengthOrNone
    colour: Colour = "000000"


class StarStyle(_Model):
    """A star in the middle of the masthead's rule, in its colour."""

    size: LengthOrNone
    """From its left tip to its right."""
    gap: Length
    """From each of these to the rule."""


class SecondRule(_Model):
    """A second rule below the masthead's, in its colour."""

    weight: LengthOrNone
    gap: Length
    """White between the two."""


class MastheadStyle(_Model):
    """Where the parts of the masthead (报头) stand; gaps are between character boxes."""

    name_top: Length
    """From the top of the type area to the top of the name."""
    marks_gap: Length
    """Least space from the marks at the top left down to the name."""
    unit_gap: Length
    """From the name of the unit to the bulletin's."""
    name_fill: Annotated[float, Field(strict=True, gt=0, le=1)]
    """Share of the measure that the name is spaced out to."""
    name_spacing: Ems
    """Most space put between its characters for that, em."""
    number_gap: Length
    office_gap: Length
    side: Ems
    """The office from the left, the date from the right, em."""
    rule_gap: Length
    rule: Rule
    star: StarStyle
    rule2: SecondRule
    body_gap: Length
    """Least space from the rule to the line of the grid where the body begins."""
    logo_width: Length
    logo_height: Length
    """Box that a logo picture is fitted into."""


class Leader(StrEnum):
    """What leads from an entry of the contents to its page (引导点)."""

    MIDDLE = "middle"
    """Dots at half the height of the characters, as Chinese books have them."""
    DOT = "dot"
    """Dots on the baseline."""
    NONE = "none"


class ContentsStyle(_Model):
    """The contents (本期要目); their type is the roles ``contents``, ``entry_1`` and so on."""

    leader: Leader
    dot: Length
    """Size of a dot."""
    step: Annotated[float, Field(strict=True, gt=0, le=10)]
    """From dot to dot, em."""
    room: Annotated[float, Field(strict=True, ge=2, le=20)]
    """What entries leave free at the right for the page number, em."""
    after: Annotated[int, Field(strict=True, ge=0, le=20)]
    """Lines of the grid left free below."""


class PictureStyle(_Model):
    """Pictures in the text; their captions are the role ``caption``."""

    gap: Ems
    """Least space between two side by side, characters."""
    space: Length
    """Least white above and below a picture within its lines of the grid."""
    lines: Annotated[int, Field(strict=True, ge=2, le=90)]
    """The most lines of the grid that one takes."""
    share: Annotated[float, Field(strict=True, gt=0, le=1)]
    """The most of the measure that one alone takes where its width is not said."""
    resolution: Annotated[int, Field(strict=True, ge=72, le=1200)]
    """Pixels to the inch that are kept for print."""


class TableStyle(_Model):
    """Tables; their type is the roles ``table``, ``table_head`` and their small ones."""

    outer: Rule
    """The rules around a table."""
    inner: Rule
    """The rules between its cells."""
    side: Annotated[float, Field(strict=True, ge=0.1, le=5)]
    """White between a text and the rules at its sides, em of the table."""
    space: Length
    """Least white above and below the lines of a cell that has several."""
    line: Annotated[float, Field(strict=True, ge=1, le=3)]
    """From line to line within a cell, em of the table."""


class FootStyle(_Model):
    """The foot (版记): its rules and sides; its text is the role ``foot``."""

    outer: Rule
    inner: Rule
    side: Ems

    @property
    def between(self) -> float:
        """Least space between a text and the element at its right, em: one character."""
        return 1.0


class FolioStyle(_Model):
    """The folio (页码); its type is the role ``folio``."""

    wording: Annotated[str, StringConstraints(pattern=r"^[^{}]*\{page\}[^{}]*$")]
    gap: Length
    """From the type area down to the upper edge of the dash."""
    dash: Annotated[float, Field(strict=True, gt=0, lt=1)]
    """Upper edge of the dash above the baseline, em."""
    place: FolioPlace
    side: Ems
    first: StrictBool
    """Whether page 1 has one."""


class Setting(StrEnum):
    """How marks are set (标点处理)."""

    WORD = "word"
    """As Word with its Chinese defaults: two adjacent marks share half an em, one mark may hang."""
    FULL = "full"
    """Every mark takes its em, one may hang: what LibreOffice can do."""
    COMPRESSED = "compressed"
    """GB/T 15834 and clreq: two adjacent marks share half an em, a mark at a line end takes half,
    marks are squeezed to bring one more in; none hangs."""


class Breaking(_Model):
    """How lines are broken and filled."""

    setting: Setting
    gap: Annotated[float, Field(strict=True, ge=0, le=1)]
    """Between Chinese characters and figures or Latin letters, em."""
    stretch: Annotated[float, Field(strict=True, gt=0, le=60)]
    """The most put between two characters to fill a line, em; a line that would need more stays
    short."""
    avoid_lone: StrictBool
    """Whether a single character on a last line (孤字) is kept company."""

    @property
    def shared(self) -> float:
        """What two adjacent marks give up between them, em."""
        return 0.0 if self.setting is Setting.FULL else 0.5

    @property
    def hanging(self) -> bool:
        """Whether one mark may stand outside the measure."""
        return self.setting is not Setting.COMPRESSED

    @property
    def least_gap(self) -> float:
        """What is left of the gap when a line is squeezed, em (clreq § 3.2.2)."""
        return min(self.gap, 0.125)

    @property
    def squeezed(self) -> float:
        """What a mark gives up at a line end, or within a line to bring one more in, em."""
        return 0.5 if self.setting is Setting.COMPRESSED else 0.0


class Inline(_Model):
    """How parts of a text are set that its notation names; all else they have of the text."""

    strong: str
    """Face of strong words."""
    emphasis: str
    """Face of emphasis."""
    raised_size: Annotated[float, Field(strict=True, gt=0, le=1)]
    """Size of a superscript, as a share of that of the text."""
    raised_rise: Annotated[float, Field(strict=True, ge=0, le=1)]
    """Its baseline above that of the text, em of the text."""

    def face_of(self, role: Role) -> str | None:
        """The face of a role that is only ever a part of a text."""
        return {Role.STRONG: self.strong, Role.EMPHASIS: self.emphasis}.get(role)


_ALONE = frozenset(
    {Role.COPY, Role.SECRECY, Role.UNIT, Role.NAME, Role.NUMBER, Role.OFFICE, Role.DATE, Role.FOLIO}
)
"""Roles of single lines, which fill no measure."""


class Profile(_Model):
    """A whole format: everything that layout and the writers measure with."""

    title: str
    paper: Paper
    grid: Grid
    faces: dict[str, Face]
    text: dict[Role, TextStyle]
    inline: Inline
    masthead: MastheadStyle
    contents: ContentsStyle
    pictures: PictureStyle
    tables: TableStyle
    foot: FootStyle
    folio: FolioStyle
    breaking: Breaking

    @field_validator("text")
    @classmethod
    def _faces_are_known(
        cls, text: dict[Role, TextStyle], info: ValidationInfo
    ) -> dict[Role, TextStyle]:
        known = info.data.get("faces", {})
        for role, style in text.items():
            if known and style.face not in known:
                context = {"role": role.value, "face": style.face, "known": ", ".join(known)}
                raise PydanticCustomError("face", "unknown face", context)
        return text

    def __hash__(self) -> int:
        """What is made of a profile alone is made once for all issues that have it."""
        return hash((self.title, self.paper, self.grid, self.masthead))

    @field_validator("inline")
    @classmethod
    def _inline_faces_are_known(cls, inline: Inline, info: ValidationInfo) -> Inline:
        known = info.data.get("faces", {})
        for role in (Role.STRONG, Role.EMPHASIS):
            face = inline.face_of(role)
            if known and face not in known:
                context = {"role": role.value, "face": face, "known": ", ".join(known)}
                raise PydanticCustomError("face", "unknown face", context)
        return inline

    def style_of(self, role: Role, within: Role, *, raised: bool = False) -> TextStyle:
        """How a run looks.

        Args:
            role: its role.
            within: the role of its paragraph, of which strong words and emphasis have their size.
            raised: whether it is a superscript; its size is then a share of what it would be.
        """
        face = self.inline.face_of(role)
        style = self.text[within].model_copy(update={"face": face}) if face else self.text[role]
        if raised:
            style = style.model_copy(update={"size": style.size * self.inline.raised_size})
        return style

    @property
    def pitch(self) -> float:
        """Distance from line to line (行距), pt."""
        return self.paper.area_height / self.grid.lines

    @property
    def cell(self) -> float:
        """Width of one body character with its share of the measure (字距), pt."""
        return self.paper.area_width / self.grid.characters

    @property
    def tracking(self) -> float:
        """What each body character gives up or gains so that the grid fills the measure, pt."""
        return self.cell - self.text[Role.BODY].size

    def tracking_of(self, role: Role) -> float:
        """What each character of a role gives up or gains, pt: only text set as the body is."""
        body, style = self.text[Role.BODY], self.text[role]
        like_body = style.size == body.size and style.align is Align.JUSTIFY
        return self.tracking if like_body and role not in _ALONE else 0.0

    def indent_of(self, role: Role) -> float:
        """First-line indent of a role, pt."""
        style = self.text[role]
        return style.indent * (style.size + self.tracking_of(role))

    @property
    def folio_baseline(self) -> float:
        """Baseline of the folio from the top of the paper, pt."""
        below = self.folio.gap + self.folio.dash * self.text[Role.FOLIO].size
        return self.paper.top + self.paper.area_height + below

    @property
    def foot_line(self) -> float:
        """Height of a line of the foot, pt: its baseline centres one line in a row of one pitch."""
        size = self.text[Role.FOOT].size
        return (self.pitch + (2 * ASCENT - 1) * size) / (2 * self.grid.baseline)

    def foot_row(self, lines: int) -> float:
        """Height of a row of the foot with so many lines, rule to rule, pt."""
        return self.pitch + (lines - 1) * self.foot_line


def merged(base: Mapping[str, Any], overrides: Mapping[str, Any]) -> dict[str, Any]:
    """The base with the overrides laid over it, table by table."""
    result = dict(base)
    for key, value in overrides.items():
        below = result.get(key)
        if isinstance(below, Mapping) and isinstance(value, Mapping):
            result[key] = merged(below, value)
        else:
            result[key] = value
    return result
