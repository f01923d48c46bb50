"""Quotation marks (引号): they take turns, and one kind stands within the other."""

import re
from collections.abc import Iterator

from bulletin_cli.lint.marks import HAN
from bulletin_cli.lint.pattern import Match, Pattern
from bulletin_cli.lint.rule import PRINTED, PROSE, Finding, Passage, rule
from bulletin_cli.messages import _

_CLOSING = {"“": "”", "‘": "’"}
_MARKS = {opening: Pattern(f"[{opening}{closing}]") for opening, closing in _CLOSING.items()}


@rule("P103", PRINTED, needs=("“", "”", "‘", "’"))
def unmatched_quote(passage: Passage) -> Iterator[Finding]:
    """A quotation mark opens and does not close, closes and was not opened, or faces wrongly.

    引号不成对，或方向不对。

    What: “ and ” take turns. A paragraph that begins with “ may leave it open where the quotation
      goes on in the next.
    说明：前引号、后引号交替出现。整段引文分段时，段首的前引号可以不在本段关闭。
    Why: GB/T 15834—2011 § 4.8.
    依据：GB/T 15834—2011 第4.8条。
    Wrong: 开展“学党史、强信念主题团日活动。
    Right: 开展“学党史、强信念”主题团日活动。
    """
    for opening, closing in _CLOSING.items():
        yield from _quotes(passage, opening, closing)


def _quotes(passage: Passage, opening: str, closing: str) -> Iterator[Finding]:
    pattern = _MARKS[opening]
    faces = "".join(pattern.findall(passage.text))
    if faces == (opening + closing) * (len(faces) // 2):
        return
    marks = list(pattern.finditer(passage.text))
    if '"' in passage.text and len(faces) % 2:
        return  # the other one is straight: told by its own rule
    opened: list[Match] = []
    for index, match in enumerate(marks):
        following = faces[index + 1 : index + 3]
        if match[0] == opening:
            yield from _opening(passage, match, opened, following)
        elif opened:
            opened.pop()
        elif following[:1] == closing == "”":
            opened.append(match)
            yield _turned(passage, match, opening)
        elif closing == "”":  # a single ’ may be an apostrophe
            message = _('"{found}" closes what was not opened; add "{mended}" or remove it.')
            yield passage.finding(match.span(), message.format(found=closing, mended=opening))
    yield from (_open_quote(passage, match) for match in opened if match.start())


def _opening(
    passage: Passage, match: Match, opened: list[Match], following: str
) -> Iterator[Finding]:
    """An opening mark: the first, one within another, or one where the last was to close."""
    closing = _CLOSING[match[0]]
    if opened and following[:1] != closing:
        opened.clear()
        yield _turned(passage, match, closing)
        return
    if opened and following != closing * 2:  # two closing: nested, told by its own rule
        yield _open_quote(passage, opened.pop())
    opened.append(match)


def _turned(passage: Passage, match: Match, mended: str) -> Finding:
    message = _('"{found}" faces the wrong way here; write "{mended}".')
    said = message.format(found=match[0], mended=mended)
    return passage.finding(match.span(), said, mended)


def _open_quote(passage: Passage, match: Match) -> Finding:
    message = _('"{found}" is not closed; add "{mended}".')
    return passage.finding(match.span(), message.format(found=match[0], mended=_CLOSING[match[0]]))


_NESTED = Pattern(
    r"“[^“”]{0,200}(?P<quote>“[^“”‘’]{1,60}”)[^“”]{0,200}”|《[^《》]{0,80}(?P<title>《[^《》〈〉]{1,60}》)[^《》]{0,80}》"
)


@rule("P104", PROSE, needs=("“", "《"))
def nested_alike(passage: Passage) -> Iterator[Finding]:
    """Marks of one kind stand within each other.

    引号、书名号里又用了同一种符号。

    What: Within “” stand ‘’, within 《》 stand 〈〉.
    说明：双引号里再用引号，用单引号；书名号里再用书名号，用单书名号。
    Why: GB/T 15834—2011 § 4.8, § 4.15.
    依据：GB/T 15834—2011 第4.8条、第4.15条。
    Wrong: 学习《关于印发《基层组织工作条例》的通知》。
    Right: 学习《关于印发〈基层组织工作条例〉的通知》。
    """
    for match in _NESTED.finditer(passage.text):
        name = "quote" if match["quote"] else "title"
        inner = match[name]
        left, right = "‘’" if name == "quote" else "〈〉"
        mended = f"{left}{inner[1:-1]}{right}"
        message = _('"{found}" stands within marks of its kind; write "{mended}".')
        said = message.format(found=inner, mended=mended)
        yield passage.finding(match.span(name), said, mended, safe=name == "title")


@rule("P105", PRINTED, needs=('"', "＂"))
def straight_quote(passage: Passage) -> Iterator[Finding]:
    """Straight quotation marks stand in Chinese text.

    中文里用了直引号。

    What: Chinese quotation marks are “ and ”. Inches and code are left alone.
    说明：中文引号用“”，不用不分左右的直引号。
    Why: GB/T 15834—2011 § 4.8.
    依据：GB/T 15834—2011 第4.8条。
    Wrong: 开展"学党史"主题活动。
    Right: 开展“学党史”主题活动。
    """
    text = passage.text
    if not re.search(f"[{HAN}]", text):
        return
    level = 0
    for match in re.finditer('["＂“”]', text):
        mended = match[0]
        if match[0] in '"＂':
            if re.search(r"\d$", text[: match.start()][-1:]) and not level:
                continue
            mended = "”" if level else "“"
            message = _('"{found}" is straight; write "{mended}".')
            said = message.format(found=match[0], mended=mended)
            yield passage.finding(match.span(), said, mended, safe=True)
        level = 1 if mended == "“" else 0


_SINGLE = Pattern("‘[^‘’“”\n]{1,30}’")


@rule("P109", PROSE, needs=("‘",))
def single_quotes_outside(passage: Passage) -> Iterator[Finding]:
    """Single quotation marks stand where double ones should.

    外层引号用了单引号。

    What: “” are outside, ‘’ within them.
    说明：引号先双后单，外层用双引号，里层用单引号。
    Why: GB/T 15834—2011 § 4.8.
    依据：GB/T 15834—2011 第4.8条。
    Wrong: 开展‘安全生产月’活动。
    Right: 开展“安全生产月”活动。
    """
    text = passage.text
    for match in _SINGLE.finditer(text):
        before = text[: match.start()]
        if before.count("“") == before.count("”"):
            mended = f"“{match[0][1:-1]}”"
            message = _('Outside, the marks are double: "{mended}".').format(mended=mended)
            yield passage.finding(match.span(), message, mended)
