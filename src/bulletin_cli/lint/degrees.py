"""Degrees (程度、约数): what already says how long, how much or about how many."""

from collections.abc import Iterator

from bulletin_cli.lint.index import side_by_side
from bulletin_cli.lint.pattern import Choice, Pattern
from bulletin_cli.lint.rule import PROSE, Finding, Passage, rule
from bulletin_cli.messages import _

_LASTS = Pattern(
    r"(?:历时|为期|历经)(?:近|约|了)?(?:\d+|[一二两三四五六七八九十半数几]+)(?:余|多)?个?(?:多)?(?:天|月|年|小时|周|星期)(?:半|多)?(?P<time>的?时间)(?=[，。；的])",
    "历时|为期|历经",
)


@rule("G310", PROSE, needs=("时间",))
def time_twice(passage: Passage) -> Iterator[Finding]:
    """历时 or 为期 stands with 时间.

    “历时”“为期”与“时间”重复。

    What: 历时三天 and 为期三天 already speak of time.
    说明：“历时”“为期”已经表示时间，后面不再用“时间”。
    Why: Usage (语义重复).
    依据：语义重复。
    Wrong: 培训历时三天时间。
    Right: 培训历时三天。
    """
    for match in _LASTS.finditer(passage.text):
        message = _('"{found}" has been said already; remove it.').format(found=match["time"])
        yield passage.finding(match.span("time"), message, "")


_DEGREES = "非常|十分|特别|极其|极为|更加|更为|进一步|越来越|格外|尤其|相当"
_MANY = "人名个位家次户件条篇份天年台座项万吨元"
_DEGREE_TWICE = Choice(
    Pattern(
        rf"(?:{_DEGREES})(?P<again>{_DEGREES}|更(?![新换改为多好加])|很(?!多))(?![是])", _DEGREES
    ),
    Pattern(
        rf"(?:(?:数|几)[十百千万]|上[百千万])(?=[余多][{_MANY}])(?P<again>[余多])",
        "|".join(side_by_side("十百千万", "余多")),
    ),
    Pattern(rf"\d(?P<again>余多|多余)(?=[{_MANY}])", "余多|多余"),
)


_TWO_DEGREES = (
    *side_by_side("常分别其为加步来外当", "非十特极更进越格尤相很"),
    *side_by_side("十百千万", "余多"),
    *("余多", "多余"),
)


@rule("G311", PROSE, needs=_TWO_DEGREES)
def degree_twice(passage: Passage) -> Iterator[Finding]:
    """A degree or an estimate is said twice: 非常十分, 数十余人.

    程度词、约数词重复，如“非常十分”“数十余人”“上百多人”。

    What: One word of degree is enough; 数十, 几百 and 上千 are estimates already.
    说明：程度副词不叠用；“数十”“几百”“上千”已是约数，不再加“余”“多”。
    Why: Usage (语义重复).
    依据：语义重复。
    Wrong: 活动吸引了上百余人参加。
    Right: 活动吸引了上百人参加。
    """
    for match in _DEGREE_TWICE.finditer(passage.text):
        again = match["again"]
        kept = again[0] if again in {"余多", "多余"} else ""
        message = _('"{found}" says the same again; remove it.').format(found=again)
        yield passage.finding(match.span("again"), message, kept)
