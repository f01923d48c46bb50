"""Logic (逻辑): conditions that go with their consequences, denials that are counted."""

from collections.abc import Iterator

from bulletin_cli.lint.frames import CLAUSE
from bulletin_cli.lint.pattern import Pattern
from bulletin_cli.lint.rule import PROSE, Finding, Passage, rule
from bulletin_cli.messages import _

_ONLY = Pattern(
    rf"(?<!不)(?P<only>只有){CLAUSE}{{2,25}}，(?:我们|企业|公司|大家|党员|干部|职工)?(?P<a>就)(?=能|会|可以|可能|是)"
    rf"|(?P<if>只要){CLAUSE}{{2,25}}，(?:我们|企业|公司|大家|党员|干部|职工)?(?P<b>才)(?=能|会|可以|可能)"
)


@rule("G206", PROSE, needs=("只有", "只要"))
def only_and_then(passage: Passage) -> Iterator[Finding]:
    """只有 goes with 就, or 只要 with 才.

    “只有”与“就”、“只要”与“才”搭配。

    What: 只有……才 names the one condition, 只要……就 one that is enough.
    说明：“只有……才”表示唯一条件，“只要……就”表示充分条件，不能交叉搭配。
    Why: Grammar of the written language: pairs of conjunctions.
    依据：现代汉语语法，关联词语搭配。
    Wrong: 只有沉下身子，就能赢得民心。
    Right: 只有沉下身子，才能赢得民心。
    """
    for match in _ONLY.finditer(passage.text):
        first, name, mended = ("只有", "a", "才") if match["a"] else ("只要", "b", "就")
        message = _('"{first}" goes with "{mended}", not with "{found}".')
        said = message.format(first=first, mended=mended, found=match[name])
        yield passage.finding(match.span(name), said, mended)


_PREVENT = Pattern(
    rf"(?P<lead>防止|避免|杜绝|严防|谨防|以防){CLAUSE}{{0,16}}?(?P<not>不再|不)(?=发生|出现|重演|重复发生|反弹)(?!生?的)"
    r"|(?P<lack>缺乏|缺少)[^，。；：！？\n]{1,10}?(?P<short>不足|不够|不强|缺失|缺位)(?=[，。；])"
    r"|(?P<hard>难免|以免)[^，。；：！？\n不]{0,4}?(?P<nor>不)(?=[出会犯发])"
    r"|(?P<ban>切忌|禁止|严禁)[^，。；：！？\n]{0,6}?(?P<never>不要|不得|不准|不许|不能)"
)


@rule(
    "G207",
    PROSE,
    needs=(
        "防止",
        "避免",
        "杜绝",
        "严防",
        "谨防",
        "以防",
        "切忌",
        "禁止",
        "严禁",
        "缺乏",
        "缺少",
        "难免",
        "以免",
    ),
)
def prevented_not_to_be(passage: Passage) -> Iterator[Finding]:
    """防止……不再发生 denies twice and says the contrary.

    “防止……不再发生”多重否定，意思反了。

    What: 防止, 避免, 杜绝 already deny; 不 after them turns the sense round.
    说明：“防止”“避免”“杜绝”本身含有否定义，再用“不”意思就反了。
    Why: Logic: one denial too many (否定不当).
    依据：逻辑，否定不当。
    Wrong: 防止类似问题不再发生。
    Right: 防止类似问题再发生。
    """
    for match in _PREVENT.finditer(passage.text):
        name = next(name for name in ("not", "never", "short", "nor") if match[name])
        lead = match["lead"] or match["ban"] or match["lack"] or match["hard"]
        mended = "再" if match[name] == "不再" else ""
        message = _('"{lead}" already denies; remove "{found}".')
        if name == "not":
            message = _('"{lead}" already denies; remove "不" from "{found}".')
        said = message.format(lead=lead, found=match[name])
        yield passage.finding(match.span(name), said, mended)
