"""Encodings and lenient parsers: each is refused with its line and advice, or taken on purpose."""

import json

import pytest

GOOD = 'publication = "p.toml"\ndate = 2021-05-17\n[[sections]]\ntitle = "要闻"\n'
PUBLICATION = 'name = "某集团简报"\noffice = "办公室"\n'

REFUSED = {
    "GBK": (PUBLICATION.encode("gbk"), "GBK"),
    "UTF-16": (PUBLICATION.encode("utf-16"), "UTF-16"),
    "UTF-16 without a mark": (PUBLICATION.encode("utf-16-le"), "UTF-16"),
    "CR only": (PUBLICATION.replace("\n", "\r").encode(), "Macintosh"),
    "NUL": (PUBLICATION.encode() + b"# \0\n", "null character"),
    "a key twice": ((PUBLICATION + 'name = "又"\n').encode(), "twice"),
    "not a number": ((PUBLICATION + "[profile.breaking]\ngap = nan\n").encode(), "gap"),
    "infinity": ((PUBLICATION + "[profile.breaking]\ngap = inf\n").encode(), "gap"),
}


@pytest.mark.parametrize("kind", REFUSED)
def test_refused_with_a_line_and_advice(bulletin, write, no_output, kind):
    content, said = REFUSED[kind]
    write("p.toml", content)
    done = bulletin("build", write("issue.toml", GOOD))
    assert done.code == 1
    assert "p.toml:" in done.err
    assert said in done.err
    assert no_output()


@pytest.mark.parametrize("text", [PUBLICATION, PUBLICATION.replace("\n", "\r\n")])
def test_a_mark_and_the_line_ends_of_windows_are_taken(bulletin, write, text):
    write("p.toml", b"\xef\xbb\xbf" + text.encode())
    assert bulletin("build", write("issue.toml", b"\xef\xbb\xbf" + GOOD.encode())).code == 0


@pytest.mark.parametrize(
    ("part", "said"),
    [
        ('"date": "2021-05-17", "date": "2021-05-18"', "twice"),
        ('"date": "2021-05-17", "number": NaN', "NaN"),
        ('"date": "2021-05-17", "number": Infinity', "NaN and Infinity"),
        ('"date": "2021-05-17", "number": 1e999', "number"),
    ],
)
def test_what_json_lets_pass_is_refused(bulletin, write, no_output, part, said):
    done = bulletin("build", write("issue.json", '{"publication": {"name": "刊"}, ' + part + "}"))
    assert done.code == 1
    assert said in done.err
    assert no_output()


@pytest.mark.parametrize(
    ("content", "line"),
    [
        ('甲,乙\n"开,1\n2,3\n', 2),
        ('甲,乙\n1,2\n"x"y,3\n', 3),
        ("甲,乙\n1\n", 2),
        ("甲,乙\n1,\x01\n", 2),
        ("甲,乙\n1,2".encode("gbk"), 1),
        ("甲,乙\r1,2\r", 1),
    ],
)
def test_tables_that_are_none(bulletin, issue, write, no_output, content, line):
    write("t.csv", content)
    done = bulletin("build", issue(item={"blocks": [{"table": {"file": "t.csv"}}]}))
    assert done.code == 1
    assert f"t.csv:{line}:" in done.err
    assert no_output()


def test_a_lone_surrogate_is_refused_with_its_place(bulletin, write, no_output):
    said = {
        "publication": {"name": "刊"},
        "date": "2021-05-17",
        "sections": [{"title": "文\ud800"}],
    }
    done = bulletin("build", write("issue.json", json.dumps(said)))
    assert done.code == 1
    assert "U+D800" in done.err
    assert no_output()
