"""Collocation (搭配): verbs and the objects that go with them."""

import re
from collections.abc import Iterator

from bulletin_cli.lint.pattern import Pattern
from bulletin_cli.lint.rule import PROSE, Finding, Passage, rule
from bulletin_cli.messages import _

_DEGREE = r"(?=[，。；！、]|$)"
_MATCHES = (
    ("加强|提高|提升|增强|加快|完善", "力度", "加大"),
    ("提高|提升|加大|加强|增强", "步伐|进度|步子", "加快"),
    ("加强|增强|改善|扩大|加快", "水平", "提高"),
    ("加强|加快|扩大", "效率|效益|质量|积极性|素质", "提高"),
    ("发挥", "精神|传统|作风", "发扬"),
    ("发扬", "作用", "发挥"),
    ("召开", "活动|竞赛|比赛|培训班|培训|演练|讲座|晚会", "举办"),
    ("召开|开展", "仪式|典礼", "举行"),
    ("起到", "效果|成效", "取得"),
    ("起到", "目的|目标", "达到"),
    ("开展", "会议|座谈会|大会|推进会|动员会|调度会", "召开"),
)


@rule("G307", PROSE)
def verb_and_object(passage: Passage) -> Iterator[Finding]:
    """A verb and its object do not go together: 加强……力度.

    动词与宾语不搭配，如“加强……力度”。

    What: 力度 is 加大, 步伐 is 加快, 水平 is 提高, 精神 is 发扬, 作用 is 发挥, an activity
      is 开展, a meeting is 召开. Told only where the two stand close and nothing else can be meant.
    说明：力度用“加大”，步伐用“加快”，水平用“提高”，精神用“发扬”，作用用“发挥”，
      活动用“开展”，会议用“召开”。只在两词靠近、没有别的解释时才报。
    Why: Usage: words that do not go together (搭配不当).
    依据：搭配不当。
    Wrong: 加强安全监督检查力度。
    Right: 加大安全监督检查力度。
    """
    text = passage.text
    for verbs, objects, mended in _MATCHES:
        for found in re.finditer(rf"(?:{objects}){_DEGREE}", text):
            clause = re.split(
                "[，。；：、！？“”（）和与]", text[max(0, found.start() - 16) : found.start()]
            )
            verb = re.match(
                rf".{{0,6}}?(?P<verb>{verbs})(?:了|和)?(?P<between>.{{0,10}})$", clause[-1]
            )
            if not verb or re.search(
                "提高|提升|加大|加快|发挥|发扬|召开|会|的(?:问题|同时)|开展", verb["between"]
            ):
                continue
            start = found.start() - len(clause[-1]) + verb.start("verb")
            message = _('"{verb}" does not go with "{object}"; write "{mended}".')
            said = message.format(verb=verb["verb"], object=found[0], mended=mended)
            span = (start, start + len(verb["verb"]))
            yield passage.finding(span, said, mended)


_EVERY = Pattern(r"无时无刻(?P<rest>(?:，)?(?:都|在|地)(?![不]))")


@rule("G308", PROSE, needs=("无时无刻",))
def every_moment(passage: Passage) -> Iterator[Finding]:
    """无时无刻 stands without its 不.

    “无时无刻”后面缺“不”。

    What: 无时无刻不 means at every moment; without 不 it says at none.
    说明：“无时无刻”要与“不”连用才表示“时时刻刻”。
    Why: 现代汉语词典.
    依据：《现代汉语词典》“无时无刻”条。
    Wrong: 他无时无刻都牵挂着职工。
    Right: 他时时刻刻都牵挂着职工。
    """
    for match in _EVERY.finditer(passage.text):
        start = match.start()
        message = _('"无时无刻" needs "不" after it; write "时时刻刻".')
        yield passage.finding((start, start + 4), message, "时时刻刻")
