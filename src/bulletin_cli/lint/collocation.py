"""Collocation (搭配): verbs and the objects that go with them."""

import re
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from bulletin_cli.lint.data import groups
from bulletin_cli.lint.index import side_by_side
from bulletin_cli.lint.pattern import Pattern
from bulletin_cli.lint.rule import PROSE, Finding, Passage, rule
from bulletin_cli.messages import _

_STOPS = "[，。；：、！？“”（）和与]"
_OTHER = Pattern(
    "提高|提升|加大|加快|发挥|发扬|召开|会|的(?:问题|同时)|开展|扩大|增强|取得|起到|完成|实现|推动|进行|改善|加强|降低|减少|使|让"
    "|措施|奠定|作出|制度|方式|形式|手段|为|等|何|到"
)


class _Object(NamedTuple):
    """Verbs that do not go with an object, and what does."""

    verbs: Sequence[str]
    mended: str


def _objects() -> dict[str, list[_Object]]:
    """Objects at the end of a clause, the longest first."""
    objects: dict[str, list[_Object]] = {}
    for line in groups("words")["collocations"]:
        verbs, named, mended = re.split("[：→]", line)
        for each in named.split("|"):
            objects.setdefault(each, []).append(_Object(verbs.split("|"), mended))
    return {each: objects[each] for each in sorted(objects, key=len, reverse=True)}


_OBJECTS = _objects()
_FOUND = Pattern(f"(?:{'|'.join(_OBJECTS)})(?=[，。；！、]|$)")


@rule("G307", PROSE, needs=side_by_side(_OBJECTS, "，。；！、\n"))
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
    for found in _FOUND.finditer(text):
        clause = re.split(_STOPS, text[max(0, found.start() - 16) : found.start()])[-1]
        for it in _OBJECTS[found[0]]:
            verb, at = _governing(clause, it.verbs)
            if verb:
                start = found.start() - len(clause) + at
                message = _('"{verb}" does not go with "{object}"; write "{mended}".')
                said = message.format(verb=verb, object=found[0], mended=it.mended)
                yield passage.finding((start, start + len(verb)), said, it.mended)


def _governing(clause: str, verbs: Sequence[str]) -> tuple[str, int]:
    """The verb of a clause whose object follows it, and where it stands; no verb in any doubt."""
    places = ((at, verb) for at in range(7) for verb in verbs if clause.startswith(verb, at))
    for at, verb in places:
        rest = clause[at + len(verb) :]
        between = rest[1:] if rest[:1] in {"了", "和"} else rest
        if len(between) <= 10 and clause[max(0, at - 1) : at] != "承" and "\n" not in clause:
            return ("", 0) if _OTHER.search(between) else (verb, at)
    return "", 0


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
