"""Fonts in the PDF: one composite font (Type 0) for each font file, with only the glyphs used.

Codes are two-byte glyph numbers (Identity-H, ISO 32000-1 § 9.7.5.2); a ToUnicode map gives every
character back, also those beyond the Basic Multilingual Plane (§ 9.10.3).
"""

import struct
import zlib
from collections.abc import Iterable

from msgspec import Struct, field
from reportlab.pdfbase.pdfdoc import PDFDocument, PDFName, PDFObjectReference

from bulletin_cli.fonts import FontFile, Letter
from bulletin_cli.writers.pdf.objects import FAST, Raw, reference, stream

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


class EmbeddedFont(Struct, eq=False):
    """A font on its way into a PDF.

    Attributes:
        font: the file.
        name: its resource name in page contents.
        letters: the characters used.
        codes: for each of them its code in the PDF, four hexadecimal digits, once ``freeze``
            gave it.
        data: the subset, once ``freeze`` made it.
    """

    font: FontFile
    name: str
    letters: dict[str, Letter] = field(default_factory=dict)
    codes: dict[str, str] = field(default_factory=dict)
    data: bytes = b""
    _map: list[int] = field(default_factory=list)
    """From code to glyph, where they are not the same."""

    def freeze(self) -> None:
        """Make the subset; from now on every character has its code.

        A code is the number of the glyph in the subset. Where two characters have one glyph, the
        second gets a code beyond them, and a map leads to the glyph: both copy as what they are.
        """
        self.data, numbers = self.font.subset(self.letters)
        codes = {char: numbers[letter.glyph] for char, letter in self.letters.items()}
        if len(set(codes.values())) < len(codes) and not self.font.compact:
            self._part(codes, max(numbers.values()) + 1)
        self.codes = {char: _HEX[code] for char, code in codes.items()}

    def _part(self, codes: dict[str, int], count: int) -> None:
        """Give a code of its own to each character whose glyph another has before it."""
        self._map = list(range(count))
        taken = set()
        for char, code in sorted(codes.items()):
            if code in taken:
                codes[char] = len(self._map)
                self._map.append(code)
            taken.add(code)

    def add_to(self, document: PDFDocument) -> PDFObjectReference:
        """Put the font's objects into a document; a reference to the font dictionary."""
        glyphs = (letter.glyph for letter in self.letters.values())
        base = PDFName(f"{_tag(glyphs)}+{self.font.name()}")
        kind = "CIDFontType0" if self.font.compact else "CIDFontType2"
        descriptor = reference(self._descriptor(document, base), document)
        descendant = Raw(
            f"<</Type/Font/Subtype/{kind}/BaseFont{base}"
            "/CIDSystemInfo<</Registry(Adobe)/Ordering(Identity)/Supplement 0>>"
            f"/FontDescriptor {descriptor}/DW {_USUAL}/W{self._widths()}"
            f"{self._code_map(document)}>>"
        )
        to_unicode = stream(self._to_unicode().encode("ascii"), level=FAST)
        composite = Raw(
            f"<</Type/Font/Subtype/Type0/BaseFont{base}/Encoding/Identity-H"
            f"/DescendantFonts[{reference(descendant, document)}]"
            f"/ToUnicode {reference(to_unicode, document)}>>"
        )
        return document.Reference(composite)

    def _code_map(self, document: PDFDocument) -> str:
        """From code to glyph; a compact font has none, because it holds its own."""
        if self.font.compact:
            return ""
        if not self._map:
            return "/CIDToGIDMap/Identity"
        packed = stream(struct.pack(f">{len(self._map)}H", *self._map))
        return f"/CIDToGIDMap {reference(packed, document)}"

    def _descriptor(self, document: PDFDocument, base: str) -> Raw:
        left, bottom, right, top = self.font.box()
        key, entries = "FontFile2", f"/Length1 {len(self.data)}"
        if self.font.compact:
            key, entries = "FontFile3", "/Subtype/OpenType"
        file = reference(stream(self.data, entries, level=FAST), document)
        return Raw(
            f"<</Type/FontDescriptor/FontName{base}/Flags 4"
            f"/FontBBox[{left} {bottom} {right} {top}]/ItalicAngle 0"
            f"/Ascent {top}/Descent {bottom}/CapHeight {top}/StemV 80/{key} {file}>>"
        )

    def _widths(self) -> str:
        """The W array: codes and widths, runs of one width as a range, what is 1000 left out."""
        widths = sorted(
            (int(self.codes[char], 16), round(letter.advance * 1000, 2))
            for char, letter in self.letters.items()
            if letter.advance != _USUAL / 1000
        )
        ranges: list[tuple[int, int, float]] = []
        for code, width in widths:
            if ranges and ranges[-1][1:] == (code - 1, width):
                ranges[-1] = (ranges[-1][0], code, width)
            else:
                ranges.append((code, code, width))
        return f"[{' '.join(f'{first} {last} {width:g}' for first, last, width in ranges)}]"

    def _to_unicode(self) -> str:
        pairs = sorted(zip(self.codes.values(), self.codes, strict=True))
        lines = [f"<{code}> <{_UTF16[char]}>" for code, char in pairs]
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
