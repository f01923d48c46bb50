import io
import os
import struct
import sys
import zlib

import pytest
from PIL import Image

from bulletin_cli.reader import read


def encoded(picture, kind="PNG", **options):
    file = io.BytesIO()
    picture.save(file, kind, **options)
    return file.getvalue()


def header(width, height):
    chunk = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    length, check = struct.pack(">I", 13), struct.pack(">I", zlib.crc32(chunk))
    return b"\x89PNG\r\n\x1a\n" + length + chunk + check


@pytest.fixture
def issue(good):
    return good('name = "刊"', 'name = "刊", logo = "logo.png"')


@pytest.fixture
def logo(write, issue):
    """The picture that comes of the bytes of a logo, opened again."""

    def logo(data):
        write(data, "logo.png")
        picture = read(write(issue)).logo
        assert picture is not None
        opened = Image.open(io.BytesIO(picture.data))
        opened.load()
        assert (picture.width, picture.height) == opened.size
        assert picture.description == "刊"
        return opened

    return logo


@pytest.mark.parametrize("mode", ["1", "L", "LA", "P", "RGB", "RGBA", "I;16"])
def test_every_kind_of_png_becomes_plain(logo, mode):
    drawn = logo(encoded(Image.new(mode, (40, 20))))
    assert drawn.format == "PNG"
    assert drawn.mode in {"L", "RGB"}
    assert drawn.size == (40, 20)


@pytest.mark.parametrize("mode", ["L", "RGB", "CMYK"])
def test_every_kind_of_jpeg_becomes_plain(logo, mode):
    drawn = logo(encoded(Image.new("RGB", (40, 20), "white").convert(mode), "JPEG"))
    assert drawn.format == "JPEG"
    assert drawn.mode in {"L", "RGB"}
    assert drawn.convert("RGB").getpixel((5, 5)) == (255, 255, 255)


def test_sixteen_bits_keep_their_grey(logo):
    drawn = logo(encoded(Image.new("I;16", (4, 4), 0x8000)))
    assert abs(drawn.getpixel((0, 0)) - 128) <= 1


def test_what_is_transparent_becomes_white(logo):
    drawn = logo(encoded(Image.new("RGBA", (4, 4), (255, 0, 0, 0))))
    assert drawn.getpixel((0, 0)) == (255, 255, 255)


def test_nothing_of_the_camera_travels_along(write, issue):
    exif = Image.Exif()
    exif[0x010F] = "SecretCamera"
    exif[0x0112] = 6
    options = {"exif": exif.tobytes(), "comment": b"SecretNote", "icc_profile": b"SecretProfile"}
    for data in (
        encoded(Image.new("RGB", (40, 20)), "JPEG", **options),
        encoded(Image.new("RGB", (40, 20)), "PNG", exif=exif, icc_profile=b"SecretProfile"),
    ):
        write(data + b"SecretTail", "logo.png")
        picture = read(write(issue)).logo
        assert b"Secret" not in picture.data
        assert b"Exif" not in picture.data
        assert b"eXIf" not in picture.data
        assert (picture.width, picture.height) == (20, 40)


def test_the_same_picture_gives_the_same_bytes(write, issue):
    write(encoded(Image.effect_noise((64, 64), 50)), "logo.png")
    path = write(issue)
    assert read(path).logo == read(path).logo


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"", "E143"),
        (b"no picture", "E143"),
        (b"GIF89a" + bytes(100), "E143"),
        (b"\xff\xd8\xff", "E143"),
        (b"\xff\xd8\xff\xe0\x00\x00" * 9, "E143"),
        (header(40, 20), "E143"),
        (encoded(Image.effect_noise((64, 64), 50))[:-2000], "E143"),
        (encoded(Image.effect_noise((64, 64), 50).convert("RGB"), "JPEG")[:900], "E143"),
        (header(0, 20), "E144"),
        (header(30_000, 30_000), "E144"),
        (header(2**31 - 1, 2**31 - 1), "E144"),
        (header(20_001, 1), "E144"),
        (b"\xff\xd8\xff\xff\xc0\x00\x11\x08" + struct.pack(">HH", 60_000, 60_000), "E144"),
        (bytes(20 * 1024 * 1024 + 1), "E142"),
    ],
)
def test_what_is_no_fit_picture(write, faults, issue, data, code):
    write(data, "logo.png")
    assert [fault[:2] for fault in faults(issue)] == [(code, ("publication", "logo"))]


@pytest.mark.skipif(sys.platform == "win32", reason="memory is measured as POSIX does")
def test_a_bomb_is_refused_from_its_header(write, issue, measured):
    row = zlib.compress(bytes(3 * 20_000 + 1) * 400, 9)
    chunk = struct.pack(">I", len(row)) + b"IDAT" + row + struct.pack(">I", zlib.crc32(row))
    write(header(20_000, 20_000) + chunk * 50, "logo.png")
    code = (
        "import sys; from pathlib import Path; from bulletin_cli.reader import read\n"
        "try: read(Path(sys.argv[1]))\n"
        "except Exception as error: print(type(error).__name__)\n"
    )
    raised, _seconds, megabytes = measured(code, write(issue))
    assert raised.strip() == "Rejected"
    assert megabytes < 200


@pytest.mark.parametrize(
    ("name", "code"),
    [
        ("none.png", "E142"),
        ("folder", "E142"),
        ("../outside.png", "E141"),
        ("folder/../../outside.png", "E141"),
        ("folder/../logo.png", "E141"),
        ("/etc/passwd", "E141"),
        ("C:/x.png", "E141"),
        ("\\\\\\\\host\\\\share.png", "E141"),
        ("//host/share.png", "E141"),
        ("http://example.org/x.png", "E141"),
        ("data:image/png;base64,AAAA", "E141"),
        ("link.png", "E141"),
        ("linked/outside.png", "E141"),
    ],
)
@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_logo_elsewhere(beside, faults, good, name, code):
    beside("logo.png", encoded(Image.new("L", (4, 4))))
    content = good('name = "刊"', f'logo = "{name}"')
    assert [fault[:2] for fault in faults(content)] == [(code, ("publication", "logo"))]


def test_below_the_folder_of_the_publication_not_of_the_issue(write, good):
    write(encoded(Image.new("L", (4, 4))), "house/art/logo.png")
    write('logo = "art/logo.png"', "house/publication.toml")
    path = write(good('{ name = "刊" }', '"../house/publication.toml"'), "2021/issue.toml")
    assert read(path).logo.width == 4
    assert read(path).logo.description == "报头"
