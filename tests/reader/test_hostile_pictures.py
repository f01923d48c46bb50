"""Pictures in the text that are damaged, hostile or elsewhere: one sentence each, at its name."""

import io
import os
import struct
import zlib

import pytest
from PIL import Image

from bulletin_cli.diagnostics import Rejected
from bulletin_cli.reader import read

NOISE = Image.effect_noise((64, 64), 50)


def encoded(picture, kind="PNG", **options):
    file = io.BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()


def png(width, height, depth=8, colour=2):
    chunk = b"IHDR" + struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0)
    return (
        b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + chunk + struct.pack(">I", zlib.crc32(chunk))
    )


def webp(kind, body):
    chunk = kind + struct.pack("<I", len(body)) + body
    return b"RIFF" + struct.pack("<I", 4 + len(chunk)) + b"WEBP" + chunk


def jpeg(width, height):
    return b"\xff\xd8\xff\xff\xc0\x00\x11\x08" + struct.pack(">HH", height, width)


VP8X = b"\0" * 4
HUGE = (1 << 24) - 1
BROKEN = {
    "empty": b"",
    "text": "这不是图片".encode(),
    "gif": encoded(NOISE.convert("P"), "GIF"),
    "bmp": encoded(NOISE, "BMP"),
    "tiff": encoded(NOISE, "TIFF"),
    "svg": b"<svg xmlns='http://www.w3.org/2000/svg'/>",
    "pdf": b"%PDF-1.7\n",
    "zip": b"PK\x03\x04" + bytes(60),
    "png without data": png(40, 20),
    "png cut short": encoded(NOISE)[:-2000],
    "png with a wrong sum": encoded(NOISE).replace(b"IDAT", b"IDAT", 1)[:60] + bytes(200),
    "png of an unknown colour": png(4, 4, 8, 9) + bytes(50),
    "jpeg cut short": encoded(NOISE, "JPEG")[:600],
    "jpeg of markers": b"\xff\xd8\xff" + b"\xff" * 500,
    "jpeg without a size": b"\xff\xd8\xff\xe0\x00\x00" * 9,
    "webp cut short": encoded(NOISE.convert("RGB"), "WEBP")[:40],
    "webp of nothing": webp(b"VP8 ", bytes(4)),
    "webp of an unknown form": webp(b"VP9 ", bytes(40)),
    "riff of sound": b"RIFF" + struct.pack("<I", 36) + b"WAVEfmt " + bytes(28),
}
BROKEN["jpeg of two sizes"] = jpeg(10, 10) + bytes(9) + encoded(NOISE, "JPEG")[2:]
LARGE = {
    "png of no width": png(0, 20),
    "png of no height": png(20, 0),
    "png bomb": png(30_000, 30_000),
    "png of the greatest size": png(2**31 - 1, 2**31 - 1),
    "png strip": png(20_001, 1),
    "jpeg bomb": jpeg(60_000, 60_000),
    "webp bomb": webp(b"VP8X", VP8X + HUGE.to_bytes(3, "little") * 2),
    "lossless webp bomb": webp(b"VP8L", b"\x2f" + b"\xff\xff\xff\x0f" + bytes(20)),
}
ELSEWHERE = (
    "../outside.png",
    "folder/../../outside.png",
    "folder/../a.png",
    "/etc/passwd",
    "C:/x.png",
    "\\\\host\\share.png",
    "//host/share.png",
    "http://example.org/x.png",
    "file:///etc/passwd",
    "data:image/png;base64,AAAA",
    "link.png",
    "linked/outside.png",
    "~/x.png",
)
MISSING = ("none.png", "folder", "a.png/b.png")


@pytest.fixture
def named(write, good):
    """What is said of an issue with a picture of a name."""

    def named(name):
        picture = f'blocks = [{{ pictures = [{{ file = "{name}", alt = "图" }}] }}]'
        with pytest.raises(Rejected) as rejected:
            read(write(good('text = "文"', picture)))
        [wrong] = rejected.value.diagnostics
        assert wrong.place.line == 10
        assert "\n" not in wrong.message
        assert wrong.message.endswith(".")
        return wrong.code

    return named


@pytest.mark.parametrize("kind", BROKEN)
def test_what_is_no_picture(write, named, kind):
    write(BROKEN[kind], "a.png")
    assert named("a.png") == "E143"


@pytest.mark.parametrize("kind", LARGE)
def test_what_is_too_large_is_refused_from_its_header(write, named, kind):
    write(LARGE[kind], "a.png")
    assert named("a.png") == "E144"


def test_a_file_of_too_many_bytes(write, named):
    write(bytes(20 * 1024 * 1024 + 1), "a.png")
    assert named("a.png") == "E142"


@pytest.mark.parametrize("name", ELSEWHERE)
@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_names_that_lead_elsewhere(beside, named, name):
    beside("a.png", encoded(NOISE))
    assert named(name.replace("\\", "\\\\")) == "E141"


@pytest.mark.parametrize("name", MISSING)
def test_names_that_lead_nowhere(tmp_path, write, named, name):
    write(encoded(NOISE), "a.png")
    (tmp_path / "folder").mkdir()
    assert named(name) == "E142"


@pytest.mark.skipif(not hasattr(os, "mkfifo"), reason="there are no pipes in folders here")
def test_a_pipe_is_not_waited_for(tmp_path, named):
    os.mkfifo(tmp_path / "a.png")
    assert named("a.png") == "E142"


def test_a_bomb_costs_little(write, good, measured):
    row = zlib.compress(bytes(3 * 20_000 + 1) * 400, 9)
    chunk = struct.pack(">I", len(row)) + b"IDAT" + row + struct.pack(">I", zlib.crc32(row))
    write(png(20_000, 20_000) + chunk * 50, "a.png")
    picture = 'blocks = [{ pictures = [{ file = "a.png", alt = "图" }] }]'
    code = (
        "import sys; from pathlib import Path; from bulletin_cli.reader import read\n"
        "try: read(Path(sys.argv[1]))\n"
        "except Exception as error: print(type(error).__name__)\n"
    )
    raised, _seconds, megabytes = measured(code, write(good('text = "文"', picture)))
    assert raised.strip() == "Rejected"
    assert megabytes < 200


@pytest.mark.parametrize("name", ["a.jpg", "a.PNG", "a"])
def test_a_picture_is_what_it_holds_whatever_its_name_ends_in(write, good, name):
    write(encoded(NOISE.convert("RGB"), "WEBP"), name)
    picture = f'blocks = [{{ pictures = [{{ file = "{name}", alt = "图" }}] }}]'
    reading = read(write(good('text = "文"', picture)))
    assert [each.width for each in reading.attached.pictures.values()] == [64]


def test_a_damaged_picture_is_told_wherever_it_is_named(write, good):
    write(encoded(NOISE)[:-2000], "a.png")
    blocks = """
blocks = [
{ pictures = [{ file = "a.png", alt = "图" }] },
{ pictures = [{ file = "a.png", alt = "图", width = "20%" }] },
]"""
    with pytest.raises(Rejected) as rejected:
        read(write(good('text = "文"', blocks)))
    assert [wrong.place.line for wrong in rejected.value.diagnostics] == [12, 13]


def test_a_caption_that_stands_for_the_text_is_without_notation(write, good):
    write(encoded(NOISE), "a.png")
    picture = 'blocks = [{ pictures = [{ file = "a.png", caption = "图1 {粗：会场}" }] }]'
    [picture] = read(write(good('text = "文"', picture))).attached.pictures.values()
    assert picture.description == "图1 会场"
