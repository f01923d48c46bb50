"""What stands for a font file: cheap to ask, and another for any other font."""

import io
import struct

import pytest
from fontTools.ttLib import TTCollection, TTFont

from bulletin_cli.font_files import bundled_folder, identity

HEI = bundled_folder() / "BulletinHei.ttf"


@pytest.fixture
def small():
    """A font of a few glyphs that can be changed."""
    from fontTools.subset import Options, Subsetter

    font = TTFont(HEI)
    subsetter = Subsetter(Options())
    subsetter.populate(text="一二")
    subsetter.subset(font)
    return font


def saved(font, path):
    font.save(path)
    return identity(path)


def test_any_change_of_a_table_is_seen(small, tmp_path):
    path = tmp_path / "a.ttf"
    first = saved(small, path)
    assert saved(small, tmp_path / "copy.ttf") == first
    name = small.getBestCmap()[ord("一")]
    glyph = small["glyf"][name]
    glyph.coordinates[0] = (glyph.coordinates[0][0] + 1, glyph.coordinates[0][1])
    assert saved(small, path) != first


def test_each_font_of_a_collection_counts(small, tmp_path):
    def collection(*widths):
        fonts = TTCollection()
        for width in widths:
            data = io.BytesIO()
            small.save(data)
            data.seek(0)
            font = TTFont(data)
            font["hmtx"][".notdef"] = (width, 0)
            fonts.fonts.append(font)
        path = tmp_path / f"{'-'.join(map(str, widths))}.ttc"
        fonts.save(path)
        return identity(path)

    assert len({collection(500, 500), collection(500, 600), collection(600, 500)}) == 3


def test_what_is_no_font_is_read_whole(tmp_path):
    path = tmp_path / "a.ttf"
    digests = set()
    many = b"ttcf" + struct.pack(">II", 0, 1_000_000)
    contents = [b"", b"y" + b"x" * 5000, b"x" * 5001, many, HEI.read_bytes()[:8], b"OTTO"]
    for data in contents:
        path.write_bytes(data)
        digests.add(identity(path))
    assert len(digests) == len(contents)
