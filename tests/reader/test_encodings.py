import pytest

from bulletin_cli.reader import read
from bulletin_cli.reader.files import text


@pytest.mark.parametrize(
    "encoded",
    [
        lambda text: b"\xef\xbb\xbf" + text.encode(),
        lambda text: text.replace("\n", "\r\n").encode(),
        lambda text: b"\xef\xbb\xbf" + text.replace("\n", "\r\n").encode(),
    ],
    ids=["byte order mark", "CRLF", "both"],
)
def test_accepted_on_purpose(write, good, encoded):
    path = write(encoded(good()))
    assert text(path) == good()
    assert read(path).issue.number == 1


@pytest.mark.parametrize(
    ("content", "code", "place", "said"),
    [
        ("第一行\n第二行".encode("gbk"), "E102", (1, 1), "GBK"),
        (b"a = 1\n" + "# 简报".encode("gbk"), "E102", (2, 3), "GBK"),
        ("a = 1\n".encode("utf-16"), "E102", (1, 1), "UTF-16"),
        ('a = "文"\n'.encode("utf-16-le"), "E102", (1, 1), "UTF-16"),
        (b'a = 1\nb = "\xff\xfe\xfd"\n', "E102", (2, 6), "not in UTF-8"),
        (b"a = 1\nb\0 = 2\n", "E102", (2, 2), "U+0000"),
        (b"a = 1\rb = 2\r", "E103", (1, 6), "Macintosh"),
        (b"", "E101", (1, 1), "empty"),
        (b"\xef\xbb\xbf", "E101", (1, 1), "empty"),
        (b" \n\n", "E101", (1, 1), "empty"),
    ],
)
@pytest.mark.parametrize("name", ["issue.toml", "issue.json"])
def test_refused_with_a_place_and_advice(faults, content, code, place, said, name):
    [fault] = faults(content, name)
    assert fault[:2] == (code, place)
    assert said in fault[2]
