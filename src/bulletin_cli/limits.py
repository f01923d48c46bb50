"""How much the program takes in: each limit with its reason.

They keep a damaged or hostile file from taking the machine with it; no real bulletin comes near.
Those of :class:`Limits` a person may raise; the others belong to the format itself.
"""

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar

from msgspec import Struct

DEPTH = 32
"""Tables and lists within one another, and parts of a dotted key: the format itself needs 7."""

DIGITS = 30
"""Digits of one figure: the largest that means anything has 6."""

FAULTS = 1_000
"""Faults told of one file: who has that many has named the wrong file."""

PICTURE_SIDE = 20_000
"""Pixels of a picture's longer side: a long strip is still one."""

TABLE_COLUMNS = 30
"""Columns of a table: on A4 more would leave each a character."""


class Limits(Struct, frozen=True):
    """The limits that a person may raise, by the names that ``--limit`` knows."""

    bytes: int = 4 * 1024 * 1024
    """Bytes of an issue, a publication or the file of a table: an issue of a thousand pages is
    about 2 MB."""

    marks: int = 100_000
    """Keys, brackets and commas of a file: an issue of a thousand pages has about 30,000."""

    characters: int = 1_000_000
    """Characters of all files of an issue together: a thousand pages hold about 600,000."""

    pages: int = 2_000
    """Pages of an issue: more are no bulletin, but a profile whose pages hold next to nothing."""

    picture_bytes: int = 20 * 1024 * 1024
    """Bytes of a picture's file: a photograph of the size below has about 15 MB."""

    pixels: int = 50_000_000
    """Pixels of a picture: the cameras of telephones make 48 million; print shows 4 of them."""

    rows: int = 5_000
    """Rows of a table: at 20 a page that is 250 pages."""


USUAL = Limits()
"""What holds where nobody says otherwise."""

_limits: ContextVar[Limits] = ContextVar("limits", default=USUAL)


def now() -> Limits:
    """The limits that hold at present."""
    return _limits.get()


def hold(limits: Limits) -> None:
    """Let other limits hold from now on, in this thread."""
    _limits.set(limits)


@contextmanager
def held(limits: Limits) -> Iterator[None]:
    """Let other limits hold for a while."""
    token = _limits.set(limits)
    try:
        yield
    finally:
        _limits.reset(token)
