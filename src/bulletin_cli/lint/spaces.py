"""Spaces (空格): official prose has them in few places only."""

import re
from collections.abc import Iterator
from itertools import chain

from bulletin_cli.lint.edges import CREDIT
from bulletin_cli.lint.index import side_by_side
from bulletin_cli.lint.marks import HAN
from bulletin_cli.lint.pattern import Choice, Match, Pattern
from bulletin_cli.lint.rule import PRINTED, PROSE, Finding, Kind, Passage, rule
from bulletin_cli.messages import _

_SPACE = " \u00a0\u3000"
_AFTER = "，。、；：！？“‘（《〈【〔"
_BEFORE = "，。、；：！？”’）》〉】〕,.;:?!"
_OPENED = side_by_side(_AFTER, _SPACE)
_ENDED = side_by_side(_SPACE, _BEFORE)
_TO_OPEN = side_by_side(_SPACE, "“‘《（")
_CLOSED = side_by_side("”’》）", _SPACE)
_BY_MARK = Choice(
    Pattern(rf"(?<=[{_AFTER}])[{_SPACE}]+", "|".join(_OPENED)),
    Pattern(rf"(?<=[{HAN}\d%％”’）》])[{_SPACE}]+(?=[{_BEFORE}])", "|".join(_ENDED)),
    Pattern(rf"(?<=[{HAN}])[{_SPACE}]+(?=[“‘《（])", "|".join(_TO_OPEN)),
    Pattern(rf"(?<=[”’》）])[{_SPACE}]+(?=[{HAN}\dA-Za-z“《])", "|".join(_CLOSED)),
)


_FAR = 200


def _within(text: str, at: int, opening: str, closing: str) -> bool:
    """Whether a position stands between an opening and its closing mark."""
    begin = max(0, at - _FAR)
    return text.rfind(opening, begin, at) > text.rfind(closing, begin, at)


@rule("B101", PROSE | {Kind.TITLE}, needs=(*_OPENED, *_ENDED, *_TO_OPEN, *_CLOSED))
def space_by_mark(passage: Passage) -> Iterator[Finding]:
    """A space stands beside a mark.

    标点旁有空格。

    What: Full-width marks bring their own room. The space that parts two lines of a headline,
      within 《》 or “”, is left alone.
    说明：全角标点自带空隙，前后不加空格；书名号、引号内分隔上下句标题的空格不管。
    Why: GB/T 15834—2011 § 5.1.
    依据：GB/T 15834—2011 第5.1条。
    Wrong: 习近平总书记 “心系群众”的品质。
    Right: 习近平总书记“心系群众”的品质。
    """
    text, caption = passage.text, _caption(passage.text)
    for match in _BY_MARK.finditer(text):
        start, end = match.span()
        between = text[start - 1] in "”》）" and text[end : end + 1] not in set(_BEFORE)
        outer = start - (text[start - 1] in "”’")
        if between or text[end : end + 1] in set("“《"):
            if _within(text, outer, "《", "》") or _within(text, start, "“", "”"):
                continue
            if passage.kind is Kind.TITLE:
                continue
        if between and re.search("[讯电]（[^（）]{0,30}）$", text[max(0, start - 40) : start]):
            continue  # 本报讯（记者某某） 4月30日
        if between and caption and not text[end : end + 1].isdigit():
            continue
        yield passage.finding(
            (start, end), _("A space stands beside a mark; remove it."), "", safe=True
        )


def _caption(text: str) -> bool:
    """Whether a paragraph is a headline or a line of names, where spaces part what is listed."""
    return "。" not in text and "，" not in text


_WORDS = Pattern(rf"(?<=[{HAN}]{{2}})[{_SPACE}]+(?=[{HAN}]{{2}})")
_SURNAMES = frozenset(
    "王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余"
    "潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文"
)


@rule("B102", PROSE, needs=tuple(_SPACE))
def space_between_words(passage: Passage) -> Iterator[Finding]:
    """A space stands between two Chinese words in a sentence.

    句中汉字之间有空格。

    What: Chinese is written without spaces. Names in a row, a headline in 《》 or “”, a credit and
      short lines are left alone.
    说明：汉字之间不加空格。人名排列、书名号或引号内的标题、署名和短行不管。
    Why: GB/T 9704—2012 sets the text solid.
    依据：公文正文连续排印，见GB/T 9704—2012第7.3.3条。
    Wrong: 公司党委组织 党员干部参加义务劳动，清理了厂区杂物。
    Right: 公司党委组织党员干部参加义务劳动，清理了厂区杂物。
    """
    text = passage.text
    if _caption(text):
        return
    found = list(_WORDS.finditer(text))
    for index, match in enumerate(found):
        start, end = match.span()
        near = [other for other in found[max(0, index - 1) : index + 2] if other is not match]
        if any(_same_clause(text, match, other) for other in near):
            continue
        if any(_within(text, start, *pair) for pair in ("《》", "“”", "（）", "【】", "‘’")):
            continue
        if text[start - 1] in _SURNAMES:
            continue  # 张 三
        if text[end] in _SURNAMES and re.match(rf"[{HAN}]{{2,3}}(?:[，。、；）]|$)", text[end:]):
            continue
        message = _("A space stands between Chinese words; remove it.")
        yield passage.finding((start, end), message, "")


def _same_clause(text: str, one: Match, other: Match) -> bool:
    first, second = sorted((one, other), key=re.Match.start)
    return not re.search("[，。、；：！？“”《》（）]", text[first.end() : second.start()])


_FIGURE = Pattern(
    rf"(?<=[{HAN}])[ \u00a0]+(?=[\dA-Za-z])|(?<=[\dA-Za-z%％℃])[ \u00a0]+(?=[{HAN}“《（])"
)
_JOINED = 8
_NUMBERED = 6
_LINE_NUMBER = Pattern(r"(?:[\d.．]+|[（(]?\d+[)）]?)[ \u00a0]")


@rule("B103", PROSE | {Kind.TITLE, Kind.FOOT}, needs=(" ", "\u00a0"))
def space_by_figure(passage: Passage) -> Iterator[Finding]:
    """A space stands between Chinese and a figure or a Latin word.

    汉字与数字、字母之间有空格。

    What: Official texts write 投资100余万元; the layout makes the room. Spaces close to one another
      are told together. The space after a number that begins a line is left alone.
    说明：公文写作“投资100余万元”，间隙由排版处理，不打空格。相邻几处合报一次，行首编号后的空格不管。
    Why: GB/T 9704—2012 and the practice of official texts.
    依据：GB/T 9704—2012的公文用字习惯。
    Wrong: 投资 100 余万元改造食堂。
    Right: 投资100余万元改造食堂。
    """
    text = passage.text
    group: list[tuple[int, int]] = []
    for match in _FIGURE.finditer(text):
        if match.start() < _NUMBERED and _LINE_NUMBER.match(text):
            continue
        if group and match.start() - group[-1][1] > _JOINED:
            yield _spaces(passage, group)
            group = []
        group.append(match.span())
    if group:
        yield _spaces(passage, group)


def _spaces(passage: Passage, group: list[tuple[int, int]]) -> Finding:
    start, end = group[0][0], group[-1][1]
    mended = re.sub("[ \u00a0]", "", passage.text[start:end])
    message = _("A space stands between Chinese and a figure or Latin word; remove it.")
    return passage.finding((start, end), message, mended, safe=True)


_DOUBLE = Pattern(rf"(?<=[{HAN}“”·]{{2}})[{_SPACE}]{{2,}}(?=[{HAN}])")


_ALONE = Pattern(rf"[{HAN}](?:[{_SPACE}）]|$)")


_AT_EDGE_OR_TWO = (*side_by_side(f"\n{_SPACE}", _SPACE), *side_by_side(_SPACE, "\n"))


@rule("B104", frozenset({Kind.CREDIT, Kind.NOTE, Kind.TITLE, Kind.TEXT}), needs=_AT_EDGE_OR_TWO)
def space_in_credit(passage: Passage) -> Iterator[Finding]:
    """A credit or heading begins or ends with a space, or holds two in a row.

    署名、标题首尾有空格，或连打了空格。

    What: One space parts unit and name; none stands inside the brackets. A name of two characters
      padded to three is left alone.
    说明：单位和姓名之间空一格，括号内首尾不空；两字姓名中间的空格不管。
    Why: The layout sets credit and brackets; a stray space moves them.
    依据：署名和括号由排版处理，多余的空格会使其移位。
    Wrong: 山西新材料  高旭
    Right: 山西新材料 高旭
    """
    text = passage.text
    first, last = len(text) - len(text.lstrip(_SPACE)), len(text.rstrip(_SPACE))
    for edge in ((0, first), (max(first, last), len(text))):
        if edge[0] < edge[1]:
            message = _("A space stands at the edge; remove it.")
            yield passage.finding(edge, message, "", safe=True)
    credit = CREDIT.search(text) if passage.kind is Kind.TEXT else None
    if passage.kind is Kind.TEXT and not credit:
        return
    for match in _DOUBLE.finditer(text, credit.start() if credit else 0):
        alone = _ALONE.match(text[match.end() :])
        if not (alone and match[0] == "\u3000"):
            message = _("More than one space; keep one.")
            yield passage.finding(match.span(), message, " ", safe=True)


_IN_BRACKETS = Pattern(rf"(?<=[（])[{_SPACE}]+|[{_SPACE}]+(?=[）])")


@rule("B105", frozenset({Kind.CREDIT, Kind.TITLE, Kind.NOTE}), needs=("（",))
def space_in_brackets(passage: Passage) -> Iterator[Finding]:
    """A space stands inside a bracket.

    括号内首尾有空格。

    What: Nothing stands between a bracket and what it holds.
    说明：括号与括号内的文字之间不空格。
    Why: GB/T 15834—2011 § 5.1.
    依据：GB/T 15834—2011 第5.1条。
    Wrong: （山西新材料 ）
    Right: （山西新材料）
    """
    for match in _IN_BRACKETS.finditer(passage.text):
        message = _("A space stands inside the bracket; remove it.")
        yield passage.finding(match.span(), message, "", safe=True)


_CODES = (range(0xAD, 0xAE), range(0x200B, 0x2010), range(0x202A, 0x202F), range(0x2060, 0x206A))
_UNSEEN = tuple(map(chr, chain(*_CODES, (0xFEFF, 0xFFF9, 0xFFFA, 0xFFFB))))
_INVISIBLE = Pattern(f"[{''.join(_UNSEEN)}]+")


@rule("B106", PRINTED | {Kind.WORDING}, needs=_UNSEEN)
def invisible_character(passage: Passage) -> Iterator[Finding]:
    """An invisible character stands in the text.

    文中有看不见的字符。

    What: Zero-width spaces, soft hyphens and marks of writing direction come with text copied from
      web pages; they break searching, and may turn text around.
    说明：从网页复制的文字常带零宽空格、软连字符、书写方向控制符，妨碍检索，还可能把文字倒过来。
    Why: Unicode Standard Annex #9; such characters have no place in Chinese prose.
    依据：Unicode附件9；中文正文不需要这类字符。
    Wrong: 会议\u200b强调要抓好落实。
    Right: 会议强调要抓好落实。
    """
    for match in _INVISIBLE.finditer(passage.text):
        code = f"U+{ord(match[0][0]):04X}"
        message = _("An invisible character ({code}) stands here; remove it.").format(code=code)
        yield passage.finding(match.span(), message, "", safe=True)
