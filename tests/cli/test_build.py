import os
import sys
from pathlib import Path

import pytest

from bulletin_cli import pipeline

OURS = "--ignore-system-fonts"


def test_paths_on_standard_output_and_talk_on_standard_error(bulletin, issue):
    result = bulletin("build", OURS, issue)
    assert result.code == 0
    assert result.out.splitlines() == [str(issue.with_suffix(x)) for x in (".pdf", ".docx")]
    assert issue.with_suffix(".pdf").read_bytes().startswith(b"%PDF")
    [said] = result.err.splitlines()
    assert "方正小标宋简体 → " in said


def test_one_kind_into_a_new_folder(bulletin, issue, tmp_path):
    result = bulletin("build", OURS, "--to", "DOCX", "-o", "a/b", issue)
    assert (result.code, result.out.strip()) == (0, str(Path("a/b/issue.docx")))
    assert (tmp_path / "a/b/issue.docx").is_file()


def test_a_stand_in_is_said_once_a_run(bulletin, issue, tmp_path):
    other = tmp_path / "other.toml"
    other.write_bytes(issue.read_bytes())
    result = bulletin("build", OURS, issue, other)
    assert result.code == 0
    assert len(result.out.splitlines()) == 4
    assert result.err.count("stood in") == 1


def test_strict_fonts(bulletin, issue):
    result = bulletin("build", OURS, "--strict-fonts", issue)
    assert result.code == 2
    assert "方正小标宋简体" in result.err
    assert issue.with_suffix(".pdf").read_bytes() == b"old"


def test_it_goes_on_after_one_that_fails(bulletin, issue, tmp_path):
    bad = tmp_path / "bad.toml"
    bad.write_text("number = 0\n" + issue.read_text(encoding="utf-8"), encoding="utf-8")
    result = bulletin("build", OURS, bad, "none.toml", issue)
    assert result.code == 1
    assert len(result.out.splitlines()) == 2
    assert f"{bad}: number: " in result.err or "E105" in result.err
    assert 'There is no file "none.toml"' in result.err


def test_exit_codes_of_one_and_of_many(bulletin, issue, tmp_path):
    (tmp_path / "bad.toml").write_text("number = 0", encoding="utf-8")
    assert bulletin("build", "bad.toml").code == 1
    assert bulletin("build", "none.toml").code == 2
    assert bulletin("build", "none.toml", "neither.toml").code == 2
    assert bulletin("build", "none.toml", "bad.toml").code == 1


@pytest.mark.parametrize("language", ["en", "zh"])
@pytest.mark.parametrize(
    ("content", "code"),
    [
        (b"\xef\xbb\xbf", 1),
        (b"", 1),
        (b"not TOML", 1),
        ("简报".encode("gbk"), 1),
        (b"a = 1\0", 1),
        (b"date = 2021-02-30", 1),
        (b"publication = {}\ndate = 2021-05-17\nnumber = 0", 1),
        (b"publication = {}\ndate = 2021-05-17\nnumber = -1", 1),
        (b"publication = {}\ndate = 2021-05-17\nnumber = 9\ntotal = 1", 1),
        (b'publication = { name = "\\u001b" }\ndate = 2021-05-17', 1),
        (b'publication = { logo = "issue.toml" }\ndate = 2021-05-17', 1),
        (b'publication = "none.toml"', 2),
        (b'publication = "issue.toml"', 2),
        (b'publication = "."', 2),
        (b"a = '" + bytes([97]) * 5_000_000 + b"'", 2),
        (b"a." * 20_000 + b"a = 1", 2),
    ],
)
def test_bad_input(bulletin, issue, monkeypatch, language, content, code):
    """One clear sentence, its exit code, and the older output as it was."""
    monkeypatch.setenv("BULLETIN_LANG", language)
    issue.write_bytes(content)
    for command in ("build", "validate"):
        result = bulletin(command, issue)
        said = result.out + result.err
        assert result.code == code
        first = said.splitlines()[0]
        assert first.endswith((".", "。", "?", "？"))
        assert len(said.splitlines()) <= 4
        assert "Traceback" not in said
        assert language == "en" or any("一" <= char <= "鿿" for char in said)
        assert issue.with_suffix(".pdf").read_bytes() == b"old"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_outputs_that_cannot_be_written(bulletin, issue, tmp_path, monkeypatch, language):
    monkeypatch.setenv("BULLETIN_LANG", language)
    (tmp_path / "file").write_bytes(b"old")
    (tmp_path / "out" / "issue.pdf").mkdir(parents=True)
    for folder in ("file", "file/below", "out", "x" * 300):
        result = bulletin("build", OURS, "-o", folder, issue)
        assert result.code == 2
        assert len(result.err.splitlines()) == 1
        assert result.out == ""
    assert (tmp_path / "file").read_bytes() == b"old"
    assert list((tmp_path / "out").iterdir()) == [tmp_path / "out" / "issue.pdf"]


def test_two_issues_of_one_name(bulletin, issue, tmp_path):
    other = tmp_path / "b" / "issue.toml"
    other.parent.mkdir()
    other.write_bytes(issue.read_bytes())
    result = bulletin("build", OURS, "-o", "out", issue, other)
    assert result.code == 2
    assert "would both be written" in result.err
    assert not (tmp_path / "out").exists()
    assert bulletin("build", issue, issue).code == 2
    assert bulletin("build", OURS, issue, other).code == 0


def test_another_kind_of_output(bulletin, issue):
    result = bulletin("build", "--to", "odt", issue)
    assert (result.code, result.err) == (
        2,
        'error: After --to stands one of pdf, docx, png, not "odt".\n',
    )


def test_names_that_look_like_options(bulletin, issue, tmp_path):
    (tmp_path / "-o.toml").write_bytes(issue.read_bytes())
    result = bulletin("build", OURS, "--to", "pdf", "--", "-o.toml")
    assert (result.code, result.out) == (0, "-o.pdf\n")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no such names")
def test_names_and_keys_with_control_characters_are_shown_escaped(bulletin, tmp_path):
    path = tmp_path / "a\x1b[31m\n.toml"
    path.write_text('"b\\u001b\\u202e" = 1\n', encoding="utf-8")
    result = bulletin("validate", path.name)
    assert "a\\x1b[31m\\n.toml:1:1: " in result.out
    assert "b\\x1b\\u202e" in result.out
    assert not any(ord(char) < 32 and char != "\n" for char in result.out)


def test_an_interruption_is_quiet(bulletin, issue, tmp_path, monkeypatch):
    def interrupt(*_arguments):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    result = bulletin("build", OURS, issue)
    assert (result.code, result.out, result.err) == (130, "", "")
    assert sorted(path.name for path in tmp_path.iterdir()) == ["issue.pdf", "issue.toml"]
    assert issue.with_suffix(".pdf").read_bytes() == b"old"


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_fault_of_the_program_is_one_sentence(bulletin, issue, monkeypatch, language):
    def fail(*_arguments):
        raise ZeroDivisionError("inner words")

    monkeypatch.setenv("BULLETIN_LANG", language)
    monkeypatch.setattr(pipeline, "build", fail)
    result = bulletin("build", issue)
    assert result.code == 2
    [said] = result.err.splitlines()
    assert "ZeroDivisionError" in said
    assert "test_build.py:" in said
    assert "BULLETIN_DEBUG" in said
    monkeypatch.setenv("BULLETIN_DEBUG", "1")
    assert "Traceback" in bulletin("build", issue).err


def test_fonts_from_the_environment(bulletin, issue, tmp_path, monkeypatch):
    missing = tmp_path / "no-fonts"
    monkeypatch.setenv("BULLETIN_FONT_PATH", str(missing))
    result = bulletin("build", OURS, issue)
    assert result.code == 2
    assert str(missing) in result.err
    folders = [tmp_path / "a", tmp_path / "b"]
    for folder in folders:
        folder.mkdir()
    monkeypatch.setenv("BULLETIN_FONT_PATH", os.pathsep.join(map(str, folders)))
    assert bulletin("build", OURS, issue).code == 0
    monkeypatch.setenv("BULLETIN_FONT_PATH", "")
    assert bulletin("build", OURS, issue).code == 0


def test_the_disk_is_full(bulletin, issue, tmp_path):
    import subprocess

    if sys.platform != "linux" or os.geteuid() != 0:
        pytest.skip("only root on Linux can mount a small disk")
    folder = tmp_path / "disk"
    folder.mkdir()
    mount = ["mount", "-t", "tmpfs", "-o", "size=16k", "tmpfs", str(folder)]
    if subprocess.run(mount, capture_output=True, check=False).returncode:
        pytest.skip("mounting is not allowed here")
    try:
        (folder / "issue.pdf").write_bytes(b"old")
        result = bulletin("build", OURS, "-o", folder, issue)
        assert result.code == 2
        assert "no space left" in result.err
        assert [(path.name, path.read_bytes()) for path in folder.iterdir()] == [
            ("issue.pdf", b"old")
        ]
    finally:
        subprocess.run(["umount", str(folder)], check=True)
