"""The fonts of one PDF: where each character of its pages comes from, and its code there."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby
from operator import attrgetter

from msgspec import Struct

from bulletin_cli.fonts import Faces, FontFile, Letter
from bulletin_cli.pages import Glyphs, Page
from bulletin_cli.writers.pdf.fonts import EmbeddedFont

_font = attrgetter("font")


class FontBook(Struct, frozen=True):
    """The fonts of a PDF.

    Attributes:
        fonts: each font file used, ready to be embedded.
        letters: for each face, the characters set in it.
    """

    fonts: Mapping[FontFile, EmbeddedFont]
    letters: Mapping[str, Mapping[str, Letter]]

    def runs(self, text: str, face: str) -> Iterator[tuple[EmbeddedFont, list[Letter]]]:
        """A text in a face, parted where the font file changes."""
        letters = map(self.letters[face].__getitem__, text)
        for font, run in groupby(letters, _font):
            yield self.fonts[font], list(run)


def font_book(pages: Iterable[Page], faces: Faces) -> FontBook:
    """Find a font for every character of the pages, and subset the fonts to them."""
    used: dict[str, dict[str, None]] = {}
    for page in pages:
        for item in page.items:
            if isinstance(item, Glyphs):
                used.setdefault(item.face, {}).update(dict.fromkeys(item.text))
    letters = {
        face: {char: _found(char, face, faces) for char in characters}
        for face, characters in used.items()
    }
    embedded: dict[FontFile, EmbeddedFont] = {}
    for known in letters.values():
        for char, letter in known.items():
            if letter.font not in embedded:
                embedded[letter.font] = EmbeddedFont(letter.font, f"F{len(embedded) + 1}")
            embedded[letter.font].letters[char] = letter
    for each in embedded.values():
        each.freeze()
    return FontBook(embedded, letters)


def _found(char: str, face: str, faces: Faces) -> Letter:
    found = faces.letters[face][char]
    assert found is not None, f"U+{ord(char):04X} reached the writer without a font"
    return found
