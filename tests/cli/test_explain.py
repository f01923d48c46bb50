import re
from pathlib import Path

import pytest

from bulletin_cli.cli import COMMANDS
from bulletin_cli.diagnostics import Code
from bulletin_cli.lint import rules
from bulletin_cli.report.errors import MEANINGS

ROOT = Path(__file__).parents[2]


def test_every_code_has_a_meaning_and_one_only():
    assert set(MEANINGS) == set(Code)
    assert not set(Code) & set(rules())


@pytest.mark.parametrize("language", ["en", "zh"])
def test_every_code_is_explained(bulletin, monkeypatch, language):
    monkeypatch.setenv("BULLETIN_LANG", language)
    for code in (*Code, *rules()):
        result = bulletin("explain", code.lower())
        assert result.code == 0
        assert result.out.startswith(code)
        assert any("一" <= char <= "鿿" for char in result.out) or language == "en"
        assert len(result.out) > 16


def test_all_codes_in_a_line_each(bulletin):
    lines = bulletin("explain").out.splitlines()
    assert [line.split()[0] for line in lines] == [*Code, *rules()]


@pytest.mark.parametrize(("code", "said"), [("E1111", "mean E111?"), ("quatsch", "lists them")])
def test_codes_that_there_are_not(bulletin, code, said):
    result = bulletin("explain", code)
    assert (result.code, result.out) == (2, "")
    assert said in result.err


def test_every_error_code_stands_in_the_documentation():
    text = (ROOT / "docs" / "diagnostics.md").read_text(encoding="utf-8")
    said = re.findall(r"\bE\d{3}\b", text)
    assert {code for code in Code if code.startswith("E")} <= set(said)
    assert set(said) <= set(Code)


def test_the_pre_commit_hooks_run_commands_that_there_are():
    text = (ROOT / ".pre-commit-hooks.yaml").read_text(encoding="utf-8")
    for command in re.findall(r"entry: bulletin (\w+)", text):
        assert command in COMMANDS


@pytest.mark.parametrize("kind", ["issue", "publication"])
def test_schema(bulletin, kind):
    result = bulletin("schema", kind)
    assert result.code == 0
    assert '"$schema": "http://json-schema.org/draft-04/schema#"' in result.out
    assert all(char == "\n" or ord(char) >= 32 for char in result.out)


def test_a_schema_that_there_is_not(bulletin):
    result = bulletin("schema", "item")
    assert result.code == 2
    assert "issue, publication" in result.err


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_completion_for_a_shell(bulletin, monkeypatch, shell):
    monkeypatch.setattr("typer.completion._get_shell_name", lambda: shell)
    result = bulletin("--show-completion")
    assert result.code == 0
    assert "_BULLETIN_COMPLETE" in result.out


def test_commands_are_completed(bulletin, monkeypatch):
    monkeypatch.setenv("_BULLETIN_COMPLETE", "complete_bash")
    monkeypatch.setenv("COMP_WORDS", "bulletin va")
    monkeypatch.setenv("COMP_CWORD", "1")
    assert bulletin().out.split() == ["validate"]
