"""Builds the typefaces of this folder, and ``manifest.toml``, from packages of public registries.

Run it from anywhere::

    python fonts/build.py                    # fetch, build, write
    python fonts/build.py --check            # fetch, build, compare with the files that are here
    python fonts/build.py --archives FOLDER  # keep (and reuse) the fetched archives in FOLDER

It needs Python 3.11 or later with fontTools (4.68.0 is tried), and the commands ``npm``,
``apt-get`` (a Debian 12 system, after ``apt-get update``) and ``dpkg-deb``.

Every archive is named by its exact version and checked against its SHA-256. The result is the
same bytes on every run: dates are fixed, glyphs stand in the order of their characters, and
nothing is read but the archives. README.md says what is changed in the faces and why.
"""

from __future__ import annotations

import argparse
import hashlib
import io
import json
import logging
import subprocess
import sys
import tarfile
import tempfile
import tomllib
import unicodedata
from collections.abc import Callable, Container, Iterable
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time
from functools import cached_property
from pathlib import Path
from typing import Any

from fontTools.fontBuilder import FontBuilder
from fontTools.misc.timeTools import timestampSinceEpoch
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphCoordinates
from fontTools.ttLib.tables.ttProgram import Program

HERE = Path(__file__).resolve().parent

EM, HALF = 1000, 500
CLEAR = 4  # the least clear space beside a character of half an em
ASCENDER, DESCENDER = 880, -120  # the em box of the ideographs, also the line box
WIN_ASCENT, WIN_DESCENT = 1150, 320  # the same for all faces, and beyond the ink of all
MIDDLE = (ASCENDER + DESCENDER) // 2  # the height on which ideographs, dashes and dots centre


# ---------------------------------------------------------------- packages


@dataclass(frozen=True)
class Package:
    """One archive of a registry: its exact version and the SHA-256 it must have."""

    registry: str
    name: str
    version: str
    sha256: str


SERIF_FILE = "package/{0}/NotoSerifSC_{0}.ttf"
SANS_FILE = "package/{0}/NotoSansSC_{0}.ttf"
WENKAI_FILE = "usr/share/fonts/truetype/lxgw-wenkai/LXGWWenKai-Light.ttf"
KAITI_FILE = "usr/share/fonts/truetype/arphic-gkai00mp/gkai00mp.ttf"
UKAI_FILE = "usr/share/fonts/truetype/arphic/ukai.ttc"  # its first face is the CN one
LIST_FILE = "package/data/characters.min.json"


class BuildError(Exception):
    """Something that stops the build, said in one sentence."""


def run(command: list[str], folder: Path) -> str:
    """Runs a command in a folder and returns what it printed."""
    try:
        done = subprocess.run(command, cwd=folder, capture_output=True, text=True, check=False)
    except FileNotFoundError as missing:
        raise BuildError(f"The command {command[0]} is not installed.") from missing
    if done.returncode:
        raise BuildError(f"{' '.join(command)} failed: {done.stderr.strip()}")
    return done.stdout


class Archives:
    """The fetched archives, each checked and unpacked into a folder of its own."""

    def __init__(self, packages: dict[str, Package], folder: Path, unpacked: Path) -> None:
        self.packages = packages
        self.folder = folder
        self.unpacked = unpacked

    def path(self, key: str, inside: str) -> Path:
        """Returns the path of a file of a package, which is fetched when first asked for."""
        package = self.packages[key]
        target = self.unpacked / package.sha256[:16]
        if not target.exists():
            self._unpack(self._fetch(package), target)
        return target / inside

    def _fetch(self, package: Package) -> Path:
        stem = package.name.lstrip("@").replace("/", "-")
        ending = ".tgz" if package.registry == "npm" else ".deb"
        kept = self.folder / f"{stem}-{package.version}{ending}"
        if not kept.exists():
            with tempfile.TemporaryDirectory(dir=self.folder) as scratch:
                if package.registry == "npm":
                    command = ["npm", "pack", "--silent", f"{package.name}@{package.version}"]
                else:
                    command = ["apt-get", "download", "-q", f"{package.name}={package.version}"]
                run(command, Path(scratch))
                next(Path(scratch).glob(f"*{ending}")).replace(kept)
        found = hashlib.sha256(kept.read_bytes()).hexdigest()
        if found != package.sha256:
            raise BuildError(
                f"The archive {kept.name} is not the expected one: its SHA-256 is {found}, "
                f"and {package.sha256} was expected."
            )
        return kept

    @staticmethod
    def _unpack(archive: Path, target: Path) -> None:
        if archive.suffix == ".deb":
            run(["dpkg-deb", "-x", str(archive), str(target)], archive.parent)
            return
        with tarfile.open(archive) as opened:
            opened.extractall(target, filter="data")


# ---------------------------------------------------------------- characters

MARKS = """
    0020-007E 00A0-00AC 00AE-00FF 0100-0148 014A-017F 01CD-01DC 01F8-01F9 0251 0261 1E3E-1E3F
    2002-2003 2010-2016 2018-201E 2020-2022 2025-2027 2030 2032-2035 203B 2074 20AC 2103 2105
    2109 2113 2116 2121-2122 212B 2160-216B 2170-217B 2190-2193 2196-2199 2208 220F 2211 2215
    2219-221A 221D-2220 2223 2225 2227-222E 2234-2237 223D 2248 224C 2252 2260-2261 2264-2267
    226E-226F 2295 2299 22A5 22BF 2312 2460-249B 25A0-25A1 25B2-25B3 25B6-25B7 25BC-25BD
    25C0-25C1 25C6-25C7 25CB 25CE-25CF 2605-2606 2609 2640 2642 2713-2714 2776-277F 3000-3020
    3030 3041-3096 3099-30FF 3105-3129 3220-3229 3231-3232 3251-325F 32A3 32B1-32BF 338E-338F
    339C-339E 33A0-33A3 33A5 33C4 33CE 33D1-33D2 33D5 FE4F FF01-FF5E FFE0-FFE6
"""
"""The marks, beside rows 1 to 8 of GB 2312, that a main face covers where its source has them."""

BLANK = {0x20: HALF, 0xA0: HALF, 0x2002: HALF, 0x2003: EM, 0x3000: EM}
"""The characters that are to have no ink, and their widths."""

HALF_MARKS = frozenset("¡¢£¥¦ª«¬¯²³´µ¶¸¹º»¿‐‑–⁴€")
"""Half an em wide beside ASCII and the other Latin letters (their full forms are U+FFxx)."""

AT_LEFT = frozenset("°′″‵")
"""Marks that stand close to the figure before them: at the left of their em."""

KANA = range(0x3041, 0x3100)
DOT, DASHES, ELLIPSIS = 0xB7, (0x2014, 0x2015), 0x2026


def codes(ranges: str) -> set[int]:
    """Reads hexadecimal codes and ranges of codes."""
    found: set[int] = set()
    for item in ranges.split():
        first, _, last = item.partition("-")
        found.update(range(int(first, 16), int(last or first, 16) + 1))
    return found


def gb2312_rows(first: int, last: int) -> set[int]:
    """Returns the characters of some rows of GB 2312."""
    found: set[int] = set()
    for row in range(first, last + 1):
        for cell in range(1, 95):
            text = bytes((0xA0 + row, 0xA0 + cell)).decode("gb2312", errors="ignore")
            found.update(map(ord, text))
    return found


def is_ideograph(code: int) -> bool:
    """Whether a character is drawn as an ideograph: also 〇 and 々."""
    return code in (0x3005, 0x3007) or "IDEOGRAPH-" in unicodedata.name(chr(code), "")


def is_half(code: int) -> bool:
    """Whether a character is half an em wide."""
    mark = chr(code)
    latin = code < 0x2000 and unicodedata.name(mark, "").startswith("LATIN")
    return code <= 0x7E or latin or mark in HALF_MARKS


@dataclass(frozen=True)
class Coverage:
    """The characters that a main face covers as far as its source has them."""

    ideographs: frozenset[int]
    marks: frozenset[int]

    @cached_property
    def all(self) -> list[int]:
        """Every character, in order."""
        return sorted(self.ideographs | self.marks)

    @classmethod
    def read(cls, archives: Archives) -> Coverage:
        """Reads the list of 8105 and adds GB 2312 and the marks."""
        listed = json.loads(archives.path("standard", LIST_FILE).read_text(encoding="utf-8"))
        standard = set(map(ord, listed))
        if len(standard) != 8105:
            raise BuildError(f"The list of standard characters has {len(standard)}, not 8105.")
        ideographs = standard | gb2312_rows(16, 87) | {0x3005, 0x3007}
        marks = codes(MARKS) | gb2312_rows(1, 8)
        return cls(frozenset(ideographs), frozenset(marks - ideographs))


# ---------------------------------------------------------------- outlines


@dataclass(frozen=True)
class Outline:
    """A TrueType outline without hints, in thousandths of an em."""

    advance: float
    points: tuple[tuple[float, float], ...] = ()
    ends: tuple[int, ...] = ()
    flags: bytes = b""

    @cached_property
    def box(self) -> tuple[float, float, float, float]:
        """The least x and y and the greatest x and y of the points."""
        xs, ys = zip(*self.points, strict=True)
        return min(xs), min(ys), max(xs), max(ys)

    def moved(self, dx: float, dy: float = 0, advance: float | None = None) -> Outline:
        """Returns it moved, with another advance if one is given."""
        return self.scaled(1, 1, (dx, dy), advance)

    def scaled(
        self, sx: float, sy: float, move: tuple[float, float] = (0, 0), advance: float | None = None
    ) -> Outline:
        """Returns it scaled about the origin and then moved."""
        points = tuple((x * sx + move[0], y * sy + move[1]) for x, y in self.points)
        return replace(
            self, points=points, advance=self.advance * sx if advance is None else advance
        )

    def centred(self, advance: float) -> Outline:
        """Returns it in the middle of a width, with its side bearings in proportion."""
        if self.advance > advance:
            return self.scaled(advance / self.advance, 1, advance=advance)
        return self.moved((advance - self.advance) / 2, advance=advance)

    def fitted(self, advance: float) -> Outline:
        """Returns it with its ink in the middle of a width, condensed only if it must be."""
        if self.advance <= advance:
            return self.centred(advance)
        left, _, right, _ = self.box
        scale = min(1, advance * 0.96 / (right - left))
        return self.scaled(scale, 1, (advance / 2 - scale * (left + right) / 2, 0), advance)

    def inside(self, advance: float) -> Outline:
        """Returns it moved, or condensed if it must be, so that its ink keeps to its width."""
        left, _, right, _ = self.box
        least, most = CLEAR, advance - CLEAR
        if least <= left and right <= most:
            return self
        if right - left <= most - least:
            return self.moved(max(least - left, 0) + min(most - right, 0), advance=advance)
        scale = (most - least) / (right - left)
        return self.scaled(scale, 1, (least - left * scale, 0), advance)

    def at_middle(self, x: float, y: float) -> Outline:
        """Returns it with the middle of its ink at a point of a full em."""
        left, bottom, right, top = self.box
        return self.moved(x - (left + right) / 2, y - (bottom + top) / 2, EM)

    def contours(self) -> list[tuple[tuple[tuple[float, float], ...], bytes]]:
        """Returns the points and flags of each contour."""
        starts = (0, *(end + 1 for end in self.ends))
        return [
            (self.points[start : end + 1], self.flags[start : end + 1])
            for start, end in zip(starts, self.ends, strict=False)
        ]

    def stem(self, y: float) -> float:
        """Returns the width of the ink between the outermost straight edges at a height."""
        crossings: list[float] = []
        for points, _ in self.contours():
            for (x0, y0), (x1, y1) in zip(points, points[1:] + points[:1], strict=True):
                if (y0 - y) * (y1 - y) < 0:
                    crossings.append(x0 + (x1 - x0) * (y - y0) / (y1 - y0))
        return max(crossings) - min(crossings)

    def glyph(self) -> Glyph:
        """Returns it as a glyph of a font, at whole units."""
        glyph = Glyph()
        glyph.numberOfContours = len(self.ends)
        if self.ends:
            glyph.coordinates = GlyphCoordinates([(round(x), round(y)) for x, y in self.points])
            glyph.endPtsOfContours = list(self.ends)
            glyph.flags = bytearray(self.flags)
            glyph.program = Program()
        return glyph


def rectangle(left: float, bottom: float, right: float, top: float) -> Outline:
    """Returns a filled rectangle in a full em."""
    points = ((left, bottom), (left, top), (right, top), (right, bottom))
    return Outline(EM, points, (3,), b"\x01" * 4)


def joined(parts: Iterable[Outline], advance: float) -> Outline:
    """Returns outlines as one."""
    points: list[tuple[float, float]] = []
    ends: list[int] = []
    flags = b""
    for part in parts:
        ends += [len(points) + end for end in part.ends]
        points += part.points
        flags += part.flags
    return Outline(advance, tuple(points), tuple(ends), flags)


class Source:
    """A face to draw from."""

    def __init__(self, path: Path, number: int = -1) -> None:
        self.font = TTFont(path, fontNumber=number, lazy=True)
        self.cmap: dict[int, str] = self.font.getBestCmap()
        self.unit = EM / self.font["head"].unitsPerEm

    def outline(self, code: int) -> Outline | None:
        """Returns the outline of a character, or None if the face has no ink for it."""
        name = self.cmap.get(code)
        if name is None:
            return None
        points, ends, flags = self.font["glyf"][name].getCoordinates(self.font["glyf"])
        if not ends:
            return None
        advance = self.font["hmtx"][name][0]
        kept = bytes(flag & 0x41 for flag in flags)
        drawn = Outline(advance, tuple(points), tuple(ends), kept)
        return drawn if self.unit == 1 else drawn.scaled(self.unit, self.unit)

    def needed(self, code: int) -> Outline:
        """Returns the outline of a character that must be there."""
        found = self.outline(code)
        if found is None:
            raise BuildError(f"A source face lacks U+{code:04X}.")
        return found


# ---------------------------------------------------------------- drawing

Draw = Callable[[int], Outline | None]


BOLDEST = 2.5
"""How far beyond the heaviest weight the upright strokes of Latin may go (1 is that weight)."""


class Drawing:
    """Draws characters for a Chinese face from a weight of a family and its heaviest weight.

    Latin must be condensed to half an em. Its upright strokes would grow thin with that, so the
    x coordinates are taken from between the weight itself and the heaviest one, and the y
    coordinates from the weight itself: the outlines of the weights correspond point by point.
    """

    def __init__(self, source: Source, heaviest: Source) -> None:
        self.source = source
        self.heaviest = heaviest
        self.stems = tuple(face.needed(ord("l")).stem(350) for face in (source, heaviest))

    def __call__(self, code: int) -> Outline | None:
        """Draws a character, or returns None if the source lacks it."""
        outline = self.source.outline(code)
        if outline is None:
            return None
        if is_half(code):
            half = self._half(code, outline)
            return half if chr(code) == "_" else half.inside(HALF)
        return self._full(code, outline)

    def _half(self, code: int, own: Outline) -> Outline:
        heavy = self.heaviest.outline(code)
        if own.advance <= HALF or heavy is None or heavy.flags != own.flags:
            return own.centred(HALF)
        (thin, thick), narrow, wide = self.stems, own.advance, heavy.advance
        wanted = thin * max(0.8, (HALF / narrow) ** 0.3)
        # (thin + t·(thick − thin)) · HALF / (narrow + t·(wide − narrow)) = wanted
        share = (wanted * narrow / HALF - thin) / (thick - thin - wanted * (wide - narrow) / HALF)
        share = min(max(share, 0.0), BOLDEST)
        advance = narrow + share * (wide - narrow)
        points = tuple(
            ((x + share * (heavy_x - x)) * HALF / advance, y)
            for (x, y), (heavy_x, _) in zip(own.points, heavy.points, strict=True)
        )
        return replace(own, points=points, advance=HALF)

    def _full(self, code: int, own: Outline) -> Outline:
        redrawn = redraw(code, own)
        if redrawn is not None:
            return redrawn
        if chr(code) in AT_LEFT:
            return replace(own, advance=EM)
        return own if own.advance == EM else own.centred(EM)


def redraw(code: int, own: Outline) -> Outline | None:
    """Returns what every face redraws: the dash, the dot and the dots; None for all else."""
    if code in DASHES:
        return dash(own)
    if code == DOT:
        return own.at_middle(HALF, MIDDLE)
    if code == ELLIPSIS:
        return dots(own)
    return None


def dash(own: Outline) -> Outline:
    """Returns the dash from edge to edge of its em, as thick as it was, at middle height."""
    half = round(own.box[3] - own.box[1]) / 2
    return rectangle(0, MIDDLE - half, EM, MIDDLE + half)


def dots(own: Outline) -> Outline:
    """Returns the three dots evenly spaced, so that six of them are so in two ems."""
    parts = [Outline(EM, points, (len(points) - 1,), flags) for points, flags in own.contours()]
    parts.sort(key=lambda part: part.box)
    return joined(
        (part.at_middle(EM * (2 * place + 1) / 6, MIDDLE) for place, part in enumerate(parts)), EM
    )


def fang_song(ideographs: Source, others: Drawing) -> Draw:
    """Draws ideographs narrow and tall from one face, and all else from another."""

    def draw(code: int) -> Outline | None:
        if not is_ideograph(code):
            return others(code)
        own = ideographs.outline(code)
        # The middle of the source's ideographs, on average, is at (502, 355).
        return own and own.scaled(0.91, 1.03, (500 - 502 * 0.91, MIDDLE - 355 * 1.03), EM)

    return draw


KAI_MARKS = {
    "，": (90, -110),
    "。": (70, -55),
    "、": (75, -55),
    "；": (165, -115),
    "：": (180, 0),
    "！": (195, -5),
    "“": (640, 593),
    "”": (75, 593),
    "‘": (775, 593),
    "’": (85, 593),
}
"""Where the left bottom corner of a mark's ink is to stand in Kai: the source has them inward."""

KAI_BASELINE = 76 * EM / 1024
KAI_TALLER = 1.15


def on_baseline(code: int) -> bool:
    """Whether a character belongs with letters and figures: both halves and full forms."""
    alike = unicodedata.category(chr(code)) in ("Lu", "Ll", "Nd", "Nl", "Sc")
    return is_half(code) or alike or chr(code) in "№‰℃℉％＆＠＃？"


def kai(source: Source) -> Draw:
    """Draws from an Arphic face, whose ASCII is half an em wide already.

    Its letters and figures stand above the base line of the other faces and are low: they are
    moved down onto it and made taller.
    """

    def draw(code: int) -> Outline | None:
        own = source.outline(code)
        if own is None:
            return None
        redrawn = redraw(code, own)
        if redrawn is not None:
            return redrawn
        if chr(code) in KAI_MARKS:
            left, bottom = KAI_MARKS[chr(code)]
            return own.moved(left - own.box[0], bottom - own.box[1], EM)
        if chr(code) in ".,:;":  # as heavy as the stops of a larger size
            own = own.scaled(0.8, 0.8, (own.advance * 0.1, KAI_BASELINE * 0.2), own.advance)
        if not is_ideograph(code) and on_baseline(code):
            own = own.scaled(1, KAI_TALLER, (0, -KAI_BASELINE * KAI_TALLER))
        else:
            own = own.moved(0, -10)  # the middle of its ideographs is at 390
        return own.fitted(HALF).inside(HALF) if is_half(code) else own.centred(EM)

    return draw


# ---------------------------------------------------------------- faces


@dataclass(frozen=True)
class Face:
    """A face to build: its names, its licence and what is said of it."""

    family: str
    family_zh: str
    role: str
    packages: tuple[str, ...]
    licence: str
    licence_file: str
    copyright: str
    change: str
    supplement: bool = False

    @property
    def file(self) -> str:
        """The file name."""
        return f"{self.family.replace(' ', '')}.ttf"


@dataclass(frozen=True)
class Plan:
    """What sources.toml says."""

    changed_on: date
    version: str
    packages: dict[str, Package]
    licences: dict[str, dict[str, str]]
    faces: tuple[Face, ...]

    @classmethod
    def read(cls, path: Path) -> Plan:
        """Reads the plan from its file."""
        data = tomllib.loads(path.read_text(encoding="utf-8"))
        packages = {key: Package(**value) for key, value in data["package"].items()}
        faces = [Face(**{**face, "packages": tuple(face["packages"])}) for face in data["face"]]
        return cls(data["changed_on"], data["version"], packages, data["licence"], tuple(faces))


def draw_all(archives: Archives, coverage: Coverage) -> dict[str, dict[int, Outline]]:
    """Draws every face: for each family, its characters and their outlines."""

    def serif(weight: str) -> Source:
        return Source(archives.path("serif", SERIF_FILE.format(weight)))

    def sans(weight: str) -> Source:
        return Source(archives.path("sans", SANS_FILE.format(weight)))

    black, regular = serif("900Black"), serif("400Regular")
    wenkai = Source(archives.path("wenkai", WENKAI_FILE))
    drawn: dict[str, Draw] = {
        "Bulletin XiaoBiaoSong": Drawing(serif("700Bold"), black),
        "Bulletin FangSong": fang_song(wenkai, Drawing(serif("300Light"), black)),
        "Bulletin Hei": Drawing(sans("500Medium"), sans("900Black")),
        "Bulletin Song": Drawing(regular, black),
        "Bulletin Kai": kai(Source(archives.path("kaiti", KAITI_FILE))),
    }
    faces = {family: outlines(draw, coverage.all) for family, draw in drawn.items()}
    ukai = kai(Source(archives.path("ukai", UKAI_FILE), 0))
    lacking = [code for code in coverage.all if code not in faces["Bulletin Kai"]]
    faces["Bulletin Kai Supplement"] = outlines(ukai, lacking)
    rest = [code for code in sorted(regular.cmap) if is_rare(code, faces["Bulletin Song"])]
    faces["Bulletin Song Supplement"] = {
        code: outline
        for code, outline in outlines(regular.outline, rest).items()
        if outline.advance == EM and outline.box[3] <= WIN_ASCENT  # not 〱, made for columns
    }
    return faces


def is_rare(code: int, covered: Container[int]) -> bool:
    """Whether a character is for the supplement: not covered, not blank and not Korean."""
    korean = "HANGUL" in unicodedata.name(chr(code), "")
    return code not in covered and code not in BLANK and not korean


def outlines(draw: Draw, wanted: Iterable[int]) -> dict[int, Outline]:
    """Draws the characters that can be drawn."""
    drawn = ((code, draw(code)) for code in wanted if code not in BLANK)
    return {code: outline for code, outline in drawn if outline is not None}


# ---------------------------------------------------------------- files


def not_defined() -> Outline:
    """Returns the glyph for what a face lacks: an empty frame."""
    outer, inner = rectangle(100, -20, 900, 780), rectangle(140, 20, 860, 740)
    hole = replace(inner, points=inner.points[::-1])
    return joined((outer, hole), EM)


def compiled(face: Face, plan: Plan, drawn: dict[int, Outline]) -> bytes:
    """Returns the bytes of a font."""
    blanks = {code: Outline(width) for code, width in BLANK.items()}
    # Characters of one drawing share a glyph.
    names: dict[Outline, str] = {not_defined(): ".notdef"}
    cmap = {
        code: names.setdefault(outline, f"u{code:05X}")
        for code, outline in sorted((drawn | blanks).items())
    }
    glyphs = {name: outline.glyph() for outline, name in names.items()}
    builder = FontBuilder(EM, isTTF=True)
    builder.setupGlyphOrder(list(glyphs))
    builder.setupCharacterMap(cmap)
    builder.setupGlyf(glyphs)
    table = builder.font["glyf"]
    reject_clipped(face.family, glyphs)
    metrics = {
        name: (round(outline.advance), getattr(table[name], "xMin", 0))
        for outline, name in names.items()
    }
    builder.setupHorizontalMetrics(metrics)
    builder.setupHorizontalHeader(ascent=ASCENDER, descent=DESCENDER, lineGap=0)
    builder.setupNameTable(face_names(face, plan), mac=False)
    builder.setupOS2(**os2(drawn))
    builder.setupPost(keepGlyphNames=False, underlinePosition=-100, underlineThickness=50)
    at = timestampSinceEpoch(datetime.combine(plan.changed_on, time(), UTC).timestamp())
    builder.updateHead(created=at, modified=at, fontRevision=float(plan.version))
    font = builder.font
    font["OS/2"].recalcUnicodeRanges(font)
    font["OS/2"].recalcCodePageRanges(font)
    font.recalcTimestamp = False
    written = io.BytesIO()
    font.save(written, reorderTables=True)
    return written.getvalue()


def reject_clipped(family: str, glyphs: dict[str, Glyph]) -> None:
    """Stops the build if a glyph has ink beyond the heights at which a program may clip."""
    for name, glyph in glyphs.items():
        if glyph.numberOfContours and not -WIN_DESCENT <= glyph.yMin < glyph.yMax <= WIN_ASCENT:
            raise BuildError(f"{family}: {name} goes from {glyph.yMin} to {glyph.yMax} units.")


def os2(drawn: dict[int, Outline]) -> dict[str, Any]:
    """Returns the OS/2 fields: one set of vertical metrics for all faces, embedding allowed."""
    heights = {
        field: round(drawn[ord(letter)].box[3])
        for field, letter in (("sxHeight", "x"), ("sCapHeight", "H"))
        if ord(letter) in drawn
    }
    return {
        "version": 4,
        "usWeightClass": 400,
        "fsType": 0,
        "fsSelection": 0x40 | 0x80,  # regular; USE_TYPO_METRICS
        "sTypoAscender": ASCENDER,
        "sTypoDescender": DESCENDER,
        "sTypoLineGap": 0,
        "usWinAscent": WIN_ASCENT,
        "usWinDescent": WIN_DESCENT,
        "achVendID": "BLTN",
        **heights,
    }


def face_names(face: Face, plan: Plan) -> dict[str, dict[str, str] | str]:
    """Returns the name table, in English and in Chinese."""
    compact = face.family.replace(" ", "")
    family = {"en": face.family, "zh": face.family_zh}
    style = {"en": "Regular", "zh": "Regular"}
    notice = (
        f"This is a modified font. {face.change} Hints, layout tables and other characters were "
        f"removed, the vertical metrics and the names changed. Changed on {plan.changed_on} "
        "by the bulletin-cli authors; how is in build.py, which comes with this font."
    )
    terms = plan.licences[face.licence]
    names: dict[str, dict[str, str] | str] = {
        "copyright": face.copyright,
        "familyName": family,
        "styleName": style,
        "uniqueFontIdentifier": f"{plan.version};{compact}-Regular",
        "fullName": family,
        "version": f"Version {plan.version}",
        "psName": {"en": f"{compact}-Regular", "zh": f"{compact}-Regular"},
        "description": notice,
        "licenseDescription": terms["text"],
        "typographicFamily": family,
        "typographicSubfamily": style,
    }
    return names | ({"licenseInfoURL": terms["url"]} if "url" in terms else {})


def manifest(plan: Plan, fonts: dict[str, bytes], counts: dict[str, int]) -> str:
    """Returns the text of manifest.toml."""
    lines = ["# Written by build.py. The program reads it to find the face of a role.", ""]
    for face in plan.faces:
        lines += [
            "[[face]]",
            f'file = "{face.file}"',
            f'role = "{face.role}"',
            *(["supplement = true"] if face.supplement else []),
            f'family = "{face.family}"',
            f'family_zh = "{face.family_zh}"',
            f'licence = "{face.licence}"',
            f'licence_file = "{face.licence_file}"',
            f'sha256 = "{hashlib.sha256(fonts[face.family]).hexdigest()}"',
            f"characters = {counts[face.family]}",
            "sources = [",
        ]
        for package in (plan.packages[key] for key in face.packages):
            lines.append(
                f'  {{ registry = "{package.registry}", package = "{package.name}", '
                f'version = "{package.version}", sha256 = "{package.sha256}" }},'
            )
        lines += ["]", ""]
    return "\n".join(lines)


def build(plan: Plan, archives: Archives) -> dict[str, bytes]:
    """Builds everything: for each file name, its bytes."""
    drawn = draw_all(archives, Coverage.read(archives))
    fonts = {face.family: compiled(face, plan, drawn[face.family]) for face in plan.faces}
    counts = {family: len(characters) + len(BLANK) for family, characters in drawn.items()}
    files = {face.file: fonts[face.family] for face in plan.faces}
    return files | {"manifest.toml": manifest(plan, fonts, counts).encode()}


def write(files: dict[str, bytes]) -> None:
    """Writes the files, each at one stroke."""
    for name, content in files.items():
        partial = HERE / f".{name}.part"
        partial.write_bytes(content)
        partial.replace(HERE / name)


def differing(files: dict[str, bytes]) -> list[str]:
    """Returns the names of the files here that are not what was built."""
    return [
        name
        for name, content in files.items()
        if not (HERE / name).is_file() or (HERE / name).read_bytes() != content
    ]


def main() -> int:
    """Runs the build."""
    parser = argparse.ArgumentParser(description="Builds the typefaces of this folder.")
    parser.add_argument("--check", action="store_true", help="compare instead of write")
    parser.add_argument("--archives", type=Path, help="a folder that keeps the archives")
    options = parser.parse_args()
    logging.getLogger("fontTools").setLevel(logging.ERROR)  # slight faults of the sources
    plan = Plan.read(HERE / "sources.toml")
    with tempfile.TemporaryDirectory() as scratch:
        kept = options.archives or Path(scratch, "archives")
        kept.mkdir(parents=True, exist_ok=True)
        try:
            files = build(plan, Archives(plan.packages, kept.resolve(), Path(scratch)))
        except BuildError as error:
            sys.stderr.write(f"{error}\n")
            return 1
    if not options.check:
        write(files)
        return 0
    different = differing(files)
    sys.stdout.write(f"Different: {', '.join(different)}\n" if different else "All the same.\n")
    return 1 if different else 0


if __name__ == "__main__":
    sys.exit(main())
