import json
from pathlib import Path

import pytest

from bulletin_cli.diagnostics import Diagnostic, Findings, Fix, Place, Severity
from bulletin_cli.report import FORMS, render

PATH = Path("a b.toml")


@pytest.fixture(autouse=True)
def english(monkeypatch):
    monkeypatch.setenv("BULLETIN_LANG", "en")


def findings(text="", line=1, columns=(1, 2), message="Message.", **more):
    place = Place(PATH, ("a",), line, columns[0], None, more.pop("end_line", line), columns[1])
    return Findings((Diagnostic("M101", message, place, Severity.WARNING, **more),), {PATH: text})


@pytest.mark.parametrize("form", FORMS)
def test_nothing_found(form):
    said = render(form, Findings())
    if form == "json":
        assert json.loads(said) == []
    elif form == "sarif":
        assert json.loads(said)["runs"][0]["results"] == []
    else:
        assert said == ""


def marked(text, columns, **more):
    """The line of the source and the row of marks, without their gutter."""
    _head, _rule, source, marks, *rest = render("full", findings(text, 1, columns, **more)).split(
        "\n"
    )
    assert source.startswith("1 |")
    assert marks.startswith("  | ")
    return source[4:], marks[4:], rest


def test_full_shows_the_line_and_marks_under_the_characters():
    assert render("full", findings('x\n  a = "中，文"', 2, (9, 10))) == (
        'a b.toml:2:9: M101 Message.\n  |\n2 |   a = "中，文"\n  |          ^^'
    )


@pytest.mark.parametrize(
    ("text", "columns", "marks"),
    [
        ("abc", (2, 3), " ^"),
        ("a中c", (2, 3), " ^^"),
        ("a中c", (3, 4), "   ^"),
        ("\ta", (2, 3), "    ^"),
        ("e\u0301a", (3, 4), " ^"),
        ("\x1b\u202ea", (3, 4), "          ^"),
        ("abc", (2, 2), " ^"),
        ("abc", (4, 4), "   ^"),
        ("", (1, 1), "^"),
        ("abc", (1, 99), "^^^"),
    ],
)
def test_marks_stand_under_their_characters(text, columns, marks):
    assert marked(text, columns)[1] == marks


def test_what_goes_on_on_further_lines_is_marked_to_the_end_of_the_first():
    assert marked("abc\ndef", (2, 2), end_line=2)[1] == " ^^"


def test_of_a_long_line_what_stands_around_the_place_is_shown():
    text = "一" * 200 + "，" + "二" * 200
    source, marks, _rest = marked(text, (201, 202))
    assert source == "..." + "一" * 12 + "，" + "二" * 17 + "..."
    assert marks == " " * 27 + "^^"
    assert marked(text, (1, 2))[0] == "一" * 30 + "..."
    source, marks, _rest = marked(text, (401, 402))
    assert source == "..." + "二" * 30
    source, marks, _rest = marked(text, (100, 300))
    assert marks == " " * 27 + "^" * 36


@pytest.mark.parametrize("at", [1, 700, 50_000, 99_999])
def test_a_line_without_end_is_shown_as_the_part_around_the_place(at):
    line = "".join(chr(0x4E00 + index % 5000) for index in range(100_000))
    source, marks, _rest = marked(line, (at, at + 1))
    shown = source.replace("...", "")
    assert len(shown) == 30
    assert shown in line
    assert source.startswith("...") is (at > 1)
    assert source.endswith("...") is (at < 99_999)
    assert len(marks.rstrip("^")) == 3 * (at > 1) + 2 * shown.index(line[at - 1])


def test_the_mend_stands_below():
    fix = Fix(("a",), (0, 1), "、")
    assert marked("，", (1, 2), fix=fix)[2] == ["  = --fix makes it “、”."]
    fix = Fix(("a",), (0, 1), "", safe=False)
    assert marked("，", (1, 2), fix=fix)[2] == [
        "  = --fix --unsafe-fixes removes these characters."
    ]
    fix = Fix(("a",), (1, 1), "。")
    assert marked("，", (1, 2), fix=fix)[2] == ["  = --fix puts “。” here."]


def test_the_second_part_of_a_message_stands_below():
    assert marked("，", (1, 2), message="What.\nWhy.")[2] == ["  = Why."]
    assert render("concise", findings(message="What.\nWhy.")) == "a b.toml:1:1: M101 What. Why."


def test_a_place_outside_the_texts_has_no_excerpt():
    place = Place(Path("x.toml"), (), 1, 1, None, 1, 1)
    assert render("full", Findings((Diagnostic("E1", "M.", place),))) == "x.toml:1:1: E1 M."
    assert render("full", findings("a", 9)) == "a b.toml:9:1: M101 Message."


def test_json():
    fix = Fix(("a", 0), (0, 1), "、", safe=False)
    assert json.loads(render("json", findings("，", fix=fix, message="\x1b\u202e\U000e0001"))) == [
        {
            "code": "M101",
            "severity": "warning",
            "message": "\x1b\u202e\U000e0001",
            "path": "a b.toml",
            "line": 1,
            "column": 1,
            "end_line": 1,
            "end_column": 2,
            "fix": {"keys": ["a", 0], "span": [0, 1], "text": "、", "safe": False},
        }
    ]


@pytest.mark.parametrize("form", FORMS)
def test_nothing_raw_reaches_a_terminal(form):
    raw = "\x1b[31m\x07\x9b\u202e\u2028\ufeff\x7f\ud800"
    said = render(form, findings(raw, message=raw, fix=Fix(("a",), (0, 1), raw)))
    assert not set(raw) - set("[31m") & set(said)


def test_github():
    said = render("github", findings(message="50%\nmore\x1b"))
    assert said == (
        "::warning file=a b.toml,line=1,col=1,endLine=1,endColumn=2,title=bulletin M101"
        "::50%25%0Amore\\x1b"
    )
    said = render("github", findings(end_line=2))
    assert said == "::warning file=a b.toml,line=1,endLine=2,title=bulletin M101::Message."


def test_github_escapes_file_names():
    place = Place(Path("a,b:c%.toml"), (), 1, 1, None, 1, 2)
    said = render("github", Findings((Diagnostic("E1", "M", place),)))
    assert said.startswith("::error file=a%2Cb%3Ac%25.toml,")


def test_sarif():
    place = Place(PATH, ("a",), 2, 1, (0, 1), 2, 2)
    fix = Fix(("a",), (0, 1), "、")
    told = (
        Diagnostic("M101", "Comma.", place, Severity.WARNING, fix),
        Diagnostic("E111", "Key.", Place(Path("/x/中.toml"), (), 1, 1, None, 1, 1)),
    )
    log = json.loads(render("sarif", Findings(told), {"M101": "A mark. More of it."}))
    assert log["version"] == "2.1.0"
    [run] = log["runs"]
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == ["E111", "M101"]
    assert run["tool"]["driver"]["rules"][1] == {
        "id": "M101",
        "shortDescription": {"text": "A mark."},
        "fullDescription": {"text": "A mark. More of it."},
        "help": {"text": "bulletin explain M101"},
    }
    comma, key = run["results"]
    assert (comma["ruleId"], comma["ruleIndex"], comma["level"]) == ("M101", 1, "warning")
    where = comma["locations"][0]["physicalLocation"]
    assert where["artifactLocation"] == {"uri": "a%20b.toml"}
    region = {"startLine": 2, "startColumn": 1, "endLine": 2, "endColumn": 2}
    assert where["region"] == region
    [change] = comma["fixes"][0]["artifactChanges"]
    assert change["replacements"] == [{"deletedRegion": region, "insertedContent": {"text": "、"}}]
    where = key["locations"][0]["physicalLocation"]
    assert where["artifactLocation"]["uri"] == "file:///x/%E4%B8%AD.toml"
    assert "fixes" not in key
