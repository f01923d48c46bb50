"""Fonts in the PDF: one composite font (Type 0) for each font file, with only the glyphs used.

Codes are two-byte glyph numbers (Identity-H, ISO 32000-1 § 9.7.5.2); a ToUnicode map gives every
character back, also those beyond the Basic Multilingual Plane (§ 9.10.3).
"""

import struct
import zlib
from collections.abc import Iterable, Mapping
from copy import copy
from functools import lru_cache

from msgspec import Struct
from reportlab.pdfbase.pdfdoc import PDFDocument, PDFName, PDFObjectReference

from bulletin_cli.fonts import FontFile, Letter
from bulletin_cli.writers.pdf.objects import FAST, Raw, Stream, reference, stream

_TO_UNICODE = """/CIDInit /ProcSet findresource begin
12 dict begin
begincmap
/CIDSystemInfo << /Registry (Adobe) /Ordering (UCS) /Supplement 0 >> def
/CMapName /Adobe-Identity-UCS def
/CMapType 2 def
1 begincodespacerange
<0000> <FFFF>
endcodespacerange
{blocks}
endcmap
CMapName currentdict /CMap defineresource pop
end
end
"""


_USUAL = 1000
"""Width of most characters, thousandths of an em."""


class Subset(Struct, frozen=True):
    """A font with only some of its characters (字体子集), as every PDF that needs these holds it.

    Attributes:
        codes: for each character its code, four hexadecimal digits.
        base: its name, before it a tag for the choice of glyphs (ISO 32000-1 § 9.6.4).
        program: the font file.
        widths: of its codes, as a W array (§ 9.7.4.3).
        glyphs: from code to glyph, where they are not the same.
        characters: from code to character, as a ToUnicode map.
    """

    codes: Mapping[str, str]
    base: PDFName
    program: Stream
    widths: str
    glyphs: Stream | None
    characters: Stream


class EmbeddedFont(Struct, frozen=True, eq=False):
    """A font on its way into a PDF: the file, its resource name in page contents, its subset."""

    font: FontFile
    name: str
    subset: Subset

    def add_to(self, document: PDFDocument) -> PDFObjectReference:
        """Put the font's objects into a document; a reference to the font dictionary."""
        base, kind = self.subset.base, "CIDFontType0" if self.font.compact else "CIDFontType2"
        descriptor = reference(self._descriptor(document), document)
        descendant = Raw(
            f"<</Type/Font/Subtype/{kind}/BaseFont{base}"
            "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            f"/FontDescriptor {descriptor}/DW {_USUAL}/W{self.subset.widths}"
            f"{self._code_map(document)}>>"
        )
        to_unicode = reference(copy(self.subset.characters), document)
        composite = Raw(
            f"<</Type/Font/Subtype/Type0/BaseFont{base}/Encoding/Identity-H"
            f"/DescendantFonts[{reference(descendant, document)}]/ToUnicode {to_unicode}>>"
        )
        return document.Reference(composite)

    def _code_map(self, document: PDFDocument) -> str:
        """From code to glyph; a compact font has none, because it holds its own."""
        if self.font.compact:
            return ""
        if self.subset.glyphs is None:
            return "/CIDToGIDMap/Identity"
        return f"/CIDToGIDMap {reference(copy(self.subset.glyphs), document)}"

    def _descriptor(self, document: PDFDocument) -> Raw:
        left, bottom, right, top = self.font.box()
        key = "FontFile3" if self.font.compact else "FontFile2"
        return Raw(
            f"<</Type/FontDescriptor/FontName{self.subset.base}/Flags 4"
            f"/FontBBox[{left} {bottom} {right} {top}]/ItalicAngle 0/Ascent {top}/Descent {bottom}"
            f"/CapHeight {top}/StemV 80/{key} {reference(copy(self.subset.program), document)}>>"
        )


_FEW = 64
"""Characters of a masthead, its headings and folios together; a text has hundreds."""


def subset(font: FontFile, letters: Mapping[str, Letter]) -> Subset:
    """The subset of a font that has some characters, and no other.

    Those of a masthead and of the folios are the same few from issue to issue; such are remembered.
    """
    if len(letters) > _FEW:
        return _subset(font, letters)
    return _of_few(font, "".join(sorted(letters)))


@lru_cache(maxsize=64)
def _of_few(font: FontFile, characters: str) -> Subset:
    return _subset(font, {char: letter for char in characters if (letter := font.letter(char))})


def _subset(font: FontFile, letters: Mapping[str, Letter]) -> Subset:
    """Cut the font.

    A code is the number of the glyph in the subset. Where two characters have one glyph, the second
    gets a code beyond them, and a map leads to the glyph: both copy as what they are.
    """
    data, numbers = font.subset(letters)
    codes = {char: numbers[letter.glyph] for char, letter in letters.items()}
    glyphs: list[int] = []
    if len(set(codes.values())) < len(codes) and not font.compact:
        glyphs = _parted(codes, max(numbers.values()) + 1)
    tag = _tag(letter.glyph for letter in letters.values())
    entries = "/Subtype/OpenType" if font.compact else f"/Length1 {len(data)}"
    return Subset(
        {char: _HEX[code] for char, code in codes.items()},
        PDFName(f"{tag}+{font.name()}"),
        stream(data, entries, level=FAST),
        _widths(codes, letters),
        stream(struct.pack(f">{len(glyphs)}H", *glyphs)) if glyphs else None,
        stream(_to_unicode(codes).encode("ascii"), level=FAST),
    )


def _parted(codes: dict[str, int], count: int) -> list[int]:
    """Give a code of its own to each character whose glyph another has; the glyphs of all codes."""
    glyphs = list(range(count))
    taken = set()
    for char, code in sorted(codes.items()):
        if code in taken:
            codes[char] = len(glyphs)
            glyphs.append(code)
        taken.add(code)
    return glyphs


def _widths(codes: Mapping[str, int], letters: Mapping[str, Letter]) -> str:
    """The W array: codes and widths, runs of one width as a range, what is 1000 left out."""
    widths = sorted(
        (codes[char], round(letter.advance * 1000, 2))
        for char, letter in letters.items()
        if letter.advance != _USUAL / 1000
    )
    ranges: list[tuple[int, int, float]] = []
    for code, width in widths:
        if ranges and ranges[-1][1:] == (code - 1, width):
            ranges[-1] = (ranges[-1][0], code, width)
        else:
            ranges.append((code, code, width))
    return f"[{' '.join(f'{first} {last} {width:g}' for first, last, width in ranges)}]"


def _to_unicode(codes: Mapping[str, int]) -> str:
    pairs = sorted(zip(codes.values(), codes, strict=True))
    lines = [f"<{_HEX[code]}> <{_UTF16[char]}>" for code, char in pairs]
    blocks = [lines[start : start + 100] for start in range(0, len(lines), 100)]
    return _TO_UNICODE.format(
        blocks="\n".join(
            "\n".join([f"{len(block)} beginbfchar", *block, "endbfchar"]) for block in blocks
        )
    )


class _Hex(dict[int, str]):
    """A code as four hexadecimal digits; what is asked once is remembered."""

    def __missing__(self, code: int) -> str:
        self[code] = digits = f"{code:04X}"
        return digits


_HEX = _Hex()


class _Utf16(dict[str, str]):
    """A character in UTF-16, hexadecimal; what is asked once is remembered."""

    def __missing__(self, char: str) -> str:
        self[char] = digits = char.encode("utf-16-be").hex().upper()
        return digits


_UTF16 = _Utf16()


def _tag(glyphs: Iterable[int]) -> str:
    """Six capitals that name a subset (ISO 32000-1 § 9.6.4): the same glyphs, the same tag."""
    chosen = sorted(set(glyphs))
    number = zlib.crc32(struct.pack(f">{len(chosen)}H", *chosen))
    letters = []
    for _place in range(6):
        number, letter = divmod(number, 26)
        letters.append(chr(ord("A") + letter))
    return "".join(letters)
