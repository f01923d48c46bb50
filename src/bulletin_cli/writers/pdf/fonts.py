"""Fonts in the PDF: one composite font (Type 0) for each font file, with only the glyphs used.

Codes are two-byte glyph numbers (Identity-H, ISO 32000-1 § 9.7.5.2); a ToUnicode map gives every
character back, also those beyond the Basic Multilingual Plane (§ 9.10.3).
"""

import struct
import zlib
from collections.abc import Iterable
from dataclasses import dataclass, field

from reportlab.pdfbase.pdfdoc import (
    PDFArray,
    PDFDictionary,
    PDFDocument,
    PDFName,
    PDFObject,
    PDFObjectReference,
    PDFString,
)

from bulletin_cli.fonts import FontFile
from bulletin_cli.writers.pdf.objects import Raw, stream

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


@dataclass(slots=True, eq=False)
class EmbeddedFont:
    """A font on its way into a PDF.

    Attributes:
        font: the file.
        name: its resource name in page contents.
        glyphs: for each character used, its glyph in the file.
        codes: for each character used, its code in the PDF, once ``freeze`` gave it.
        data: the subset, once ``freeze`` made it.
    """

    font: FontFile
    name: str
    glyphs: dict[str, int] = field(default_factory=dict)
    codes: dict[str, int] = field(default_factory=dict)
    data: bytes = b""
    _map: list[int] = field(default_factory=list)

    def freeze(self) -> None:
        """Make the subset; from now on every character has its code.

        A code is the number of the glyph in the subset. Where two characters have one glyph, the
        second gets a code beyond them, and a map leads to the glyph: both copy as what they are.
        """
        self.data, numbers = self.font.subset(sorted(set(self.glyphs.values())))
        taken = set()
        count = max(numbers.values()) + 1
        self._map = list(range(count))
        for char, glyph in sorted(self.glyphs.items()):
            code = numbers[glyph]
            if code in taken and not self.font.compact:
                self._map.append(code)
                code = len(self._map) - 1
            taken.add(code)
            self.codes[char] = code

    def add_to(self, document: PDFDocument) -> PDFObjectReference:
        """Put the font's objects into a document; a reference to the font dictionary."""
        base = PDFName(f"{_tag(self.glyphs.values())}+{self.font.name()}")
        kind = "CIDFontType0" if self.font.compact else "CIDFontType2"
        descendant = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName(kind),
                "BaseFont": base,
                "CIDSystemInfo": PDFDictionary(
                    {
                        "Registry": PDFString("Adobe"),
                        "Ordering": PDFString("Identity"),
                        "Supplement": 0,
                    }
                ),
                "FontDescriptor": document.Reference(self._descriptor(document, base)),
                "DW": _USUAL,
                "W": Raw(self._widths()),
            }
        )
        if not self.font.compact:
            descendant["CIDToGIDMap"] = self._code_map(document)
        composite = PDFDictionary(
            {
                "Type": PDFName("Font"),
                "Subtype": PDFName("Type0"),
                "BaseFont": base,
                "Encoding": PDFName("Identity-H"),
                "DescendantFonts": PDFArray([document.Reference(descendant)]),
                "ToUnicode": document.Reference(stream(self._to_unicode().encode("ascii"))),
            }
        )
        return document.Reference(composite)

    def _code_map(self, document: PDFDocument) -> PDFObject:
        if self._map == list(range(len(self._map))):
            return PDFName("Identity")
        return document.Reference(stream(struct.pack(f">{len(self._map)}H", *self._map)))

    def _descriptor(self, document: PDFDocument, base: PDFName) -> PDFDictionary:
        left, bottom, right, top = self.font.box()
        file = stream(self.data, {"Length1": len(self.data)})
        key = "FontFile2"
        if self.font.compact:
            file, key = stream(self.data, {"Subtype": PDFName("OpenType")}), "FontFile3"
        return PDFDictionary(
            {
                "Type": PDFName("FontDescriptor"),
                "FontName": base,
                "Flags": 4,
                "FontBBox": PDFArray([left, bottom, right, top]),
                "ItalicAngle": 0,
                "Ascent": top,
                "Descent": bottom,
                "CapHeight": top,
                "StemV": 80,
                key: document.Reference(file),
            }
        )

    def _widths(self) -> str:
        """The W array: codes and widths, runs of one width as a range, what is 1000 left out."""
        widths = sorted(
            (self.codes[char], round(self.font.advance(glyph) * 1000, 2))
            for char, glyph in self.glyphs.items()
        )
        ranges: list[tuple[int, int, float]] = []
        for code, width in widths:
            if ranges and ranges[-1][1:] == (code - 1, width):
                ranges[-1] = (ranges[-1][0], code, width)
            elif width != _USUAL:
                ranges.append((code, code, width))
        return f"[{' '.join(f'{first} {last} {width:g}' for first, last, width in ranges)}]"

    def _to_unicode(self) -> str:
        pairs = sorted((code, char) for char, code in self.codes.items())
        lines = [f"<{code:04X}> <{char.encode('utf-16-be').hex().upper()}>" for code, char in pairs]
        blocks = [lines[start : start + 100] for start in range(0, len(lines), 100)]
        return _TO_UNICODE.format(
            blocks="\n".join(
                "\n".join([f"{len(block)} beginbfchar", *block, "endbfchar"]) for block in blocks
            )
        )


def _tag(glyphs: Iterable[int]) -> str:
    """Six capitals that name a subset (ISO 32000-1 § 9.6.4): the same glyphs, the same tag."""
    number = zlib.crc32(" ".join(map(str, sorted(set(glyphs)))).encode("ascii"))
    letters = []
    for _place in range(6):
        number, letter = divmod(number, 26)
        letters.append(chr(ord("A") + letter))
    return "".join(letters)
