"""Faces (字体): a font file as the program needs it, and the chains that stand behind a role.

HarfBuzz reads the files: which characters they have, how wide, and subsets of them.
"""

from collections.abc import Iterable
from functools import cached_property
from pathlib import Path
from typing import NamedTuple

import uharfbuzz as hb
from msgspec import Struct, field

_SPACES = frozenset(" \u00a0\u2002\u2003\u2009\u3000")


class FontFile:
    """One font of one file.

    Attributes:
        path: the file.
        index: of the font in a collection, 0 in a plain file.
        family: its family name.
        licence: what the file, or the manifest of the bundled ones, says of its licence.
        licence_file: the licence's text; a bundled one has it, and travels with the program.
    """

    def __init__(
        self,
        path: Path,
        index: int,
        family: str,
        *,
        licence: str = "",
        licence_file: Path | None = None,
    ) -> None:
        """Name a font; nothing is read until it is needed."""
        self.path, self.index, self.family = path, index, family
        self.licence, self.licence_file = licence, licence_file

    def __repr__(self) -> str:
        return f"FontFile({str(self.path)!r}, {self.index}, {self.family!r})"

    @property
    def bundled(self) -> bool:
        """Whether it travels with the program."""
        return self.licence_file is not None

    @property
    def licence_text(self) -> str:
        """The whole text of its licence, or nothing where only the file itself could tell it."""
        return self.licence_file.read_text(encoding="utf-8") if self.licence_file else ""

    @cached_property
    def _face(self) -> hb.Face:
        return hb.Face(hb.Blob.from_file_path(str(self.path)), self.index)

    @cached_property
    def _font(self) -> hb.Font:
        return hb.Font(self._face)

    @cached_property
    def units(self) -> int:
        """Units in an em."""
        return int(self._face.upem)

    @cached_property
    def compact(self) -> bool:
        """Whether its outlines are of the Compact Font Format (PostScript) kind."""
        return "CFF " in self._face.table_tags

    @cached_property
    def characters(self) -> int:
        """How many characters it maps."""
        return len(self._face.unicodes)

    def glyph(self, char: str) -> int | None:
        """Index of a character's glyph, or ``None`` where the font has none or a blank one.

        Some fonts map characters to empty outlines; only a space may be empty. Ours have none, and
        so need not be asked for the outline of each character that is only to be measured.
        """
        glyph = self._font.get_nominal_glyph(ord(char))
        if not glyph:
            return None
        if char not in _SPACES and not self.bundled:
            ink = self._font.get_glyph_extents(glyph)
            if ink is not None and not (ink.width or ink.height):
                return None
        return int(glyph)

    def advance(self, glyph: int) -> float:
        """Width of a glyph, em."""
        return float(self._font.get_glyph_h_advance(glyph)) / self.units

    def letter(self, char: str) -> "Letter | None":
        """A character with its glyph and width; ``None`` where the font has none or a blank one."""
        glyph = self.glyph(char)
        return None if glyph is None else Letter(self, glyph, self.advance(glyph))

    def box(self) -> tuple[int, int, int, int]:
        """A box that holds every character, thousandths of an em: left, bottom, right, top."""
        extents = self._font.get_font_extents("ltr")
        scale = 1000 / self.units
        return -200, int(extents.descender * scale), 1200, int(extents.ascender * scale)

    def name(self) -> str:
        """Its PostScript name."""
        return str(self._face.get_name(6) or self.family.replace(" ", ""))

    def described(self, number: int) -> str:
        """What it says of itself under a number of its table of names."""
        return str(self._face.get_name(number) or "")

    def part(self, characters: Iterable[str]) -> bytes:
        """The font with only these characters, found in it as before, without hints."""
        chosen = hb.SubsetInput()
        chosen.unicode_set.update(map(ord, characters))
        chosen.name_id_set.update(range(26))
        chosen.drop_table_tag_set.update(_LAYOUT)
        chosen.flags = hb.SubsetFlags.NO_HINTING
        return bytes(hb.SubsetPlan(self._face, chosen).execute().blob.data)

    def subset(self, characters: Iterable[str]) -> tuple[bytes, dict[int, int]]:
        """The font with only the glyphs of these characters, without hints, and their new numbers.

        The glyphs are chosen by their characters: chosen by number, HarfBuzz would first turn round
        the whole map from characters to glyphs. In an outline font of the compact kind the
        character identifiers are made the glyph numbers, so that one number serves wherever a font
        is embedded by glyph.
        """
        chosen = hb.SubsetInput()
        chosen.unicode_set.update(map(ord, characters))
        chosen.drop_table_tag_set.update(_UNUSED)
        chosen.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.CFF_IDENTITY_CHARSET
        plan = hb.SubsetPlan(self._face, chosen)
        numbers = plan.old_to_new_glyph_mapping.items()
        return bytes(plan.execute().blob.data), dict(numbers)


def _tags(*tables: str) -> tuple[int, ...]:
    return tuple(int.from_bytes(table.encode("ascii")) for table in tables)


_LAYOUT = _tags("GSUB", "GPOS", "GDEF", "BASE")
_UNUSED = (*_LAYOUT, *_tags("cmap", "vhea", "vmtx", "VORG", "DSIG", "name", "OS/2", "gasp"))
"""Tables that a font embedded by glyph number never needs."""


class Found(Struct, frozen=True):
    """What stands for a face of the profile.

    Attributes:
        face: its key in the profile.
        wanted: the family that the profile names.
        font: the font that was found.
        standin: whether it is another design than the one wanted.
    """

    face: str
    wanted: str
    font: FontFile
    standin: bool


class Letter(NamedTuple):
    """A character of a face: the font that has it, its glyph there, its width in em."""

    font: FontFile
    glyph: int
    advance: float


class Letters(dict[str, Letter | None]):
    """The characters of a face, ``None`` for one that no font has; each is looked for once."""

    def __init__(self, fonts: Iterable[FontFile]) -> None:
        """Say which fonts are asked, in order."""
        super().__init__()
        self._fonts = tuple(fonts)

    def __missing__(self, char: str) -> Letter | None:
        self[char] = found = self._search(char)
        return found

    def _search(self, char: str) -> Letter | None:
        return next(filter(None, (font.letter(char) for font in self._fonts)), None)


class Faces(Struct):
    """The fonts to set with.

    Attributes:
        found: what stands for each face of the profile.
        chains: for each face, the fonts that its characters are looked for in, in order.
        letters: for each face, its characters.
    """

    found: tuple[Found, ...]
    chains: dict[str, tuple[FontFile, ...]]
    letters: dict[str, Letters] = field(default_factory=dict)
    _covered: set[str] = field(default_factory=set)

    def __post_init__(self) -> None:
        """Nothing is looked for yet."""
        self.letters = {face: Letters(fonts) for face, fonts in self.chains.items()}

    def advance(self, char: str, face: str) -> float:
        """Width of a character in a face, em; 0 where no font has it."""
        found = self.letters[face][char]
        return found.advance if found else 0.0

    def font(self, char: str, face: str) -> tuple[FontFile, int] | None:
        """The font that has a character of a face, and the glyph in it."""
        found = self.letters[face][char]
        return found[:2] if found else None

    def uncovered(self, text: str) -> tuple[str, ...]:
        """The characters of a text that some face has in none of its fonts, each once."""
        if self._covered.issuperset(text):
            return ()
        missing = []
        for char in dict.fromkeys(text):
            if char in self._covered:
                continue
            if char == "\n" or self._covers(char):
                self._covered.add(char)
            else:
                missing.append(char)
        return tuple(missing)

    def _covers(self, char: str) -> bool:
        """Whether every face has a character; what a bundled font has they all do."""
        first = next(iter(self.letters.values()))[char]
        if first and first.font.bundled:
            return True
        return all(letters[char] for letters in self.letters.values())
