import pytest

NUMBERING = '{ name = "刊", numbering = "第{number}期（总第{total}期）" }'

CASES = [
    # unknown and missing keys
    ("title = ", "titel = ", [("E111", ("sections", 0, "titel"), 'do you mean "title"')]),
    ("number = 1", "nubmer = 1", [("E111", ("nubmer",), 'do you mean "number"')]),
    ("number = 1", "NUMBER = 1", [("E111", ("NUMBER",), 'do you mean "number"')]),
    ("number = 1", '"期号" = 1', [("E111", ("期号",), "known are: publication, number")]),
    ("number = 1", 'office = "部"\nnumber = 1', [("E111", ("office",), "to the publication")]),
    (
        'text = "文"',
        'text = "文"\ncollected = 1',
        [("E111", ("sections", 0, "items", 0, "collected"), "belongs to the whole issue")],
    ),
    ("date = 2021-05-17", "", [("E112", ("date",), "missing")]),
    ('title = "学"', "", [("E112", ("sections", 0, "title"), "missing")]),
    ('publication = { name = "刊" }', "", [("E112", ("publication",), "missing")]),
    # kinds
    ("number = 1", 'number = "一"', [("E113", ("number",), 'the text "一"')]),
    ("number = 1", "number = 1.5", [("E113", ("number",), "1.5")]),
    ("number = 1", "number = true", [("E113", ("number",), "true")]),
    ("number = 1", "number = nan", [("E113", ("number",), "nan")]),
    ('"学"', "2021-05-17", [("E113", ("sections", 0, "title"), "2021-05-17")]),
    ('"学"', "12:30:00", [("E113", ("sections", 0, "title"), "12:30:00")]),
    ('"学"', "[]", [("E113", ("sections", 0, "title"), "a list")]),
    ('"学"', "{}", [("E113", ("sections", 0, "title"), "a table")]),
    ('{ name = "刊" }', "3", [("E113", ("publication",), "name of the publication file")]),
    ('{ name = "刊" }', '{ sections = "学" }', [("E113", ("publication", "sections"), "a list")]),
    ('{ name = "刊" }', '{ foot = ["报"] }', [("E113", ("publication", "foot", 0), '"foot#1"')]),
    ('{ name = "刊" }', "{ profile = 1 }", [("E113", ("publication", "profile"), "a table")]),
    # texts
    ('"文"', '"文\\u0007"', [("E114", ("sections", 0, "items", 0, "text"), "position 2")]),
    ('"文"', '"文\\t字"', [("E114", ("sections", 0, "items", 0, "text"), "U+0009, a tab")]),
    ('"学"', '"学\\u2028"', [("E114", ("sections", 0, "title"), "U+2028")]),
    ('"学"', '"\\uFFFE"', [("E114", ("sections", 0, "title"), "U+FFFE")]),
    ('"学"', '"学\\u202e"', None),
    ('"学"', '" "', [("E115", ("sections", 0, "title"), "blank")]),
    ('"文"', '" \\n "', [("E115", ("sections", 0, "items", 0, "text"), "blank")]),
    ('"学"', '"学\\n习"', [("E116", ("sections", 0, "title"), "one line")]),
    # days and numbers
    ("2021-05-17", '"2021年5月17日"', [("E117", ("date",), "2021年5月17日")]),
    ("2021-05-17", '"2021-02-30"', [("E117", ("date",), "2021-02-30")]),
    ("2021-05-17", "2021-05-17T10:00:00", [("E117", ("date",), "time of day")]),
    ("2021-05-17", "20210517", [("E117", ("date",), "20210517")]),
    ("number = 1", "number = 0", [("E118", ("number",), "at least 1")]),
    ("number = 1", "number = -1", [("E118", ("number",), "is -1")]),
    ("number = 1", "number = 100000", [("E118", ("number",), "at most 99999")]),
    ("number = 1", "number = 3", [("E119", ("total",), "(2) is less")]),
    (
        "number = 1",
        "number = 1\ncollected = { from = 2021-05-14, to = 2021-05-11 }",
        [("E120", ("collected", "to"), "before")],
    ),
    # wordings
    (
        '{ name = "刊" }',
        '{ name = "刊", numbering = "第{nubmer}期" }',
        [("E121", ("publication", "numbering"), "{nubmer}")],
    ),
    (
        '{ name = "刊" }',
        '{ name = "刊", collecting = "{from}至{" }',
        [("E121", ("publication", "collecting"), "{from}{to}")],
    ),
    ("total = 2\n", "", None),
    ("number = 1\n", "", [("E122", ("total",), 'without "number"')]),
    # contents, signatures
    (
        "number = 1",
        'number = 1\ncontents = "frist-page"',
        [("E123", ("contents",), "first-page, own-page, none")],
    ),
    ("number = 1", "number = 1\ncontents = true", [("E123", ("contents",), "own-page")]),
    ("number = 1", "number = 1\ncontents = false", None),
    (
        '{ name = "刊" }',
        '{ contents_levels = ["section", "items"] }',
        [("E123", ("publication", "contents_levels", 1), "section, part, headline")],
    ),
    (
        '{ name = "刊" }',
        "{ contents_levels = [] }",
        [("E123", ("publication", "contents_levels"), "")],
    ),
    (
        '{ name = "刊" }',
        '{ printing = "{copy}份" }',
        [("E121", ("publication", "printing"), "{copies}")],
    ),
    ("number = 1", "number = 1\ncopies = 0", [("E118", ("copies",), "at least 1")]),
    (
        "number = 1",
        'number = 1\nsignatures = [{ label = "签发" }]',
        [("E112", ("signatures", 0, "text"), "missing")],
    ),
    # the house's profile
    (
        'name = "刊"',
        'profile = { masthead = { star = { size = "big" }, rule = { weight = 2 } } }',
        [
            ("E123", ("publication", "profile", "masthead", "star", "size"), '"none"'),
            ("E123", ("publication", "profile", "masthead", "rule", "weight"), '"none"'),
        ],
    ),
    (
        'name = "刊"',
        'profile = { masthead = { star = { size = "none" }, strar = 1 } }',
        [("E111", ("publication", "profile", "masthead", "strar"), '"star"')],
    ),
    (
        'name = "刊"',
        'profile = { contents = { leader = "dots", room = 1 } }',
        [
            ("E123", ("publication", "profile", "contents", "leader"), "middle, dot, none"),
            ("E118", ("publication", "profile", "contents", "room"), "at least"),
        ],
    ),
    (
        'name = "刊"',
        'profile = { text = { name = { colour = "red", size = "3" } } }',
        [
            ("E123", ("publication", "profile", "text", "name", "colour"), "FF0000"),
            ("E123", ("publication", "profile", "text", "name", "size"), "unit"),
        ],
    ),
    (
        'name = "刊"',
        'profile = { text = { nam = { size = "3号" } }, papr = 1 }',
        [
            ("E111", ("publication", "profile", "text", "nam"), '"name"'),
            ("E111", ("publication", "profile", "papr"), '"paper"'),
        ],
    ),
    (
        'name = "刊"',
        'profile = { folio = { place = "left", wording = "页" } }',
        [
            ("E123", ("publication", "profile", "folio", "place"), "outer, centre"),
            ("E123", ("publication", "profile", "folio", "wording"), "{page}"),
        ],
    ),
    (
        'name = "刊"',
        'profile = { text = { name = { face = "hie" } }, paper = { left = "100mm" } }',
        [
            ("E124", ("publication", "profile", "text", "name", "face"), "hei"),
            ("E124", ("publication", "profile", "paper", "left"), "type area"),
        ],
    ),
    (
        'name = "刊"',
        'profile = { grid = { lines = 60 }, paper = { area_width = "3号" } }',
        [
            ("E124", ("publication", "profile", "grid", "lines"), "make the type smaller"),
            ("E124", ("publication", "profile", "paper", "area_width"), "8 characters"),
        ],
    ),
    (
        'name = "刊"',
        'profile = { text = { body = { size = "22pt" } }, folio = { gap = "5cm", side = 40 } }',
        [
            ("E124", ("publication", "profile", "text", "body", "size"), "characters = 20"),
            ("E124", ("publication", "profile", "folio", "gap"), "page number"),
            ("E124", ("publication", "profile", "folio", "side"), "only 442.2 pt wide"),
        ],
    ),
    (
        'name = "刊"',
        'profile = { pictures = { space = "20cm" }, contents = { dot = "9pt" },'
        ' tables.outer.weight = "20pt", text.body.size = "900pt" }',
        [
            ("E118", ("publication", "profile", "text", "body", "size"), "900pt; it must be at"),
        ],
    ),
    (
        'name = "刊"',
        'profile = { pictures = { space = "20cm" }, contents = { dot = "9pt" },'
        ' tables.outer.weight = "20pt" }',
        [
            ("E124", ("publication", "profile", "pictures", "space"), 'make "space" smaller'),
            ("E124", ("publication", "profile", "contents", "dot"), "run into one another"),
            ("E124", ("publication", "profile", "tables", "outer", "weight"), "thinner"),
        ],
    ),
]


@pytest.mark.parametrize(("old", "new", "expected"), CASES, ids=lambda x: str(x)[:30])
@pytest.mark.parametrize("language", ["en", "zh"])
def test_each_fault_is_told_once_at_its_place(
    faults, good, write, monkeypatch, old, new, expected, language
):
    monkeypatch.setenv("BULLETIN_LANG", language)
    if expected is None:
        from bulletin_cli.reader import read

        assert read(write(good(old, new)))
        return
    found = faults(good(old, new))
    assert [fault[:2] for fault in found] == [fault[:2] for fault in expected]
    for (_code, _keys, message), (_, _, said) in zip(found, expected, strict=True):
        if language == "en":
            assert said in message
        else:
            assert any("一" <= char <= "鿿" for char in message)
            assert message.endswith(("。", "？"))
        assert "alid" not in message
        assert "ydantic" not in message


def test_the_number_line_asks_for_what_is_missing(faults, good):
    content = good('{ name = "刊" }', NUMBERING).replace("total = 2\n", "")
    assert [fault[:2] for fault in faults(content)] == [("E122", ("total",))]
    content = content.replace("number = 1\n", "")
    assert [fault[:2] for fault in faults(content)] == [
        ("E122", ("number",)),
        ("E122", ("total",)),
    ]


def test_all_faults_at_once_in_the_order_of_the_file(faults):
    content = """\
number = 0
publication = { ofice = "部", name = "" }
date = "x"
[[sections]]
title = "学"
[[sections.items]]
credit = 1
[[sections]]
note = "注"
"""
    assert [fault[:2] for fault in faults(content)] == [
        ("E118", ("number",)),
        ("E111", ("publication", "ofice")),
        ("E115", ("publication", "name")),
        ("E117", ("date",)),
        ("E112", ("sections", 0, "items", 0, "text")),
        ("E113", ("sections", 0, "items", 0, "credit")),
        ("E112", ("sections", 1, "title")),
    ]


def test_a_lone_surrogate_from_json(faults):
    content = '{"date": "2021-05-17", "publication": {"name": "\\ud800"}}'
    assert [fault[:2] for fault in faults(content, "issue.json")] == [
        ("E114", ("publication", "name"))
    ]


def test_null_from_json(faults):
    found = faults('{"date": null, "publication": null}', "issue.json")
    assert [fault[:2] for fault in found] == [("E117", ("date",)), ("E113", ("publication",))]
    assert "nothing (null)" in found[0][2]


def test_long_values_are_shown_cut(faults, good):
    [fault] = faults(good("number = 1", f'number = "{"一" * 1000}"'))
    assert len(fault[2]) < 120


def test_thousands_of_faults_are_told_up_to_a_limit(faults):
    content = "publication = {}\ndate = 2021-05-17\n" + "[[sections]]\n" * 5000
    assert len(faults(content)) == 1000
