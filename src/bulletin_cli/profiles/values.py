"""The values of a format profile (版式): lengths, colours and the few words that one may be.

Lengths are in points once read; counts of characters (indents, sides) are in em of the type they
stand beside.
"""

from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints
from pydantic_core import PydanticCustomError

from bulletin_cli.units import length
from bulletin_cli.validators import before

ASCENT = 0.88
"""Height of a character's box above its baseline, em; the rest of the em hangs below it."""


def _length(value: object) -> float:
    if isinstance(value, str):
        try:
            return length(value)
        except ValueError:
            pass
    raise PydanticCustomError("length", "not a length")


LONGEST = 1584.0
"""The longest that Word takes for paper and spacing, pt: 22 inches."""

Length = Annotated[
    float,
    before(_length),
    Field(gt=0, le=LONGEST, json_schema_extra={"form": "length"}),
]
LEAST_SIZE = 4.0
"""The least size of type, pt: smaller nobody reads it."""

TypeSize = Annotated[
    float,
    before(_length),
    Field(ge=LEAST_SIZE, le=400, json_schema_extra={"form": "length"}),
]
"""A size of type, pt; above 400 no page holds it."""

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
    before(_length_or_none),
    Field(ge=0, le=LONGEST, json_schema_extra={"form": "length_or_none"}),
]
"""A length; ``"none"``, which is 0, leaves out what it is the size of."""

Ems = Annotated[float, Field(strict=True, ge=0, le=60)]
_NOT = r"\x00-\x1f\x7f-\x9f" + "\ufffe\uffff"
Name = Annotated[
    str, StringConstraints(pattern=rf"^[^{_NOT}]*[^\s{_NOT}][^{_NOT}]*$", max_length=64)
]
"""What a font or a format is called: one line that says something."""

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
