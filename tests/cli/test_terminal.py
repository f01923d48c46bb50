from pathlib import Path

import pytest

from bulletin_cli.cli.terminal import columns, concise, key_path, table, visible
from bulletin_cli.diagnostics import Diagnostic, Place


@pytest.mark.parametrize(
    ("keys", "path"),
    [
        ((), ""),
        (("number",), "number"),
        (("sections", 1, "items", 0, "text"), "sections#2.items#1.text"),
        (("标题",), "标题"),
        (("a.b", "c d"), '"a.b"."c d"'),
    ],
)
def test_keys_as_a_person_reads_them(keys, path):
    assert key_path(keys) == path


@pytest.mark.parametrize(
    ("place", "where"),
    [
        (Place(Path("a.toml")), "a.toml"),
        (Place(Path("a.toml"), ("number",)), "a.toml: number"),
        (Place(Path("a.toml"), line=3), "a.toml:3"),
        (Place(Path("a.toml"), line=3, column=9), "a.toml:3:9"),
    ],
)
def test_a_diagnostic_on_one_line(place, where):
    assert concise(Diagnostic("E100", "Message.", place)) == f"{where}: E100 Message."


@pytest.mark.parametrize(
    ("text", "shown"),
    [
        ("中文 text é 𠅤　（）", "中文 text é 𠅤　（）"),
        ("\x1b[31m\x07\x9b", "\\x1b[31m\\x07\\x9b"),
        ("a\nb\r\tc\u2028", "a\\nb\\r\\tc\\u2028"),
        ("\u202e\u2066\u200b\ufeff", "\\u202e\\u2066\\u200b\\ufeff"),
        ("\udcff", "\\udcff"),
    ],
)
def test_what_steers_a_terminal_is_spelt_out(text, shown):
    assert visible(text) == shown


def test_a_chinese_character_takes_two_columns():
    assert columns("仿宋_GB2312") == 11
    assert table([("仿宋", "x"), ("abc", "y"), ("a\x1b", "z")]) == [
        "仿宋   x",
        "abc    y",
        "a\\x1b  z",
    ]
