"""Sequence (序次): numbers of headings and points follow one another."""

from collections.abc import Iterator

from bulletin_cli.diagnostics import KeyPath
from bulletin_cli.lint.index import DIGITS, HAN_DIGITS, side_by_side
from bulletin_cli.lint.pattern import Match, Pattern
from bulletin_cli.lint.rule import PROSE, Bulletin, Finding, Passage, issue_rule, rule
from bulletin_cli.messages import _

_HAN = {han: number for number, han in enumerate("一二三四五六七八九十", 1)}
_LEVELS = (
    (HAN_DIGITS, Pattern(r"([一二三四五六七八九十]{1,3})[、.．](?![一二三四五六七八九十])")),
    ("（", Pattern(r"（([一二三四五六七八九十]{1,3})）")),
    (DIGITS, Pattern(r"(\d{1,2})[.．、](?!\d)")),
    ("（(", Pattern(r"[（(](\d{1,2})[）)]")),
)
_BEGUN = (
    *side_by_side(side_by_side("\n", HAN_DIGITS), f"、.．{HAN_DIGITS}"),
    *side_by_side(side_by_side("\n", DIGITS), f"、.．{DIGITS}"),
    *side_by_side(side_by_side("\n", "（("), f"{HAN_DIGITS}{DIGITS}"),
)


def _number(text: str) -> int:
    """1 to 99, in figures or characters."""
    if text.isdigit():
        return int(text)
    if "十" not in text:
        return _HAN.get(text, 0) if len(text) == 1 else 0
    tens, _ten, units = text.partition("十")
    return _HAN.get(tens, 1) * 10 + _HAN.get(units, 0)


def _items(bulletin: Bulletin) -> Iterator[list[Passage]]:
    """The paragraphs of each item."""
    items: dict[KeyPath, list[Passage]] = {}
    for passage in bulletin.passages:
        if passage.kind in PROSE:
            items.setdefault(passage.keys[:-1], []).append(passage)
    yield from items.values()


@issue_rule("T201", needs=_BEGUN)
def numbering_broken(bulletin: Bulletin) -> Iterator[Finding]:
    """The numbers of headings do not follow one another.

    层次序号不连续。

    What: At the beginnings of paragraphs within an item 一、 （一） 1. （1） count on by one, and
      begin with one under each heading above them.
    说明：一篇稿件里，段首的“一、”“（一）”“1.”“（1）”逐一递增，换上一级标题后从一开始。
    Why: GB/T 9704—2012 § 7.3.3.
    依据：GB/T 9704—2012 第7.3.3条。
    Wrong: 一、加强学习。…… 三、抓好落实。
    Right: 一、加强学习。…… 二、抓好落实。
    """
    for passages in _items(bulletin):
        last: dict[int, int] = {}
        for passage in passages:
            level, match = _heading(passage.text)
            if match is None:
                continue
            number, expected = _number(match[1]), last.get(level, 0) + 1
            if number not in {1, expected} and last.get(level):
                message = _('"{found}" does not follow; the number before it is {last}.')
                said = message.format(found=match[0], last=expected - 1)
                yield passage.finding(match.span(), said)
            elif number == 1 and last.get(level) == 1:
                message = _('"{found}" stands for the second time in a row.')
                yield passage.finding(match.span(), message.format(found=match[0]))
                number = expected
            last = {key: value for key, value in last.items() if key < level} | {level: number}


def _heading(text: str) -> tuple[int, Match | None]:
    for level, (first, pattern) in enumerate(_LEVELS):
        match = pattern.match(text) if text[:1] in first else None
        if match:
            return level, match
    return -1, None


@issue_rule("T202", needs=_BEGUN)
def level_skipped(bulletin: Bulletin) -> Iterator[Finding]:
    """A level of numbering is skipped, or stands above its own.

    层次序号越级或倒置。

    What: The order is 一、 （一） 1. （1）; with two levels 1. may follow 一、. Nothing else is
      left out, and （一） never stands under 1.
    说明：层次依次为“一、”“（一）”“1.”“（1）”；只有两层时“一、”下可以用“1.”；
      其余不越级，“1.”下不用“（一）”。
    Why: GB/T 9704—2012 § 7.3.3.
    依据：GB/T 9704—2012 第7.3.3条。
    Wrong: 一、加强学习。…… （1）制定计划。
    Right: 一、加强学习。…… （一）制定计划。
    """
    for passages in _items(bulletin):
        used: list[int] = []
        for passage in passages:
            level, match = _heading(passage.text)
            if match is None:
                continue
            above = [other for other in used if other < level]
            skipped = above and level - max(above) > 1 and (max(above), level) != (0, 2)
            if level not in used and (skipped or (level == 1 and used[:1] == [2])):
                message = _('"{found}" is not the next level; the order is 一、 （一） 1. （1）.')
                yield passage.finding(match.span(), message.format(found=match[0]))
            used.append(level)


_POINT = Pattern(
    r"(?:^|(?<=[。；：，！])|(?<=[。；：]“))([一二三四五六七八九十])(?P<form>是|要|抓|(?=、(?![一二三四五六七八九十])))(?![个些般样定旦])"
)
_ORDINAL = Pattern(
    r"(?:^|(?<=[。；：！]))第([一二三四五六七八九十])(?P<form>)(?=[，,、])",
    "|".join(side_by_side(side_by_side("第", HAN_DIGITS), "，,、")),
)


@rule("T203", PROSE, needs=(*side_by_side(HAN_DIGITS, "是要抓、"), *side_by_side("第", HAN_DIGITS)))
def points_broken(passage: Passage) -> Iterator[Finding]:
    """一是…… 二是…… 四是…… leaves one out, or counts one twice.

    “一是……二是……四是……”漏了或重了。

    What: Within a paragraph 一是, 二是 and 一要, 二要 and 第一， 第二， count on by one.
    说明：一段里的“一是”“二是”，“一要”“二要”，“第一，”“第二，”逐一递增。
    Why: What is announced by number is counted.
    依据：列举的序次前后相接。
    Wrong: 一是思想认识到位；二是组织领导到位；四是责任落实到位。
    Right: 一是思想认识到位；二是组织领导到位；三是责任落实到位。
    """
    for pattern in (_POINT, _ORDINAL):
        last: dict[str, int] = {}
        for match in pattern.finditer(passage.text):
            number, form = _HAN[match[1]], match["form"]
            before = last.get(form, 0)
            if number != 1 and before and number != before + 1:
                message = _('"{found}" does not follow; the number before it is {last}.')
                said = message.format(found=match[0], last=before)
                yield passage.finding(match.span(), said)
            last[form] = number
