"""Running text (行文) as paragraphs of a document: the notation becomes runs, levels headings."""

import re
from collections.abc import Iterator
from itertools import groupby

from msgspec.structs import replace

from bulletin_cli.characters import CLOSING
from bulletin_cli.document import Paragraph, Run
from bulletin_cli.levels import Levels
from bulletin_cli.notation import Mark, Piece, Written, parse
from bulletin_cli.prose import Typed, paragraphs
from bulletin_cli.roles import LEVELS, Role

_FACES = {Mark.STRONG: Role.STRONG, Mark.EMPHASIS: Role.EMPHASIS}
_CLOSING = f"[{''.join(sorted(CLOSING))}]*"
_SENTENCE = re.compile(f"。{_CLOSING}")
_ENDED = re.compile(f"[。；！？]{_CLOSING}$")


def running(text: str, role: Role, levels: Levels) -> Iterator[Paragraph]:
    """The paragraphs of a text.

    A paragraph that begins with a level is a heading. Where text follows its first sentence that
    alone is set as one, run into the paragraph (GB/T 9704—2012 § 7.3.3); where the paragraph is one
    sentence with its mark, as a point of a list is, all of it is set so and is no heading either.

    Args:
        text: what a person typed.
        role: of what is no heading.
        levels: the counts of the item that it is a part of.
    """
    for typed in paragraphs(text, levels):
        yield _paragraph(typed, role)


def line(text: str, role: Role) -> tuple[Run, ...]:
    """The runs of a text of one line: of a caption, of a cell."""
    return tuple(_runs(parse(text, levels=False), role))


def _paragraph(typed: Typed, role: Role) -> Paragraph:
    written = typed.written
    if typed.number is None:
        return Paragraph(role, tuple(_runs(written, role)))
    level = LEVELS[typed.number.level - 1]
    heading = _heading(written.text)
    if heading == len(written.text) and not _ENDED.search(written.text):
        return Paragraph(level, tuple(_runs(written, level)), typed.number)
    runs = (*_runs(written, level, end=heading), *_runs(written, role, heading))
    return Paragraph(role, runs, typed.number)


def _heading(text: str) -> int:
    """How many characters of a paragraph with a number are heading."""
    match = _SENTENCE.search(text)
    return match.end() if match else len(text)


def _runs(written: Written, role: Role, start: int = 0, end: int | None = None) -> Iterator[Run]:
    """Some of the characters that are printed, as runs; what no notation speaks of in ``role``."""
    pieces = _within(written, start, len(written.text) if end is None else end)
    for (face, link, raised), alike in groupby(pieces, key=lambda p: (p.face, p.link, p.raised)):
        kind = _FACES[face] if face else role
        yield Run("".join(piece.text for piece in alike), kind, link, raised)


def _within(written: Written, start: int, end: int) -> Iterator[Piece]:
    """The pieces from one printed character to another."""
    before = 0
    for piece in written.pieces:
        after = before + len(piece.text)
        first, last = max(start, before), min(end, after)
        if first < last:
            yield replace(piece, text=piece.text[first - before : last - before])
        before = after
