"""``bulletin build --embed-fonts``: our own faces travel in the DOCX."""

import zipfile

OURS = "--ignore-system-fonts"


def embedded(path):
    with zipfile.ZipFile(path) as package:
        return [name for name in package.namelist() if name.endswith(".odttf")]


def test_faces_travel_where_they_are_asked_for(bulletin, issue):
    assert bulletin("build", OURS, issue).code == 0
    assert embedded(issue.with_suffix(".docx")) == []
    plain = issue.with_suffix(".pdf").read_bytes()
    assert bulletin("build", OURS, "--embed-fonts", issue).code == 0
    assert embedded(issue.with_suffix(".docx"))
    assert issue.with_suffix(".pdf").read_bytes() == plain


def test_the_same_faces_travel_each_time(bulletin, issue, tmp_path):
    for folder in ("a", "b"):
        assert (
            bulletin("build", OURS, "--embed-fonts", "--to", "docx", "-o", folder, issue).code == 0
        )
    one, other = (tmp_path / folder / "issue.docx" for folder in ("a", "b"))
    assert one.read_bytes() == other.read_bytes()
