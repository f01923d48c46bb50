"""Files of tables that are damaged, hostile or elsewhere: one sentence each, where it is wrong."""

import os

import pytest

from bulletin_cli.diagnostics import Rejected
from bulletin_cli.reader import read

WRONG = {
    "empty": (b"", "E101", None),
    "blank": (b"\n \n", "E101", None),
    "only a header": ("名称,数量\n".encode(), "E152", None),
    "in GBK": ("名称,数量\n甲,1\n".encode("gbk"), "E102", 1),
    "in UTF-16": ("名称,数量\n甲,1\n".encode("utf-16"), "E102", 1),
    "a null": ("名称\n甲\0\n".encode(), "E102", 2),
    "old line ends": ("名称\r甲\r".encode(), "E103", 1),
    "a control character": ("名称\n甲\x07\n".encode(), "E152", 2),
    "a row too short": ("名称,数量\n甲,1\n乙\n".encode(), "E152", 3),
    "a row too long": ("名称,数量\n甲,1,2\n".encode(), "E152", 2),
    "a quotation mark left open": ('名称\n"甲\n'.encode(), "E152", 2),
    "a quotation mark within": ('名称\n"甲"乙\n'.encode(), "E152", 2),
    "a cell without end": (b"a\n" + b"x" * 140_000, "E152", 2),
    "too many columns": (b",".join([b"a"] * 31) + b"\n" + b",".join([b"1"] * 31), "E152", 1),
    "too many rows": (b"a\n" * 5_002, "E152", 5_001),
    "a notation left open": ("名称\n甲\n{粗：乙\n".encode(), "E125", 3),
    "a link to elsewhere": ("名称\n{链：甲｜javascript:x}\n".encode(), "E125", 2),
    "semicolons": ("名称;数量\n甲;1\n".encode(), "E152", 1),
    "tabs": ("名称\t数量\n甲\t1\n".encode(), "E152", 1),
    "full-width commas": ("\n名称，数量\n甲，1\n乙，2\n".encode(), "E152", 2),
    "full-width semicolons": ("名称；数量\n甲；1\n".encode(), "E152", 1),
    "a picture": (b"\x89PNG\r\n\x1a\n" + bytes(range(256)), "E102", 1),
}
ELSEWHERE = ("../t.csv", "/etc/passwd", "http://example.org/t.csv", "link.csv", "a\\\\t.csv")


@pytest.fixture
def refused(write, good):
    """What is said of an issue with a table of a file."""

    def refused(name="t.csv"):
        table = f'blocks = [{{ table = {{ file = "{name}" }} }}]'
        with pytest.raises(Rejected) as rejected:
            read(write(good('text = "文"', table)))
        [wrong] = rejected.value.diagnostics
        assert wrong.message.endswith(".")
        return wrong

    return refused


@pytest.mark.parametrize("kind", WRONG)
def test_what_is_no_table(write, refused, kind):
    data, code, line = WRONG[kind]
    path = write(data, "t.csv")
    wrong = refused()
    assert wrong.code == code
    if line:
        assert (wrong.place.path, wrong.place.line) == (path, line)


@pytest.mark.parametrize("name", ELSEWHERE)
def test_names_that_lead_elsewhere(tmp_path, refused, name):
    (tmp_path.parent / "t.csv").write_text("a\n1\n")
    if os.name != "nt":
        (tmp_path / "link.csv").symlink_to(tmp_path.parent / "t.csv")
    elif "link" in name:
        pytest.skip("links need rights on Windows")
    assert refused(name).code == "E141"


@pytest.mark.parametrize("name", ["none.csv", "folder"])
def test_names_that_lead_nowhere(tmp_path, refused, name):
    (tmp_path / "folder").mkdir()
    assert refused(name).code == "E151"


@pytest.mark.parametrize(
    ("content", "rows"),
    [
        ("名称,数量\n甲,1\n", (("名称", "数量"), ("甲", "1"))),
        ("\ufeff名称,数量\r\n甲,1\r\n\r\n", (("名称", "数量"), ("甲", "1"))),
        ('名称,数量\n"甲,乙","第""一"""\n', (("名称", "数量"), ("甲,乙", '第"一"'))),
        ('名称\n"一\n二"\n', (("名称",), ("一\n二",))),
        ("名称,数量\n,\n甲,\n", (("名称", "数量"), ("", ""), ("甲", ""))),
        ("\n\n名称,数量\n\n甲,1\n", (("名称", "数量"), ("", ""), ("甲", "1"))),
        ("说明\n甲；乙\n丙\n", (("说明",), ("甲；乙",), ("丙",))),
        ("名称\n=SUM(A1)\n", (("名称",), ("=SUM(A1)",))),
    ],
)
def test_what_is_a_table(write, good, content, rows):
    write(content, "t.csv")
    reading = read(write(good('text = "文"', 'blocks = [{ table = { file = "t.csv" } }]')))
    assert list(reading.attached.rows.values()) == [rows]


@pytest.mark.parametrize(
    ("content", "name"), [("a;b\n1;2\n", "semicolons"), ("a\tb\n1\t2\n", "tabs")]
)
def test_other_marks_than_commas_are_named(write, refused, content, name):
    write(content, "t.csv")
    assert f"parted by {name}; save it as CSV" in refused().message


def test_a_row_without_cells(write, good):
    source = write(good('text = "文"', "blocks = [{ table = { rows = [[]] } }]"))
    with pytest.raises(Rejected, match="0 cells instead of 1"):
        read(source)
