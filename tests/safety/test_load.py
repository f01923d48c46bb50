"""What would take the machine with it: bombs and what is no file, refused early and cheaply.

The table asks for 1 s and 200 MB, of which Python and our libraries take a half; the figures are
printed after the tests, and what is asserted leaves room for a busy machine.
"""

import os
import struct
import sys
import zlib

import pytest

SECONDS, MEGABYTES = 4.0, 200

LOADS = {
    "a key of 20,000 parts": ("x.toml", "a." * 20_000 + "a = 1", "parts"),
    "brackets 100,000 deep": ("x.toml", "a = " + "[" * 100_000, "deep"),
    "objects 100,000 deep": ("x.json", '{"a":' * 100_000, "deep"),
    "a number of 5,000 digits": ("x.toml", "number = " + "1" * 5_000, "digits"),
    "a number of 5,000 digits in JSON": ("x.json", '{"number": ' + "1" * 5_000 + "}", "digits"),
    "a million values": ("x.toml", "a = [" + "1," * 1_000_000 + "]", "keys and marks"),
    "five megabytes": ("x.toml", "#" * 5_000_000, "larger than"),
    "a million headings": ("x.toml", "[[a]]\n" * 600_000, "keys and marks"),
}


@pytest.mark.parametrize("load", LOADS)
def test_sources_that_overload_a_parser(bulletin, write, figure, no_output, load):
    name, content, said = LOADS[load]
    done = bulletin("build", write(name, content))
    assert (done.code, done.out, len(done.err.splitlines())) == (2, "", 1)
    assert said in done.err
    figure(f"row 5, {load}", done)
    assert done.seconds < SECONDS
    assert done.megabytes < MEGABYTES
    assert no_output()


HOUSE = ", ".join(f'{{ wrong = "{"错" * (n % 50 + 1)}", right = "对{n}" }}' for n in range(3_000))
HEAD = f'publication = {{ name = "刊", lint = {{ words = [{HOUSE}] }} }}\ndate = 2021-05-17\n'
ITEM = '[[sections]]\ntitle = "要闻"\n[[sections.items]]\ntext = '
TEXTS = {
    "500,000 marks in a text without an end": 'a = "' + '\\"' * 500_000,
    "3,000 words of the house on 20,000 places": f'{HEAD}{ITEM}"{"错" * 20_000}"\n',
    "a key of a million letters": "k" * 1_000_000 + " = 1\n",
    "40,000 unknown keys": "".join(f"key{number}_{'x' * 60} = 1\n" for number in range(40_000)),
}


@pytest.mark.parametrize("load", TEXTS)
def test_texts_that_are_told_of_soon(bulletin, write, figure, load):
    done = bulletin("validate", write("x.toml", TEXTS[load]), "--output-format", "concise")
    assert done.code in {0, 1, 2}
    figure(f"row 15, {load}", done)
    assert done.seconds < SECONDS
    assert done.megabytes < MEGABYTES


def test_a_cell_beyond_what_csv_holds(bulletin, issue, write, figure, no_output):
    write("t.csv", "甲,乙\n" + "长" * 200_000 + ",1\n")
    done = bulletin("build", issue(item={"blocks": [{"table": {"file": "t.csv"}}]}))
    assert done.code == 1
    assert "t.csv:2" in done.err
    figure("row 5, a cell of 200,000 characters", done)
    assert done.seconds < SECONDS
    assert done.megabytes < MEGABYTES
    assert no_output()


def header(width: int, height: int) -> bytes:
    chunk = b"IHDR" + struct.pack(">IIBBBBB", width, height, 8, 2, 0, 0, 0)
    check = struct.pack(">I", zlib.crc32(chunk))
    return b"\x89PNG\r\n\x1a\n" + struct.pack(">I", 13) + chunk + check


def bomb() -> bytes:
    """A true PNG of 20,000 by 20,000 pixels in a megabyte: it unpacks to 1.2 GB."""
    packer = zlib.compressobj(9)
    row = bytes(3 * 20_000 + 1)
    data = b"".join(packer.compress(row * 100) for _ in range(200)) + packer.flush()
    chunk = b"IDAT" + data
    whole = struct.pack(">I", len(data)) + chunk + struct.pack(">I", zlib.crc32(chunk))
    end = b"IEND"
    return header(20_000, 20_000) + whole + bytes(4) + end + struct.pack(">I", zlib.crc32(end))


PICTURES = {
    "20,000 by 20,000": bomb,
    "2^31-1 by 2^31-1": lambda: header(2**31 - 1, 2**31 - 1),
    "0 by 0": lambda: header(0, 0),
    "cut off": lambda: header(400, 200),
    "another kind": lambda: b"GIF89a" + bytes(1_000),
    "a JPEG of 65,535 by 65,535": lambda: (
        b"\xff\xd8\xff\xc0\x00\x11\x08\xff\xff\xff\xff\x03" + bytes(99)
    ),
    "nothing": lambda: b"",
}


@pytest.mark.parametrize("kind", PICTURES)
@pytest.mark.parametrize("where", ["logo", "block"])
def test_pictures_that_are_bombs(bulletin, issue, write, figure, no_output, kind, where):
    write("x.png", PICTURES[kind]())
    if where == "logo":
        source = issue(publication={"name": "刊", "logo": "x.png"})
    else:
        source = issue(item={"blocks": [{"pictures": [{"file": "x.png", "alt": "图"}]}]})
    done = bulletin("build", source)
    assert done.code == 1
    assert "issue.json:1:" in done.err
    figure(f"row 3, a picture of {kind} as {where}", done)
    assert done.seconds < SECONDS
    assert done.megabytes < MEGABYTES
    assert no_output()


def placed(kind, path):
    """Something at a path that is no file to be read."""
    if kind == "fifo":
        os.mkfifo(path)
    elif kind == "device":
        path.symlink_to("/dev/zero")
    elif kind == "folder":
        path.mkdir()
    elif kind == "empty":
        path.touch()
    return path


@pytest.mark.skipif(sys.platform == "win32", reason="pipes and devices as POSIX has them")
@pytest.mark.parametrize("kind", ["fifo", "device", "folder", "empty", "missing"])
@pytest.mark.parametrize("where", ["issue", "publication", "logo", "table", "font"])
def test_what_is_no_file_is_not_waited_for(
    bulletin, issue, tmp_path, figure, no_output, kind, where
):
    suffix = {"logo": ".png", "table": ".csv", "font": ".ttf"}.get(where, ".toml")
    path = placed(kind, tmp_path / f"x{suffix}")
    source = {
        "issue": lambda: path,
        "publication": lambda: issue(publication=path.name),
        "logo": lambda: issue(publication={"name": "刊", "logo": path.name}),
        "table": lambda: issue(item={"blocks": [{"table": {"file": path.name}}]}),
        "font": issue,
    }[where]()
    options = ["--font-path", path] if where == "font" else []
    done = bulletin("build", source, *options)
    figure(f"row 4, {kind} as {where}", done)
    if where == "font" and kind in {"folder", "empty"}:  # nothing in it is a font
        assert done.code == 0
        return
    assert done.code in {1, 2}
    assert done.seconds < SECONDS
    assert done.megabytes < MEGABYTES
    assert no_output()
