"""Edges (首尾): how a paragraph begins, how it ends, and the credit after it."""

import re
from collections.abc import Iterator

from bulletin_cli.characters import CLOSING, POINTS, is_han
from bulletin_cli.lint.index import side_by_side
from bulletin_cli.lint.marks import HAN
from bulletin_cli.lint.pattern import Pattern
from bulletin_cli.lint.rule import PROSE, Finding, Kind, Passage, rule
from bulletin_cli.messages import _

_NEVER_FIRST = "".join(sorted(POINTS | CLOSING | set(",;:!?)%％·")))
_FIRST = Pattern(f"^[{_NEVER_FIRST}]+")


@rule(
    "M201",
    PROSE | {Kind.TITLE, Kind.NOTE, Kind.CREDIT},
    needs=side_by_side("\n", _NEVER_FIRST),
)
def begins_with_mark(passage: Passage) -> Iterator[Finding]:
    """A paragraph begins with a mark that closes something.

    段首是点号或后括号。

    What: No paragraph, heading or credit begins with a point or a closing mark; a beginning was
      lost, or the mark is left over from what was cut out.
    说明：段落、标题、署名不以点号或后引号、后括号开头；多半是前面的字删了，标点留了下来。
    Why: GB/T 15834—2011 § 5.1.1: such a mark belongs to what stands before it.
    依据：GB/T 15834—2011 第5.1.1条，点号附在文字之后，不出现在一行之首。
    Wrong: ，青海分公司开展人人讲党课活动。
    Right: 青海分公司开展人人讲党课活动。
    """
    match = _FIRST.match(passage.text)
    if match and passage.first:
        rest = passage.text[match.end() :]
        safe = bool(rest) and not set(match[0]) & (CLOSING | {")"})
        message = _('"{found}" begins the text; remove it, or restore what stood before it.')
        yield passage.finding(match.span(), message.format(found=match[0]), "", safe=safe)


_HEADING = Pattern(r"[一二三四五六七八九十]+、|（[一二三四五六七八九十]+）|\d+[.．、]|【|——|★|●")
CREDIT = Pattern(
    rf"（(?:(?:供稿|来源|作者|记者|通讯员|文|图)[^（）]{{0,20}}|[{HAN}“”·]{{2,16}}[ \u3000：:/]+"
    rf"[{HAN}·、 \u3000]{{2,16}})[ \u3000]*）(?=[。．.]?$)"
)


_SENTENCE = Pattern(
    "(?:开展|组织|召开|举办|举行|进行|学习|传达|印发|参加|慰问|完成|取得|获得|荣获|得到)了|自[^，。]{2,12}起"
)


def _is_prose(text: str) -> bool:
    """Whether a paragraph is made of sentences, not a heading, a list of names or a caption."""
    body = CREDIT.sub("", text)
    return len(body) > 15 and ("。" in body[:-1] or (len(body) > 30 and "，" in body))


def _is_whole(passage: Passage) -> bool:
    """Whether a paragraph is made of sentences, or of one with which its item ends."""
    text = passage.text
    return _is_prose(text) or (passage.last and len(text) >= 20 and bool(_SENTENCE.search(text)))


@rule("M202", frozenset({Kind.TEXT}))
def ends_without_mark(passage: Passage) -> Iterator[Finding]:
    """A paragraph of sentences ends without its mark.

    段末缺句末标点。

    What: The last sentence of a paragraph ends with 。！？ or …… , before the credit too. Headings,
      lists and lines of names are left alone.
    说明：段落最后一句用句号、问号、叹号或省略号结束，署名之前也一样；小标题、名单不管。
    Why: GB/T 15834—2011 § 4.1.
    依据：GB/T 15834—2011 第4.1条，句末点号表示句末停顿。
    Wrong: 公司召开党风廉政建设会议，传达上级精神。会议强调，要压实责任，抓好落实
    Right: 公司召开党风廉政建设会议，传达上级精神。会议强调，要压实责任，抓好落实。
    """
    text = passage.text
    last = text[-1]
    comma = last in "，、,"
    cut = is_han(last) or (last in "”）》%％" and text[-2:-1] not in set("。！？…；"))
    if not comma and not cut:
        return
    if "。" not in text and _HEADING.match(text):
        cut = False
    if last in "”）":
        opened = text.rfind("“" if last == "”" else "（")
        if opened < 0 or text[:opened].rstrip()[-1:] in set("。！？…"):
            cut = False
    if not (comma or (cut and _is_whole(passage))) or CREDIT.search(text):
        return
    if comma and not passage.last and "。" not in text:
        return
    end = len(text)
    message = _('The text ends with "{found}"; end the sentence with "。".')
    if comma:
        yield passage.finding((end - 1, end), message.format(found=last), "。")
    else:
        shown = (end - 1, end)
        said = _('"。" is missing after "{found}".').format(found=text[-4:])
        yield passage.finding(shown, said, f"{last}。", safe=passage.last and is_han(last))


@rule("M203", frozenset({Kind.TEXT}), needs=("）",))
def credit_and_stop(passage: Passage) -> Iterator[Finding]:
    """The full stop does not stand between the text and its credit.

    署名与句号的位置不对。

    What: The last sentence has its full stop, then follows the credit in brackets, without one.
    说明：正文末尾先用句号，再写括号里的供稿单位和作者，括号后不再用句号。
    Why: GB/T 15834—2011, annex A.8: a bracket that concerns the whole text stands after its stop.
    依据：GB/T 15834—2011 附录A.8，注释全篇的括号放在句末点号之后。
    Wrong: 公司开启了物资采购新篇章（华岳物资 樊江海）
    Right: 公司开启了物资采购新篇章。（华岳物资 樊江海）
    """
    match = CREDIT.search(passage.text)
    if not match or match.start() == 0 or len(passage.text) < 20:
        return
    start, end = match.span()
    before = passage.text[:start].rstrip()
    if before and before[-1] not in "。！？…”；：":
        found = passage.text[max(0, start - 4) : start]
        message = _('"。" is missing before the credit, after "{found}".').format(found=found)
        yield passage.finding((start, start + 1), message, "。（", safe=True)
    if passage.text[end:]:
        message = _('No "。" stands after the credit; remove it.')
        yield passage.finding((end, len(passage.text)), message, "", safe=True)


@rule("M204", frozenset({Kind.TITLE}))
def heading_with_stop(passage: Passage) -> Iterator[Finding]:
    """A heading ends with a point.

    标题末尾用了点号。

    What: Headings of sections and parts end without 。，；： or 、.
    说明：栏目名、篇名末尾不用句号、逗号、分号、冒号、顿号。
    Why: GB/T 15834—2011, annex B.4: no stop at the end of a heading.
    依据：GB/T 15834—2011 附录B.4，标题末尾一般不用点号。
    Wrong: 党史学习教育进行篇。
    Right: 党史学习教育进行篇
    """
    match = re.search(r"[。，；：、,;:]+$", passage.text)
    if match and match.start():
        message = _('A heading ends without "{found}"; remove it.').format(found=match[0])
        yield passage.finding(match.span(), message, "", safe=True)


@rule("M205", frozenset({Kind.CREDIT}))
def stop_in_credit(passage: Passage) -> Iterator[Finding]:
    """A credit ends with a point.

    署名末尾用了点号。

    What: A credit is a name, not a sentence.
    说明：署名是单位和姓名，不是句子，末尾不用句号、逗号。
    Why: GB/T 15834—2011 § 4.1.
    依据：GB/T 15834—2011 第4.1条。
    Wrong: 华岳物资 樊江海。
    Right: 华岳物资 樊江海
    """
    match = re.search(r"[。，；、：,;.]+[ \u3000]*(?=）?$)", passage.text)
    if match and match.start():
        message = _('A credit ends without "{found}"; remove it.').format(found=match[0].strip())
        yield passage.finding(match.span(), message, "", safe=True)


_STOPPED = Pattern(r"(?<=[^。！？…；：（）])（[^（）。]{1,40}(?P<stop>。)）")


@rule("M206", PROSE, needs=("。）",))
def stop_in_bracket(passage: Passage) -> Iterator[Finding]:
    """A remark within a sentence ends with a full stop inside its bracket.

    句内括号的末尾用了句号。

    What: A remark in brackets inside a sentence has no full stop of its own; one after the sentence
      keeps it.
    说明：注释句中词语的括号，末尾不用句号；注释整句、放在句末点号之后的括号不管。
    Why: GB/T 15834—2011, annex A.8.
    依据：GB/T 15834—2011 附录A.8。
    Wrong: 新增客户9家（其中省外4家。），合同额稳步增长。
    Right: 新增客户9家（其中省外4家），合同额稳步增长。
    """
    for match in _STOPPED.finditer(passage.text):
        message = _("A remark within a sentence has no full stop in its bracket; remove it.")
        yield passage.finding(match.span("stop"), message, "", safe=True)


_TITLED = Pattern(
    "(?<=[、])(?:党委书记|党委副书记|董事长|总经理|副总经理|工会主席|纪委书记|书记|厂长|主任|部长)(?P<comma>，)(?=[\u4e00-\u9fff]{2,3}(?:出席|主持|作|讲话|宣读|带队|致辞|参加|到场))"
)


@rule("M207", PROSE, needs=side_by_side("记长理席任", "，"))
def comma_before_name(passage: Passage) -> Iterator[Finding]:
    """A comma parts a title from the name it belongs to.

    职务与姓名之间用了逗号。

    What: 党委书记、董事长张某出席会议: title and name are one.
    说明：职务后面直接接姓名，中间不用逗号。
    Why: GB/T 15834—2011 § 4.4.
    依据：GB/T 15834—2011 第4.4条。
    Wrong: 党委书记、董事长，张某出席会议。
    Right: 党委书记、董事长张某出席会议。
    """
    for match in _TITLED.finditer(passage.text):
        message = _('No "{found}" stands here; remove it.').format(found="，")
        yield passage.finding(match.span("comma"), message, "")
