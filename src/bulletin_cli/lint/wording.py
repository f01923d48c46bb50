"""Wording (词语): slips that a list knows, the house's own, and words that stand twice."""

from collections.abc import Iterable, Iterator
from itertools import islice
from operator import eq

from bulletin_cli.lint.data import words
from bulletin_cli.lint.index import Index, Needs
from bulletin_cli.lint.pattern import Pattern
from bulletin_cli.lint.rule import (
    LIMIT,
    PRINTED,
    PROSE,
    Bulletin,
    Finding,
    Passage,
    issue_rule,
)
from bulletin_cli.lint.slips import Slip, Slips, known
from bulletin_cli.messages import _, language


def _starts() -> Iterable[str]:
    return known().pairs.values()


@issue_rule("W101", asks=_starts)
def slip(bulletin: Bulletin) -> Iterator[Finding]:
    """A word is written with a wrong character, or says a thing twice.

    错别字或语义重复的词。

    What: Words of a list of slips that are common in bulletins: characters of the same sound or a
      like shape, established wordings of policies, words that repeat themselves.
    说明：简报常见易错词：同音、形近字误用，规范提法写错，语义重复等，按词表查。
    Why: 现代汉语词典; 第一批异形词整理表; the official wording of policies.
    依据：《现代汉语词典》《第一批异形词整理表》及规范提法。
    Wrong: 公司召开座谈会，布署下一步工作。
    Right: 公司召开座谈会，部署下一步工作。
    """
    yield from _found(bulletin, known(), bulletin.index)


def _found(bulletin: Bulletin, slips: Slips, index: Index) -> Iterator[Finding]:
    for position, slip in slips.standing(index):
        passage, at = bulletin.at(position)
        if passage.kind in PRINTED:
            message = _('"{wrong}": write "{right}".')
            why = slip.why[language() == "zh_CN"]
            if why:
                message = _('"{wrong}": write "{right}" ({why}).')
            said = message.format(wrong=slip.wrong, right=slip.right, why=why)
            span = (at, at + len(slip.wrong))
            yield passage.finding(span, said, slip.right, safe=slip.safe)


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
    own = bulletin.issue.publication.lint.words
    if own:
        slips = Slips(
            Slip(each.wrong, each.right, (each.why or "",) * 2, each.unless) for each in own
        )
        yield from _found(bulletin, slips, bulletin.index.asked(slips.pairs))


_LONGEST = 12
"""Characters of a phrase of which is seen that it stands twice."""

_TWICE = Pattern(
    "(?P<one>(?<![目])的的(?!确)|和和(?![气美睦平])|与与|及及|把把(?!关)|被被|了了(?![解结事却不然之])"
    "|使使(?![用命者馆])|在在(?!线|建|岗|职|校|场|押|逃|编|册)|由由|于于"
    "|为为(?![民群党职企基师官政人何主期])|([是也都就并但而因向这我它其让给则或又还已不])\\2(?<!不不))"
    "|(?P<word>[\u4e00-\u9fff]{2})(?P=word)(?!性)"
    f"|(?P<phrase>[\u4e00-\u9fff]{{3,{_LONGEST}}})(?P=phrase)"
)
_AGAIN = Pattern(
    "根据根据地|来越|[一很最大极多老八那热香碧墨细忽哗三两几半]|[\u4e00-\u9fff][着过一了]|请坐|如何"
    "|(?:教育|活动|支部|支队|工作|实事|队伍|干部|火山|中央|代表|工程|人员|总结|主教|考虑|商量|讨论|研究|学习|照顾|意思"
    "|提醒|鼓励|鉴定|比较|检查|调研|了解|看看|说说|试试|想想|聊聊|走走|读读|年年|月月|天天|人人|家家|生产|发展|管理|建设|技术|中心|公司|集团)"
)


_DOUBLED = Needs(
    2 * each for each in "的和与及把被了使在由于为是也都就并但而因向这我它其让给则或又还已不"
)


@issue_rule("W103", asks=lambda: _DOUBLED.pairs)
def repeated_word(bulletin: Bulletin) -> Iterator[Finding]:
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
    index = bulletin.index
    held = {*index.holding(_DOUBLED), *(index.at(at)[0] for at in _twice(index.text))}
    for passage in bulletin.numbered(held, PROSE):
        yield from islice(_repeated(passage), LIMIT)


_WORD = Pattern("[\u4e00-\u9fff]")
_LINE_END = Pattern("\n")


def _twice(text: str) -> Iterator[int]:
    """Where the same stands twice in a row, from two characters to the longest; once a line.

    The text is laid over itself, moved on by two characters, by three, and so on: where it repeats
    itself, the difference of the two is nothing.
    """
    coded = text.encode("utf-32-le")
    number = int.from_bytes(coded, "little")
    for length in range(2, _LONGEST + 1):
        moved = (number ^ (number >> 32 * length)).to_bytes(len(coded), "little")
        nothing = bytes(4 * length)
        at = moved.find(nothing)
        while 0 <= at <= len(coded) - 8 * length:
            place = -(-at // 4)
            if at % 4 == 0:
                word = _WORD.search(text, place)
                if word and word.start() == place:
                    yield place
                    word = _LINE_END.search(text, place)
                place = word.start() if word else len(text)
            at = moved.find(nothing, 4 * place)


def _repeated(passage: Passage) -> Iterator[Finding]:
    for match in _TWICE.finditer(passage.text):
        half = len(match[0]) // 2
        before = passage.text[max(0, match.start() - 1) : match.start()]
        pair = passage.text[max(0, match.start() - 2) : match.start()]
        in_pairs = pair == before * 2 or before == "一"  # 暖暖和和, 一把把
        if match["one"] and (in_pairs or before + match[0][0] in words("endings")):
            continue
        if not match["one"] and _AGAIN.match(passage.text[match.start() : match.end() + 1]):
            continue
        message = _('"{found}" stands twice; keep one.').format(found=match[0][:half])
        yield passage.finding(match.span(), message, match[0][:half], safe=bool(match["one"]))


_CLAUSES = Pattern(
    r"(?:^|(?<=[，。；：！？]))(?P<clause>[^，。；：！？\n]{6,60})(?P<mark>[，。；])(?P=clause)(?=[，。；！？]|$)"
)


_CLAUSE = Pattern(r"[^，。；：！？\n]+")


@issue_rule("W104")
def repeated_clause(bulletin: Bulletin) -> Iterator[Finding]:
    """A clause stands twice in a row.

    同一句话连写了两遍。

    What: Two clauses of six characters or more, one after the other, are the same.
    说明：相邻两个分句（六字以上）完全相同，多半是复制时多贴了一遍。
    Why: A slip of copying.
    依据：衍文。
    Wrong: 会议要求压实安全责任，会议要求压实安全责任，抓好隐患整改。
    Right: 会议要求压实安全责任，抓好隐患整改。
    """
    clauses = _CLAUSE.findall(bulletin.index.text)
    if not any(map(eq, clauses, clauses[1:])):
        return
    for passage in bulletin.of(PROSE):
        for match in islice(_CLAUSES.finditer(passage.text), LIMIT):
            span = (match.start(), match.end("mark"))
            message = _("The clause stands twice in a row; remove one.")
            yield passage.finding(span, message, "")
