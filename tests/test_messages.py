import io
import string
import subprocess
import sys
from pathlib import Path

import pytest
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from bulletin_cli import messages
from bulletin_cli.messages import LOCALE, _

PO = LOCALE / "zh_CN" / "LC_MESSAGES" / "bulletin.po"
SOURCE = LOCALE.parent


def catalogue():
    with PO.open("rb") as file:
        return read_po(file, locale="zh_CN")


def said():
    found = extract_from_dir(
        SOURCE, method_map=[("**.py", "python")], keywords={"_": None, "N_": None}
    )
    return {message: f"{name}:{line}" for name, line, message, _comments, _context in found}


def placeholders(text):
    return {name for _text, name, _spec, _conversion in string.Formatter().parse(text) if name}


def test_every_message_has_a_chinese_text():
    chinese = catalogue()
    missing = {m: place for m, place in said().items() if m not in chinese or not chinese[m].string}
    assert not missing


def test_no_text_is_left_of_messages_that_are_gone():
    known = said()
    assert [entry.id for entry in catalogue() if entry.id and entry.id not in known] == []


@pytest.mark.parametrize("entry", [e for e in catalogue() if e.id], ids=lambda entry: entry.id[:40])
def test_placeholders_are_the_same_in_both_languages(entry):
    formatted = "python-brace-format" in entry.flags and "{" in entry.id
    try:
        expected = placeholders(entry.id)
    except ValueError:  # a message about braces, never filled in
        formatted = False
    if formatted and all(name.isidentifier() for name in expected):
        assert placeholders(entry.string) == expected


def test_the_compiled_catalogue_is_what_the_text_compiles_to():
    compiled = io.BytesIO()
    write_mo(compiled, catalogue())
    assert PO.with_suffix(".mo").read_bytes() == compiled.getvalue()


@pytest.mark.parametrize(
    ("variables", "expected"),
    [
        ({"BULLETIN_LANG": "zh"}, "zh_CN"),
        ({"BULLETIN_LANG": "zh_TW.UTF-8", "LC_ALL": "en_US"}, "zh_CN"),
        ({"BULLETIN_LANG": "en", "LANG": "zh_CN.UTF-8"}, "en"),
        ({"LC_ALL": "zh_CN.GBK"}, "zh_CN"),
        ({"LC_MESSAGES": "zh-Hans", "LANG": "C"}, "zh_CN"),
        ({"LC_ALL": "C", "LANG": "zh_CN.UTF-8"}, "en"),
        ({"LANG": "fr_FR.UTF-8"}, "en"),
    ],
)
def test_the_language_comes_from_the_environment(monkeypatch, variables, expected):
    for name in ("BULLETIN_LANG", "LC_ALL", "LC_MESSAGES", "LANG"):
        monkeypatch.delenv(name, raising=False)
    for name, value in variables.items():
        monkeypatch.setenv(name, value)
    assert messages.language() == expected


def test_messages_follow_the_language(monkeypatch):
    monkeypatch.setenv("BULLETIN_LANG", "zh")
    assert _("Show this help.") == "显示本帮助。"
    monkeypatch.setenv("BULLETIN_LANG", "en")
    assert _("Show this help.") == "Show this help."


def test_importing_messages_is_cheap():
    code = "import sys, bulletin_cli.messages; print('typer' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
    assert Path(LOCALE).is_dir()
