import json
import os

import pytest

from bulletin_cli.diagnostics import InputError, Rejected
from bulletin_cli.reader import read


def test_an_issue_with_its_publication_inline(write, good):
    reading = read(write(good()))
    assert reading.issue.publication.name == "刊"
    assert reading.publication_path is None
    assert reading.place(("publication", "name")).path == reading.path


def test_the_same_as_json(write):
    tables = {
        "publication": {"name": "刊", "foot": [{"text": "公司领导"}]},
        "date": "2021-05-17",
        "sections": [{"title": "学", "items": [{"text": "文"}]}],
    }
    reading = read(write(json.dumps(tables), "issue.json"))
    assert reading.issue.sections[0].items[0].text == "文"


@pytest.mark.parametrize("name", ["publication.toml", "publication.json", "../publication.toml"])
def test_a_publication_in_a_file_of_its_own(write, good, name):
    content = '{"name": "另刊"}' if name.endswith("json") else 'name = "另刊"'
    write(content, f"issues/{name}")
    path = write(good('{ name = "刊" }', f'"{name}"'), "issues/issue.toml")
    reading = read(path)
    assert reading.issue.publication.name == "另刊"
    assert reading.place(("publication", "name")).path == path.parent / name
    assert reading.place(("publication", "name")).keys == ("name",)
    assert reading.place(("sections",)).path == path


def test_a_house_profile(write, good):
    grid = "profile = { grid = { lines = 20 } }"
    reading = read(write(good('name = "刊"', grid)))
    assert reading.profile.grid.lines == 20
    assert reading.profile.grid.characters == 28


def test_faults_of_both_files_in_order_and_each_in_its_file(write):
    write('name = "x"\nofice = "y"\n[[foot]]\nlabel = "报"\n', "p.toml")
    path = write('publication = "p.toml"\nnumber = 0\n[[sections]]\n')
    with pytest.raises(Rejected) as rejected:
        read(path)
    assert [(d.code, d.place.path.name, d.place.keys) for d in rejected.value.diagnostics] == [
        ("E112", "issue.toml", ("date",)),
        ("E118", "issue.toml", ("number",)),
        ("E112", "issue.toml", ("sections", 0, "title")),
        ("E111", "p.toml", ("ofice",)),
        ("E112", "p.toml", ("foot", 0, "text")),
    ]


def test_a_broken_publication_does_not_hide_the_issue(write):
    write("name = \n", "p.toml")
    path = write('publication = "p.toml"\nnumber = 0\ndate = 2021-05-17\n')
    with pytest.raises(Rejected) as rejected:
        read(path)
    assert [(d.code, d.place.path.name) for d in rejected.value.diagnostics] == [
        ("E118", "issue.toml"),
        ("E104", "p.toml"),
    ]


@pytest.mark.parametrize(
    ("named", "said"),
    [
        ("no.toml", 'The publication that "{path}" names: There is no file "{folder}/no.toml"'),
        ("issue.toml", '"{path}" names itself'),
        ("./issue.toml", '"{path}" names itself'),
        ("folder.toml", "is a folder"),
        ("p.txt", "neither a .toml nor a .json"),
    ],
)
def test_a_publication_that_cannot_be_read(write, good, tmp_path, named, said):
    (tmp_path / "folder.toml").mkdir()
    path = write(good('{ name = "刊" }', f'"{named}"'))
    with pytest.raises(InputError) as error:
        read(path)
    assert said.format(path=path, folder=tmp_path) in str(error.value)


@pytest.mark.parametrize(
    "named",
    [
        "/etc/passwd",
        "~/p.toml",
        "C:/p.toml",
        "http://example.org/p.toml",
        "file:///etc/passwd",
        "\\\\\\\\host\\\\share\\\\p.toml",
        "//host/share/p.toml",
        "a\\u0000b.toml",
        "a\\nb.toml",
        " ",
    ],
)
def test_a_publication_elsewhere_is_refused_unopened(faults, good, named):
    assert [fault[:2] for fault in faults(good('{ name = "刊" }', f'"{named}"'))] == [
        ("E131", ("publication",))
    ]


def test_the_publication_given_as_an_issue(write):
    with pytest.raises(InputError, match="is a publication"):
        read(write('name = "刊"\noffice = "部"\n[[foot]]\ntext = "报"\n', "publication.toml"))


@pytest.mark.parametrize("name", ["issue.txt", "issue", "issue.yaml"])
def test_another_kind_of_file(write, good, name):
    with pytest.raises(InputError, match="neither"):
        read(write(good(), name))


def test_no_such_file(tmp_path):
    with pytest.raises(InputError, match="There is no file"):
        read(tmp_path / "none.toml")


def test_a_folder(tmp_path):
    (tmp_path / "x.toml").mkdir()
    with pytest.raises(InputError, match="is a folder"):
        read(tmp_path / "x.toml")


@pytest.mark.skipif(os.name == "nt", reason="Windows has no pipes with names of files")
def test_a_pipe_and_a_device_are_not_opened(tmp_path):
    pipe, device = tmp_path / "pipe.toml", tmp_path / "device.toml"
    os.mkfifo(pipe)
    device.symlink_to("/dev/zero")
    for path in (pipe, device):
        with pytest.raises(InputError, match="not an ordinary file"):
            read(path)


@pytest.mark.skipif(os.name == "nt", reason="links need rights on Windows")
def test_a_link_to_itself(tmp_path):
    path = tmp_path / "x.toml"
    path.symlink_to(path)
    with pytest.raises(InputError, match="leads back to itself"):
        read(path)


@pytest.mark.skipif(
    not hasattr(os, "geteuid") or os.geteuid() == 0, reason="root may read everything"
)
def test_no_permission(write, good):
    path = write(good())
    path.chmod(0)
    with pytest.raises(InputError, match="no permission"):
        read(path)


@pytest.mark.parametrize("number", ["EACCES", "ENAMETOOLONG", "EIO"])
def test_what_the_system_says_is_put_in_our_words(write, good, monkeypatch, number):
    import errno
    from pathlib import Path

    def fail(*_arguments, **_options):
        raise OSError(getattr(errno, number), "told by the system")

    path = write(good())
    monkeypatch.setattr(Path, "open", fail)
    with pytest.raises(InputError) as error:
        read(path)
    assert "told by the system" not in str(error.value)


def test_five_megabytes_of_text(write, good):
    with pytest.raises(InputError, match="larger than 4 MB"):
        read(write(good('"文"', f'"{"文" * 1_700_000}"')))


def test_two_megabytes_of_text_are_read(write, good):
    reading = read(write(good('"文"', f'"{"文" * 700_000}"')))
    assert len(reading.issue.sections[0].items[0].text) == 700_000
