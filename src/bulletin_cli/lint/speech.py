"""Speech (引语): where the points of a quotation stand."""

import re
from collections.abc import Iterator

from bulletin_cli.lint.index import side_by_side
from bulletin_cli.lint.marks import HAN
from bulletin_cli.lint.pattern import Pattern
from bulletin_cli.lint.rule import PROSE, Finding, Passage, rule
from bulletin_cli.messages import _

_BESIDE = Pattern(r"[，、；：]([”’])|。([”’])(?=[，。、；])|[！？][”’](?=[，、])")


_STOPS_BY_QUOTE = (
    *side_by_side("，、；：", "”’"),
    *side_by_side(side_by_side("。", "”’"), "，。、；"),
    *side_by_side(side_by_side("！？", "”’"), "，、"),
)


@rule("M107", PROSE, needs=_STOPS_BY_QUOTE)
def stop_beside_quote(passage: Passage) -> Iterator[Finding]:
    """A point stands at the wrong side of a closing quotation mark, or at both.

    后引号旁的点号位置不对。

    What: A quotation that is part of a sentence ends without a stop; one that is a sentence keeps
      its own, and no second follows. No comma stands before a closing quotation mark.
    说明：引文只是句子的一部分，末尾不用句号；引文独立成句，句号在引号内，引号外不再用点号；后引号前不用逗号、顿号。
    Why: GB/T 15834—2011, annex B.2.
    依据：GB/T 15834—2011 附录B.2。
    Wrong: 他说：“我们的干劲更足了。”。
    Right: 他说：“我们的干劲更足了。”
    """
    for match in _BESIDE.finditer(passage.text):
        start, end = match.span()
        after = passage.text[end : end + 1]
        if match[1]:
            if match[0][0] == "，" and re.match(f"[{HAN}]", after):
                continue  # “……，”他说
            message = _('"{found}": no such point stands before a closing mark; remove it.')
            yield passage.finding((start, start + 1), message.format(found=match[0]), "")
        elif match[2] and after == "。":
            message = _('"{found}": a stop within and without; remove the one after the mark.')
            said = message.format(found=match[0] + after)
            yield passage.finding((end, end + 1), said, "", safe=True)
        elif match[2]:
            message = _('"{found}": the quotation is part of the sentence; remove its full stop.')
            yield passage.finding((start, start + 1), message.format(found=match[0] + after), "")


_STOP_AFTER = Pattern(r"(?<=[：，]“)([^“”\n]{6,120})”。")


@rule("M108", PROSE, needs=("”。",))
def stop_outside_quote(passage: Passage) -> Iterator[Finding]:
    """The stop of a quoted sentence stands outside its quotation marks.

    独立成句的引语，句号放到了引号外。

    What: After 说： and the like a quoted sentence keeps its stop within the marks. Only speech is
      looked at: a quotation with a pause in it, after 说, 表示, 讲 and a colon.
    说明：“说：”“表示：”后面引的是完整的话，句末点号放在引号里面。只查带停顿的整句话。
    Why: GB/T 15834—2011, annex B.2.
    依据：GB/T 15834—2011 附录B.2。
    Wrong: 老张高兴地说：“食堂的菜好了，我们干活更有劲了”。
    Right: 老张高兴地说：“食堂的菜好了，我们干活更有劲了。”
    """
    for match in _STOP_AFTER.finditer(passage.text):
        before = passage.text[max(0, match.start() - 4) : match.start()]
        if not re.search("(?:说|道|讲|表示|感慨|感叹|笑道)：“$", before):
            continue
        if re.search("[，。？！]", match[1]) and match[1][-1] not in "。！？…":
            message = _("A quoted sentence keeps its stop within the marks; write 。” for ”。.")
            span = (match.end() - 2, match.end())
            yield passage.finding(span, message, "。”", safe=True)


_SPEAKER = Pattern(
    r"(?:^|(?<=[。！？]))“[^“”\n]{6,120}?(?P<end>”[。，]|。”，|”)(?=(?:[^，。；：！？“”\n上度来样]{0,16}?)"
    r"(?:表示|说道|感慨道|感叹道|介绍说|告诉记者|如是说|激动地说|高兴地说|笑着说|地说|感慨地说|说)[。，])",
    "”",
)


@rule("M109", PROSE, needs=side_by_side("示道说者", "。，"))
def quote_before_speaker(passage: Passage) -> Iterator[Finding]:
    """A quotation that stands before its speaker does not end with ，” or 。”.

    引语在前、说话人在后，引语末尾的标点不对。

    What: A quotation at the beginning of a sentence keeps its own point within the marks: “……，”
      or “……。” and then who said it.
    说明：引语放在句首、说话人在后面时，引语末尾的点号放在引号里面，写成“……，”或“……。”。
    Why: GB/T 15834—2011, annex B.2.
    依据：GB/T 15834—2011 附录B.2。
    Wrong: “大家的干劲更足了”。班长老张高兴地说。
    Right: “大家的干劲更足了。”班长老张高兴地说。
    """
    for match in _SPEAKER.finditer(passage.text):
        found = match["end"]
        inside = passage.text[match.start("end") - 1]
        if found == "”" and inside in "，。！？…—":
            continue
        mended = "。”" if found in {"。”，", "”。"} else "，”"
        if inside in "！？…":
            mended = "”"
        message = _('"{found}": before its speaker a quotation ends with "{mended}".')
        said = message.format(found=found, mended=mended)
        yield passage.finding(match.span("end"), said, mended)


_UNMARKED = Pattern(
    r"(?<=[地者理记长员任工师某张王李刘陈赵杨])(?P<said>说|说道|感慨道|感叹道|讲道|喊道)：(?=[^“”『「。！？\n]{0,30}(?:我们?|咱们?)[^“”。！？\n]{0,60}[。！？])"
)


@rule("P110", PROSE, needs=("说：", "道："))
def speech_without_quotes(passage: Passage) -> Iterator[Finding]:
    """What somebody says stands without quotation marks.

    直接引语没有加引号。

    What: After 说： what is said in the first person stands in “”.
    说明：“说：”后面以第一人称引出的原话要加引号。
    Why: GB/T 15834—2011 § 4.8.
    依据：GB/T 15834—2011 第4.8条。
    Wrong: 班长老张高兴地说：我们的干劲更足了。
    Right: 班长老张高兴地说：“我们的干劲更足了。”
    """
    for match in _UNMARKED.finditer(passage.text):
        message = _('What is said in the first person after "{found}：" stands in “”.')
        yield passage.finding(match.span(), message.format(found=match["said"]))
