"""A wrong notation is told at its place, in either form of source, all of a text at once."""

import json

import pytest

from bulletin_cli.diagnostics import Code, Rejected
from bulletin_cli.reader import read

TEXT = (
    "会议讲{粗：安全。\n\n甲{链：乙}丙{楷：}\n\n"
    "{链：丁｜ftp://a.cn}{链：戊｜https://a b}{粗：{楷：{上：己}}}"
)
SHOWN = ["{粗：", "{链：乙}", "{楷：}", "ftp://a.cn", "https://a b", "{上："]


@pytest.fixture
def told(write):
    """The faults of a source, each with the characters of the file that it points at."""

    def told(content, name):
        path = write(content, name)
        with pytest.raises(Rejected) as rejected:
            read(path)
        lines = content.split("\n")
        found = []
        for each in rejected.value.diagnostics:
            assert each.code == Code.NOTATION
            assert each.place.line == each.place.end_line
            line = lines[each.place.line - 1]
            found.append((line[each.place.column - 1 : each.place.end_column - 1], each.message))
        return found

    return told


def test_in_toml(good, told):
    content = good('"文"', f'"""\n{TEXT}"""')
    assert [shown for shown, _message in told(content, "issue.toml")] == SHOWN


def test_in_toml_with_escapes(good, told):
    content = good('"文"', '"\\u4f1a\\n\\n\\u8bae{粗：\\u5b89"')
    assert [shown for shown, _message in told(content, "issue.toml")] == ["{粗："]


def test_in_json(told):
    issue = {
        "publication": {"name": "刊"},
        "date": "2021-05-17",
        "sections": [{"title": "学", "items": [{"text": TEXT}]}],
    }
    content = json.dumps(issue, ensure_ascii=False, indent=1)
    assert [shown for shown, _message in told(content, "issue.json")] == SHOWN


def test_the_messages_say_how_to_mend_it(good, told):
    messages = [message for _shown, message in told(good('"文"', f'"""\n{TEXT}"""'), "i.toml")]
    assert '"{{粗："' in messages[0]
    assert '"{链：words｜https://…}"' in messages[1]
    assert "mailto:" in messages[3]


def test_what_is_long_is_told_short(good, told):
    ((_shown, message),) = told(good('"文"', f'"{{链：{"长" * 300}}}"'), "issue.toml")
    assert len(message) < 120


def test_only_running_text_has_the_notation(write, good):
    content = good('title = "学"', 'title = "{粗：学"').replace('"文"', '"文"\nlead = "{楷：}"')
    assert read(write(content)).issue.sections[0].title == "{粗：学"


def test_a_text_full_of_faults_is_told_in_part(good, told):
    assert len(told(good('"文"', '"' + "{粗：}" * 3000 + '"'), "issue.toml")) == 20


def test_plain_braces_are_text(write, good):
    plain = "* _ [ ] # { } 【】 ［］ {a} {粗} {"
    assert read(write(good('"文"', f'"{plain}"'))).issue.sections[0].items[0].text == plain
