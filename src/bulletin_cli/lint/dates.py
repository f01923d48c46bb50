"""Dates (日期): years in full, nothing padded, days that exist."""

import datetime
import re
from collections.abc import Iterator

from bulletin_cli.diagnostics import Severity
from bulletin_cli.lint.index import DIGITS, Needs, side_by_side
from bulletin_cli.lint.pattern import Pattern
from bulletin_cli.lint.rule import (
    PRINTED,
    PROSE,
    Bulletin,
    Finding,
    Kind,
    Passage,
    issue_rule,
    rule,
)
from bulletin_cli.messages import _

_SHORT = Pattern(
    r"(?<![\d.第—～~\-])['’‘]?(?P<year>\d{2})年(?=(?:1[0-2]|0?[1-9])月(?!龄)|度|底(?!线)|(?:上|下)半年)"
)


@rule("N201", PRINTED, needs=side_by_side(DIGITS, "年"))
def short_year(passage: Passage) -> Iterator[Finding]:
    """A year is written with two figures.

    年份简写。

    What: A year of the calendar has four figures. 从事本职工作21年 counts years and is left alone.
    说明：公历年份写四位数字；“工作21年”是年数，不管。
    Why: GB/T 15835—2011 § 5.1.4; GB/T 9704—2012 § 7.3.5.4.
    依据：GB/T 15835—2011 第5.1.4条；GB/T 9704—2012 第7.3.5.4条。
    Wrong: 21年3月，公司启动技术改造。
    Right: 2021年3月，公司启动技术改造。
    """
    for match in _SHORT.finditer(passage.text):
        mended = f"20{match['year']}年"
        message = _('"{found}" is short for a year; write "{mended}".')
        said = message.format(found=match[0], mended=mended)
        yield passage.finding(match.span(), said, mended)


_MONTHS = tuple(f"{month}月" for month in range(1, 10))
_PADDED = Pattern(
    r"(?<![\d.\-/:：])0(?=[1-9]月(?:\d|[份底初末中上下，。、；）—～至到]|$))"
    r"|(?<=月)0(?=[1-9]日)|(?<=第)0+(?=[1-9]\d*[期号次届])"
)


@rule("N202", PRINTED | {Kind.WORDING}, needs=("月0", "第0", *side_by_side("0", _MONTHS)))
def padded_figure(passage: Passage) -> Iterator[Finding]:
    """A month, day or number of an issue is padded with a zero.

    月、日、期号前补了零。

    What: Official texts write 5月8日 and 第9期.
    说明：公文写“5月8日”“第9期”，月、日、期号不编虚位。
    Why: GB/T 9704—2012 § 7.3.5.4, § 7.2.5.
    依据：GB/T 9704—2012 第7.3.5.4条、第7.2.5条，不编虚位。
    Wrong: 2021年05月08日召开会议。
    Right: 2021年5月8日召开会议。
    """
    for match in _PADDED.finditer(passage.text):
        message = _('No "0" stands before the figure; remove it.')
        yield passage.finding(match.span(), message, "", safe=True)


_HAN_FIGURES = "〇零一二三四五六七八九0０Oo○◯"
_HAN_YEAR = Pattern(rf"(?<![一-鿿])(?:一九|二[〇零0０Oo○◯])[{_HAN_FIGURES}]{{2}}(?=年)")


@rule("N203", PRINTED, needs=("一九", *side_by_side("二", "〇零0０Oo○◯")))
def zero_in_han_year(passage: Passage) -> Iterator[Finding]:
    """The zero of a year in Chinese numerals is not 〇.

    汉字年份里的零不是“〇”。

    What: A year in Chinese numerals has 〇, not 零, a letter O or a figure.
    说明：汉字数字写年份，零写作“〇”，不用“零”、字母O或数字0。
    Why: GB/T 15835—2011 § 5.2.5.
    依据：GB/T 15835—2011 第5.2.5条。
    Wrong: 二零二一年五月十七日
    Right: 二〇二一年五月十七日
    """
    for match in _HAN_YEAR.finditer(passage.text):
        mended = re.sub("[零0０Oo○◯]", "〇", match[0])
        if mended != match[0]:
            message = _('"{found}": write "{mended}".').format(found=match[0], mended=mended)
            yield passage.finding(match.span(), message, mended, safe=True)


_MONTH = Needs(side_by_side(DIGITS, "月"))
_DAY = Pattern(
    r"(?<![\d.])(?:(?P<year>\d{4})年)?(?P<month>\d{1,2})月(?:(?P<day>\d{1,2})日|(?=[份底初末中上下，。]))"
)


@issue_rule("N204", Severity.ERROR, asks=lambda: _MONTH.pairs)
def day_that_is_not(bulletin: Bulletin) -> Iterator[Finding]:
    """A date names a day that the calendar does not have.

    日期不存在。

    What: 2月30日, 4月31日, 13月; 2月29日 where the year is no leap year.
    说明：2月30日、4月31日、13月之类；写明年份的还查闰年。
    Why: The calendar.
    依据：公历。
    Wrong: 会议定于2月30日召开。
    Right: 会议定于2月28日召开。
    """
    for passage in bulletin.holding(_MONTH, frozenset(Kind)):
        for match in _DAY.finditer(passage.text):
            month, day = int(match["month"]), int(match["day"] or 1)
            unknown = not (match["day"] or match["year"])  # 13月 alone may count months
            if not unknown and _date(int(match["year"] or 2000), month, day) is None:
                message = _('There is no "{found}" in the calendar; correct it.')
                yield passage.finding(match.span(), message.format(found=match[0]))


def _date(year: int, month: int, day: int) -> datetime.date | None:
    try:
        return datetime.date(year, month, day)
    except ValueError:
        return None


_WEEKDAY = Pattern(
    r"(?P<year>\d{4})年(?P<month>\d{1,2})月(?P<day>\d{1,2})日[（(，]?(?P<name>星期|周)(?P<weekday>[一二三四五六日天])"
)


@rule("N205", PROSE, needs=("星期", "周"))
def weekday_of_another_day(passage: Passage) -> Iterator[Finding]:
    """The day of the week does not belong to the date.

    日期与星期不符。

    What: Only dates with their year are looked at.
    说明：只查写明年份的日期。
    Why: The calendar.
    依据：公历。
    Wrong: 2021年5月17日（星期二）召开会议。
    Right: 2021年5月17日（星期一）召开会议。
    """
    for match in _WEEKDAY.finditer(passage.text):
        day = _date(*(int(match[name]) for name in ("year", "month", "day")))
        if day is None:
            continue
        known = "一二三四五六日"[day.weekday()]
        if known != match["weekday"].replace("天", "日"):
            mended = f"{match['name']}{known}"
            message = _('The day is a "{mended}"; correct the weekday or the date.')
            span = (match.start("name"), match.end())
            yield passage.finding(span, message.format(mended=mended), mended)


_NUMBER = Pattern(
    r"(?<=[一-鿿])(?P<year>[\[［（(【](?:19|20)\d{2}[\]］）)】])(?P<rest>(?:第)?\d{1,4}号)"
    r"|(?<=[一-鿿])(?P<right>〔(?:19|20)\d{2}〕)(?P<order>第\d{1,4}号|0\d{0,3}号)"
)


@rule("N206", PRINTED, needs=side_by_side("]］）)】〕", f"第{DIGITS}"))
def document_number(passage: Passage) -> Iterator[Finding]:
    """The number of a document is not written as 发〔2021〕5号.

    发文字号的写法不对。

    What: The year stands in 〔〕; neither 第 nor a zero stands before the number.
    说明：年份用六角括号“〔〕”括入，顺序号前不加“第”，不编虚位。
    Why: GB/T 9704—2012 § 7.2.5.
    依据：GB/T 9704—2012 第7.2.5条。
    Wrong: 印发《管理办法》（华岳党发[2021]5号）。
    Right: 印发《管理办法》（华岳党发〔2021〕5号）。
    """
    for match in _NUMBER.finditer(passage.text):
        year = (match["year"] or match["right"])[1:-1]
        order = re.sub(r"^第?0*", "", match["rest"] or match["order"])
        mended = f"〔{year}〕{order}"
        message = _('"{found}": write "{mended}".').format(found=match[0], mended=mended)
        yield passage.finding(match.span(), message, mended, safe=True)


_SPOKEN = Pattern(r"(?<=月)(?P<day>\d{1,2})(?P<spoken>号)(?![楼线机炉车井矿站门院桥厂泵煤池])")


@rule("N207", PROSE, needs=("号",))
def spoken_day(passage: Passage) -> Iterator[Finding]:
    """A date is written as it is spoken: 5月17号.

    日期用了口语的“号”。

    What: In writing a day of the month is 日. What is quoted is left alone.
    说明：书面写日期用“日”，不用“号”；引号里的话不管。
    Why: GB/T 15835—2011 on dates.
    依据：GB/T 15835—2011，日期的写法。
    Wrong: 5月17号，公司召开会议。
    Right: 5月17日，公司召开会议。
    """
    text = passage.text
    for match in _SPOKEN.finditer(text):
        before = text[: match.start()]
        if before.count("“") == before.count("”"):
            message = _('"{found}": in writing "日".').format(found=match[0])
            yield passage.finding(match.span("spoken"), message, "日", safe=True)


_RECENT = Pattern(
    r"(?P<recent>近日|日前|近期|近几天|前不久)，?(?=(?:\d{4}年)?\d{1,2}月\d{1,2}日(?:[，上下]|[\u4e00-\u9fff]))"
)


_LATELY = ("近日", "日前", "近期", "近几天", "前不久")


@rule("N208", PROSE, needs=side_by_side(_LATELY, f"，{DIGITS}"))
def recent_and_date(passage: Passage) -> Iterator[Finding]:
    """近日 or 日前 stands beside the date itself.

    “近日”“日前”与具体日期并用。

    What: Where the day is named, 近日 says nothing more.
    说明：写明了日期，就不再用“近日”“日前”。
    Why: Usage (语义重复).
    依据：语义重复。
    Wrong: 近日，5月17日，公司召开会议。
    Right: 5月17日，公司召开会议。
    """
    for match in _RECENT.finditer(passage.text):
        message = _('The date is named; remove "{found}".').format(found=match["recent"])
        yield passage.finding(match.span(), message, "")
