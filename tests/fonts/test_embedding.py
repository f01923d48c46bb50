"""Faces that travel in a DOCX: what is in them, what they are called, what they say."""

import struct

import pytest
import uharfbuzz as hb

from bulletin_cli import profiles
from bulletin_cli.fonts import FontSearch, find
from bulletin_cli.fonts.embedding import embed

USED = {"fangsong": "学习镕，", "kai": "赵䶮喆𬭎𠅤"}


@pytest.fixture(scope="module")
def embedding(profile, faces):
    return embed(profile, faces, USED)


def name(data, number):
    return hb.Face(data).get_name(number)


def test_each_is_called_as_the_styles_ask(embedding, profile):
    official = {profile.faces[key].name for key in USED}
    assert set(embedding.files) == official | {"Bulletin Kai Supplement", "Bulletin Song"}
    for family, data in embedding.files.items():
        assert name(data, 1) == family
        assert name(data, 2) == "Regular"
        assert name(data, 16) is None


def test_everything_else_says_what_it_is(embedding):
    data = embedding.files["仿宋_GB2312"]
    assert name(data, 4) == "Bulletin FangSong"
    assert name(data, 6) == "BulletinFangSong-Regular"
    assert "LXGW" in name(data, 0)
    said = name(data, 10)
    assert said.startswith("A subset of Bulletin FangSong, made by bulletin-cli")
    assert "it stands for 仿宋_GB2312. This is a modified font." in said
    assert "stands for" not in name(embedding.files["Bulletin Song"], 10)


def test_the_whole_licence_travels_along(embedding):
    assert "SIL OPEN FONT LICENSE" in name(embedding.files["仿宋_GB2312"], 13)
    for family in ("楷体_GB2312", "Bulletin Kai Supplement"):
        assert "ARPHIC PUBLIC LICENSE" in name(embedding.files[family], 13)
        assert "DAMAGES WAIVER" in name(embedding.files[family], 13)


def test_what_a_face_lacks_is_in_another_under_its_own_name(embedding):
    assert embedding.families == {
        ("喆", "kai"): "Bulletin Kai Supplement",
        ("䶮", "kai"): "Bulletin Song",
        ("𬭎", "kai"): "Bulletin Song",
        ("𠅤", "kai"): "Bulletin Song",
    }
    assert set(map(chr, hb.Face(embedding.files["Bulletin Song"]).unicodes)) == set("䶮𬭎𠅤")


def test_only_what_is_used_and_what_is_typed_travels(embedding):
    found = set(map(chr, hb.Face(embedding.files["仿宋_GB2312"]).unicodes))
    assert set("学习镕，") | set("09AZaz%《》“”…—·") <= found
    assert not set("国䶮") & found
    assert all(len(data) < 60_000 for data in embedding.files.values())


def test_glyphs_are_as_in_the_face(embedding, faces):
    cut = hb.Font(hb.Face(embedding.files["仿宋_GB2312"]))
    for char in "学镕，A9":
        glyph = cut.get_nominal_glyph(ord(char))
        assert cut.get_glyph_h_advance(glyph) / 1000 == faces.advance(char, "fangsong")
        assert cut.get_glyph_extents(glyph).width > 0


def test_the_files_are_whole(embedding):
    """Every table stands on four bytes, its sum is right, and the file's sum is the one due."""
    for data in embedding.files.values():
        count = struct.unpack_from(">H", data, 4)[0]
        entries = [struct.unpack_from(">4s3I", data, 12 + 16 * index) for index in range(count)]
        tags = [entry[0] for entry in entries]
        assert tags == sorted(tags)
        assert {b"cmap", b"OS/2", b"name", b"glyf", b"post"} <= set(tags)
        for tag, checksum, place, length in entries:
            assert place % 4 == 0
            table = bytearray(data[place : place + length])
            if tag == b"head":
                table[8:12] = bytes(4)
            assert total(table) == checksum
        assert total(data) == 0xB1B0AFBA


def total(data):
    padded = bytes(data) + bytes(-len(data) % 4)
    return sum(struct.unpack(f">{len(padded) // 4}I", padded)) % 2**32


def test_word_may_keep_them_and_edit(embedding):
    """Installable (fsType 0); and the main faces say that they have GB 2312 (code page 936)."""
    for family, data in embedding.files.items():
        table = bytes(hb.Face(data).reference_table("OS/2").data)
        assert struct.unpack_from(">H", table, 8)[0] == 0
        if family.endswith("GB2312"):
            assert struct.unpack_from(">I", table, 78)[0] & 1 << 18


def test_equal_input_gives_equal_bytes(embedding, profile):
    faces = find(profile, FontSearch(system=False))
    backwards = {key: reversed(text) for key, text in reversed(USED.items())}
    assert embed(profile, faces, {k: list(v) for k, v in backwards.items()}) == embedding


def test_two_faces_of_one_name_are_one_file():
    profile = profiles.load({"faces": {"hei": {"name": "宋体"}}})
    faces = find(profile, FontSearch(system=False))
    files = embed(profile, faces, {"song": "学", "hei": "习"}).files
    assert set(files) == {"宋体"}
    assert {ord("学"), ord("习")} <= set(hb.Face(files["宋体"]).unicodes)


def test_what_no_face_has_is_left_to_the_reader(profile, faces):
    embedding = embed(profile, faces, {"song": "学\U000323b0"})
    assert set(embedding.files) == {"宋体"}
    assert embedding.families == {}
