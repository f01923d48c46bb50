"""Consistency (统一): one thing is written in one way throughout an issue."""

import re
from collections.abc import Iterator

from bulletin_cli.lint.index import DIGITS, HAN_DIGITS, Needs, side_by_side
from bulletin_cli.lint.pattern import Pattern
from bulletin_cli.lint.rule import PRINTED, PROSE, Bulletin, Finding, Passage, issue_rule
from bulletin_cli.messages import _

Hit = tuple[Passage, re.Match[str]]


def _hits(bulletin: Bulletin, pattern: Pattern, needs: Needs) -> list[Hit]:
    """What matches in all that is printed; every match holds one of ``needs``."""
    return [
        (passage, match)
        for passage in bulletin.holding(needs, PRINTED)
        for match in pattern.finditer(passage.text)
    ]


_SIGN = Needs("％")
_PERCENT = Pattern(r"(?<=[\d０-９])％")


@issue_rule("W301")
def percent_sign(bulletin: Bulletin) -> Iterator[Finding]:
    """The full-width percent sign stands in the text.

    用了全角百分号。

    What: % is half-width, as the figures before it.
    说明：百分号与数字一样用半角“%”。
    Why: GB/T 15835—2011 § 5.1.7: figures and what belongs to them are half-width.
    依据：GB/T 15835—2011 第5.1.7条，数字和附于数字的符号用半角。
    Wrong: 合格率由96.5％提高到98.2%。
    Right: 合格率由96.5%提高到98.2%。
    """
    for passage, match in _hits(bulletin, _PERCENT, _SIGN):
        message = _('"％" is full-width; write "%".')
        yield passage.finding(match.span(), message, "%", safe=True)


_OTHER = Needs(("其他", "其它"))
_THIS = Pattern("其他")
_THAT = Pattern("其它(?![人同党成职员领干])")


@issue_rule("W302", needs=("其它",), asks=lambda: _OTHER.pairs)
def other_things(bulletin: Bulletin) -> Iterator[Finding]:
    """其它 stands beside 其他 in one issue.

    同一期里“其他”“其它”混用。

    What: Official texts write 其他 throughout.
    说明：公文一般统一用“其他”；一期里两种写法并存时提示。
    Why: 现代汉语词典: 其它 is 其他, of things.
    依据：《现代汉语词典》“其它”同“其他”。
    Wrong: 其他单位参照执行，其它事项另行通知。
    Right: 其他单位参照执行，其他事项另行通知。
    """
    if _hits(bulletin, _THIS, _OTHER):
        for passage, match in _hits(bulletin, _THAT, _OTHER):
            message = _('"其它" here and "其他" elsewhere; write "其他".')
            yield passage.finding(match.span(), message, "其他", safe=True)


_UNITS = "名位家次天台套场批件条艘辆"
_FIGURES = Pattern(rf"(?<![\d.])2([{_UNITS}])")
_TWO = Pattern(rf"(?<![一二三四五六七八九十百千第])两([{_UNITS}])")
_MIXED = Pattern(
    "(?P<han>[一两三四五六七八九])(?P<unit>[名人台套辆])[，、](?<=[\u4e00-\u9fff]...)"
    r"(?<![第每另]...)[\u4e00-\u9fff]{1,6}\d+(?P=unit)(?=[，。；、]|$)"
)
_COUNTED = Needs((*side_by_side("2两", _UNITS), *side_by_side("一两三四五六七八九", "名人台套辆")))


@issue_rule("W303", asks=lambda: _COUNTED.pairs)
def two_in_two_ways(bulletin: Bulletin) -> Iterator[Finding]:
    """Two of a kind are 2名 here and 两名 there, in one item.

    同一篇里“2名”“两名”混用。

    What: Within an item the same unit is counted in one way; so are neighbours in a list.
    说明：同一篇稿件里，同一量词前“2”和“两”只用一种；并列的“主管一名，保安8名”也统一。
    Why: GB/T 15835—2011 § 4.3: the form once chosen is kept.
    依据：GB/T 15835—2011 第4.3条，同一场合数字形式前后一致。
    Wrong: 选派2名技术员和5名工人，其中两名是党员。
    Right: 选派2名技术员和5名工人，其中2名是党员。
    """
    items: dict[object, list[Passage]] = {}
    for passage in bulletin.holding(_COUNTED, PROSE):
        items.setdefault(passage.keys[:-1], []).append(passage)
    for passages in items.values():
        yield from _side_by_side(passages)
        figures = {match[1] for each in passages for match in _FIGURES.finditer(each.text)}
        for passage in passages:
            for match in _TWO.finditer(passage.text):
                if match[1] in figures:
                    message = _('"{found}" here and "{other}" elsewhere in the item; keep to one.')
                    said = message.format(found=match[0], other=f"2{match[1]}")
                    yield passage.finding((match.start(), match.start() + 1), said, "2")


def _side_by_side(passages: list[Passage]) -> Iterator[Finding]:
    """主管一名，保安8名: members of one list counted in two ways."""
    for passage in passages:
        for match in _MIXED.finditer(passage.text):
            figure = str("一两三四五六七八九".index(match["han"]) + 1)
            found = match["han"] + match["unit"]
            message = _('"{found}" beside a count in figures; write "{mended}".')
            said = message.format(found=found, mended=figure + match["unit"])
            yield passage.finding(match.span("han"), said, figure)


_NAMES = Needs(("党总支", "总支"))
_FULL_NAME = Pattern("([\u4e00-\u9fff]{2})党总支")
_SHORT_NAME = Pattern("([\u4e00-\u9fff]{2})总支(?![出付架撑队持])")


@issue_rule("W304", needs=("党总支",), asks=lambda: _NAMES.pairs)
def branch_in_two_ways(bulletin: Bulletin) -> Iterator[Finding]:
    """A branch is X党总支 here and X总支 there.

    同一个党总支前后写法不一。

    What: One name of one branch throughout an issue.
    说明：一期里同一个党总支，写全称就都写全称。
    Why: One thing has one name.
    依据：同一名称前后一致。
    Wrong: 检修党总支开展义务劳动。随后，检修总支召开座谈会。
    Right: 检修党总支开展义务劳动。随后，检修党总支召开座谈会。
    """
    named = {match[1] for _passage, match in _hits(bulletin, _FULL_NAME, _NAMES)}
    for passage, match in _hits(bulletin, _SHORT_NAME, _NAMES):
        if match[1] in named:
            message = _('"{found}" here and "{other}" elsewhere; keep to one.')
            other = f"{match[1]}党总支"
            said = message.format(found=match[0], other=other)
            yield passage.finding(match.span(), said, other)


_HAN_DATE = Pattern(
    "(?<![年历腊正闰])(?P<month>[一二三四五六七八九]|十[一二]?)月"
    "(?P<day>三十一?|[一二]?十[一二三四五六七八九]?|[一二三四五六七八九])日"
)
_DATE = Pattern(r"\d月\d{1,2}日")
_HAN_MONTH = side_by_side(HAN_DIGITS, "月")
_MONTH = Needs(side_by_side(f"{DIGITS}{HAN_DIGITS}", "月"))


@issue_rule("W305", needs=_HAN_MONTH, asks=lambda: _MONTH.pairs)
def date_in_two_ways(bulletin: Bulletin) -> Iterator[Finding]:
    """A date in Chinese numerals stands beside dates in figures.

    同一期里日期有的用汉字、有的用阿拉伯数字。

    What: Running text writes 5月13日 throughout. Dates of the lunar calendar and full dates with
      their year are left alone.
    说明：正文的公历日期统一用阿拉伯数字；农历日期和带年份的汉字日期不管。
    Why: GB/T 15835—2011 § 5.1.4.
    依据：GB/T 15835—2011 第5.1.4条。
    Wrong: 5月13日召开动员会，五月二十日启动检修。
    Right: 5月13日召开动员会，5月20日启动检修。
    """
    if not _hits(bulletin, _DATE, _MONTH):
        return
    for passage, match in _hits(bulletin, _HAN_DATE, _MONTH):
        if passage.kind in PROSE:
            mended = f"{_figure(match['month'])}月{_figure(match['day'])}日"
            message = _('"{found}" here and dates in figures elsewhere; write "{mended}".')
            said = message.format(found=match[0], mended=mended)
            yield passage.finding(match.span(), said, mended)


def _figure(han: str) -> int:
    """1 to 31."""
    tens, ten, units = han.rpartition("十")
    value = " 一二三四五六七八九".index(units) if units else 0
    return value + (10 * (" 一二三".index(tens) if tens else 1) if ten else 0)
