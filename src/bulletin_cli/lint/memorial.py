"""Memorial days and dates in figures (纪念日、数字日期): how they are written in running text."""

from collections.abc import Iterator

from bulletin_cli.lint.index import DIGITS, side_by_side
from bulletin_cli.lint.pattern import Pattern
from bulletin_cli.lint.rule import PRINTED, PROSE, Finding, Passage, rule
from bulletin_cli.messages import _

_DAY = Pattern(
    "(?P<month>[三五六七八九十])(?P<dot>[·.．•])(?P<day>[一四七八]|一八)(?=[”节劳建前期晚]|国庆|国际|青年|妇女|儿童|黄金周)"
)


@rule("M110", PRINTED, needs=side_by_side("三五六七八九十", "·.．•"))
def dot_in_memorial_day(passage: Passage) -> Iterator[Finding]:
    """A memorial day that cannot be misread has a dot: “五·一”.

    “五·一”“七·一”之类多用了间隔号。

    What: Only days in January, November and December take the dot, “一二·九”; others, “五一”, do
      not.
    说明：只有涉及一月、十一月、十二月的才用间隔号，如“一二·九”；“五一”“七一”等不用。
    Why: GB/T 15834—2011 § 4.14 with annex A.
    依据：GB/T 15834—2011 第4.14条及附录A。
    Wrong: 庆祝“五·一”国际劳动节。
    Right: 庆祝“五一”国际劳动节。
    """
    for match in _DAY.finditer(passage.text):
        mended = match["month"] + match["day"]
        message = _('"{found}": write "{mended}".').format(found=match[0], mended=mended)
        yield passage.finding(match.span("dot"), message, "", safe=True)


_DOTTED = Pattern(
    r"(?<![\d.A-Za-z/v])(?P<year>(?:19|20)\d{2})(?P<mark>[./．])(?P<month>1[0-2]|0?[1-9])(?P=mark)(?P<day>[12]\d|3[01]|0?[1-9])(?![\d./．A-Za-z])",
    "19|20",
)


@rule("N209", PROSE, needs=side_by_side(DIGITS, "./．"))
def dotted_date(passage: Passage) -> Iterator[Finding]:
    """A date in running text is written with dots or strokes: 2021.5.17.

    正文里的日期用了“2021.5.17”“2021/5/17”的写法。

    What: Running text writes 2021年5月17日.
    说明：正文写“2021年5月17日”，不用圆点或斜线分隔。
    Why: GB/T 15835—2011 on dates.
    依据：GB/T 15835—2011，日期的写法。
    Wrong: 2021.5.17，公司召开会议。
    Right: 2021年5月17日，公司召开会议。
    """
    for match in _DOTTED.finditer(passage.text):
        mended = f"{match['year']}年{int(match['month'])}月{int(match['day'])}日"
        message = _('"{found}": write "{mended}".').format(found=match[0], mended=mended)
        yield passage.finding(match.span(), message, mended)
