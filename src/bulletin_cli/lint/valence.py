"""Valence (成分与配合): predicates, titles and purposes that lack or exceed their parts."""

from collections.abc import Iterator

from bulletin_cli.lint.index import side_by_side
from bulletin_cli.lint.pattern import Pattern
from bulletin_cli.lint.rule import PROSE, Finding, Passage, rule
from bulletin_cli.messages import _

_GROWN = Pattern(
    r"(?P<level>水平|素质|效率|质量|技能)(?:也|都|均)?(?:得到|有)了?[^，。；：！？\n]{0,8}?(?P<a>加强|增强|改善)(?=[，。；！])"
    r"|(?P<place>环境|条件|面貌)(?:也|都|均)?(?:得到|有)了?[^，。；：！？\n]{0,8}?(?P<b>提高|加强|增强)(?=[，。；！])"
)


@rule("G216", PROSE, needs=("得到", "有了"))
def subject_and_verb(passage: Passage) -> Iterator[Finding]:
    """A subject and its verb do not go together: 水平得到加强.

    主语与谓语不搭配，如“水平得到加强”“环境得到提高”。

    What: 水平, 素质, 效率, 质量 are raised (提高); 环境, 条件, 面貌 are improved (改善).
    说明：水平、素质、效率、质量用“提高”，环境、条件、面貌用“改善”。
    Why: Usage: words that do not go together (搭配不当).
    依据：搭配不当。
    Wrong: 职工的技能水平得到了进一步加强。
    Right: 职工的技能水平得到了进一步提高。
    """
    for match in _GROWN.finditer(passage.text):
        name, subject, mended = "a", match["level"], "提高"
        if match["b"]:
            name, subject, mended = "b", match["place"], "改善"
        message = _('"{verb}" does not go with "{object}"; write "{mended}".')
        said = message.format(verb=match[name], object=subject, mended=mended)
        yield passage.finding(match.span(name), said, mended)


_TITLE = Pattern(
    r"(?P<called>(?:评为|誉为|称为))(?P<name>“[^“”\n]{1,20}”)(?P<title>的?(?:荣誉|光荣|美誉)?(?:称号|美誉|美称))(?=[，。；、！])"
)


@rule("G217", PROSE, needs=("称号", "美誉", "美称"))
def called_a_title(passage: Passage) -> Iterator[Finding]:
    """评为 or 誉为 stands with 称号.

    “评为”“誉为”与“称号”不搭配。

    What: 评为“先进集体”, or 授予“先进集体”称号; 誉为“活雷锋”, or 享有“活雷锋”的美誉.
    说明：应当说“评为‘先进集体’”或“授予‘先进集体’称号”，“誉为”后面也不用“称号”。
    Why: Grammar of the written language (句式杂糅).
    依据：现代汉语语法，句式杂糅。
    Wrong: 公司被评为“先进集体”称号。
    Right: 公司被评为“先进集体”。
    """
    for match in _TITLE.finditer(passage.text):
        message = _('"{first}" does not go with "{second}"; remove "{second}".')
        said = message.format(first=match["called"], second=match["title"])
        yield passage.finding(match.span("title"), said, "")


_NEED = Pattern(
    r"(?:^|(?<=[，。；：！？]))(?:为了?|为进一步|为切实)(?![民国人])(?!.{0,24}(?:适应|满足|符合|顺应|应对|响应|出于|根据|服从|服务于))"
    r"[^，。；：！？\n]{0,12}?(?:做好|搞好|加强|提高|提升|推动|推进|落实|完成|确保|保障)[^，。；：！？\n]{2,20}?(?P<need>的(?:需要|目的))(?=，)"
)


@rule("G218", PROSE, needs=("的需要，", "的目的，"))
def purpose_and_need(passage: Passage) -> Iterator[Finding]:
    """为…… is closed by 的需要.

    “为……”与“的需要”杂糅。

    What: 为做好工作, or 根据做好工作的需要; both at once is a blend. 为适应……的需要 is right.
    说明：“为做好……工作”或“根据……的需要”，只用一种；“为适应……的需要”是对的。
    Why: Grammar of the written language (句式杂糅).
    依据：现代汉语语法，句式杂糅。
    Wrong: 为进一步做好防汛工作的需要，公司召开会议。
    Right: 为进一步做好防汛工作，公司召开会议。
    """
    for match in _NEED.finditer(passage.text):
        message = _('"{found}" ends another pattern than the one begun; remove it.')
        yield passage.finding(match.span("need"), message.format(found=match["need"]), "")


_PLANS = Pattern(
    r"提出了?(?:[^，。；：！？\n]{0,10}?)(?:要求|希望)(?P<and>(?:和|、|与)(?:部署|安排|工作部署|工作安排))(?=[，。；])",
    "提出",
)


@rule("G219", PROSE, needs=side_by_side("和、与", ("部署", "安排", "工作部署", "工作安排")))
def proposed_a_plan(passage: Passage) -> Iterator[Finding]:
    """提出 governs 要求和部署, of which only the first goes with it.

    “提出要求和部署”后一项不搭配。

    What: Demands are 提出, arrangements are 作出.
    说明：“要求”用“提出”，“部署”“安排”用“作出”，不能共用一个动词。
    Why: Usage: words that do not go together (搭配不当).
    依据：搭配不当。
    Wrong: 会议对下一步工作提出了要求和部署。
    Right: 会议对下一步工作作出部署，提出要求。
    """
    for match in _PLANS.finditer(passage.text):
        message = _('"提出" does not go with "{found}"; give it a verb of its own.')
        yield passage.finding(match.span("and"), message.format(found=match["and"][1:]))
