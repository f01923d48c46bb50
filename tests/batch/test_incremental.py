"""What is built again, and what is left alone."""

import json
import os
import shutil
import time

import pytest

from bulletin_cli.batch import manifest

OURS = "--ignore-system-fonts"


def test_nothing_is_built_twice(series, bulletin, built, counts):
    folder = series(3)
    first = bulletin("build", folder, "-o", "out", OURS)
    assert (first.returncode, counts(first)) == (0, (3, 0, 0))
    assert len(first.stdout.splitlines()) == 6
    before = built(folder.with_name("out"))
    times = [path.stat().st_mtime_ns for path in folder.with_name("out").iterdir()]
    again = bulletin("build", folder, "-o", "out", OURS)
    assert (again.returncode, counts(again), again.stdout) == (0, (0, 3, 0), "")
    assert built(folder.with_name("out")) == before
    assert times == [path.stat().st_mtime_ns for path in folder.with_name("out").iterdir()]


def test_touching_changes_nothing_and_editing_does(series, bulletin, counts):
    folder = series(4)
    bulletin("build", folder, "-o", "out", OURS)
    for path in folder.iterdir():
        path.touch()
    assert counts(bulletin("build", folder, "-o", "out", OURS)) == (0, 4, 0)
    one = folder / "2010-02.toml"
    one.write_text(one.read_text("utf-8").replace("精神", "要求"), "utf-8")
    assert counts(bulletin("build", folder, "-o", "out", OURS)) == (1, 3, 0)
    publication = folder / "publication.toml"
    publication.write_text(publication.read_text("utf-8").replace("某办", "某某办"), "utf-8")
    assert counts(bulletin("build", folder, "-o", "out", OURS)) == (4, 0, 0)
    assert counts(bulletin("build", folder, "-o", "out", OURS)) == (0, 4, 0)


@pytest.mark.parametrize("name", ["2010-01.pdf", "2010-02.docx", ".bulletin/2010-01.json"])
@pytest.mark.parametrize("harm", ["removed", "cut", "one byte", "a folder"])
def test_what_is_damaged_is_built_again(series, bulletin, built, name, harm, counts):
    folder = series(2)
    out = folder.with_name("out")
    bulletin("build", folder, "-o", "out", OURS)
    before, path = built(out), out / name
    if harm == "removed":
        path.unlink()
    elif harm == "cut":
        os.truncate(path, 100)
    elif harm == "one byte":
        status, data = path.stat(), bytearray(path.read_bytes())
        data[50] ^= 1
        path.write_bytes(data)
        os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns))
    else:
        path.unlink()
        path.mkdir()
    again = bulletin("build", folder, "-o", "out", OURS)
    if harm == "a folder":
        assert (again.returncode, counts(again)) == (1, (0, 1, 1))
        assert "is a folder" in again.stderr
        path.rmdir()
        again = bulletin("build", folder, "-o", "out", OURS)
    assert counts(again) == (1, 1, 0)
    assert built(out) == before


@pytest.mark.parametrize(
    "options",
    [
        ["--to", "pdf"],
        ["--embed-fonts"],
        ["--report"],
        ["--force"],
    ],
)
def test_other_options_build_again(series, bulletin, options, counts):
    folder = series(2)
    bulletin("build", folder, "-o", "out", OURS)
    assert counts(bulletin("build", folder, "-o", "out", OURS, *options)) == (2, 0, 0)


def test_another_build_time_builds_again(series, bulletin):
    folder = series(1)
    bulletin("build", folder, "-o", "out", OURS)
    done = bulletin("build", folder, "-o", "out", OURS, SOURCE_DATE_EPOCH="1700000000")
    assert len(done.stdout.splitlines()) == 2


def test_another_version_builds_again(series, bulletin):
    folder = series(1)
    bulletin("build", folder, "-o", "out", OURS)
    path = manifest.entry_path(folder.with_name("out"), "2010-01")
    entry = json.loads(path.read_bytes())
    path.write_text(json.dumps({**entry, "making": "another"}), "utf-8")
    assert len(bulletin("build", folder, "-o", "out", OURS).stdout.splitlines()) == 2


def test_a_logo_is_a_source(series, bulletin, counts):
    from PIL import Image

    folder = series(2)
    publication = folder / "publication.toml"
    publication.write_text('logo = "logo.png"\n' + publication.read_text("utf-8"), "utf-8")
    Image.new("RGB", (300, 40), "red").save(folder / "logo.png")
    assert counts(bulletin("build", folder, "-o", "out", OURS)) == (2, 0, 0)
    assert counts(bulletin("build", folder, "-o", "out", OURS)) == (0, 2, 0)
    Image.new("RGB", (300, 40), "blue").save(folder / "logo.png")
    assert counts(bulletin("build", folder, "-o", "out", OURS)) == (2, 0, 0)


def test_a_font_is_told_by_what_is_in_it(series, bulletin, tmp_path, counts):
    """A font that is not used, or only touched, changes nothing; another one for a face does."""
    from bulletin_cli.font_files import bundled_folder

    folder, fonts = series(2), tmp_path / "fonts"
    fonts.mkdir()
    options = ("-o", "out", OURS, "--font-path", fonts)
    bulletin("build", folder, *options)
    shutil.copy(bundled_folder() / "BulletinHei.ttf", fonts / "unused.ttf")
    assert counts(bulletin("build", folder, *options)) == (0, 2, 0)
    assert counts(bulletin("build", folder, *options)) == (0, 2, 0)
    (fonts / "unused.ttf").touch()
    assert counts(bulletin("build", folder, *options)) == (0, 2, 0)


def test_a_folder_keeps_its_shape_and_two_of_one_name_are_refused(
    series, bulletin, tmp_path, counts
):
    folder = series(1)
    shutil.copytree(folder, folder / "below")
    done = bulletin("build", folder, "-o", "out", OURS)
    assert counts(done) == (2, 0, 0)
    assert (tmp_path / "out" / "below" / "2010-01.pdf").is_file()
    flat = bulletin("build", folder / "2010-01.toml", folder / "below/2010-01.toml", "-o", "flat")
    assert (flat.returncode, (tmp_path / "flat").exists()) == (2, False)


def test_patterns_are_met_where_the_shell_leaves_them(series, bulletin, counts):
    folder = series(3)
    done = bulletin("build", folder / "2010-0[12].toml", "-o", "out", OURS)
    assert counts(done) == (2, 0, 0)
    assert bulletin("build", folder / "2011-*.toml").returncode == 2


def test_one_issue_without_an_output_folder_leaves_no_manifest(series, bulletin):
    folder = series(1)
    assert bulletin("build", folder / "2010-01.toml", OURS).returncode == 0
    assert not (folder / ".bulletin").exists()


def test_failures_are_listed_and_the_others_built(series, bulletin, tmp_path, counts):
    folder = series(4)
    (folder / "2010-02.toml").write_text("number = 0\ndate = 2010-01-01\n", "utf-8")
    done = bulletin("build", folder, "-o", "out", OURS)
    assert (done.returncode, counts(done)) == (1, (3, 0, 1))
    assert "2010-02.toml:1:" in done.stderr
    assert "E118" in done.stderr
    (tmp_path / "out" / "2010-04.pdf").unlink()
    fast = bulletin("build", folder, "-o", "out", OURS, "--fail-fast")
    assert (fast.returncode, counts(fast)) == (1, (0, 2, 1))
    assert "1 not begun" in fast.stderr


def test_dependencies_for_make(series, bulletin, tmp_path):
    folder = series(2, "my $archive#1")
    for _ in range(2):
        done = bulletin("build", folder, "-o", "out", OURS, "--deps", "out.d")
        assert done.returncode == 0
        first, second = (tmp_path / "out.d").read_text("utf-8").splitlines()
    made, needed = first.split(": ")
    assert made == "out/2010-01.pdf out/2010-01.docx"
    assert needed == "my\\ $$archive\\#1/2010-01.toml my\\ $$archive\\#1/publication.toml"
    assert second.startswith("out/2010-02.pdf ")


def test_dependencies_are_what_make_takes(series, bulletin, tmp_path):
    make = shutil.which("make")
    if make is None:
        pytest.skip("make is missing")
    import subprocess

    folder = series(2, "the archive")
    bulletin("build", folder, "-o", "out", OURS, "--deps", "out.d")
    rule = "\t@echo again $@\n"
    (tmp_path / "Makefile").write_text(
        f"all: out/2010-01.pdf out/2010-02.pdf\ninclude out.d\nout/%.pdf:\n{rule}", "utf-8"
    )
    run = lambda: subprocess.run([make, "-s"], capture_output=True, text=True, check=True).stdout  # noqa: E731
    assert "again" not in run()
    later = time.time() + 5
    os.utime(folder / "2010-02.toml", (later, later))
    assert run().split() == ["again", "out/2010-02.pdf"]


def test_pictures_of_pages_that_are_gone_go(series, bulletin, tmp_path):
    folder = series(1)
    path = folder / "2010-01.toml"
    short = path.read_text("utf-8")
    path.write_text(short.replace('text = "', 'text = "' + "工作" * 600, 1), "utf-8")
    bulletin("build", folder, "-o", "out", OURS, "--to", "png")
    assert len(list((tmp_path / "out").glob("*.png"))) > 1
    path.write_text(short, "utf-8")
    bulletin("build", folder, "-o", "out", OURS, "--to", "png")
    assert [each.name for each in (tmp_path / "out").glob("*.png")] == ["2010-01-1.png"]


def test_skipping_needs_no_library_of_the_formats(series, tmp_path):
    import subprocess
    import sys

    folder = series(2)
    code = (
        "import sys; from bulletin_cli import build\n"
        f"found = build({str(folder)!r}, 'out', system_fonts=False)\n"
        "print(*sorted({each.status.name for each in found}), "
        "*(name for name in ('pydantic', 'reportlab', 'docx', 'uharfbuzz') if name in sys.modules))"
    )
    runs = [
        subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
        for _ in range(2)
    ]
    assert [run.stdout.split() for run in runs] == [
        ["MADE", "pydantic", "reportlab", "docx", "uharfbuzz"],
        ["UNCHANGED"],
    ]
    assert not any(run.stderr for run in runs)


def test_three_hundred_issues(series, bulletin, built, faults, counts, tmp_path):
    """Built, left alone, built again after an edit in the publication and one in an issue."""
    folder, out = series(300), tmp_path / "out"
    assert counts(bulletin("build", folder, "-o", out, OURS)) == (300, 0, 0)
    assert counts(bulletin("build", folder, "-o", out, OURS)) == (0, 300, 0)
    before = built(out)
    assert len(before) == 600
    publication = folder / "publication.toml"
    text = publication.read_text("utf-8")
    publication.write_text(text.replace("某办公室", "某某办公室"), "utf-8")
    assert counts(bulletin("build", folder, "-o", out, OURS)) == (300, 0, 0)
    after = built(out)
    assert all(after[name] != data for name, data in before.items())
    one = folder / "2015-07.toml"
    one.write_text(one.read_text("utf-8").replace("精神", "要求"), "utf-8")
    assert counts(bulletin("build", folder, "-o", out, OURS)) == (1, 299, 0)
    changed = {name for name, data in built(out).items() if after[name] != data}
    assert changed == {"2015-07.pdf", "2015-07.docx"}
    assert not faults.untrue(out)
    assert not faults.temporaries(out)
