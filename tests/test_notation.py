"""The notation: what it says, what it leaves alone, and that no text takes it long."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from bulletin_cli.notation import Mark, Piece, Written, Wrong, escaped, parse

PLAIN = (
    "* _ [ ] # { } 【】 ［］ {a} {粗} 都是原样",
    "**不是重点** __也不是__ [链接](https://example.com) # 标题",
    "f(x) = {x | x > 0}，{{a}}，{换 行}，{1.}",
    "{一、}在中间不算{二、}。",
    "{链接：见附件} {上标：2} {粗 ：x}",
    "集合{1，2，3}｜{4}",
)
STRONG, EMPHASIS, LINK = Mark.STRONG, Mark.EMPHASIS, "https://example.com"


def said(written: Written) -> list[tuple[object, ...]]:
    """Each piece, and all that is said of it."""
    return [
        (p.text, *(each for each in (p.face, p.raised, p.link) if each)) for p in written.pieces
    ]


def shown(written: Written) -> list[tuple[str, str]]:
    """Each fault, and the characters that it points at."""
    return [(fault.wrong, written.source[slice(*fault.span)]) for fault in written.faults]


@pytest.mark.parametrize("text", [f"甲{text}" for text in PLAIN])
def test_plain_text_stays_itself(text: str) -> None:
    assert parse(text).pieces == (Piece(text, 0),)
    assert parse(text).faults == ()


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("讲{粗：安全}话", [("讲",), ("安全", STRONG), ("话",)]),
        ("{楷:人民日报}", [("人民日报", EMPHASIS)]),
        ("m{上：3}以下", [("m",), ("3", True), ("以下",)]),
        ("春风{换行}又绿", [("春风",), ("\n",), ("又绿",)]),
        ("{链：网站｜https://example.com}", [("网站", LINK)]),
        ("{链：网站| https://example.com }", [("网站", LINK)]),
        ("{链：写｜给我|MAILTO:a@b.cn}", [("写", "MAILTO:a@b.cn"), ("｜给我", "MAILTO:a@b.cn")]),
        ("{链：甲｜https://中国.cn:81/}", [("甲", "https://xn--fiqs8s.cn:81/")]),
        (
            "{链：甲｜mailto:a@b.cn?subject=简报}",
            [("甲", "mailto:a@b.cn?subject=%E7%AE%80%E6%8A%A5")],
        ),
        ("{链：甲｜http://a.cn/?x=1|2}", [("甲", "http://a.cn/?x=1%7C2")]),
        ("{链：甲｜http://a.cn/简报}", [("甲", "http://a.cn/%E7%AE%80%E6%8A%A5")]),
        (
            "{链：看{粗：这}里｜https://example.com}",
            [("看", LINK), ("这", STRONG, LINK), ("里", LINK)],
        ),
        ("{粗：甲{上：2}乙}", [("甲", STRONG), ("2", STRONG, True), ("乙", STRONG)]),
        ("{粗：甲{换行}乙}", [("甲", STRONG), ("\n", STRONG), ("乙", STRONG)]),
        ("{粗：集{合}的}尾}", [("集{合}的", STRONG), ("尾}",)]),
        ("{{粗：甲}", [("{",), ("粗：甲}",)]),
        ("{{{换行}", [("{{",), ("换行}",)]),
        ("{粗：写{{楷：x}}了", [("写{", STRONG), ("楷：x}", STRONG), ("了",)]),
    ],
)
def test_what_is_said(text: str, expected: list[tuple[object, ...]]) -> None:
    assert said(parse(text)) == expected
    assert parse(text).faults == ()


@pytest.mark.parametrize(
    ("text", "level", "rest"),
    [
        ("{一、}加强学习", 1, "加强学习"),
        ("{十一、} 加强学习", 1, "加强学习"),
        ("{（一）}加强学习", 2, "加强学习"),
        ("{(二)}加强学习", 2, "加强学习"),
        ("{1.}加强学习", 3, "加强学习"),
        ("{（12）}{粗：加强}学习", 4, "加强学习"),
        ("{{一、}加强学习", 0, "{一、}加强学习"),
        ("一、加强学习", 0, "一、加强学习"),
        ("{甲、}加强学习", 0, "{甲、}加强学习"),
    ],
)
def test_levels_begin_a_paragraph(text: str, level: int, rest: str) -> None:
    assert (parse(text).level, parse(text).text) == (level, rest)
    assert parse(text, levels=False).level == 0


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("甲{粗：乙", [(Wrong.UNCLOSED, "{粗：")]),
        ("甲{粗：乙{b}", [(Wrong.UNCLOSED, "{粗：")]),
        ("甲{链：乙", [(Wrong.UNCLOSED, "{链：")]),
        ("甲{楷：}乙", [(Wrong.EMPTY, "{楷：}")]),
        ("甲{楷：  }乙", [(Wrong.EMPTY, "{楷：  }")]),
        ("{一、}", [(Wrong.EMPTY, "{一、}")]),
        ("{链：｜https://example.com}", [(Wrong.EMPTY, "{链：｜https://example.com}")]),
        ("{链：甲}", [(Wrong.NO_ADDRESS, "{链：甲}")]),
        ("{链：甲｜ }", [(Wrong.NO_ADDRESS, "{链：甲｜ }")]),
        ("{链：甲｜javascript:alert(1)}", [(Wrong.SCHEME, "javascript:alert(1)")]),
        ("{链：甲｜ file:///etc/passwd}", [(Wrong.SCHEME, "file:///etc/passwd")]),
        ("{链：甲｜example.com}", [(Wrong.SCHEME, "example.com")]),
        ("{链：甲｜https://a b}", [(Wrong.ADDRESS, "https://a b")]),
        ("{链：甲｜https:/a}", [(Wrong.ADDRESS, "https:/a")]),
        ("{链：甲｜https://a.cn:x/}", [(Wrong.ADDRESS, "https://a.cn:x/")]),
        ("{链：甲｜https://a@b.cn/}", [(Wrong.ADDRESS, "https://a@b.cn/")]),
        ("{链：甲｜https://-a.cn}", [(Wrong.ADDRESS, "https://-a.cn")]),
        ("{链：甲｜https://a..cn}", [(Wrong.ADDRESS, "https://a..cn")]),
        ("{链：甲｜mailto:a}", [(Wrong.ADDRESS, "mailto:a")]),
        ("{粗：{楷：{上：甲}}}", [(Wrong.NESTED, "{上：")]),
        ("{链：{链：甲｜http://a.cn}｜http://b.cn}", [(Wrong.NESTED, "{链：")]),
        ("{粗：}{楷：", [(Wrong.EMPTY, "{粗：}"), (Wrong.UNCLOSED, "{楷：")]),
    ],
)
def test_what_is_wrong_is_shown(text: str, expected: list[tuple[str, str]]) -> None:
    assert shown(parse(text)) == expected


WORDS = (
    "{粗：",
    "{楷:",
    "{上：",
    "{链：",
    "{换行}",
    "{一、}",
    "{（1）}",
    "{",
    "}",
    "｜",
    "|",
    "https://a.cn",
)
TEXTS = st.lists(st.sampled_from(WORDS) | st.text(max_size=4), max_size=12).map("".join)


@given(TEXTS)
@example("{{一、}{粗：")
def test_a_literal_comes_back(text: str) -> None:
    written = parse(escaped(text))
    assert (written.text, written.level, written.faults) == (text, 0, ())


@given(st.text())
def test_text_without_the_words_is_unchanged(text: str) -> None:
    if not any(word in text for word in ("{粗", "{楷", "{上", "{链", "{换行}")) and text[:1] != "{":
        assert parse(text).pieces == ((Piece(text, 0),) if text else ())


@given(TEXTS)
def test_every_printed_character_is_at_its_place(text: str) -> None:
    written = parse(text)
    at = written.at
    assert len(at) == len(written.text) + 1
    assert at[:-1] == sorted(set(at[:-1]))
    for char, place in zip(written.text, at, strict=False):
        assert char == text[place] or (char, text[place : place + 4]) == ("\n", "{换行}")
    for fault in written.faults:
        assert 0 <= fault.span[0] < fault.span[1] <= len(text)


@pytest.mark.parametrize("unit", ["{", "{粗：", "{链：a|", "{a", "{粗：a}", "{{换行}"])
def test_a_long_text_is_gone_through_once(unit: str) -> None:
    """Were any character looked at again for each that follows, this would take hours."""
    text = unit * (400_000 // len(unit))
    for whole in (f"{{链：{text}", text + "}" * 100_000):
        written = parse(whole)
        assert len(written.at) == len(written.text) + 1
