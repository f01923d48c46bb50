"""Ranges (起止): from one figure, date or place to another."""

from collections.abc import Iterator

from bulletin_cli.lint.index import DIGITS, side_by_side
from bulletin_cli.lint.pattern import Pattern
from bulletin_cli.lint.rule import PRINTED, PROSE, Finding, Kind, Passage, rule
from bulletin_cli.messages import _

_UNITS = "元吨米名人个次天度项条份岁"
_DATE_UNIT = "年月日时点"
_WRONG_MARK = r"(?P<mark>[-－–−~∼˜]{1,2}|——)"
_ANY_DIGIT = "|".join(DIGITS)
_DAYS = Pattern(
    rf"(?<![\d.\-－/A-Za-z])(?:\d{{2,4}}年)?(?:\d{{1,2}}月)?\d{{1,4}}[{_DATE_UNIT}]?"
    r"(?:[上下]午)? ?"
    rf"{_WRONG_MARK} ?(?=(?:\d{{2,4}}年)?(?:\d{{1,2}}月)?\d{{1,4}}[{_DATE_UNIT}](?!龄))",
    _ANY_DIGIT,
    "|".join(_DATE_UNIT),
)
_FIGURES = Pattern(
    rf"(?<![\d.\-－/A-Za-z#＃号])\d+(?:\.\d+)?(?:[%％℃°‰]|[万亿千百]?[{_UNITS}])? ?{_WRONG_MARK} ?"
    rf"(?=\d+(?:\.\d+)?(?:[%％℃‰万亿倍{_UNITS}]|公[里斤]|小时|分钟))",
    _ANY_DIGIT,
)
_CLOCK = Pattern(
    rf"(?<![\d:])\d{{1,2}}[:：]\d{{2}} ?{_WRONG_MARK} ?(?=\d{{1,2}}[:：]\d{{2}}(?!\d))",
    ":|：",
    _ANY_DIGIT,
)
_WORDED = Pattern(rf"(?<=\}}) *{_WRONG_MARK} *(?=\{{)", "{")


@rule("N101", PRINTED | {Kind.WORDING}, needs=side_by_side((*"-－–−~∼˜", "——"), f"{DIGITS} {{"))
def range_mark(passage: Passage) -> Iterator[Finding]:
    """A range is joined by another mark than — or ～.

    起止之间的连接号不对。

    What: Between dates, times and figures stands — or ～, not a hyphen, a half-width ~ or a whole
      dash. Telephone numbers, standards and dates such as 2021-05-17 are left alone.
    说明：日期、时间、数值的起止用“—”或“～”，不用短横、半角“~”或破折号；电话、标准号和2021-05-17之类不管。
    Why: GB/T 15834—2011 § 4.13, § A.11; GB/T 15835—2011 § 5.1.3.
    依据：GB/T 15834—2011 第4.13条、附录A.11；GB/T 15835—2011 第5.1.3条。
    Wrong: 信息采集时间为5月11日-5月14日。
    Right: 信息采集时间为5月11日—5月14日。
    """
    patterns = ((_DAYS, "—"), (_CLOCK, "—"), (_WORDED, "—"), (_FIGURES, "～"))
    seen = set()
    for pattern, mended in patterns:
        for match in pattern.finditer(passage.text):
            if match.start("mark") in seen:
                continue
            seen.add(match.start("mark"))
            message = _('"{found}" joins a range; write "{mended}".')
            said = message.format(found=match["mark"], mended=mended)
            yield passage.finding(match.span("mark"), said, mended, safe=True)


_MARK_AND_DIGIT = "|".join(side_by_side("～~—-－–至到", DIGITS))
_PERCENT = Pattern(
    r"(?<![\d.%％])(?P<first>\d+(?:\.\d+)?)(?=(?:[～~—\-－–至到]|——)\d+(?:\.\d+)?(?P<sign>[%％‰]))",
    _MARK_AND_DIGIT,
)


@rule("N102", PROSE, needs=side_by_side(DIGITS, "%％‰"))
def percent_once_in_range(passage: Passage) -> Iterator[Finding]:
    """Only the second figure of a range has its percent mark.

    百分数范围前一个数值缺百分号。

    What: The mark belongs to each figure: 15%～30%.
    说明：百分号属于数值本身，前后都要写：15%～30%。
    Why: GB/T 15835—2011 § 5.1.3: nothing is left out that would change the meaning.
    依据：GB/T 15835—2011 第5.1.3条。
    Wrong: 能耗下降15～30%。
    Right: 能耗下降15%～30%。
    """
    for match in _PERCENT.finditer(passage.text):
        mended = match["first"] + match["sign"]
        message = _('"{found}" in a range of percentages; write "{mended}".')
        said = message.format(found=match["first"], mended=mended)
        yield passage.finding(match.span("first"), said, mended, safe=True)


_UNIT = Pattern(
    r"(?<![\d.])(?P<first>\d+(?:\.\d+)?)(?=(?:[～~—\-－–至到]|——)\d+(?:\.\d+)?(?P<unit>[万亿])[元吨人名户亩])",
    _MARK_AND_DIGIT,
)


@rule("N103", PROSE, needs=side_by_side(DIGITS, "万亿"))
def unit_once_in_range(passage: Passage) -> Iterator[Finding]:
    """Only the second figure of a range has its 万 or 亿.

    数值范围前一个数缺“万”“亿”。

    What: 3～5万元 may be read as from 3元; write 3万～5万元.
    说明：“3～5万元”可以理解为3元到5万元，写作“3万～5万元”。
    Why: GB/T 15835—2011 § 5.1.3: a unit is left out only where nothing else can be meant.
    依据：GB/T 15835—2011 第5.1.3条，不造成歧义时才可省略前一个数值的计量单位。
    Wrong: 每户补助3～5万元。
    Right: 每户补助3万～5万元。
    """
    for match in _UNIT.finditer(passage.text):
        mended = match["first"] + match["unit"]
        message = _('"{found}" in a range that counts by "{unit}"; write "{mended}".')
        said = message.format(found=match["first"], unit=match["unit"], mended=mended)
        yield passage.finding(match.span("first"), said, mended)
