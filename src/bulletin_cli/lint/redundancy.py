"""Redundancy (重复): one thing said twice in one phrase."""

import re
from collections.abc import Iterator

from bulletin_cli.lint.index import DIGITS, side_by_side
from bulletin_cli.lint.pattern import Choice, Match, Pattern, near
from bulletin_cli.lint.rule import PROSE, Finding, Passage, rule
from bulletin_cli.messages import _

_FIGURES = r"\d[\d.,]{0,11}(?:[～~—-]\d[\d.,]{0,11})?[%％‰]?"
_NUMBER = rf"(?:{_FIGURES}|[一二两三四五六七八九十百千万亿几半]{{1,8}})[万亿千百]{{0,3}}"
_NOUN = r"(?:[^，。；：、！？（）“”《》\s\d左上以余多近约超]{0,7})"
_LEAD = (
    "(?P<lead>(?<![节制预合契条公特简婚隐履违签续大租誓相邀])约(?:为|有|计)?|大约(?:有)?|大概(?:有)?|将近|接近|"
    "(?<![最附临靠贴邻就远新])近|至少(?:有|要)?|最少|最多|最高|超过|超出|多达|高达|不到|不足|不少于|不低于|不超过|共计|总计|达到?)"
)
_ESTIMATE = Pattern(
    rf"{_LEAD}(?P<number>{_NUMBER})(?P<more>[余多](?=[^音边元]|元)|几)?(?P<noun>{_NOUN}?)"
    "(?P<tail>左右|上下|以上|以下|以内)?"
)
_FEW = {"约", "大约", "大概", "将近", "接近", "近"}
_FLOOR = {"至少", "最少", "超过", "超出", "不少于", "不低于"}
_CEILING = {"最多", "最高", "不到", "不足", "不超过"}
_PERIOD = Pattern("[年天月期日周季届]")


def _clash(match: Match) -> str:
    """The second of two words that say the same, or that cannot both be true."""
    lead = re.sub("(?:为|有|计|要)$", "", match["lead"])
    more, tail = match["more"], match["tail"]
    if lead in _FEW:
        if lead == "近" and _PERIOD.search(match["noun"][:2]):
            return ""
        return tail if tail in {"左右", "上下", "以上"} else more or ""
    if lead in _FLOOR:
        return tail if tail in {"以上", "左右", "上下"} else ""
    if lead in _CEILING:
        return tail if tail in {"以下", "以内", "左右", "上下"} else ""
    if tail in {"左右", "上下"} and more:
        return tail
    return ""


_MORE_OR_ABOUT = (
    *side_by_side(f"{DIGITS}一二两三四五六七八九十百千万亿几半.,%％‰", "余多几"),
    *("左右", "上下", "以上", "以下", "以内"),
)


@rule("G301", PROSE, needs=_MORE_OR_ABOUT)
def estimate_twice(passage: Passage) -> Iterator[Finding]:
    """An estimate or a limit is said twice: 约……左右, 超过……以上.

    约数、界限重复，如“约……左右”“超过……以上”。

    What: One of 约, 近, 余, 多, 左右, 上下 is enough; so is one of 超过, 至少 and 以上, of 不到,
      最多 and 以下.
    说明：“约”“近”“余”“多”“左右”“上下”只用一个；“超过”“至少”与“以上”，“不到”“最多”与
      “以下”也不重复。
    Why: GB/T 15835—2011 on estimates; usage (语义重复).
    依据：约数表达不重复，语义重复。
    Wrong: 排查隐患约60项左右。
    Right: 排查隐患约60项。
    """
    for match in _ESTIMATE.finditer(passage.text):
        second = _clash(match)
        if not second:
            continue
        name = "tail" if second == match["tail"] else "more"
        if name == "more" and not _counts(match, passage.text):
            continue
        first = match["lead"]
        message = _('"{first}" and "{second}" say the same; keep one.')
        start = match.start()
        span = (start, match.end(name))
        kept = passage.text[start : match.start(name)]
        yield passage.finding(span, message.format(first=first, second=second), kept)


def _counts(match: Match, text: str) -> bool:
    """Whether 余 or 多 counts, and does not begin a word of its own: 近百多功能厅, 约5余热发电."""
    after = text[match.end("more") : match.end("more") + 2]
    return not re.match("[功媒样元边家种热额粮地下]|次方|种经营", after) or after.startswith("元")


_TAILED = Choice(
    Pattern(
        rf"{_NUMBER}(?:个?小时|个月|[个点年天岁元米])?(?P<more>[余多]){_NOUN}?(?P<tail>左右|上下)",
        "余|多",
        "左右|上下",
    ),
    Pattern(r"\d(?P<more>[余多])[万亿](?P<tail>[余多])(?=[元名人吨户亩])", "万余|万多|亿余|亿多"),
    Pattern(
        rf"{_NUMBER}{_NOUN}(?P<more>以[上下])(?P<tail>左右|上下)",
        "以上左右|以上上下|以下左右|以下上下",
    ),
    Pattern(r"\d(?P<more>[余多])[万亿]?(?:元|吨)(?P<tail>多)(?=[，。；])", "元多|吨多"),
)


@rule("G302", PROSE, needs=("左右", "上下", "多万余", "余万多", "多亿余", "余万余", "元多", "吨多"))
def more_and_about(passage: Passage) -> Iterator[Finding]:
    """余 or 多 and 左右 stand at one figure; or a range is followed by 左右.

    “余”“多”与“左右”并用。

    What: 100余人左右 says about twice.
    说明：“100余人左右”两次表示约数，只留一个。
    Why: Usage (语义重复).
    依据：语义重复。
    Wrong: 参加活动的有100余人左右。
    Right: 参加活动的有100余人。
    """
    for match in _TAILED.finditer(passage.text):
        before = passage.text[max(0, match.start() - 2) : match.start()]
        if re.search("[约近]$|大概$|接近$", before):
            continue
        message = _('"{first}" and "{second}" say the same; keep one.')
        said = message.format(first=match["more"], second=match["tail"])
        yield passage.finding(match.span("tail"), said, "")


_REASON = Pattern(
    r"(?P<lead>原因(?:就|主要)?是)(?P<a>因为|由于)|(?:是因为|之所以[^。；]{2,40}是因为|是由于)[^。；！？\n]{2,40}?(?P<b>的原因|的缘故|的结果|所致|造成的|导致的|引起的)(?=[，。；])"
)


@rule("G303", PROSE, needs=("原因", "缘故", "的结果", "所致", "造成的", "导致的", "引起的"))
def reason_twice(passage: Passage) -> Iterator[Finding]:
    """A reason is named twice: 原因是因为, 是由于……造成的.

    原因说了两遍，如“原因是因为”“是由于……造成的”。

    What: 原因是, 因为 and 是……造成的 each say that a reason follows.
    说明：“原因是”“因为”“是……造成的”都表示原因，只用一种。
    Why: Usage: two patterns run into one (句式杂糅).
    依据：句式杂糅。
    Wrong: 故障原因是因为润滑不良。
    Right: 故障原因是润滑不良。
    """
    for match in _REASON.finditer(passage.text):
        name = "a" if match["a"] else "b"
        message = _('The reason is said twice; remove "{found}".').format(found=match[name])
        yield passage.finding(match.span(name), message, "")


_PURPOSE = Pattern(
    r"目的(?:就|主要|正)?(?:是|在于)(?P<a>为了|为)(?![民国人])|旨在(?P<b>为了)"
    r"|(?P<c>为了)[^，。；！？\n]{2,30}为目的|(?:旨在|是为了)[^，。；！？\n]{2,30}(?P<d>的目的)(?=[，。；])"
)


@rule("G304", PROSE, needs=("目的", "旨在"))
def purpose_twice(passage: Passage) -> Iterator[Finding]:
    """A purpose is named twice: 目的是为了.

    目的说了两遍，如“目的是为了”“旨在为了”。

    What: 目的是, 旨在 and 为了 each say that a purpose follows.
    说明：“目的是”“旨在”“为了”都表示目的，只用一种。
    Why: Usage (语义重复).
    依据：语义重复。
    Wrong: 开展活动的目的是为了提高安全素质。
    Right: 开展活动的目的是提高安全素质。
    """
    for match in _PURPOSE.finditer(passage.text):
        name = next(name for name in "abcd" if match[name])
        mended = "以" if name == "c" else ""
        message = _('The purpose is said twice; remove "{found}".').format(found=match[name])
        yield passage.finding(match.span(name), message, mended)


_MANY = ("广大", "每", "全体", "众多", "许多", "名", "位", "个")
_PLURAL = Pattern(
    r"(?P<many>(?<!最)广大|每一?[名位个]|全体|众多|许多|各位|\d+(?:余|多)?[名位个]|[两三四五六七八九十几]+(?:余|多)?[名位个])"
    r"[^，。；：、！？\s“”们为对给向同与和跟把被让使陪帮教]{1,8}(?<![我你他她它咱人])(?P<men>们)(?![心身家])"
)


@rule("G305", PROSE, needs=("们",))
def plural_twice(passage: Passage) -> Iterator[Finding]:
    """A number or 广大, 全体, 众多 stands with 们.

    数量词或“广大”“全体”“众多”与“们”并用。

    What: Who is counted, or named as many, takes no 们. Forms of address (同志们) are left alone.
    说明：前面有数量词或“广大”“全体”“众多”，名词后不再加“们”；“同志们”等称呼不管。
    Why: 现代汉语词典 on 们: not with a number.
    依据：《现代汉语词典》“们”条，前面有数量词时不用。
    Wrong: 广大党员们认真学习。
    Right: 广大党员认真学习。
    """
    if not near(passage.text, "们", _MANY, 16):
        return
    for match in _PLURAL.finditer(passage.text):
        if match["many"] == "各位":
            continue
        message = _('"{many}" already says that there are several; remove "们".')
        yield passage.finding(match.span("men"), message.format(many=match["many"]), "")


_UNTIL = Pattern(
    r"(?:截至|截止)(?P<when>[^，。；！？\n]{1,16}?)(?P<a>为止|止)(?=[，。；、,])|(?P<b>至今为止)(?<!迄今为止)"
)


@rule("G306", PROSE, needs=("止",))
def until_twice(passage: Passage) -> Iterator[Finding]:
    """截至 stands with 为止.

    “截至”与“为止”重复。

    What: 截至 says up to; 为止 says it again. 到……为止 and 迄今为止 are right.
    说明：“截至”就是“到……为止”，后面不再用“为止”；“到……为止”“迄今为止”照用。
    Why: 现代汉语词典 on 截至.
    依据：《现代汉语词典》“截至”条。
    Wrong: 截至5月底为止，已完成36项。
    Right: 截至5月底，已完成36项。
    """
    for match in _UNTIL.finditer(passage.text):
        if match["a"]:
            message = _('"截至" already says up to; remove "{found}".').format(found=match["a"])
            yield passage.finding(match.span("a"), message, "")
        elif passage.text[max(0, match.start() - 1) : match.start()] not in {"直", "迄"}:
            message = _('Write "迄今为止" or "至今", not "至今为止".')
            yield passage.finding(match.span("b"), message, "迄今为止")


_SO_MUCH = Pattern(
    rf"(?P<lead>多达|高达|长达|达到?){_NUMBER}[余多]?{_NOUN}(?P<tail>之[多高久长])(?=[，。；])"
)


@rule("G309", PROSE, needs=("之多", "之高", "之久", "之长"))
def so_much_twice(passage: Passage) -> Iterator[Finding]:
    """多达 stands with 之多, 长达 with 之久.

    “多达”与“之多”、“长达”与“之久”重复。

    What: Each of the two says that it is much.
    说明：“多达20次之多”两次强调数量大，只留一个；“达20次之多”不管。
    Why: Usage (语义重复).
    依据：语义重复。
    Wrong: 走访群众多达20余次之多。
    Right: 走访群众多达20余次。
    """
    for match in _SO_MUCH.finditer(passage.text):
        if match["lead"] in {"多达", "高达", "长达"}:
            message = _('"{first}" and "{second}" say the same; keep one.')
            said = message.format(first=match["lead"], second=match["tail"])
            yield passage.finding(match.span("tail"), said, "")
