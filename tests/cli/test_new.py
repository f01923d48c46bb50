import datetime
import os

import pytest

PUBLICATION = 'name = "某集团简报"\nsections = ["要闻", "基层"]\n'


@pytest.fixture
def folder(tmp_path):
    folder = tmp_path / "archive"
    folder.mkdir()
    (folder / "publication.toml").write_text(PUBLICATION, "utf-8")
    return folder


def fill(path):
    text = path.read_text("utf-8").replace('"""\n"""', '"""\n文字。"""')
    path.write_text(text, "utf-8")


@pytest.mark.parametrize("language", ["en", "zh"])
def test_a_series_from_nothing(bulletin, folder, monkeypatch, language):
    monkeypatch.setenv("BULLETIN_LANG", language)
    for number, day in ((1, "2021-01-04"), (2, "2021-01-18")):
        path = folder / f"2021-0{number}.toml"
        result = bulletin("new", folder, "--date", day)
        assert (result.code, result.out.strip()) == (0, str(path))
        text = path.read_text("utf-8")
        assert text.startswith("#:schema ")
        assert f"number = {number}\ntotal = {number}\ndate = {day}\n" in text
        assert ("填好" in text) == (language == "zh")
        hints = [line.partition(" = ")[0] for line in text.splitlines() if line.startswith("# ")]
        assert {"# copies", "# comment", "# title", "# credit"} <= set(hints)
        blank = bulletin("validate", path, "--output-format", "concise")
        assert blank.code == 1
        assert [line.split(": ")[1][:4] for line in blank.out.splitlines()] == ["E115"] * 2
        fill(path)
        assert bulletin("validate", path, "--select", "E,S").code == 0
    assert bulletin("validate", folder, "--select", "E,S", "--strict").code == 0
    assert bulletin("build", folder, "-o", "out", "--ignore-system-fonts").code == 0


def test_today_by_default(bulletin, folder, monkeypatch):
    monkeypatch.chdir(folder)
    before = datetime.date.today()
    assert bulletin("new").code == 0
    [path] = folder.glob("2*.toml")
    assert path.name == f"{before.year}-01.toml"


def test_it_refuses_to_write_over_anything(bulletin, folder):
    target = folder / "x.toml"
    for name in ("publication.toml", "x.toml"):
        target.write_text("# mine\n", "utf-8") if name == "x.toml" else None
        before = (folder / name).read_bytes()
        result = bulletin("new", folder / "publication.toml", "-o", folder / name)
        assert result.code == 2
        assert (folder / name).read_bytes() == before
    assert sorted(path.name for path in folder.iterdir()) == ["publication.toml", "x.toml"]


def test_an_unfinished_issue_is_not_counted_on(bulletin, folder):
    assert bulletin("new", folder, "--date", "2021-01-04").code == 0
    result = bulletin("new", folder, "--date", "2021-01-18")
    assert result.code == 2
    assert "2021-01.toml" in result.err


def test_an_empty_folder_is_explained(bulletin, tmp_path):
    (tmp_path / "empty").mkdir()
    result = bulletin("new", "empty")
    assert result.code == 2
    assert "publication.toml" in result.err
    assert list((tmp_path / "empty").iterdir()) == []
    assert bulletin("new", "nowhere").code == 2
    assert bulletin("new", "empty", "--date", "someday").code == 2
    assert bulletin("new", "empty", "-o", "x.json").code == 2


def test_a_publication_written_inline_goes_along(bulletin, tmp_path):
    text = (
        'publication = { name = "刊\\"甲\\"", foot = [{ label = "报", text = "部" }] }\n'
        "number = 1\ndate = 2021-01-04\n"
        '[[sections]]\ntitle = "学"\n[[sections.items]]\ntext = "文"\n'
    )
    (tmp_path / "2021-01.toml").write_text(text, "utf-8")
    assert bulletin("new", "--date", "2021-01-18").code == 0
    path = tmp_path / "2021-02.toml"
    fill(path)
    assert bulletin("validate", tmp_path, "--select", "E,S", "--strict").code == 0
    assert '"刊\\"甲\\""' in path.read_text("utf-8")


def test_two_publications_want_a_name(bulletin, folder):
    (folder / "other.toml").write_text('name = "另一种"\n', "utf-8")
    result = bulletin("new", folder)
    assert result.code == 2
    assert "other.toml" in result.err
    assert bulletin("new", folder / "other.toml", "--date", "2021-01-04").code == 0
    assert 'publication = "other.toml"' in (folder / "2021-01.toml").read_text("utf-8")


def test_a_supplement(bulletin, folder):
    assert bulletin("new", folder, "--date", "2021-01-04").code == 0
    fill(folder / "2021-01.toml")
    target = folder / "增刊1.toml"
    assert bulletin("new", folder, "--supplement", "--date", "2021-01-05", "-o", target).code == 0
    assert "supplement = true\nnumber = 1\n" in target.read_text("utf-8")
    fill(target)
    assert bulletin("validate", folder, "--select", "E,S", "--strict").code == 0
    dumped = bulletin("dump", "--ignore-system-fonts", target)
    assert "2021年增刊第1期" in dumped.out


@pytest.mark.skipif(os.name == "nt", reason="POSIX links")
def test_a_dangling_link_at_the_target_is_not_followed(bulletin, folder, tmp_path):
    (folder / "2021-01.toml").symlink_to(tmp_path / "elsewhere.toml")
    result = bulletin("new", folder, "--date", "2021-01-04")
    assert result.code == 2
    assert not (tmp_path / "elsewhere.toml").exists()
