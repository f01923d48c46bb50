import json
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_cli.diagnostics import Fix
from bulletin_cli.reader.edits import edited

TOML, JSON = Path("a.toml"), Path("a.json")


@pytest.mark.parametrize(
    ("before", "fixes", "after"),
    [
        ('a = "，文" # 注', [((0, 1), "")], 'a = "文" # 注'),
        ('a = "文"', [((1, 1), "。")], 'a = "文。"'),
        ('a = "\\u6587文"', [((0, 1), "字")], 'a = "字文"'),
        ('a = "文"', [((0, 1), '"\\\n')], 'a = "\\"\\\\\\n"'),
        ('a = """\n文 \\\n   ，字"""', [((2, 3), "、")], 'a = """\n文 \\\n   、字"""'),
        ('a = """\n文\n字"""', [((1, 2), "\n\n")], 'a = """\n文\n\n字"""'),
        ("a = '文\\n'", [((0, 1), "字")], "a = '字\\n'"),
        ("a = '文'", [((0, 1), "'")], "a = '文'"),
        ("a = '文'", [((0, 1), "\n")], "a = '文'"),
        ("a = '''文'''", [((0, 1), "字\n")], "a = '''字\n'''"),
        # of two that overlap the first wins; beside one another both are made
        ('a = "一二三"', [((0, 2), "甲"), ((1, 3), "乙")], 'a = "甲三"'),
        ('a = "一二三"', [((2, 3), "丙"), ((0, 1), "甲"), ((1, 2), "")], 'a = "甲丙"'),
        ('a = "一"', [((1, 1), "甲"), ((1, 1), "乙")], 'a = "一甲"'),
        # what would say something else than the fix says is left out
        ('a = """，\n文。"""', [((0, 1), ""), ((2, 3), "字")], 'a = """，\n字。"""'),
        # no text, no fix
        ("a = 1", [((0, 1), "2")], "a = 1"),
        ('b = "文"', [((0, 1), "字")], 'b = "文"'),
    ],
)
def test_fixes_in_toml(before, fixes, after):
    fixes = [Fix(("a",), span, text) for span, text in fixes]
    data, count = edited(TOML, before.encode(), fixes)
    assert data.decode() == after
    assert (count == 0) == (before == after)


@pytest.mark.parametrize(
    ("before", "fixes", "after"),
    [
        ('{ "a": ["，文"] }\n', [((0, 1), "")], '{ "a": ["文"] }\n'),
        ('{"a": ["\\ud83d\\ude00\\n，"]}', [((0, 1), "字")], '{"a": ["字\\n，"]}'),
        ('{"a": ["文"]}', [((0, 1), '"\\\n')], '{"a": ["\\"\\\\\\n"]}'),
    ],
)
def test_fixes_in_json(before, fixes, after):
    fixes = [Fix(("a", 0), span, text) for span, text in fixes]
    assert edited(JSON, before.encode(), fixes) == (after.encode(), 1)


@pytest.mark.parametrize("mark", [b"", b"\xef\xbb\xbf"])
@pytest.mark.parametrize("end", ["\n", "\r\n"])
def test_byte_order_mark_and_line_ends_stay(mark, end):
    lines = ["# 注", 'a = """', "一", "二", '三"""', ""]
    before = mark + end.join(lines).encode()
    fixes = [Fix(("a",), (0, 1), "甲"), Fix(("a",), (2, 3), "乙\n乙"), Fix(("a",), (5, 5), "。")]
    after = mark + end.join(["# 注", 'a = """', "甲", "乙", "乙", '三。"""', ""]).encode()
    assert edited(TOML, before, fixes) == (after, 3)


def test_line_ends_that_differ_stay_different():
    before = 'a = "一"\r\nb = "二"\n\r\nc = "三"\n'.encode()
    fixes = [Fix((key,), (0, 1), "字") for key in "cab"]
    after = 'a = "字"\r\nb = "字"\n\r\nc = "字"\n'.encode()
    assert edited(TOML, before, fixes) == (after, 3)


said = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r"), max_size=10)


@given(said, said, st.data(), st.booleans())
def test_the_source_says_afterwards_what_the_fix_says(text, other, data, in_json):
    start = data.draw(st.integers(0, len(text)))
    end = data.draw(st.integers(start, len(text)))
    spelt = json.dumps(text, ensure_ascii=data.draw(st.booleans()) and text.isascii())
    source = f'{{"a": {spelt}, "b": {spelt}}}' if in_json else f"a = {spelt}\nb = {spelt} # {{"
    source = source.replace("\x7f", "\\u007f")
    path = JSON if in_json else TOML
    new, count = edited(path, source.encode(), [Fix(("a",), (start, end), other)])
    tables = json.loads(new) if in_json else tomllib.loads(new.decode())
    assert tables == {"a": text[:start] + other + text[end:], "b": text}
    assert count == 1
