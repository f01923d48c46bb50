"""Where a line may end: the marks and words of GB/T 15834 and of Word's Chinese sets."""

import pytest

from bulletin_cli.characters import NEVER_FIRST, NEVER_LAST
from bulletin_cli.layout.breaking import Break, may_break, opportunities, solid


def pieces(text: str) -> list[str]:
    """A text parted at every free opportunity."""
    result, start = [], 0
    for index, place in enumerate(opportunities(text), 1):
        if place is Break.ALLOWED:
            result.append(text[start:index])
            start = index
    return result


@pytest.mark.parametrize("mark", sorted(NEVER_FIRST))
def test_never_first(mark: str) -> None:
    assert may_break("学", mark) is Break.NEED


@pytest.mark.parametrize("mark", sorted(NEVER_LAST))
def test_never_last(mark: str) -> None:
    assert may_break(mark, "学") is Break.NEED


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("学习", ["学", "习"]),
        ("传家宝——群众", ["传", "家", "宝——", "群", "众"]),
        ("等等……后来", ["等", "等……", "后", "来"]),
        ("产量14586.42吨", ["产", "量", "14586.42", "吨"]),
        ("提高1,234.5%左右", ["提", "高", "1,234.5%", "左", "右"]),
        ("电流180kA以上", ["电", "流", "180kA", "以", "上"]),
        ("降到-5℃后", ["降", "到-5℃", "后"]),
        ("为+3.2%的", ["为", "+3.2%", "的"]),
        ("（+3.2%）", ["（+3.2%）"]),
        ("邮箱：gfdqb1@chalco.com.cn。", ["邮", "箱：", "gfdqb1@chalco.com.cn。"]),
        ("见https://a.cn/b-c?d=1&e=2处", ["见", "https://a.cn/b-c?d=1&e=2", "处"]),
        ("5月11日-5月14日", ["5", "月", "11", "日-5", "月", "14", "日"]),
        ("他说：“好。”她", ["他", "说：", "“好。”", "她"]),
        ("（《〈甲〉》）", ["（《〈甲〉》）"]),
        ("中铝 王利梅", ["中", "铝 ", "王", "利", "梅"]),
        ("GB/T 9704—2012", ["GB/T ", "9704—", "2012"]),
        ("学·习之路", ["学·", "习", "之", "路"]),
        ("葛\ufe00城", ["葛\ufe00", "城"]),
        ("é\u0301b", ["é\u0301b"]),
        ("王\u00a0某某", ["王\u00a0某", "某"]),
        ("", []),
    ],
)
def test_pieces(text: str, expected: list[str]) -> None:
    assert pieces(text) == expected


def test_an_address_has_joints_for_need() -> None:
    places = opportunities("a.b@c")
    assert [place.name for place in places] == [
        "NEED",
        "WORD_JOINT",
        "NEED",
        "WORD_JOINT",
        "ALLOWED",
    ]


def test_what_is_drawn_together_never_parts() -> None:
    assert opportunities("A\u0301B")[0] is Break.NEVER


def test_solid_holds_words_dashes_and_figures_together() -> None:
    text = "宝——3.5后"
    assert solid(text, opportunities(text)) == [False, True, False, True, True, False, False]
