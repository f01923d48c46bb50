"""What a text says of its parts, and what may be wrong with how it does."""

from enum import StrEnum

from msgspec import Struct

Span = tuple[int, int]
"""Positions of the first character and of the one after the last."""


class Mark(StrEnum):
    """What may be said of a part of a text; the values are the words of the notation."""

    STRONG = "粗"
    EMPHASIS = "楷"
    RAISED = "上"
    LINK = "链"


class Wrong(StrEnum):
    """What may be wrong with a notation."""

    UNCLOSED = "unclosed"
    EMPTY = "empty"
    NESTED = "nested"
    NO_ADDRESS = "no address"
    ADDRESS = "address"
    SCHEME = "scheme"


class Fault(Struct, frozen=True):
    """A notation that is wrong: how, and which characters of the text say so."""

    wrong: Wrong
    span: Span


class Piece(Struct, frozen=True):
    r"""A stretch of printed text of which one thing is said.

    Attributes:
        text: its characters; ``"\n"`` alone is a forced line break.
        start: where it begins in the source; its characters follow one another there.
        face: ``STRONG`` or ``EMPHASIS``, or nothing.
        raised: whether it is a superscript.
        link: the address that it leads to, as a URI, or nothing.
    """

    text: str
    start: int
    face: Mark | None = None
    raised: bool = False
    link: str = ""


class Written(Struct, frozen=True):
    """A paragraph as it is written.

    Attributes:
        source: its characters, the notation among them.
        pieces: what is printed of it, in order.
        level: of the heading that it begins with, 1 to 4; 0 where it begins with none.
        begin: where the text begins after the mark of the level.
        faults: what is wrong with its notation.
    """

    source: str
    pieces: tuple[Piece, ...]
    level: int = 0
    begin: int = 0
    faults: tuple[Fault, ...] = ()

    @property
    def text(self) -> str:
        """What is printed."""
        return "".join(piece.text for piece in self.pieces)

    @property
    def at(self) -> list[int]:
        """Where each printed character stands in the source, and where the last one ends."""
        places = [piece.start + step for piece in self.pieces for step in range(len(piece.text))]
        return [*places, places[-1] + 1] if places else [len(self.source)]
