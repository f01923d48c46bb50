"""Figures (数字): their form, and what may be said with them."""

import re
import string
from collections.abc import Iterator

from bulletin_cli.lint.index import DIGITS, side_by_side
from bulletin_cli.lint.pattern import Pattern
from bulletin_cli.lint.rule import PRINTED, PROSE, Finding, Kind, Passage, rule
from bulletin_cli.messages import _

_FULL = Pattern("[０-９Ａ-Ｚａ-ｚ]+(?:[．，：][０-９]+)*")


_FULL_WIDTH = tuple(chr(ord(c) + 0xFEE0) for c in string.digits + string.ascii_letters)


@rule("N301", PRINTED | {Kind.WORDING}, needs=_FULL_WIDTH)
def full_width_figures(passage: Passage) -> Iterator[Finding]:
    """Figures or Latin letters are full-width.

    数字、字母用了全角。

    What: Figures and Latin letters are half-width.
    说明：阿拉伯数字和拉丁字母用半角。
    Why: GB/T 15835—2011 § 5.1.7.
    依据：GB/T 15835—2011 第5.1.7条，阿拉伯数字一般用半角。
    Wrong: 整改隐患１２项。
    Right: 整改隐患12项。
    """
    for match in _FULL.finditer(passage.text):
        mended = "".join(chr(ord(c) - 0xFEE0) for c in match[0])
        message = _('"{found}" is full-width; write "{mended}".')
        said = message.format(found=match[0][:12], mended=mended[:12])
        yield passage.finding(match.span(), said, mended, safe=True)


_MIXED = Pattern(
    r"(?<![\d.])(?P<number>[1-9]\d{0,2})(?P<unit>[十百千])(?P<more>[余多]?)"
    r"(?=[元人名吨户亩件棵册套台株斤只条张封份本盏袋箱枚幅桶]|万[元人名吨户亩]|公里|平方米|立方米|余?个)"
)
_UNITS = {"十": 10, "百": 100, "千": 1000}


@rule("N302", PROSE, needs=side_by_side(DIGITS, "十百千"))
def figure_with_han_unit(passage: Passage) -> Iterator[Finding]:
    """A figure is followed by 十, 百 or 千.

    阿拉伯数字后面接了“十”“百”“千”。

    What: Only 万 and 亿 follow figures. Units of measure such as 千瓦, 千克 are left alone.
    说明：阿拉伯数字只与“万”“亿”连用，“5千元”写作“5000元”；“千瓦”“千克”等计量单位不管。
    Why: GB/T 15835—2011 § 5.3.
    依据：GB/T 15835—2011 第5.3条，只有“万”“亿”可与阿拉伯数字连用。
    Wrong: 帮助销售苹果5千斤。
    Right: 帮助销售苹果5000斤。
    """
    for match in _MIXED.finditer(passage.text):
        mended = f"{int(match['number']) * _UNITS[match['unit']]}{match['more']}"
        message = _('"{found}" mixes figures and characters; write "{mended}".')
        said = message.format(found=match[0], mended=mended)
        yield passage.finding(match.span(), said, mended)


_FALL = Pattern(
    r"(?:下降|降低|减少|缩短|缩小|减轻|下滑|降幅达)(?:了|到)?(?:近|约|将近|了近)?"
    r"(?P<times>(?:\d+(?:\.\d+)?|[一二两三四五六七八九十几数]+)倍)(?!以上的)"
)


@rule("N303", PROSE, needs=("倍",))
def falls_by_times(passage: Passage) -> Iterator[Finding]:
    """Something falls by a multiple of itself.

    减少用了“倍”。

    What: What falls by once itself is gone; say by what part or percentage it fell.
    说明：减少一倍就没有了；减少、下降用分数或百分数表示。
    Why: Arithmetic; the usage of 倍 in 现代汉语词典 is of growth.
    依据：算术常理；“倍”只用于增加。
    Wrong: 故障停机时间下降了2倍。
    Right: 故障停机时间下降了三分之二。
    """
    for match in _FALL.finditer(passage.text):
        message = _('"{found}": nothing falls by times itself; write a fraction or percentage.')
        yield passage.finding(match.span(), message.format(found=match[0]))


@rule("N304", PROSE, needs=("个百分点", "个百分比", "成以上成"))
def percent_and_point(passage: Passage) -> Iterator[Finding]:
    """A percent mark stands before 个百分点.

    百分号与“个百分点”重复。

    What: 3% and 3个百分点 are different quantities; one of the two is meant.
    说明：“3%”和“3个百分点”意思不同，只能取一种。
    Why: A percentage point is already a hundredth.
    依据：“个百分点”本身就表示百分之一。
    Wrong: 合格率提高3%个百分点。
    Right: 合格率提高3个百分点。
    """
    for match in re.finditer(r"\d([%％])个百分点|\d(个百分比)", passage.text):
        group = 1 if match[1] else 2
        mended = "" if match[1] else "个百分点"
        message = _('"{found}" says percent twice; write "个百分点" alone.').format(found=match[0])
        yield passage.finding(match.span(group), message, mended)


_TWO = Pattern(
    r"(?<![一二三四五六七八九十百千万第初、零〇周期])二(?=个(?!别)|名(?!单)|台|辆|家(?!坪)|件(?!套))"
)


@rule("N305", PROSE, needs=("二个", "二名", "二台", "二辆", "二家", "二件"))
def two_of_a_kind(passage: Passage) -> Iterator[Finding]:
    """二 counts things.

    计量用了“二”。

    What: Before a measure word two is 两; 二 is for ordinals and within numbers.
    说明：一般量词前用“两”；“二”用于序数和数目中间。
    Why: 现代汉语词典 on 二 and 两.
    依据：《现代汉语词典》“二”“两”条。
    Wrong: 比赛分为理论、实操二个部分。
    Right: 比赛分为理论、实操两个部分。
    """
    for match in _TWO.finditer(passage.text):
        found = passage.text[match.start() : match.end() + 1]
        message = _('"{found}": two of a kind are "两"; write "{mended}".')
        said = message.format(found=found, mended="两" + found[1:])
        yield passage.finding(match.span(), said, "两")


_SEPARATED = Pattern(
    r"(?<![\d，.])\d{1,3}(?:，\d{3})+(?=\.\d|[元吨人名户亩万]|余)"
    r"|(?<![\d.。])\d{1,3}。\d{1,2}(?=[%％万亿]|个百分点)|(?<=\d)．(?=\d)"
)


@rule("N306", PROSE, needs=side_by_side(DIGITS, "，。．"))
def chinese_mark_in_figure(passage: Passage) -> Iterator[Finding]:
    """A Chinese mark stands within a figure.

    数字里用了中文标点。

    What: Decimals have the point ., thousands the half-width comma.
    说明：小数点用“.”，千分位用半角逗号“,”。
    Why: GB/T 15835—2011 § 5.1.1, § 5.1.2.
    依据：GB/T 15835—2011 第5.1.1条、第5.1.2条。
    Wrong: 完好率提高至99。8%。
    Right: 完好率提高至99.8%。
    """
    for match in _SEPARATED.finditer(passage.text):
        mended = match[0].replace("，", ",").replace("。", ".").replace("．", ".")
        message = _('"{found}": a Chinese mark within a figure; write "{mended}".')
        said = message.format(found=match[0], mended=mended)
        yield passage.finding(match.span(), said, mended, safe=match[0] == "．")


_SYMBOLS = {
    each.lower(): each for each in ("km", "kg", "kW", "kV", "kVA", "kWh", "MPa", "Hz", "cm", "mm")
}
_SYMBOL = Pattern(
    r"(?<=\d)(?P<unit>K[Mm]|K[Gg]|K[Ww][Hh]?|K[Vv][Aa]?|k[WV]H|kVa|kwh|kw|kv|kva|M[Pp]A|Mpa|mpa|H[Zz]|hz|C[Mm]|M[Mm])(?![A-Za-z\d])"
)


_LETTERS = (
    *side_by_side("Kk", "MGWVmgwv"),
    *side_by_side("Mm", "PpMm"),
    *side_by_side("HhCc", "ZzMm"),
)


@rule("N307", PROSE, needs=_LETTERS)
def unit_symbol(passage: Passage) -> Iterator[Finding]:
    """The symbol of a unit has the wrong case: KM, Kg, KW.

    计量单位符号大小写不对，如“KM”“Kg”“KW”。

    What: k for a thousand is small, M for a million and the letters of names (W, V, A, Pa, Hz) are
      capital: km, kg, kW, kV, MPa.
    说明：表示千的“k”小写，表示兆的“M”和来自人名的字母大写：km、kg、kW、kV、kWh、MPa、Hz。
    Why: GB 3100 on the symbols of units.
    依据：GB 3100，单位符号的字母。
    Wrong: 新建线路长12KM。
    Right: 新建线路长12km。
    """
    for match in _SYMBOL.finditer(passage.text):
        mended = _SYMBOLS.get(match["unit"].lower(), match["unit"])
        if mended != match["unit"]:
            message = _('"{found}": write "{mended}".').format(found=match["unit"], mended=mended)
            yield passage.finding(match.span("unit"), message, mended, safe=True)
