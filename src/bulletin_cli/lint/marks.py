"""Marks (标点): their width, their form, and which cannot stand side by side."""

import re
from collections.abc import Iterator

from bulletin_cli.lint.index import side_by_side
from bulletin_cli.lint.pattern import Pattern
from bulletin_cli.lint.rule import PRINTED, Finding, Kind, Passage, rule
from bulletin_cli.messages import _

HAN = "〇一-鿿"
_FULL = dict(zip(",;:?!()", "，；：？！（）", strict=True))
_HALF_MARK = Pattern(
    rf"[,;?!:](?:(?<!:)(?:(?<=[{HAN}”’》）％%].)|(?<![A-Za-z\d].)(?=[{HAN}“‘《（])|(?=[{HAN}“‘《]))"
    rf"|(?<=:)(?:(?<=[{HAN}”》）].)(?!//)|(?<=[A-Za-z\d].)(?=[{HAN}“《])))",
    ",|;|?|!|:",
)
_BRACKETS = Pattern(r"\(([^()（）\n]{0,80})\)", "(")
_HALF_STOP = Pattern(rf"[.．](?<=[{HAN}”’》）％%].)(?![.．\dA-Za-z])", ".|．")


@rule("M101", PRINTED, needs=tuple(",;:?!().．"))
def half_width_mark(passage: Passage) -> Iterator[Finding]:
    """A half-width mark stands beside Chinese.

    中文旁用了半角标点。

    What: After or before Chinese the comma, full stop, colon, semicolon, question and exclamation
      mark and the round brackets are full-width. Times, decimals, standards and addresses are left
      alone.
    说明：中文前后的逗号、句号、冒号、分号、问号、叹号和圆括号用全角；时间、小数、标准号、网址不管。
    Why: GB/T 15834—2011 § 5.1: these marks take the place of one character.
    依据：GB/T 15834—2011 第5.1条，上述标点占一个字的位置。
    Wrong: 会议强调,要抓好落实。
    Right: 会议强调，要抓好落实。
    """
    text = passage.text
    message = _('"{found}" is half-width beside Chinese; write "{mended}".')
    for match in _HALF_MARK.finditer(text):
        mended = _FULL[match[0]]
        said = message.format(found=match[0], mended=mended)
        yield passage.finding(match.span(), said, mended, safe=True)
    for match in _HALF_STOP.finditer(text):
        inside = text[match.end() : match.end() + 1]
        mended = "·" if inside and passage.kind is Kind.TITLE else "。"
        said = message.format(found=match[0], mended=mended)
        yield passage.finding(match.span(), said, mended, safe=not inside)
    for match in _BRACKETS.finditer(text):
        beside = text[max(0, match.start() - 1) : match.start()] + match[1][:1] + match[1][-1:]
        if re.search(f"[{HAN}”》]", beside):
            said = message.format(found="()", mended="（）")
            yield passage.finding(match.span(), said, f"（{match[1]}）", safe=True)


_REPEATED = Pattern(r"，{2,}|、{2,}|；{2,}|：{2,}|。。(?!。)|(?<!。)。。(?=。。$)|！{4,}|？{4,}")


@rule("M102", PRINTED, needs=("，，", "、、", "；；", "：：", "。。", "！！！！", "？？？？"))
def repeated_mark(passage: Passage) -> Iterator[Finding]:
    """A mark stands twice.

    标点重复。

    What: A point is written once; up to three exclamation or question marks show strong feeling.
    说明：点号只写一个；叹号、问号表示强烈语气时可以叠用，但不超过三个。
    Why: GB/T 15834—2011 § 4.2, § 4.3: no more than three.
    依据：GB/T 15834—2011 第4.2条、第4.3条，叠用以三个为限。
    Wrong: 会议强调，，要抓好落实。
    Right: 会议强调，要抓好落实。
    """
    for match in _REPEATED.finditer(passage.text):
        if passage.text[max(0, match.start() - 1) : match.start()] == "。":
            continue
        message = _('"{found}": the mark stands more than once; keep one.').format(
            found=match[0][:6]
        )
        yield passage.finding(match.span(), message, match[0][0], safe=True)


_HEAVIER = "、，：；。！？"


@rule("M103", PRINTED, needs=side_by_side(_HEAVIER, _HEAVIER))
def clashing_marks(passage: Passage) -> Iterator[Finding]:
    """Two points stand side by side that cannot.

    两个点号相撞。

    What: Only one of two different points side by side is meant; ？！ and ……。 are left alone.
    说明：两个不同的点号挨在一起，只能留一个；“？！”“……。”不管。
    Why: GB/T 15834—2011 § 3: each pause has one point.
    依据：GB/T 15834—2011 第3章，一处停顿只用一个点号。
    Wrong: 会议强调，。要抓好落实。
    Right: 会议强调，要抓好落实。
    """
    for match in re.finditer(r"[，、；：。！？]{2,}", passage.text):
        found = match[0]
        if len(set(found)) == 1 or set(found) <= set("？！"):
            continue
        kept = max(found, key=_HEAVIER.index)
        message = _('"{found}": two marks clash; keep one, "{kept}" or the other.')
        said = message.format(found=found[:6], kept=kept)
        yield passage.finding(match.span(), said, kept)


_ELLIPSIS = Pattern(r"\.{3,}(?![/\\])|。{3,}|、{3,}|・{3,}|·{3,}|⋯+|…(?:…{2,}|(?!…)(?<!……))")


@rule("M104", PRINTED, needs=("...", "。。。", "…", "⋯", "・・・", "···"))
def ellipsis_form(passage: Passage) -> Iterator[Finding]:
    """An ellipsis is not written as six dots.

    省略号的写法不对。

    What: An ellipsis is ……, six dots in the room of two characters, and not followed by 等.
    说明：省略号是六个居中的小圆点，占两个字的位置，不用“...”“。。。”或单个“…”。
    Why: GB/T 15834—2011 § 4.11, § 5.1.
    依据：GB/T 15834—2011 第4.11条、第5.1条。
    Wrong: 走访慰问、座谈交流...
    Right: 走访慰问、座谈交流……
    """
    for match in _ELLIPSIS.finditer(passage.text):
        if len(match[0]) % 2 == 0 and set(match[0]) == {"…"}:
            continue
        message = _('"{found}" is not an ellipsis; write "……".').format(found=match[0][:6])
        yield passage.finding(match.span(), message, "……", safe=True)


_AFTER = rf"(?<=[{HAN}”》）].)"
_DASH = Pattern(
    rf"(?:-{_AFTER}-+|－{_AFTER}－+|―{_AFTER}―?|─{_AFTER}─?|—{_AFTER}[-－]|–{_AFTER}–+)(?=[{HAN}“《（])",
    "--|－－|―|─|—-|—－|––",
)
_LONE = Pattern(rf"—(?:(?<=[{HAN}]{{6}}.)|(?<=[”》）].)|(?<=^.))(?=[“《]?[{HAN}]{{6}})(?!—)", "—")


@rule("M105", PRINTED, needs=("--", "－－", "―", "─", "—-", "—－", "––", "—"))
def dash_form(passage: Passage) -> Iterator[Finding]:
    """A dash is not written as one line two characters long.

    破折号的写法不对。

    What: A dash is ——. One — joins places, times and figures; it is taken for a dash cut short
      where long phrases stand on both sides.
    说明：破折号写成“——”；单个“—”是连接号，两边都是长词语时多半是破折号少了一半。
    Why: GB/T 15834—2011 § 4.10, § 5.1; the connecting mark is § 4.13.
    依据：GB/T 15834—2011 第4.10条、第5.1条；连接号见第4.13条。
    Wrong: 我们党永葆青春的传家宝--群众路线。
    Right: 我们党永葆青春的传家宝——群众路线。
    """
    message = _('"{found}" is not a dash; write "——".')
    for match in _DASH.finditer(passage.text):
        said = message.format(found=match[0])
        yield passage.finding(match.span(), said, "——", safe=True)
    for match in _LONE.finditer(passage.text):
        yield passage.finding(match.span(), message.format(found="—"), "——")


_DOT = Pattern(rf"(?<=[{HAN}])[•・∙‧⋅●﹒•](?=[{HAN}])")


@rule("M106", PRINTED, needs=tuple("•・∙‧⋅●﹒"))
def middle_dot(passage: Passage) -> Iterator[Finding]:
    """Another dot stands for the middle dot.

    间隔号用了别的圆点。

    What: Between parts of a name or a title stands ·, not a bullet.
    说明：人名、栏目名各部分之间用间隔号“·”，不用项目符号。
    Why: GB/T 15834—2011 § 4.14.
    依据：GB/T 15834—2011 第4.14条。
    Wrong: 本期“学•习之路”栏目刊发三篇文章。
    Right: 本期“学·习之路”栏目刊发三篇文章。
    """
    for match in _DOT.finditer(passage.text):
        message = _('"{found}" is not the middle dot; write "·".').format(found=match[0])
        yield passage.finding(match.span(), message, "·", safe=True)
