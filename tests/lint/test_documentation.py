"""A rule's docstring is its documentation: complete, in both languages, and true."""

import re

import pytest

from bulletin_cli.lint import FAMILIES, rules

RULES = list(rules().values())
PARTS = {"title", "what", "why", "wrong", "right"}
HAN = re.compile("[一-鿿]")


@pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.code)
def test_both_languages_are_complete(rule):
    assert re.fullmatch(r"[A-Z]\d{3}", rule.code)
    assert rule.code[0] in FAMILIES and rule.family
    for parts in rule.explanation.values():
        assert set(parts) == PARTS
        assert all(parts.values())
    chinese = rule.explanation["zh_CN"]
    assert HAN.search(chinese["title"]) and HAN.search(chinese["what"])


@pytest.mark.parametrize(
    "rule",
    [r for r in RULES if r.code[0] in "MBPNG" or r.code in {"W101", "W103", "W201", "T203"}],
    ids=lambda rule: rule.code,
)
def test_its_own_examples_are_true(rule, lint):
    kind = {"M204": "title", "M205": "credit", "B104": "credit", "B105": "credit"}
    said = rule.explanation["en"]
    for name, expected in (("wrong", True), ("right", False)):
        text = rule.doc.split(f"{name.title()}: ")[1].split("\n")[0].rstrip()
        text = text.encode().decode("unicode_escape") if "\\u" in text else text
        found = [d.code for d in lint(text, kind.get(rule.code, "text"))]
        assert (rule.code in found) is expected, (said[name], found)


def test_every_pattern_compiles():
    from importlib import import_module

    from bulletin_cli import lint
    from bulletin_cli.lint.pattern import Choice, Pattern

    named = [
        value
        for name in lint._MODULES
        for value in vars(import_module(f"bulletin_cli.lint.{name}")).values()
    ]
    found = [value for value in named if isinstance(value, Pattern)]
    found += [branch for value in named if isinstance(value, Choice) for branch in value.branches]
    assert len(found) > 40
    assert all(pattern.compiled for pattern in found)
