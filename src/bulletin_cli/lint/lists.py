"""Lists (并列与序次): marks between members, before the last one, after an ordinal."""

import re
from collections.abc import Iterator

from bulletin_cli.lint.index import DIGITS, HAN_DIGITS, side_by_side
from bulletin_cli.lint.marks import HAN
from bulletin_cli.lint.pattern import Pattern
from bulletin_cli.lint.rule import PROSE, Finding, Passage, rule
from bulletin_cli.messages import _

_QUOTED = Pattern(r"“[^“”]{1,40}”(?:、“[^“”]{1,40}”)+|《[^《》]{1,60}》(?:、《[^《》]{1,60}》)+")


_JOINT = Pattern("(?<=[”》])(、)(?=[“《])")


@rule("M301", PROSE, needs=("”、“", "》、《"))
def comma_between_quoted(passage: Passage) -> Iterator[Finding]:
    """A comma of enumeration stands between members in quotation or title marks.

    并列的引号、书名号之间用了顿号。

    What: Members that each stand in “” or 《》 follow one another without 、. A list with a member
      that has no such marks keeps all its 、.
    说明：并列成分都带引号或书名号，之间通常不用顿号；其中夹有不带的成分，顿号照用。
    Why: GB/T 15834—2011 § 4.5.3.5.
    依据：GB/T 15834—2011 第4.5.3.5条。
    Wrong: 树牢“四个意识”、“四个自信”。
    Right: 树牢“四个意识”“四个自信”。
    """
    text = passage.text
    for match in _QUOTED.finditer(text):
        beside = (
            text[max(0, match.start() - 1) : match.start()] + text[match.end() : match.end() + 1]
        )
        if re.search("[、和及与或以]", beside):
            continue
        joints = [match.start() + joint.start(1) for joint in _JOINT.finditer(match[0])]
        span = (joints[0], joints[-1] + 1)
        message = _('No "、" stands between members in quotation or title marks; remove it.')
        yield passage.finding(span, message, _without(text, span), safe=True)


def _without(text: str, span: tuple[int, int]) -> str:
    """What stands from the first to the last joint, the joints left out."""
    start, end = span
    return _JOINT.sub("", text[start - 1 : end + 1])[1:-1]


_LAST = Pattern(
    "、(?:等(?![级候待额同距值差量于轴到高比边])|和(?![平谐睦解气美顺善]|[一-鿿]{1,2}县)|及(?![时格])"
    "|以及|并(?![网购联轨行排发列入举非])|的(?!士))"
)


@rule("M302", PROSE, needs=side_by_side("、", "等和及以并的"))
def comma_before_last(passage: Passage) -> Iterator[Finding]:
    """A comma of enumeration stands before 和, 及, 等 or 的.

    顿号后面又用了“和”“及”“等”“的”。

    What: 、 joins members; before 和, 及, 并, 等 or 的 nothing is left to join. 以及 and 并 take
      a comma where there is a pause.
    说明：顿号已表示并列，“和”“及”“并”“等”“的”之前不再用顿号；“以及”“并”前需要停顿的用逗号。
    Why: GB/T 15834—2011 § 4.5.3.
    依据：GB/T 15834—2011 第4.5.3条。
    Wrong: 发放毛巾、肥皂、等劳保用品。
    Right: 发放毛巾、肥皂等劳保用品。
    """
    for match in _LAST.finditer(passage.text):
        message = _('No "、" stands before "{word}"; remove it.').format(word=match[0][1:])
        at = match.start()
        mended = "，" if match[0][1:] in {"并", "以及"} else ""
        safe = match[0][1:] in {"等", "和", "及"}
        yield passage.finding((at, at + 1), message, mended, safe=safe)


_BEFORE = r"(?:^|(?<=[。；：！？]))"
_ORDINAL = Pattern(
    rf"{_BEFORE}(?P<arabic>\d{{1,2}})(?P<comma>、)(?=[{HAN}“《])(?![一二三四五六七八九十]|[号月日年])"
    rf"|{_BEFORE}(?P<han>[一二三四五六七八九十]{{1,3}})(?P<dot>[.．])(?=[{HAN}“《])"
    rf"|(?P<bracketed>（(?:[一二三四五六七八九十]{{1,3}}|\d{{1,2}})）)(?P<extra>[、，.．])"
    rf"|(?P<circled>[①-⑳]|{_BEFORE}\d{{1,2}}[）)])(?P<more>[、，.．])"
    rf"|{_BEFORE}(?P<word>第[一二三四五六七八九十]|首先|其次|最后)(?P<pause>、)"
    rf"(?=[{HAN}“《])(?!第?[一二三四五六七八九十])"
)


_ORDINAL_AND_MARK = (
    *side_by_side(DIGITS, "、"),
    *side_by_side(HAN_DIGITS, ".．、"),
    *side_by_side("①②③④⑤⑥⑦⑧⑨⑩⑪⑫⑬⑭⑮⑯⑰⑱⑲⑳）)", "、，.．"),
    *("首先、", "其次、", "最后、"),
)


@rule("M303", PROSE, needs=_ORDINAL_AND_MARK)
def mark_after_ordinal(passage: Passage) -> Iterator[Finding]:
    """The mark after an ordinal is not the usual one.

    序次语后的标点不对。

    What: 一、 with 、; （一） with nothing; 1. with a dot; 第一， and 首先， with a comma.
    说明：“一”后用顿号，“（一）”后不用点号，“1”后用下脚点，“第一”“首先”后用逗号。
    Why: GB/T 15834—2011, annex B.3; GB/T 9704—2012 § 7.3.3 for the order of levels.
    依据：GB/T 15834—2011 附录B.3；层次见GB/T 9704—2012第7.3.3条。
    Wrong: （一）、加强组织领导。
    Right: （一）加强组织领导。
    """
    mended = {"comma": ".", "dot": "、", "extra": "", "pause": "，", "more": ""}
    for match in _ORDINAL.finditer(passage.text):
        name = next(name for name in mended if match[name])
        ordinal = match[0][:-1]
        written = f"{ordinal}{mended[name]}"
        message = _('"{found}": write "{mended}".').format(found=match[0], mended=written)
        yield passage.finding(match.span(name), message, mended[name], safe=True)


_APPROXIMATE = Pattern(
    "(?<![第、一二三四五六七八九十])(?:一、二|二、三|三、四|三、五|四、五|五、六|六、七|七、八|八、九)"
    "(?=十?[余多]?(?:天|个(?!季度|方面)|人|名|分钟|小时|里|公里|米|岁|次|倍|百|千|万))"
)


@rule("M304", PROSE, needs=side_by_side(HAN_DIGITS, "、"))
def comma_in_estimate(passage: Passage) -> Iterator[Finding]:
    """A comma of enumeration stands between two figures that give an estimate.

    相邻两数表示约数，中间用了顿号。

    What: 三四天 is three or four days; 三、四季度 are two quarters.
    说明：相邻数字连用表示约数，中间不用顿号，如“三四天”；表示两项的“三、四季度”照用。
    Why: GB/T 15835—2011 § 4.2.2; GB/T 15834—2011 § 4.5.3.4.
    依据：GB/T 15835—2011 第4.2.2条；GB/T 15834—2011 第4.5.3.4条。
    Wrong: 检修用了三、四天时间。
    Right: 检修用了三四天时间。
    """
    for match in _APPROXIMATE.finditer(passage.text):
        mended = match[0].replace("、", "")
        message = _('"{found}" is an estimate: write "{mended}".').format(
            found=match[0], mended=mended
        )
        yield passage.finding(match.span(), message, mended)
