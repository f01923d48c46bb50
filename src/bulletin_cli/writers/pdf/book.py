"""The fonts of one PDF: where each character of its pages comes from, and its code there."""

from collections.abc import Iterable
from dataclasses import dataclass

from bulletin_cli.fonts import Faces, FontFile
from bulletin_cli.pages import Glyphs, Page
from bulletin_cli.writers.pdf.fonts import EmbeddedFont


@dataclass(frozen=True, slots=True)
class Letter:
    """A character of a face: its font, its advance in em, its code as four hexadecimal digits."""

    font: EmbeddedFont
    advance: float
    code: str


@dataclass(frozen=True, slots=True)
class FontBook:
    """The fonts of a PDF.

    Attributes:
        fonts: each font file used, ready to be embedded.
        letters: for each face, the characters set in it.
    """

    fonts: tuple[EmbeddedFont, ...]
    letters: dict[str, dict[str, Letter]]


def font_book(pages: Iterable[Page], faces: Faces) -> FontBook:
    """Find a font for every character of the pages, and subset the fonts to them."""
    used: dict[str, dict[str, None]] = {}
    for page in pages:
        for item in page.items:
            if isinstance(item, Glyphs):
                used.setdefault(item.face, {}).update(dict.fromkeys(item.text))
    embedded: dict[FontFile, EmbeddedFont] = {}
    found: dict[str, dict[str, EmbeddedFont]] = {face: {} for face in used}
    for face, characters in used.items():
        for char in characters:
            font, glyph = _found(char, face, faces)
            if font not in embedded:
                embedded[font] = EmbeddedFont(font, f"F{len(embedded) + 1}")
            embedded[font].glyphs[char] = glyph
            found[face][char] = embedded[font]
    for each in embedded.values():
        each.freeze()
    letters = {
        face: {char: _letter(char, font) for char, font in characters.items()}
        for face, characters in found.items()
    }
    return FontBook(tuple(embedded.values()), letters)


def _found(char: str, face: str, faces: Faces) -> tuple[FontFile, int]:
    found = faces.font(char, face)
    assert found is not None, f"U+{ord(char):04X} reached the writer without a font"
    return found


def _letter(char: str, font: EmbeddedFont) -> Letter:
    return Letter(font, font.font.advance(font.glyphs[char]), f"{font.codes[char]:04X}")
