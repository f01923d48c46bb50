"""Wording (词语): slips that a list knows, the house's own, and words that stand twice."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from bulletin_cli.lint.data import table, words
from bulletin_cli.lint.pattern import Pattern
from bulletin_cli.lint.rule import PRINTED, PROSE, Bulletin, Finding, Passage, issue_rule, rule
from bulletin_cli.messages import _, language


@dataclass(frozen=True, slots=True)
class _Slip:
    """A wrong word, what is meant, and in what company it is wrong."""

    wrong: str
    right: str
    why: Mapping[str, str]
    unless: tuple[str, ...] = ()
    after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()
    without: str = ""
    safe: bool = True

    def stands(self, text: str, at: int) -> bool:
        """Whether the wrong word at a position is wrong in its company."""
        end = at + len(self.wrong)
        if self.after and not text.startswith(self.after, end):
            return False
        if self.before and not text[:at].endswith(self.before):
            return False
        if self.without and self.without in re.split("[。；！？]", text[end : end + 80])[0]:
            return False
        return not any(_covers(text, at, end, right) for right in self.unless)


def _covers(text: str, start: int, end: int, right: str) -> bool:
    """Whether a longer word that is right stands over the wrong one."""
    first = max(0, end - len(right))
    return 0 <= text.find(right, first, start + len(right)) <= start


@issue_rule("W101")
def slip(bulletin: Bulletin) -> Iterator[Finding]:
    """A word is written with a wrong character, or says a thing twice.

    错别字或语义重复的词。

    What: Words of a list of slips that are common in bulletins: characters of the same sound or a
      like shape, established wordings of policies, words that repeat themselves.
    说明：简报常见易错词：同音、形近字误用，规范提法写错，语义重复等，按词表查。
    Why: 现代汉语词典; 第一批异形词整理表; the official wording of policies.
    依据：《现代汉语词典》《第一批异形词整理表》及规范提法。
    Wrong: 大家再接再励，布署下一步工作。
    Right: 大家再接再厉，部署下一步工作。
    """
    yield from _found(bulletin, _slips())


def _found(bulletin: Bulletin, slips: Sequence[_Slip]) -> Iterator[Finding]:
    printed = [passage for passage in bulletin.passages if passage.kind in PRINTED]
    everything = "\n".join(passage.text for passage in printed)
    for known in slips:
        if known.wrong in everything:
            for passage in printed:
                yield from _standing(passage, known)


def _standing(passage: Passage, known: _Slip) -> Iterator[Finding]:
    text = passage.text
    at = text.find(known.wrong)
    while at >= 0:
        end = at + len(known.wrong)
        if known.stands(text, at):
            message = _('"{wrong}": write "{right}".')
            why = known.why.get("zh" if language() == "zh_CN" else "en")
            if why:
                message = _('"{wrong}": write "{right}" ({why}).')
            said = message.format(wrong=known.wrong, right=known.right, why=why)
            yield passage.finding((at, end), said, known.right, safe=known.safe)
        at = text.find(known.wrong, end)


@cache
def _slips() -> tuple[_Slip, ...]:
    return tuple(
        _slip(wrong, entry, group["why"])
        for group in table("wording")["groups"]
        for wrong, entry in group["words"].items()
    )


def _slip(wrong: str, entry: str | dict[str, Any], why: Mapping[str, str]) -> _Slip:
    if isinstance(entry, str):
        return _Slip(wrong, entry, why)
    company = {name: tuple(entry.get(name, ())) for name in ("unless", "after", "before")}
    safe = not entry.get("unsafe", False)
    return _Slip(wrong, entry["right"], why, without=entry.get("without", ""), safe=safe, **company)


@issue_rule("W102")
def house_word(bulletin: Bulletin) -> Iterator[Finding]:
    """A word is not written as this house writes it.

    与本单位规定的写法不一致。

    What: The publication lists words under [[lint.words]]: wrong, right, and where wanted why and
      unless (longer words that are right).
    说明：刊物文件的[[lint.words]]列出本单位的写法：wrong（误）、right（正），可加why（理由）、
      unless（含有它但本身正确的词）。
    Why: The house's own list.
    依据：本单位词表。
    Wrong: (words = 碳素厂 → 炭素厂) 碳素厂党支部开展主题党日。
    Right: 炭素厂党支部开展主题党日。
    """
    slips = tuple(
        _Slip(word.wrong, word.right, {"en": word.why or "", "zh": word.why or ""}, word.unless)
        for word in bulletin.issue.publication.lint.words
    )
    yield from _found(bulletin, slips)


_TWICE = Pattern(
    "(?P<one>(?<![目])的的(?!确)|和和(?![气美睦])|与与|及及|把把(?!关)|被被|了了(?![解结事却不然])"
    "|使使(?![用命者馆])|在在(?!线|建|岗|职|校|场|押|逃|编|册)|由由|于于"
    "|为为(?![民群党职企基师官政人何主期]))"
    "|(?P<word>{})(?P=word)(?!性)"
    "|(?P<phrase>[\u4e00-\u9fff]{{4,12}})(?P=phrase)".format(
        "进行|开展|通过|关于|以及|同时|其中|认真|积极|我们|他们|大家|要求|指出|强调|表示|加强|提高|推进"
        "|推动|落实|坚持|确保|围绕|结合|按照|根据|对于|由于|因此|并且|不断|深入|全面|切实|主持|召开|举办"
        "|举行|参加|进一步|做好|公司|党员|干部|职工|群众|能够|可以|已经|正在|以来|为了|作为|成为|一个|这个"
        "|活动|会议|精神"
    )
)


@rule("W103", PROSE)
def repeated_word(passage: Passage) -> Iterator[Finding]:
    """A word stands twice in a row.

    字词重复。

    What: Particles, common words and phrases of four characters or more typed twice. 的的确确,
      加深了了解 and the like are left alone.
    说明：虚词、常用词和四字以上的词组连打了两遍；“的的确确”“加深了了解”之类不管。
    Why: A slip of typing.
    依据：衍文。
    Wrong: 会议对下一步工作进行进行了安排。
    Right: 会议对下一步工作进行了安排。
    """
    for match in _TWICE.finditer(passage.text):
        half = len(match[0]) // 2
        before = passage.text[max(0, match.start() - 1) : match.start()]
        if match["one"] and before + match[0][0] in words("endings"):
            continue
        message = _('"{found}" stands twice; keep one.').format(found=match[0][:half])
        yield passage.finding(match.span(), message, match[0][:half], safe=bool(match["one"]))


_CLAUSES = Pattern(
    r"(?:^|(?<=[，。；：！？]))(?P<clause>[^，。；：！？\n]{6,60})(?P<mark>[，。；])(?P=clause)(?=[，。；！？]|$)"
)


@rule("W104", PROSE)
def repeated_clause(passage: Passage) -> Iterator[Finding]:
    """A clause stands twice in a row.

    同一句话连写了两遍。

    What: Two clauses of six characters or more, one after the other, are the same.
    说明：相邻两个分句（六字以上）完全相同，多半是复制时多贴了一遍。
    Why: A slip of copying.
    依据：衍文。
    Wrong: 会议要求压实安全责任，会议要求压实安全责任，抓好隐患整改。
    Right: 会议要求压实安全责任，抓好隐患整改。
    """
    for match in _CLAUSES.finditer(passage.text):
        span = (match.start(), match.end("mark"))
        message = _("The clause stands twice in a row; remove one.")
        yield passage.finding(span, message, "")
