"""Names that lead elsewhere: refused where they stand, unopened, and with nothing of the target."""

import os
import sys

import pytest

SECRET = b"TOP-SECRET"
ELSEWHERE = [
    "../outside.png",
    "a/../../outside.png",
    "/etc/passwd",
    "C:/x.png",
    "C:x.png",
    "\\\\host\\share\\x.png",
    "//host/share/x.png",
    "..\\outside.png",
    "~/x.png",
    "link.png",
    "linked/outside.png",
    "http://127.0.0.1:9/x.png",
    "https://127.0.0.1:9/x.png",
    "file:///etc/passwd",
    "FILE:/etc/passwd",
    "data:image/png;base64,iVBORw0KGgo=",
    "//127.0.0.1/x.png",
    "x\x00.png",
    "x\n.png",
]


@pytest.fixture
def outside(tmp_path_factory, tmp_path, picture):
    """A good picture beyond the folder, with something to be known by, and links to it."""
    folder = tmp_path_factory.mktemp("outside")
    (folder / "outside.png").write_bytes(picture + SECRET)
    (folder / "outside.csv").write_bytes("甲,乙\n".encode() + SECRET + b",2\n")
    for name in ("outside.png", "outside.csv"):
        tmp_path.parent.joinpath(name).write_bytes((folder / name).read_bytes())
    if sys.platform != "win32":
        (tmp_path / "link.png").symlink_to(folder / "outside.png")
        (tmp_path / "link.csv").symlink_to(folder / "outside.csv")
        (tmp_path / "linked").symlink_to(folder)


@pytest.mark.parametrize("where", ["logo", "picture", "table"])
def test_names_that_lead_elsewhere(bulletin, issue, tmp_path, outside, no_output, where):
    for number, name in enumerate(ELSEWHERE):
        target = f"{number}.json"
        if where == "logo":
            issue(target, publication={"name": "刊", "logo": name})
        elif where == "picture":
            issue(target, {"blocks": [{"pictures": [{"file": name, "alt": "图"}]}]})
        else:
            table = {"file": name.replace(".png", ".csv")}
            issue(target, {"blocks": [{"table": table}]})
    done = bulletin("build", *sorted(tmp_path.glob("*.json")), "--ignore-system-fonts")
    assert done.code == 1
    for number, name in enumerate(ELSEWHERE):
        assert f"{number}.json:1:" in done.err, name
    assert no_output()
    assert SECRET.decode() not in done.said


@pytest.mark.parametrize(
    "name", ["/etc/passwd", "//host/p.toml", "C:/p.toml", "http://127.0.0.1:9/p.toml", "p.docx"]
)
def test_a_publication_elsewhere(bulletin, issue, no_output, name):
    done = bulletin("build", issue(publication=name))
    assert done.code in {1, 2}
    assert len(done.err.splitlines()) <= 4
    assert no_output()


@pytest.mark.parametrize(
    "title", ["../../x", "/tmp/x", "a/b", "CON", "NUL.txt", "x" * 300, "长" * 300, "a\\b", "$(id)"]
)
def test_a_title_names_no_file(bulletin, issue, tmp_path, title):
    source = issue(publication={"name": title}, sections=[{"title": title}])
    done = bulletin("build", source, "--report", "--to", "pdf", "--to", "docx", "--to", "png")
    assert done.code in {0, 1}
    allowed = {"issue.json", "issue.pdf", "issue.docx", "issue.report.md"}
    left = {path.relative_to(tmp_path).as_posix() for path in tmp_path.rglob("*")}
    assert {name for name in left if not name.startswith("issue-")} <= allowed


@pytest.mark.skipif(sys.platform == "win32", reason="links need rights on Windows")
def test_links_at_the_targets_are_not_followed(bulletin, issue, tmp_path, tmp_path_factory):
    other = tmp_path_factory.mktemp("other") / "precious"
    other.write_bytes(SECRET)
    source = issue()
    names = ["issue.pdf", "issue.docx", "issue-1.png", "issue.report.md", "deps"]
    for name in names:
        (tmp_path / name).symlink_to(other)
    kinds = ("--to", "pdf", "--to", "docx", "--to", "png", "--report", "--deps", "deps")
    assert bulletin("build", source, *kinds).code == 0
    assert other.read_bytes() == SECRET
    assert not any((tmp_path / name).is_symlink() for name in names)


@pytest.mark.parametrize("name", ["-o.json", "--fix.json", "{path}.json", "%s.json", "简报 1.json"])
def test_files_with_odd_names(bulletin, issue, tmp_path, name):
    issue(name)
    assert bulletin("build", "--ignore-system-fonts", "--", name).code == 0
    assert (tmp_path / name).with_suffix(".pdf").read_bytes().startswith(b"%PDF-")
    assert bulletin("validate", f".{os.sep}{name}").code == 0


def test_the_folder_of_the_outputs_is_the_only_one_written_to(bulletin, issue, tmp_path):
    source = issue("a/b/issue.json")
    before = set(tmp_path.rglob("*"))
    assert bulletin("build", source, "-o", "out", "--ignore-system-fonts").code == 0
    new = set(tmp_path.rglob("*")) - before
    assert {path.relative_to(tmp_path).parts[0] for path in new} == {"out"}
