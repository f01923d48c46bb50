import zipfile

import pytest

from bulletin_cli import outputs, pipeline
from bulletin_cli.diagnostics import InputError, OutputError, Rejected
from bulletin_cli.fonts import FontSearch

BUNDLED = FontSearch(system=False)
ISSUE = """\
publication = { name = "刊", profile = { folio = { wording = "— {page} —" } } }
date = 2021-05-17
[[sections]]
title = "学"
[[sections.items]]
text = "文"
"""


@pytest.fixture(autouse=True)
def english(monkeypatch):
    monkeypatch.setenv("BULLETIN_LANG", "en")


@pytest.fixture
def issue(tmp_path):
    path = tmp_path / "2021-09.toml"
    path.write_text(ISSUE, encoding="utf-8")
    return path


def test_both_formats_beside_the_issue(issue):
    built = pipeline.build(issue, search=BUNDLED)
    assert built.outputs == (issue.with_suffix(".pdf"), issue.with_suffix(".docx"))
    assert issue.with_suffix(".pdf").read_bytes().startswith(b"%PDF-")
    assert issue.with_suffix(".docx").read_bytes().startswith(b"PK")
    assert {found.wanted for found in built.standins} >= {"方正小标宋简体", "仿宋_GB2312"}


@pytest.mark.parametrize("name", ["pdf", "docx"])
def test_one_format_in_a_folder(issue, tmp_path, name):
    built = pipeline.build(issue, tmp_path / "out", [name], BUNDLED)
    assert built.outputs == (tmp_path / "out" / f"2021-09.{name}",)
    assert list((tmp_path / "out").iterdir()) == list(built.outputs)


def test_equal_bytes(issue, tmp_path):
    first = pipeline.build(issue, tmp_path / "a", search=BUNDLED)
    second = pipeline.build(issue, tmp_path / "b", search=BUNDLED)
    for one, other in zip(first.outputs, second.outputs, strict=True):
        assert one.read_bytes() == other.read_bytes()


def test_nothing_is_written_before_all_is_rendered(issue, monkeypatch):
    from bulletin_cli.writers import docx

    def fail(*_arguments):
        raise RuntimeError

    issue.with_suffix(".pdf").write_bytes(b"old")
    monkeypatch.setattr(docx, "write", fail)
    with pytest.raises(RuntimeError):
        pipeline.build(issue, search=BUNDLED)
    assert issue.with_suffix(".pdf").read_bytes() == b"old"
    assert not issue.with_suffix(".docx").exists()


@pytest.mark.parametrize("spoil", ["", "number = 0\n", "date = \n"])
def test_a_rejected_issue_leaves_older_outputs(issue, spoil):
    issue.with_suffix(".pdf").write_bytes(b"old")
    issue.write_text(spoil and spoil + ISSUE, encoding="utf-8")
    with pytest.raises(Rejected):
        pipeline.build(issue, search=BUNDLED)
    assert issue.with_suffix(".pdf").read_bytes() == b"old"


def test_failures_of_the_world_leave_older_outputs(issue, monkeypatch):
    pipeline.build(issue, search=BUNDLED)
    before = issue.with_suffix(".pdf").read_bytes()
    monkeypatch.setattr(outputs, "_store", lambda *_: (_ for _ in ()).throw(OSError(28, "")))
    issue.write_text(ISSUE.replace("文", "另文"), encoding="utf-8")
    with pytest.raises(OutputError):
        pipeline.build(issue, search=BUNDLED)
    assert issue.with_suffix(".pdf").read_bytes() == before
    with pytest.raises(InputError):
        pipeline.build(issue.with_name("none.toml"))


def test_validate_finds_nothing_in_a_good_issue(issue):
    assert pipeline.validate(issue).diagnostics == ()


def test_validate_returns_what_read_rejects(issue):
    issue.write_text("number = 0\n" + ISSUE, encoding="utf-8")
    assert [d.code for d in pipeline.validate(issue).errors] == ["E118"]


@pytest.mark.parametrize(
    ("old", "new", "keys"),
    [
        ('"文"', '"文\U000323b0字\U000323b0"', ("sections", 0, "items", 0, "text")),
        ('"刊"', '"\U000323b0"', ("publication", "name")),
        ("— {page} —", "\U000323b0{page}", ("publication", "profile", "folio", "wording")),
    ],
)
def test_a_character_that_no_face_has(issue, old, new, keys):
    issue.write_text(ISSUE.replace(old, new), encoding="utf-8")
    [found] = pipeline.validate(issue, BUNDLED).diagnostics
    assert (found.code, found.place.keys) == ("E201", keys)
    assert "\U000323b0" in found.message
    assert "U+323B0" in found.message
    with pytest.raises(Rejected):
        pipeline.build(issue, search=BUNDLED)


def test_the_place_of_such_a_character_in_the_publication_file(issue, tmp_path):
    (tmp_path / "p.toml").write_text('name = "\U000323b0"', encoding="utf-8")
    rest = ISSUE.split("\n", 1)[1]
    issue.write_text(f'publication = "p.toml"\n{rest}', encoding="utf-8")
    [found] = pipeline.validate(issue, BUNDLED).diagnostics
    assert (found.place.path, found.place.keys) == (tmp_path / "p.toml", ("name",))


def test_what_the_notation_does_not_print_needs_no_face(issue):
    text = '"文{粗：字}{链：网站｜https://example.com/\U000323b0}"'
    issue.write_text(ISSUE.replace('"文"', text), encoding="utf-8")
    assert pipeline.validate(issue, BUNDLED).errors == ()
    text = '"{链：网站｜https://example.com/\U000323b0}{粗：\U000323b0}。"'
    issue.write_text(ISSUE.replace('"文"', text), encoding="utf-8")
    [found] = pipeline.validate(issue, BUNDLED).errors
    assert found.place.span == (text.rindex("\U000323b0") - 1, text.rindex("\U000323b0"))


def test_rare_names_are_set(issue):
    issue.write_text(ISSUE.replace("文", "镕喆堃䶮𬭎𠅤"), encoding="utf-8")
    assert pipeline.validate(issue, BUNDLED).diagnostics == ()
    assert pipeline.build(issue, search=BUNDLED).outputs


@pytest.mark.parametrize(
    ("said", "keys"),
    [
        ("foot = [" + '{ text = "公司" },' * 40 + "]", ("publication", "foot")),
        (
            'foot = [{ text = "公司", right = { text = "' + "右" * 40 + '" } }]',
            ("publication", "foot", 0, "right"),
        ),
        ('numbering = "' + "第" * 30 + '"', ("publication", "numbering")),
        ('secrecy = "' + "密" * 30 + '"', ("publication", "secrecy")),
        ('unit = "' + "厂" * 200 + '"', ("publication", "unit")),
        ('office = "' + "室" * 200 + '"', ("publication", "office")),
        ('profile = { masthead = { name_top = "25cm" } }', ("publication", "name")),
    ],
)
def test_what_leaves_no_room_is_told_at_its_key(issue, said, keys):
    publication = f'number = 1\npublication = {{ name = "刊", {said} }}'
    issue.write_text(publication + "\n" + ISSUE.split("\n", 1)[1], encoding="utf-8")
    with pytest.raises(Rejected) as rejected:
        pipeline.build(issue, search=BUNDLED)
    [found] = rejected.value.diagnostics
    assert (found.code, found.place.keys) == ("E202", keys)


def test_a_supplement_s_number_line_is_told_at_its_own_wording(issue):
    said = "supplement = true\nnumber = 1\n"
    house = 'publication = { name = "刊", supplement_numbering = "' + "增" * 30 + '" }'
    issue.write_text(said + house + "\n" + ISSUE.split("\n", 1)[1], encoding="utf-8")
    with pytest.raises(Rejected) as rejected:
        pipeline.build(issue, search=BUNDLED)
    [found] = rejected.value.diagnostics
    assert found.place.keys == ("publication", "supplement_numbering")


def test_an_issue_s_own_secrecy_is_told_in_the_issue(issue):
    issue.write_text('secrecy = "' + "密" * 30 + '"\n' + ISSUE, encoding="utf-8")
    with pytest.raises(Rejected) as rejected:
        pipeline.build(issue, search=BUNDLED)
    [found] = rejected.value.diagnostics
    assert (found.code, found.place.keys) == ("E202", ("secrecy",))
    assert not list(issue.parent.glob("*.pdf"))


def test_the_build_time_is_the_issue_s_or_what_is_asked(issue, tmp_path, monkeypatch):
    plain = pipeline.build(issue, tmp_path / "a", ["pdf"], BUNDLED).outputs[0].read_bytes()
    assert b"20210517000000Z" in plain
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1700000000")
    asked = pipeline.build(issue, tmp_path / "b", search=BUNDLED).outputs
    assert b"CreationDate (D:20210517000000Z)" in asked[0].read_bytes()
    assert b"ModDate (D:20231114221320Z)" in asked[0].read_bytes()
    with zipfile.ZipFile(asked[1]) as package:
        assert b"2023-11-14T22:13:20Z" in package.read("docProps/core.xml")


@pytest.mark.parametrize("value", ["yesterday", "1e9", "9" * 30])
def test_a_build_time_that_is_none(issue, monkeypatch, value):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", value)
    with pytest.raises(InputError, match="SOURCE_DATE_EPOCH"):
        pipeline.build(issue, search=BUNDLED)
