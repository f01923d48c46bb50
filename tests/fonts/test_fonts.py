"""Finding fonts: what the user names, the system's, the bundled ones; and what stands in."""

import shutil
from pathlib import Path

import pytest

from bulletin_cli import profiles
from bulletin_cli.diagnostics import FontError
from bulletin_cli.fonts import Faces, FontSearch, find
from bulletin_cli.profiles import Profile

BUNDLED = Path(__file__).parents[2] / "fonts"


def named(family: str) -> Profile:
    """A profile whose 仿宋 is a family of this name."""
    return profiles.load({"faces": {"fangsong": {"name": family, "aliases": [], "standins": []}}})


def test_without_the_system_every_face_is_bundled(faces: Faces) -> None:
    assert all(found.font.bundled and found.standin for found in faces.found)
    assert {found.face for found in faces.found} == set(faces.chains)


def test_a_named_file_comes_first(tmp_path: Path) -> None:
    shutil.copy(BUNDLED / "BulletinHei.ttf", tmp_path / "any name.TTF")
    for path in (tmp_path, tmp_path / "any name.TTF"):
        faces = find(named("简报黑体"), FontSearch((path,), system=False))
        found = next(each for each in faces.found if each.face == "fangsong")
        assert (found.font.family, found.standin) == ("Bulletin Hei", False)
        assert found.font.path.parent == tmp_path


def test_a_standin_is_one(tmp_path: Path) -> None:
    shutil.copy(BUNDLED / "BulletinHei.ttf", tmp_path)
    profile = profiles.load({"faces": {"fangsong": {"standins": ["bulletin hei"]}}})
    faces = find(profile, FontSearch((tmp_path,), system=False))
    found = next(each for each in faces.found if each.face == "fangsong")
    assert found.standin
    assert not found.font.bundled


def test_strictly_a_standin_is_an_error() -> None:
    with pytest.raises(FontError, match="方正小标宋简体、仿宋_GB2312"):
        find(profiles.load(), FontSearch(system=False, strict=True))


def test_a_path_that_leads_nowhere_is_an_error(tmp_path: Path) -> None:
    with pytest.raises(FontError, match=r"nowhere\.ttf"):
        find(profiles.load(), FontSearch((tmp_path / "nowhere.ttf",), system=False))


def test_what_is_no_font_is_passed_over(tmp_path: Path) -> None:
    (tmp_path / "broken.ttf").write_bytes(b"\0\1\0\0" + b"\xff" * 200)
    (tmp_path / "empty.otf").touch()
    faces = find(profiles.load(), FontSearch((tmp_path,), system=False))
    assert all(found.font.bundled for found in faces.found)


def test_ascii_is_half_an_em_and_chinese_one(faces: Faces) -> None:
    for face in faces.chains:
        for code in range(0x20, 0x7F):
            assert faces.advance(chr(code), face) == 0.5, (face, chr(code))
        for char in "学习，。、：；！？“”‘’（）《》【】—…·％":
            assert faces.advance(char, face) == 1.0, (face, char)


def test_rare_names_are_in_every_chain(faces: Faces) -> None:
    assert faces.uncovered("镕喆堃昇珺䶮𬭎𠅤") == ()
    font, _glyph = faces.font("䶮", "kai") or (None, 0)
    assert font is not None
    assert font.family == "Bulletin Song"


def test_what_no_font_has_is_named_once(faces: Faces) -> None:
    assert faces.uncovered("学\ue000习\ue000\n\U0001f600") == ("\ue000", "\U0001f600")


def test_the_manifest_tells_the_truth() -> None:
    import hashlib
    import tomllib

    manifest = tomllib.loads((BUNDLED / "manifest.toml").read_text(encoding="utf-8"))
    for entry in manifest["face"]:
        data = (BUNDLED / entry["file"]).read_bytes()
        assert hashlib.sha256(data).hexdigest() == entry["sha256"]
        assert (BUNDLED / entry["licence_file"]).is_file()
