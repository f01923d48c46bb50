"""The rooms of a format profile (版式各部分): paper, grid, faces, type, and what stands where."""

from enum import StrEnum
from typing import Annotated

from pydantic import (
    BaseModel,
    ConfigDict,
    Field,
    StrictBool,
    StringConstraints,
)

from bulletin_cli.profiles.values import (
    Align,
    Colour,
    Ems,
    FolioPlace,
    Length,
    LengthOrNone,
    Name,
    TypeSize,
)
from bulletin_cli.roles import Role


class Room(BaseModel):
    """What all have in common: no unknown keys, no changes."""

    model_config = ConfigDict(extra="forbid", frozen=True, defer_build=True)


class Paper(Room):
    """Paper and type area (版心); the right and lower margins follow from them."""

    width: Length
    height: Length
    top: Length
    left: Length
    area_width: Length
    area_height: Length

    @property
    def right(self) -> float:
        """Right margin, pt."""
        return self.width - self.left - self.area_width

    @property
    def bottom(self) -> float:
        """Lower margin, pt."""
        return self.height - self.top - self.area_height


class Grid(Room):
    """Lines on a page and characters on a line, filling the type area."""

    lines: Annotated[int, Field(strict=True, ge=5, le=100)]
    characters: Annotated[int, Field(strict=True, ge=5, le=100)]
    baseline: Annotated[float, Field(strict=True, gt=0.5, lt=1)]
    """Where in a line's height its baseline stands, from the top, as a share."""
    widow: Annotated[int, Field(strict=True, ge=1, le=4)]
    """Least lines of a paragraph before and after the end of a page (孤行); 1 leaves pages full."""


class Face(Room):
    """A face (字体): what it is called and what may stand for it."""

    name: Name
    """Its official name, as it is written into the DOCX."""
    aliases: tuple[Name, ...] = ()
    """Other names that the same design goes by."""
    standins: tuple[Name, ...] = ()
    """Families of another design that may stand for it, best first."""


class TextStyle(Room):
    """How a role looks; a run within a paragraph has only its face, size and colour."""

    face: str
    size: TypeSize
    colour: Colour = "000000"
    align: Align = Align.JUSTIFY
    indent: Ems = 0.0
    """First-line indent, em."""
    lines: Annotated[int, Field(strict=True, ge=1, le=5)] = 1
    """Lines of the grid that each of its lines takes."""


class Rule(Room):
    """A drawn rule."""

    weight: LengthOrNone
    colour: Colour = "000000"


class StarStyle(Room):
    """A star in the middle of the masthead's rule, in its colour."""

    size: LengthOrNone
    """From its left tip to its right."""
    gap: Length
    """From each of these to the rule."""


class SecondRule(Room):
    """A second rule below the masthead's, in its colour."""

    weight: LengthOrNone
    gap: Length
    """White between the two."""


class MastheadStyle(Room):
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


class ContentsStyle(Room):
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


class PictureStyle(Room):
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


class TableStyle(Room):
    """Tables; their type is the roles ``table``, ``table_head`` and their small ones."""

    outer: Rule
    """The rules around a table."""
    inner: Rule
    """The rules between its cells."""
    side: Annotated[float, Field(strict=True, ge=0.4, le=5)]
    """White between a text and the rules at its sides, em of the table; a mark may hang in it."""
    space: Length
    """Least white above and below the lines of a cell that has several."""
    line: Annotated[float, Field(strict=True, ge=1, le=3)]
    """From line to line within a cell, em of the table."""


class FootStyle(Room):
    """The foot (版记): its rules and sides; its text is the role ``foot``."""

    outer: Rule
    inner: Rule
    side: Ems

    @property
    def between(self) -> float:
        """Least space between a text and the element at its right, em: one character."""
        return 1.0


class FolioStyle(Room):
    """The folio (页码); its type is the role ``folio``."""

    wording: Annotated[
        str, StringConstraints(pattern=r"^[^{}\x00-\x1f]*\{page\}[^{}\x00-\x1f]*$", max_length=40)
    ]
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


class Breaking(Room):
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


class Inline(Room):
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
