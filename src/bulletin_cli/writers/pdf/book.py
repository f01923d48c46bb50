"""The fonts of one PDF: where each character of its pages comes from, and its code there."""

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from msgspec import Struct

from bulletin_cli.fonts import Faces, FontFile, Letter
from bulletin_cli.pages import Glyphs, Page
from bulletin_cli.writers.pdf.fonts import EmbeddedFont, subset


class Repertoire(Struct, frozen=True):
    """The characters that a face sets in a PDF.

    Attributes:
        fonts: for each of them the font that has it.
        codes: its code there, four hexadecimal digits.
        advances: its width, em.
        only: the font that has them all, where there is one.
    """

    fonts: Mapping[str, EmbeddedFont]
    codes: Mapping[str, str]
    advances: Mapping[str, float]
    only: EmbeddedFont | None

    def runs(self, text: str) -> Iterator[tuple[EmbeddedFont, int]]:
        """Of a text the fonts one after the other, and how many characters each has."""
        if self.only:
            yield self.only, len(text)
            return
        for font, run in groupby(map(self.fonts.__getitem__, text)):
            yield font, sum(1 for _ in run)


class FontBook(Struct, frozen=True):
    """The fonts of a PDF.

    Attributes:
        fonts: each font used, ready to be embedded.
        faces: for each face the characters set in it.
    """

    fonts: tuple[EmbeddedFont, ...]
    faces: Mapping[str, Repertoire]


def font_book(pages: Iterable[Page], faces: Faces) -> FontBook:
    """Find a font for every character of the pages, and subset the fonts to them."""
    texts: dict[str, list[str]] = {}
    for page in pages:
        for item in page.items:
            if isinstance(item, Glyphs):
                texts.setdefault(item.face, []).append(item.text)
    letters = {
        face: {char: _found(char, face, faces) for char in dict.fromkeys("".join(set_in_it))}
        for face, set_in_it in texts.items()
    }
    by_font: dict[FontFile, dict[str, Letter]] = {}
    for known in letters.values():
        for char, letter in known.items():
            by_font.setdefault(letter.font, {})[char] = letter
    embedded = {
        font: EmbeddedFont(font, f"F{number}", subset(font, known))
        for number, (font, known) in enumerate(by_font.items(), 1)
    }
    repertoires = {face: _repertoire(known, embedded) for face, known in letters.items()}
    return FontBook(tuple(embedded.values()), repertoires)


def _repertoire(
    known: Mapping[str, Letter], embedded: Mapping[FontFile, EmbeddedFont]
) -> Repertoire:
    fonts = {char: embedded[letter.font] for char, letter in known.items()}
    used = set(fonts.values())
    return Repertoire(
        fonts,
        {char: font.subset.codes[char] for char, font in fonts.items()},
        {char: letter.advance for char, letter in known.items()},
        used.pop() if len(used) == 1 else None,
    )


def _found(char: str, face: str, faces: Faces) -> Letter:
    found = faces.letters[face][char]
    assert found is not None, f"U+{ord(char):04X} reached the writer without a font"
    return found
