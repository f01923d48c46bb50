"""``bulletin validate``, with a proofreader of three simple rules."""

import io
import json
import sys
import types

import pytest
from msgspec.structs import replace

from bulletin_cli.diagnostics import Diagnostic, Fix, Severity
from bulletin_cli.issue import texts
from bulletin_cli.reader import read

MARKS = {"，，": ("M101", "，", True), "！": ("M102", "。", False), "？？": ("M103", None, True)}


def check(issue, place):
    found = []
    for keys, text, _at in texts(issue):
        for wrong, (code, right, safe) in MARKS.items():
            start = text.find(wrong)
            if start >= 0:
                span = (start, start + len(wrong))
                where = replace(place(keys), span=span)
                fix = None if right is None else Fix(where.keys, span, right, safe)
                message = f"{wrong} is wrong."
                found.append(Diagnostic(code, message, where, Severity.WARNING, fix))
    return found


@pytest.fixture(autouse=True)
def proofreader(monkeypatch):
    module = types.ModuleType("bulletin_cli.lint")
    module.check = check
    said = {"en": {"title": "A mark.", "what": "It is wrong."}}
    rule = types.SimpleNamespace(name="mark", explanation=said)
    module.rules = lambda: {code: rule for code, *_ in MARKS.values()}
    monkeypatch.setitem(sys.modules, "bulletin_cli.lint", module)
    monkeypatch.setattr("bulletin_cli.lint", module, raising=False)


@pytest.fixture
def slip(issue):
    """An issue with slips in its text."""

    def slip(text):
        content = issue.read_text(encoding="utf-8").replace('"文"', f'"{text}" # 注')
        issue.write_text(content, encoding="utf-8")
        return issue.name

    return slip


def test_warnings_are_said_and_let_pass(bulletin, slip):
    name = slip("一，，二！")
    result = bulletin("validate", name, "--output-format", "concise")
    assert (result.code, result.out.splitlines()) == (
        0,
        [
            f"{name}:7:10: M101 ，， is wrong.",
            f"{name}:7:13: M102 ！ is wrong.",
        ],
    )
    assert result.err == "1 of these can be mended by --fix.\n"
    assert bulletin("validate", name, "--strict").code == 1


def test_build_says_the_same_and_goes_on(bulletin, slip, issue):
    name = slip("一，，二")
    said = bulletin("validate", name).out
    result = bulletin("build", name, "--to", "pdf", "--ignore-system-fonts")
    assert result.code == 0
    assert result.out == "issue.pdf\n"
    assert result.err.startswith(said)
    assert issue.with_suffix(".pdf").read_bytes() != b"old"


@pytest.mark.parametrize(
    ("options", "codes"),
    [
        (["--select", "M101"], ["M101"]),
        (["--select", "m"], ["M101", "M102", "M103"]),
        (["--select", "M101,M103"], ["M101", "M103"]),
        (["--select", "M101", "--select", "M102"], ["M101", "M102"]),
        (["--ignore", "M102"], ["M101", "M103"]),
        (["--ignore", "M"], []),
        (["--select", "M", "--ignore", "M101"], ["M102", "M103"]),
        (["--select", "M101", "--ignore", "M"], ["M101"]),
        (["--select", "M101", "--ignore", "M101"], []),
        (["--select", "E"], []),
    ],
)
def test_codes_are_selected_and_ignored(bulletin, slip, options, codes):
    result = bulletin("validate", slip("，，！？？"), "--output-format", "json", *options)
    assert [each["code"] for each in json.loads(result.out)] == codes
    assert ("not said" in result.err) == (len(codes) < 3)


def test_a_file_that_cannot_be_read_is_always_said(bulletin, tmp_path):
    (tmp_path / "a.toml").write_text("x", encoding="utf-8")
    result = bulletin("validate", "a.toml", "--select", "M101")
    assert result.code == 1
    assert "E104" in result.out


@pytest.mark.parametrize(("code", "said"), [("M109", "mean M10"), ("Z", "bulletin explain")])
def test_codes_that_there_are_not(bulletin, issue, code, said):
    result = bulletin("validate", issue, "--ignore", code)
    assert result.code == 2
    assert said in result.err


def test_forms(bulletin, slip):
    name = slip("，，")
    full = bulletin("validate", name).out
    assert full.splitlines() == [
        f"{name}:7:9: M101 ，， is wrong.",
        "  |",
        '7 | text = "，，" # 注',
        "  |         ^^^^",
        "  = --fix makes it “，”.",
    ]
    github = bulletin("validate", name, "--output-format", "github").out
    assert github.startswith(f"::warning file={name},line=7,col=9,")
    sarif = json.loads(bulletin("validate", name, "--output-format", "sarif").out)
    assert sarif["runs"][0]["results"][0]["ruleId"] == "M101"
    result = bulletin("validate", name, "--output-format", "xml")
    assert (result.code, result.err) == (
        2,
        "error: After --output-format stands one of full, concise, json, github, sarif,"
        ' not "xml".\n',
    )


def test_what_is_wrong_with_the_publication_of_many_is_said_once(bulletin, issue, tmp_path):
    (tmp_path / "p.toml").write_text('name = "一，，"', encoding="utf-8")
    rest = issue.read_text(encoding="utf-8").split("\n", 1)[1]
    for name in ("a.toml", "b.toml"):
        content = f'publication = "p.toml"\n{rest}'.replace("number = 1\n", "")
        (tmp_path / name).write_text(content, encoding="utf-8")
    result = bulletin("validate", "a.toml", "b.toml", "--output-format", "concise")
    assert result.out.splitlines() == ["p.toml:1:10: M101 ，， is wrong."]
    assert bulletin("validate", "a.toml", "b.toml", "--diff").out.count("+name") == 1
    assert bulletin("validate", "a.toml", "b.toml", "--fix").code == 0
    assert (tmp_path / "p.toml").read_text(encoding="utf-8") == 'name = "一，"'


def test_nothing_wrong_is_said_when_all_is_known(bulletin, issue, tmp_path, monkeypatch):
    reads = []
    monkeypatch.setattr("bulletin_cli.checking.read", lambda *all: reads.append(all) or read(*all))
    (tmp_path / "p.toml").write_text('name = "刊"', encoding="utf-8")
    rest = issue.read_text(encoding="utf-8").split("\n", 1)[1]
    for name, number in (("a.toml", 1), ("b.toml", 1), ("c.toml", 2)):
        content = f'publication = "p.toml"\n{rest}'.replace("number = 1", f"number = {number}")
        (tmp_path / name).write_text(content, encoding="utf-8")
    result = bulletin("validate", "a.toml", "b.toml", "c.toml", "--output-format", "concise")
    assert result.code == 1
    (said,) = result.out.splitlines()
    wrong = said.partition(":")[0]
    right = [name for name in ("a.toml", "b.toml", "c.toml") if name != wrong]
    assert result.err.splitlines() == [f"{name}: nothing wrong." for name in right]
    assert len(reads) == 3


@pytest.mark.parametrize("form", ["toml", "json"])
def test_standard_input(bulletin, monkeypatch, form, issue, tmp_path):
    (tmp_path / "p.toml").write_text('name = "刊"', encoding="utf-8")
    sources = {
        "toml": 'publication = "p.toml"\ndate = 2021-05-17\nnumber = 0\n',
        "json": '{"publication": "p.toml", "date": "2021-05-17",\n"number": 0}',
    }
    stdin = types.SimpleNamespace(buffer=io.BytesIO(sources[form].encode()))
    monkeypatch.setattr(sys, "stdin", stdin)
    result = bulletin("validate", "-", "--output-format", "concise")
    line = {"toml": "3:10", "json": "2:11"}[form]
    assert (result.code, result.out) == (
        1,
        f'-:{line}: E118 "number" is 0; it must be at least 1.\n',
    )


def test_fix_mends_what_is_safe_and_again_changes_nothing(bulletin, slip, issue):
    name = slip("一，，，二，，！")
    issue.write_bytes(b"\xef\xbb\xbf" + issue.read_bytes().replace(b"\n", b"\r\n"))
    before = issue.read_bytes()
    result = bulletin("validate", name, "--fix", "--output-format", "concise")
    assert result.code == 0
    assert result.out == f"{name}:7:13: M102 ！ is wrong.\n"
    assert result.err == f"{name}: 3 mended.\n"
    after = issue.read_bytes()
    assert after == before.replace("一，，，二，，！".encode(), "一，二，！".encode())
    assert bulletin("validate", name, "--fix").err == ""
    assert issue.read_bytes() == after
    bulletin("validate", name, "--fix", "--unsafe-fixes")
    assert "一，二，。".encode() in issue.read_bytes()


def test_fix_only_of_what_is_selected(bulletin, slip, issue):
    name = slip("一，，二！")
    bulletin("validate", name, "--fix", "--unsafe-fixes", "--ignore", "M101")
    assert "一，，二。" in issue.read_text(encoding="utf-8")


def test_fix_follows_a_link(bulletin, slip, issue, tmp_path):
    name = slip("一，，二")
    link = tmp_path / "link.toml"
    try:
        link.symlink_to(name)
    except OSError:
        pytest.skip("no links here")
    bulletin("validate", link, "--fix")
    assert link.is_symlink()
    assert "一，二" in issue.read_text(encoding="utf-8")


def test_diff_shows_and_writes_nothing(bulletin, slip, issue):
    name = slip("一，，二")
    before = issue.read_bytes()
    result = bulletin("validate", name, "--diff")
    assert result.code == 1
    lines = result.out.splitlines()
    assert lines[:2] == [f"--- {name}", f"+++ {name}"]
    assert '-text = "一，，二" # 注' in lines
    assert '+text = "一，二" # 注' in lines
    assert issue.read_bytes() == before
    bulletin("validate", name, "--fix")
    assert bulletin("validate", name, "--diff").out == ""


def test_standard_input_is_shown_mended_but_not_mended_in_place(bulletin, slip, issue, monkeypatch):
    slip("一，，二")
    stdin = types.SimpleNamespace(buffer=io.BytesIO(issue.read_bytes()))
    monkeypatch.setattr(sys, "stdin", stdin)
    result = bulletin("validate", "-", "--fix")
    assert result.code == 2
    assert "--diff" in result.err
    result = bulletin("validate", "-", "--diff")
    assert result.code == 1
    assert '+text = "一，二" # 注' in result.out.splitlines()


def test_an_issue_that_is_wrong_is_not_mended(bulletin, slip, issue):
    name = slip("一，，二")
    issue.write_text("x = 1\n" + issue.read_text(encoding="utf-8"), encoding="utf-8")
    before = issue.read_bytes()
    assert bulletin("validate", name, "--fix").code == 1
    assert issue.read_bytes() == before


def test_issues_are_compared_though_one_of_them_cannot_be_read(bulletin, issue):
    """What is wrong between the others is said in the same run as what is wrong in that one."""
    text = issue.read_text(encoding="utf-8")
    for number, date in (("2", "2021-05-10"), ("3", '"no date"')):
        other = text.replace("number = 1", f"number = {number}").replace("2021-05-17", date)
        issue.with_name(f"{number}.toml").write_text(other, encoding="utf-8")
    result = bulletin("validate", issue.parent, "--output-format", "concise")
    assert result.code == 1
    assert [line.split()[1] for line in result.out.splitlines()] == ["E117", "S108"]
