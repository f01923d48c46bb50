"""Pairs (成对符号): quotation marks, brackets and title marks open and close."""

import re
from collections.abc import Iterator

from bulletin_cli.lint.index import side_by_side
from bulletin_cli.lint.pattern import Match, Pattern
from bulletin_cli.lint.rule import PRINTED, PROSE, Finding, Passage, rule
from bulletin_cli.messages import _

_PAIRS = {"（": "）", "《": "》", "【": "】", "〔": "〕", "〈": "〉", "「": "」", "『": "』"}
_CLOSES = {closing: opening for opening, closing in _PAIRS.items()}
_MARKS = Pattern("[{}]".format("".join((*_PAIRS, *_CLOSES))))
_DEEP = 8
_ENUMERATED = Pattern(r"(?:^|[。；：，])(?:\d{1,2}|[一二三四五六七八九十]{1,2}|[a-zA-Z])$")


@rule("P101", PRINTED, needs=(*_PAIRS, *_CLOSES))
def unmatched_bracket(passage: Passage) -> Iterator[Finding]:
    """A bracket or title mark opens and does not close, or closes and was not opened.

    括号、书名号不成对。

    What: Round, square and title marks come in pairs within a paragraph. The half bracket of an
      item number, 1）, is left alone.
    说明：圆括号、方括号、书名号在一段之内成对出现；序号“1）”的半括号不管。
    Why: GB/T 15834—2011 § 4.9, § 4.15.
    依据：GB/T 15834—2011 第4.9条、第4.15条。
    Wrong: 观看专题片《失守的防线，撰写心得体会。
    Right: 观看专题片《失守的防线》，撰写心得体会。
    """
    text = passage.text
    for match in _unmatched(text):
        if match[0] in _PAIRS:
            if not (match[0] == "（" and ")" in text[match.end() : match.end() + 80]):
                message = _('"{found}" is not closed; add "{mended}".')
                said = message.format(found=match[0], mended=_PAIRS[match[0]])
                yield passage.finding(match.span(), said)
        elif not (match[0] == "）" and _half_or_number(text, match.start())):
            message = _('"{found}" closes what was not opened; add "{mended}" or remove it.')
            said = message.format(found=match[0], mended=_CLOSES[match[0]])
            yield passage.finding(match.span(), said)


def _unmatched(text: str) -> Iterator[Match]:
    """The marks that have no partner."""
    opened: list[Match] = []
    for match in _MARKS.finditer(text):
        opening = _CLOSES.get(match[0])
        if opening is None:
            opened.append(match)
        elif any(other[0] == opening for other in opened[-_DEEP:]):
            while opened[-1][0] != opening:
                yield opened.pop()
            opened.pop()
        else:
            yield match
    yield from opened


def _half_or_number(text: str, at: int) -> bool:
    """Whether a bracket closes a half-width one, which another rule tells, or an item number."""
    before = text[max(0, at - 80) : at]
    return "(" in before or bool(_ENUMERATED.search(before))


_MIXED = Pattern(r"（([^()（）\n]{0,80})\)|\(([^()（）\n]{0,80})）")


@rule("P102", PRINTED, needs=("(", ")"))
def bracket_of_two_widths(passage: Passage) -> Iterator[Finding]:
    """A bracket opens full-width and closes half-width, or the other way round.

    括号一半全角、一半半角。

    What: Both brackets of a pair have the same width, in Chinese the full one.
    说明：一对括号宽度一致，中文里都用全角。
    Why: GB/T 15834—2011 § 5.1.
    依据：GB/T 15834—2011 第5.1条。
    Wrong: 新增客户9家（其中省外4家)。
    Right: 新增客户9家（其中省外4家）。
    """
    for match in _MIXED.finditer(passage.text):
        at = match.end() - 1 if match[2] is None else match.start()
        mended = "）" if match[2] is None else "（"
        message = _('The brackets differ in width; write "{mended}".').format(mended=mended)
        yield passage.finding((at, at + 1), message, mended, safe=True)


@rule("P106", PRINTED, needs=("“”", "（）", "《》", "【】", "〔〕", "()"))
def empty_pair(passage: Passage) -> Iterator[Finding]:
    """A pair of marks holds nothing.

    成对符号之间没有内容。

    What: What was to stand between them was forgotten, or they are left over.
    说明：引号、括号、书名号里漏了内容，或删了内容留下了符号。
    Why: GB/T 15834—2011 § 4.8, § 4.9, § 4.15: such marks set something off.
    依据：GB/T 15834—2011 第4.8条、第4.9条、第4.15条。
    Wrong: 荣获“”称号。
    Right: 荣获“先进集体”称号。
    """
    for match in re.finditer(r"“”|（）|《》|【】|〔〕|\(\)", passage.text):
        message = _('"{found}" holds nothing; fill it in or remove it.').format(found=match[0])
        yield passage.finding(match.span(), message)


_MISUSED = Pattern(
    r"(?:荣获|授予|获得|获|评为|命名为)(?P<honour>《[^《》]{2,20}》)(?:的)?(?:荣誉)?(?:称号|奖|荣誉)"
    r"|(?:开展|举办|组织|举行)(?:了)?(?P<event>《[^《》]{2,20}(?<![法典例定则法法度书])》)主题"
    r"(?:活动|党日|团日)"
    r"|(?P<body>《[^《》]{1,10}(?:网|网站|电视台|公众号|客户端|报社|出版社)》)"
)


@rule("P107", PROSE, needs=(*side_by_side("》", "的荣称奖主"), *side_by_side("网站台号端社", "》")))
def title_marks_misused(passage: Passage) -> Iterator[Finding]:
    """Title marks stand around what is not a work.

    书名号用在了不是作品的名称上。

    What: 《》 is for books, papers, films, laws and the like; honours and activities take “”,
      websites and institutions nothing.
    说明：书名号用于书、报刊、影视、法规等作品；荣誉称号、活动名称用引号，网站、单位名称不用符号。
    Why: GB/T 15834—2011 § 4.15, annex A.13.
    依据：GB/T 15834—2011 第4.15条、附录A.13。
    Wrong: 荣获《先进集体》称号。
    Right: 荣获“先进集体”称号。
    """
    for match in _MISUSED.finditer(passage.text):
        name = match.lastgroup or "body"
        inner = match[name][1:-1]
        mended = inner if name == "body" else f"“{inner}”"
        message = _('"{found}" is not a work; write "{mended}".')
        said = message.format(found=match[name], mended=mended)
        yield passage.finding(match.span(name), said, mended)


_LAW = Pattern(
    "(?:学习|传达|印发|贯彻|下发|制定|修订|根据|按照|依据|宣读|解读|学习了|传达了|印发了|制定了|学习贯彻|通过了|发布|宣讲|出台)(?:了|的|《)?"
    "(?P<law>“[^“”《》\n]{4,30}(?:章程|条例|准则|办法|纲要|意见|实施方案|工作方案|细则|管理规定|若干规定|暂行规定|的通知|的决定|的意见)”)"
)


@rule("P108", PROSE, needs=side_by_side("程例则法要见案定知", "”"))
def document_in_quotes(passage: Passage) -> Iterator[Finding]:
    """A document, law or rule stands in quotation marks.

    文件、法规名称用了引号。

    What: Titles of documents take 《》.
    说明：章程、条例、办法、意见等文件名称用书名号。
    Why: GB/T 15834—2011 § 4.15.
    依据：GB/T 15834—2011 第4.15条。
    Wrong: 会议学习了“中国共产党章程”。
    Right: 会议学习了《中国共产党章程》。
    """
    for match in _LAW.finditer(passage.text):
        mended = f"《{match['law'][1:-1]}》"
        message = _('"{found}" is a document; write "{mended}".')
        said = message.format(found=match["law"], mended=mended)
        yield passage.finding(match.span("law"), said, mended)
