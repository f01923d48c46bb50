import json
import tomllib
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bulletin_cli.diagnostics import Code, Diagnostic, Place
from bulletin_cli.reader.files import text
from bulletin_cli.reader.literals import literal
from bulletin_cli.reader.places import placed, places_in

TOML, JSON = Path("a.toml"), Path("a.json")
EXAMPLES = Path(__file__).parents[2] / "examples"

EVERYTHING = (Path(__file__).parent / "data" / "everything.toml").read_text(encoding="utf-8")


def leaves(node, keys=()):
    if isinstance(node, dict):
        for key, value in node.items():
            yield from leaves(value, (*keys, key))
    elif isinstance(node, list):
        for index, value in enumerate(node):
            yield from leaves(value, (*keys, index))
    else:
        yield keys, node


def check_toml(source):
    marked = places_in(TOML, source)
    for keys, value in leaves(tomllib.loads(source)):
        mark = marked.marks[keys]
        written = source[slice(*mark.value)]
        assert tomllib.loads(f"v = {written}")["v"] == value
        if isinstance(keys[-1], str):
            [found] = tomllib.loads(f"{source[slice(*mark.key)]} = 1")
            assert found == keys[-1]


@pytest.mark.parametrize(
    "source",
    [EVERYTHING, EVERYTHING.replace("\n", "\n\t"), *map(text, EXAMPLES.rglob("*.toml"))],
    ids=lambda source: source[:20],
)
def test_every_value_of_a_toml_file_stands_where_it_is_said_to(source):
    check_toml(source)


def test_headings_are_where_their_tables_are():
    marked = places_in(TOML, EVERYTHING)

    def value(*keys):
        return EVERYTHING[slice(*marked.marks[keys].value)]

    assert value("arr", 1) == "[[arr]]"
    assert value("arr", 0, "sub", 1) == "[[arr.sub]]"
    assert value("arr", 0, "sub", 0, "deep") == "[arr.sub.deep]"
    assert value("t") == "[t]"
    assert value("t", "u") == "[t.u]"
    assert value("h", 1) == '{ x = 1, y.z = "a\\tb" }'
    assert value("a") == "a"


values = st.recursive(
    st.text(st.characters(exclude_categories=[]), max_size=8)
    | st.integers(-9, 9)
    | st.booleans()
    | st.none(),
    lambda inner: (
        st.lists(inner, max_size=3) | st.dictionaries(st.text(max_size=3), inner, max_size=3)
    ),
)


@given(st.dictionaries(st.text(max_size=3), values, max_size=4), st.booleans(), st.integers(0, 2))
def test_every_value_of_a_json_text_stands_where_it_is_said_to(tables, ascii_only, indent):
    source = json.dumps(tables, ensure_ascii=ascii_only, indent=indent or None)
    marked = places_in(JSON, source)
    for keys, value in leaves(json.loads(source)):
        start, end = marked.marks[keys].value
        assert json.loads(source[start:end]) == value
        if isinstance(value, str):
            written = literal(source, (start, end), True)
            assert written.text == value
            for char, (first, last) in zip(value, written.spans, strict=True):
                assert json.loads(f'"{source[first:last]}"') == char


plain = st.characters(
    exclude_categories=["Cs"], exclude_characters=[*map(chr, range(32)), "\x7f", '"', "'", "\\"]
)
written = st.lists(
    plain
    | plain.map(lambda char: f"\\U{ord(char):08x}")
    | st.sampled_from(["\\n", "\\t", '\\"', "\\\\", "\\u4E2D", "\t", "中"]),
    max_size=12,
)


@given(written)
def test_characters_of_a_toml_text(pieces):
    source = 'a = "' + "".join(pieces) + '"'
    found = literal(source, (4, len(source)), False)
    assert found.text == tomllib.loads(source)["a"]
    assert [source[slice(*span)] for span in found.spans] == pieces


@given(st.lists(written.map("".join) | st.sampled_from(["\n", "\n\n  ", "\\\n   \n ", "\\  \n"])))
def test_characters_of_a_toml_text_of_several_lines(pieces):
    source = 'a = """' + "".join(pieces) + '"""'
    found = literal(source, (4, len(source)), False)
    assert found.text == tomllib.loads(source)["a"]
    for char, (start, end) in zip(found.text, found.spans, strict=True):
        assert tomllib.loads(f'a = """|{source[start:end]}"""')["a"] == f"|{char}"


@given(st.text(st.characters(exclude_categories=["Cs"])), st.sampled_from(['"', '"""', "'", "'''"]))
def test_what_is_spelt_reads_as_it_was(said, mark):
    empty = literal(f"a = {mark}x{mark}", (4, 5 + 2 * len(mark)), False)
    spelt = empty.spelt(said)
    assert spelt is not None or mark[0] == "'"
    if spelt is not None:
        assert tomllib.loads(f"a = {mark}x{spelt}{mark}")["a"] == f"x{said}"


def find(source, keys, span=None, code=Code.KIND, path=TOML):
    [found] = placed([Diagnostic(code, "", Place(path, keys, span=span))], {path: source})
    place = found.place
    return place.line, place.column, place.end_line, place.end_column


@pytest.mark.parametrize(
    ("source", "keys", "span", "code", "expected"),
    [
        ("a = 1\n  bc = [1]", ("bc",), None, Code.UNKNOWN_KEY, (2, 3, 2, 5)),
        ("a = 1\n  bc = [1]", ("bc",), None, Code.KIND, (2, 8, 2, 11)),
        ("a = 1", ("date",), None, Code.MISSING_KEY, (1, 1, 1, 1)),
        ("a = 1\n[[s]]\n[[s]]", ("s", 1, "title"), None, Code.MISSING_KEY, (3, 1, 3, 6)),
        ("s = [{ a = 1 }]", ("s", 0, "title"), None, Code.MISSING_KEY, (1, 6, 1, 7)),
        ("[s]\nx.y = 1", ("s", "x", "z"), None, Code.MISSING_KEY, (2, 1, 2, 2)),
        ('a = "中，文"', ("a",), (1, 2), "M1", (1, 7, 1, 8)),
        ('a = "\\u4e2d，文"', ("a",), (1, 2), "M1", (1, 12, 1, 13)),
        ('a = "\\u4e2d，文"', ("a",), (0, 1), "M1", (1, 6, 1, 12)),
        ('a = """\n中\n，文"""', ("a",), (2, 3), "M1", (3, 1, 3, 2)),
        ('a = """\n中\n，文"""', ("a",), (0, 4), "M1", (2, 1, 3, 3)),
        ('a = """中\\\n   文"""', ("a",), (1, 2), "M1", (2, 4, 2, 5)),
        ("a = '''\n中\\n'''", ("a",), (1, 3), "M1", (2, 2, 2, 4)),
        ('a = "中"', ("a",), (1, 1), "M1", (1, 7, 1, 7)),
        ('a = ""', ("a",), (0, 0), "M1", (1, 6, 1, 6)),
        ('a = "中"', ("a",), (0, 99), "M1", (1, 6, 1, 7)),
        ("a = 1", ("a",), (0, 1), "M1", (1, 5, 1, 6)),
        ("\t'a b' = 1", ("a b",), None, Code.UNKNOWN_KEY, (1, 2, 1, 7)),
    ],
)
def test_places(source, keys, span, code, expected):
    assert find(source, keys, span, code) == expected


@pytest.mark.parametrize(
    ("source", "keys", "span", "code", "expected"),
    [
        ('{"a": {"b": 1}}', ("a", "b"), None, Code.UNKNOWN_KEY, (1, 8, 1, 11)),
        ('{"a": {"b": 1}}', ("a", "c"), None, Code.MISSING_KEY, (1, 7, 1, 8)),
        ('\n {"a": 1}', ("c",), None, Code.MISSING_KEY, (1, 1, 1, 1)),
        ('{"a": 1,\n"a": 2}', ("a",), None, Code.TWICE, (2, 1, 2, 4)),
        ('{"a": "\\ud83d\\ude00\\n，"}', ("a",), (2, 3), "M1", (1, 22, 1, 23)),
        ('{"a": "\\ud83d\\ude00\\n，"}', ("a",), (0, 1), "M1", (1, 8, 1, 20)),
        ('{"a": ["\\/x"]}', ("a", 0), (1, 2), "M1", (1, 11, 1, 12)),
    ],
)
def test_places_in_json(source, keys, span, code, expected):
    assert find(source, keys, span, code, JSON) == expected


def test_placed_sorts_by_file_and_place_and_tells_nothing_twice():
    texts = {Path("b.toml"): "x = 1\ny = 2", Path("a.toml"): "z = 3"}
    told = [
        Diagnostic("E1", "z", Place(Path("a.toml"), ("z",))),
        Diagnostic("E1", "y", Place(Path("b.toml"), ("y",))),
        Diagnostic("E1", "y", Place(Path("b.toml"), ("y",))),
        Diagnostic("E1", "x", Place(Path("b.toml"), ("x",))),
        Diagnostic("E1", "whole", Place(Path("c.toml"))),
    ]
    assert [each.message for each in placed(told, texts)] == ["x", "y", "z", "whole"]
