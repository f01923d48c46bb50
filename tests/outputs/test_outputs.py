import os
import stat
from pathlib import Path

import pytest

from bulletin_cli import outputs
from bulletin_cli.diagnostics import OutputError
from bulletin_cli.outputs import MARK, create, write, write_all

posix = pytest.mark.skipif(os.name == "nt", reason="access rights and links as POSIX has them")
mortal = pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may write everywhere"
)


@pytest.fixture(autouse=True)
def english(monkeypatch):
    monkeypatch.setenv("BULLETIN_LANG", "en")


def left(folder):
    return [path for path in folder.rglob("*") if path.name.startswith(MARK)]


def test_a_new_file_and_its_folders(tmp_path):
    path = tmp_path / "a" / "b" / "new.pdf"
    write(path, b"data")
    assert path.read_bytes() == b"data"
    assert not left(tmp_path)


@posix
def test_a_new_file_has_the_usual_rights_and_an_older_one_keeps_its_own(tmp_path):
    path = tmp_path / "x.pdf"
    before = os.umask(0o027)
    try:
        write(path, b"1")
    finally:
        os.umask(before)
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    path.chmod(0o604)
    write(path, b"2")
    assert stat.S_IMODE(path.stat().st_mode) == 0o604
    assert path.read_bytes() == b"2"


@posix
def test_a_link_is_replaced_and_not_followed(tmp_path):
    other = tmp_path / "other"
    other.write_bytes(b"old")
    path = tmp_path / "x.pdf"
    path.symlink_to(other)
    write(path, b"new")
    assert not path.is_symlink()
    assert (path.read_bytes(), other.read_bytes()) == (b"new", b"old")


def test_a_folder_at_the_target(tmp_path):
    path = tmp_path / "x.pdf"
    path.mkdir()
    with pytest.raises(OutputError, match="is a folder"):
        write(path, b"new")
    assert not left(tmp_path)


def test_a_file_where_the_folder_should_be(tmp_path):
    (tmp_path / "out").write_bytes(b"old")
    with pytest.raises(OutputError, match="is no folder"):
        write(tmp_path / "out" / "x.pdf", b"new")
    with pytest.raises(OutputError, match="is no folder"):
        write(tmp_path / "out" / "deeper" / "x.pdf", b"new")
    assert (tmp_path / "out").read_bytes() == b"old"


@posix
def test_a_device_or_pipe_is_refused(tmp_path):
    path = tmp_path / "x.pdf"
    os.mkfifo(path)
    with pytest.raises(OutputError, match="a device or a pipe"):
        write(path, b"new")
    assert stat.S_ISFIFO(path.lstat().st_mode)


def test_a_name_that_is_too_long(tmp_path):
    with pytest.raises(OutputError, match="too long"):
        write(tmp_path / ("x" * 300), b"new")
    assert not left(tmp_path)


@mortal
def test_a_folder_that_cannot_be_written(tmp_path):
    path = tmp_path / "x.pdf"
    path.write_bytes(b"old")
    tmp_path.chmod(0o500)
    try:
        with pytest.raises(OutputError, match="no permission"):
            write(path, b"new")
    finally:
        tmp_path.chmod(0o700)
    assert path.read_bytes() == b"old"


def test_no_file_is_renamed_before_all_are_stored(tmp_path):
    first, second = tmp_path / "a.pdf", tmp_path / "b.docx"
    first.write_bytes(b"old")
    second.mkdir()
    with pytest.raises(OutputError):
        write_all({first: b"new", second: b"new"})
    assert first.read_bytes() == b"old"
    assert not left(tmp_path)


@pytest.mark.parametrize("number", ["EACCES", "EROFS", "ENOSPC", "EIO"])
@pytest.mark.parametrize("stage", ["fsync", "replace"])
def test_whatever_fails_the_old_file_stays(tmp_path, monkeypatch, number, stage):
    import errno

    def fail(*_arguments):
        raise OSError(getattr(errno, number), "told by the system")

    path = tmp_path / "x.pdf"
    path.write_bytes(b"old")
    monkeypatch.setattr(*((os, "fsync") if stage == "fsync" else (Path, "replace")), fail)
    with pytest.raises(OutputError) as error:
        write(path, b"new")
    assert "told by the system" not in str(error.value)
    assert str(tmp_path) in str(error.value)
    assert path.read_bytes() == b"old"
    assert not left(tmp_path)


def test_an_interruption_leaves_no_temporary_file(tmp_path, monkeypatch):
    def interrupt(_descriptor):
        raise KeyboardInterrupt

    monkeypatch.setattr(os, "fsync", interrupt)
    with pytest.raises(KeyboardInterrupt):
        write(tmp_path / "x.pdf", b"new")
    assert list(tmp_path.iterdir()) == []


def test_on_windows_an_open_file_is_explained(tmp_path, monkeypatch):
    path = tmp_path / "x.pdf"
    path.write_bytes(b"old")
    monkeypatch.setattr(outputs.sys, "platform", "win32")
    assert "open in Word or WPS" in outputs._reason(PermissionError(13, ""), path)


@pytest.mark.parametrize("small_disk", ["64k"], indirect=True)
def test_a_full_disk(small_disk):
    path = small_disk / "x.pdf"
    write(path, b"old")
    with pytest.raises(OutputError, match="no space left"):
        write(path, bytes(1_000_000))
    assert path.read_bytes() == b"old"
    assert not left(small_disk)


def test_a_file_that_must_be_new(tmp_path):
    path = tmp_path / "x.toml"
    create(path, b"mine")
    for older in (path, tmp_path):
        with pytest.raises(OutputError, match="is there already"):
            create(older, b"other")
    assert path.read_bytes() == b"mine"
    assert not left(tmp_path)


@posix
def test_a_file_that_appears_meanwhile_is_not_written_over(tmp_path, monkeypatch):
    path = tmp_path / "x.toml"
    link = os.link

    def late(*arguments):
        path.write_bytes(b"theirs")
        link(*arguments)

    monkeypatch.setattr(os, "link", late)
    with pytest.raises(OutputError, match="is there already"):
        create(path, b"mine")
    assert path.read_bytes() == b"theirs"
    assert not left(tmp_path)


@posix
def test_a_new_file_where_there_are_no_links(tmp_path, monkeypatch):
    def fail(*_arguments):
        raise OSError(1, "")

    monkeypatch.setattr(os, "link", fail)
    create(tmp_path / "x.toml", b"mine")
    assert (tmp_path / "x.toml").read_bytes() == b"mine"
    assert not left(tmp_path)


def test_a_voucher_never_speaks_for_files_that_are_others(tmp_path, monkeypatch):
    """It goes before the first file changes, and comes back last."""
    names = ["a.pdf", "b.docx", "voucher"]
    a, b, voucher = (tmp_path / name for name in names)
    write_all({a: b"1", b: b"1", voucher: b"1"}, voucher=voucher)
    seen = []
    replace = Path.replace

    def watched(self, target):
        seen.append((target.name, voucher.exists()))
        return replace(self, target)

    monkeypatch.setattr(Path, "replace", watched)
    write_all({a: b"2", b: b"2", voucher: b"2"}, voucher=voucher)
    assert seen == [(name, False) for name in names]
    assert voucher.read_bytes() == b"2"
