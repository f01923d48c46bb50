"""Nothing that steers a terminal reaches one: no control byte but the newline."""

import json
import sys
import unicodedata

import pytest

HOSTILE = "\x1b[31m\x07\x9b2J\x7f\u202e\u2066\u2028\r\t\x0b"
"""Escape, bell, C1, delete, bidirectional marks, separators."""
RAW = {"Cc", "Cf", "Cs", "Zl", "Zp"}


def clean(text: str) -> bool:
    return all(char == "\n" or unicodedata.category(char) not in RAW for char in text)


@pytest.fixture
def sources(issue, tmp_path):
    """Issues that hold it in keys, values, notation, names of files and of the source itself."""
    name = HOSTILE if sys.platform != "win32" else "x"
    return [
        issue("key.json", **{f"日{HOSTILE}": 1}),
        issue("value.json", {"text": f"会议{HOSTILE}。"}),
        issue("number.json", number=HOSTILE),
        issue("wording.json", publication={"name": "刊", "numbering": f"{{{HOSTILE}}}"}),
        issue("publication.json", publication=HOSTILE),
        issue("logo.json", publication={"name": "刊", "logo": f"{HOSTILE}.png"}),
        issue("face.json", publication={"profile": {"text": {"body": {"face": HOSTILE}}}}),
        issue("choice.json", publication={"profile": {"text": {HOSTILE: {"align": HOSTILE}}}}),
        issue("notation.json", {"text": f"{{链：文｜{HOSTILE}}}{{粗："}),
        issue("ignore.json", {"text": "会议。", "ignore": [HOSTILE]}),
        issue("pattern.json", publication={"lint": {"words": [{"wrong": HOSTILE, "right": "x"}]}}),
        issue(f"good{name}.json"),
        issue(f"bad{name}.json", number=0),
    ]


@pytest.mark.parametrize("form", ["full", "concise", "json", "github", "sarif"])
def test_findings(bulletin, sources, form):
    done = bulletin("validate", *sources, "--output-format", form)
    assert done.code == 1
    assert clean(done.said)
    if form in {"json", "sarif"}:
        json.loads(done.out)


def test_outputs_and_their_names(bulletin, sources):
    done = bulletin("build", *sources, "-o", "out", "--deps", "deps")
    assert done.code == 1
    assert clean(done.said)


@pytest.mark.parametrize("form", ["table", "csv", "json", "md"])
def test_the_ledger(bulletin, sources, form):
    done = bulletin("ledger", ".", "--output-format", form)
    assert clean(done.said.replace("\ufeff", "").replace("\r\n", "\n"))
    if form == "json":
        json.loads(done.out)


def test_what_is_wrong_with_a_command_line(bulletin, tmp_path):
    for command in (
        ["build", f"none{HOSTILE}.toml"],
        ["build", f"--{HOSTILE}"],
        [HOSTILE],
        ["explain", HOSTILE],
        ["validate", "x.toml", "--select", HOSTILE],
        ["validate", "x.toml", "--output-format", HOSTILE],
        ["build", "x.toml", "--to", HOSTILE],
        ["build", "x.toml", "--limit", HOSTILE],
        ["new", ".", "--date", HOSTILE],
        ["new", HOSTILE],
        ["schema", HOSTILE],
        ["fonts", "--font-path", HOSTILE],
    ):
        done = bulletin(*command)
        assert done.code == 2, command
        assert clean(done.said), command


def test_mending_shows_nothing_raw(bulletin, write):
    text = 'publication = {name = "刊"}\ndate = 2021-05-17\n[[sections]]\ntitle = "要闻"\n'
    text += '[[sections.items]]\ntext = "会\u202e议 ，召开。\u200b"\n'
    write("x.toml", text)
    assert clean(bulletin("validate", "x.toml", "--diff", "--unsafe-fixes").said)
    assert clean(bulletin("validate", "x.toml", "--fix", "--unsafe-fixes").said)
