import pytest

from bulletin_cli.reader.from_toml import _SENTENCES, _diagnosed

TOML = [
    ("number = 1", "number ＝ 1", "E104", (2, 8), "full-width ＝"),
    ("number = 1", "number：1", "E104", (2, 7), "half-width ="),
    ('"学"', "“学”", "E104", (7, 9), "full-width “"),
    ('"学"', '"学', "E104", (7, 9), "never ends"),
    ('"学"', '"学”', "E104", (7, 9), "never ends"),
    ('"学"', "'学", "E104", (7, 9), "never ends"),
    ('"文"', '"""文', "E104", (10, 8), "never ends"),
    ('"文"', "'''文", "E104", (10, 8), "never ends"),
    ('"文"', '"他说"好"。"', "E104", (10, 12), "write “ and ”"),
    ('"文"', '"C:\\文"', "E104", (10, 13), "twice"),
    ('"文"', '"\\u12"', "E104", (10, 11), "twice"),
    ('"文"', '"\\ud800"', "E104", (10, 15), "twice"),
    ('"文"', "文", "E104", (10, 8), "quotation marks"),
    ('"文"', '"文\x07"', "E114", (10, 10), "control character"),
    ('"文"', "'文\x07'", "E114", (10, 10), "control character"),
    ("number = 1", "number =", "E104", (2, 9), "value is missing"),
    ("number = 1", "number 1", "E104", (2, 8), "half-width ="),
    ("number = 1", "期号 = 1", "E104", (2, 1), "begins with a key"),
    ("number = 1", "number = 1 ＃ 注", "E104", (2, 12), "full-width ＃"),
    ("number = 1", "number = 1 total = 2", "E104", (2, 12), "one key"),
    ("number = 1", "number = 1号", "E104", (2, 11), "quotation marks"),
    ("number = 1", "number\u3000= 1", "E104", (2, 7), "U+3000"),
    ("number = 1", "number = 1\nnumber = 2", "E105", (3, 11), "twice"),
    ('{ name = "刊" }', '{ name = "刊", name = "刊" }', "E105", (1, 39), "twice"),
    ('{ name = "刊" }', '{ name = "刊"', "E104", (1, 27), "closing }"),
    ('{ name = "刊" }', '{ name = "刊", }', "E104", (1, 29), "a key is expected"),
    ('{ name = "刊" }', '{ sections = ["a"，"b"] }', "E104", (1, 32), "full-width ，"),
    ('{ name = "刊" }', '{ sections = ["a" "b"] }', "E104", (1, 33), "comma"),
    ("[[sections]]", "[[sections]", "E104", (6, 11), "not closed"),
    ("[[sections]]", "[sections", "E104", (6, 10), "not closed"),
    ("[[sections]]", "［［sections］］", "E104", (6, 1), "full-width ［"),
    ("[[sections]]", "[number]", "E105", (6, 8), "twice"),
    ("2021-05-17", "2021-02-30", "E117", (4, 8), "no such day"),
    ("2021-05-17", "2021-5-17", "E117", (4, 12), "two figures"),
    ("2021-05-17", "2021年5月17日", "E117", (4, 12), "two figures"),
    ("2021-05-17", "2021/05/17", "E117", (4, 12), "two figures"),
]


@pytest.mark.parametrize(("old", "new", "code", "place", "said"), TOML, ids=lambda x: str(x)[:24])
def test_toml_that_is_none(faults, good, old, new, code, place, said):
    [fault] = faults(good(old, new))
    assert fault[:2] == (code, place)
    assert said in fault[2]


def test_a_text_that_never_ends_is_placed_where_it_begins(faults, good):
    content = good() + '\n[[sections.items]]\ntext = """\n没有结尾\n'
    [fault] = faults(content)
    assert fault[:2] == ("E104", (13, 8))


def test_a_sentence_that_the_parser_has_learnt_since_is_still_told_in_ours(tmp_path):
    told = _diagnosed("Something new (at line 2, column 3)", "a = 1\nb = 2\n", tmp_path)
    assert (told.place.line, told.place.column) == (2, 3)
    assert "Something new" not in told.message
    assert not any("Something new".startswith(known) for known in _SENTENCES)


JSON = [
    ("[1]", "E106", (1, 1), "between { and }"),
    ('"text"', "E106", (1, 1), "between { and }"),
    ('{"date": "2021-05-17",}', "E104", None, "comma"),
    ("{date: 1}", "E104", (1, 2), "key between"),
    ("{“date”: 1}", "E104", (1, 2), "full-width “"),
    ('{"date"： 1}', "E104", (1, 8), "half-width :"),
    ('{"date" 1}', "E104", (1, 9), "colon"),
    ('{"date": }', "E104", (1, 10), "value is missing"),
    ('{"date": 1 "number": 2}', "E104", (1, 12), "comma"),
    ('{"date": 1} x', "E104", (1, 13), "nothing may follow"),
    ('{"date": "x', "E104", (1, 10), "never ends"),
    ('{"date": "a\nb"}', "E104", (1, 12), "\\n"),
    ('{"date": "C:\\文"}', "E104", None, "twice"),
    ('{"date": "\\u12"}', "E104", None, "twice"),
    ('{"date": 1, "date": 2}', "E105", ("date",), "twice"),
    ('{"sections": [{"title": "a", "title": "b"}]}', "E105", ("sections", 0, "title"), "twice"),
    ('{"number": NaN}', "E113", ("number",), "no figures"),
    ('{"a": [1, -Infinity]}', "E113", ("a", 1), "no figures"),
]


@pytest.mark.parametrize(("content", "code", "place", "said"), JSON, ids=lambda x: str(x)[:24])
def test_json_that_is_none(faults, content, code, place, said):
    [fault] = faults(content, "issue.json")
    assert fault[0] == code
    assert place is None or fault[1] == place
    assert said in fault[2]


@pytest.mark.parametrize("name", ["issue.toml", "issue.json"])
@pytest.mark.parametrize("content", ["{", "[", "=", '"', "'", "\\", "[[", "{{", "a.", '{"a', "a='"])
def test_fragments_are_refused_in_our_words_in_chinese_too(faults, monkeypatch, name, content):
    monkeypatch.setenv("BULLETIN_LANG", "zh")
    [fault] = faults(content, name)
    assert any("一" <= char <= "鿿" for char in fault[2])
    assert "xpect" not in fault[2]
