"""Each rule on texts written for it: what is wrong is found and mended, what is right is left."""

import tomllib
from pathlib import Path

import pytest

from bulletin_cli.lint import rules

CASES = {
    code: cases
    for file in sorted((Path(__file__).parent / "cases").glob("*.toml"))
    for code, cases in tomllib.loads(file.read_text(encoding="utf-8")).items()
}
OF_ISSUES = {"W102", "T101", "T102", "T103", "T104", "T105", "T301"}
"""Rules of whole issues, which have tests of their own."""


def pairs(name):
    return [
        pytest.param(code, cases.get("kind", "text"), text, id=f"{code}-{text[:20]}")
        for code, cases in CASES.items()
        for text in cases[name]
    ]


def test_every_rule_has_three_wrong_and_three_right_texts():
    assert set(rules()) == set(CASES) | OF_ISSUES
    for cases in CASES.values():
        assert len(cases["wrong"]) >= 3 and len(cases["right"]) >= 3


@pytest.mark.parametrize(("code", "kind", "text"), pairs("wrong"))
def test_what_is_wrong_is_found_and_mended(lint, marked, code, kind, text):
    bare, slips = marked(text)
    found = [d for d in lint(bare, kind) if d.code == code]
    assert [d.place.span for d in found] == [(slip.start, slip.end) for slip in slips]
    assert [d.fix.text if d.fix else None for d in found] == [slip.mended for slip in slips]
    assert all(d.place.keys and d.message for d in found)


@pytest.mark.parametrize(("code", "kind", "text"), pairs("right"))
def test_what_is_right_is_left_alone(lint, code, kind, text):
    assert [(d.code, d.place.span) for d in lint(text, kind)] == []
