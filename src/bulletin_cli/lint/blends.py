"""Blends (杂糅): sentences that begin in one pattern and end in another."""

from collections.abc import Iterator

from bulletin_cli.lint.frames import CLAUSE
from bulletin_cli.lint.index import side_by_side
from bulletin_cli.lint.pattern import Choice, Pattern
from bulletin_cli.lint.rule import PROSE, Finding, Passage, rule
from bulletin_cli.messages import _

_BEGIN = r"(?:^|(?<=[，。；：！？“]))"
_LEADS = "通过|经过|按照|根据|依据|依照|本着|随着|遵照|遵循"
_UNDER = "努力|帮助|学习|带领|指导|支持|关怀|关心|推动|要求|部署|安排|指示|原则|精神|发展|领导"
_PUT = "落实|运用|体现|贯彻|融入|投入|转化|应用|渗透"
_BLENDED = Choice(
    Pattern(
        rf"{_BEGIN}受(?!到|益|训|教|害|邀|委|众|聘)[^，。；：！？\n使]{{2,14}}影响(?P<under>下)(?=，)",
        "影响下，",
    ),
    Pattern(
        rf"{_BEGIN}(?:{_LEADS})(?:[^，。；：！？\n在]{{2,26}}?)的?(?:{_UNDER})(?P<below>下)(?=，)",
        _LEADS,
        _UNDER.replace("|", "下，|") + "下，",
    ),
    Pattern(r"基于[^，。；：！？\n]{2,20}?(?P<base>的?基础(?:之)?上)(?=，)", "基于"),
    Pattern(r"鉴于[^，。；：！？\n]{2,20}?(?P<seeing>的?(?:原因|情况下|缘故))(?=，)", "鉴于"),
    Pattern(r"关于[^，。；：！？\n]{2,15}?问题(?P<about>上)(?=，)", "关于", "问题上，"),
    Pattern(r"主要(?:是)?以[^，。；：！？\n]{1,20}(?P<mainly>为主)", "主要以|主要是以", "为主"),
    Pattern(
        rf"(?:{_PUT})(?P<at>在)(?=[^，。；：！？\n]{{2,14}}?(?:当中|中|之中)去)",
        _PUT.replace("|", "在|") + "在",
        "中去",
    ),
    Pattern(r"重点(?:是)?以[^，。；：！？\n]{1,20}(?P<point>为重点)", "重点以|重点是以", "为重点"),
    Pattern(
        r"(?<![使对])有(?:助|利)于[^，。；：！？\n]{2,25}?"
        r"(?P<helps>起到了?[^，。；：！？\n]{0,6}作用|的作用)(?=[，。；])",
        "有助于|有利于",
        "作用，|作用。|作用；",
    ),
)


@rule(
    "G209",
    PROSE,
    needs=("下，", "基础", "鉴于", "问题上", "为主", "为重点", "有助于", "有利于", "中去"),
)
def frame_ended_twice(passage: Passage) -> Iterator[Finding]:
    """A phrase is closed by the end of another pattern: 受……影响下, 基于……的基础上.

    介词短语套用了另一种句式的结尾，如“受……影响下”“基于……的基础上”“主要以……为主”。

    What: 受……影响 and 在……影响下 are two patterns; so are 通过…… and 在……下, 基于…… and
      在……的基础上, 主要是…… and 以……为主.
    说明：“受……影响”与“在……影响下”、“通过……”与“在……下”、“基于……”与“在……的基础上”、
      “主要是……”与“以……为主”是两种说法，只用一种。
    Why: Grammar of the written language: sentences of two patterns run into one (句式杂糅).
    依据：现代汉语语法，句式杂糅。
    Wrong: 受疫情影响下，培训改在线上进行。
    Right: 受疫情影响，培训改在线上进行。
    """
    for match in _BLENDED.finditer(passage.text):
        name = match.lastgroup or ""
        if name == "at":
            message = _('"{lead}" goes with "{mended}", not with "{found}".')
            said = message.format(lead="……中去", mended="到", found="在")
            yield passage.finding(match.span(name), said, "到")
            continue
        message = _('"{found}" ends another pattern than the one begun; remove it.')
        yield passage.finding(match.span(name), message.format(found=match[name]), "")


_RAISE = "提高|提升|增强|加强|强化|锤炼|促进|推动|激发|改善|调动|坚定|凝聚"
_TWICE = Choice(
    Pattern(
        rf"(?P<first>(?:{_RAISE})了)[^，。；：！？\n使让令后]{{2,26}}?(?P<second>(?:得到|得以|有)了?"
        r"(?:进一步|明显|显著|有效|极大|很大|较大|不断|充分|新)?的?"
        rf"(?:{_RAISE}|发挥|转变|改进|提振))(?=[，。；！])",
        _RAISE.replace("|", "了|") + "了",
        "得到|得以|有了|有进一步|有明显|有显著|有有效|有极大|有很大|有较大|有不断|有充分|有新|有的"
        f"|有{_RAISE.replace('|', '|有')}|有发挥|有转变|有改进|有提振",
    ),
    Pattern(
        rf"{_BEGIN}(?:进一步|不断|有效|切实|持续|全面|极大|显著)地?(?P<verb>{_RAISE})(?!了)"
        r"[^，。；：！？\n使让令后]{2,20}?(?P<again>(?:得到|得以)了?"
        rf"(?:进一步|明显|显著|有效|极大|很大|较大|不断|充分)?的?(?:{_RAISE}|改进|转变)"
        r"|不断(?:提升|提高|增强))(?=[，。；！])",
        "进一步|不断|有效|切实|持续|全面|极大|显著",
        "得到|得以|不断提升|不断提高|不断增强",
    ),
)


@rule("G210", PROSE, needs=("得到", "得以", "有了", "不断"))
def predicate_twice(passage: Passage) -> Iterator[Finding]:
    """Two predicates share one object: 提高了……得到了提升.

    一个宾语用了两个谓语，如“提高了……得到了提升”。

    What: What is raised is the object of 提高 or the subject of 得到提升, not both.
    说明：同一个词语不能既作“提高”的宾语，又作“得到提升”的主语，去掉其中一个。
    Why: Grammar of the written language (句式杂糅).
    依据：现代汉语语法，句式杂糅。
    Wrong: 活动进一步增强了党员的党性修养得到了锤炼。
    Right: 活动进一步增强了党员的党性修养。
    """
    for match in _TWICE.finditer(passage.text):
        name = "second" if match.lastgroup == "second" else "again"
        first = match["first"] if name == "second" else match["verb"]
        message = _('"{first}" and "{second}" are two predicates of one thing; remove one.')
        said = message.format(first=first, second=match[name])
        yield passage.finding(match.span(name), said, "")


_GATHERING = "会议|活动|培训|座谈|座谈会|比赛|仪式|大会|学习"
_THERE = Pattern(
    rf"参加(?:此次|本次|这次|了)?(?:{_GATHERING})的(?:有|人员有|人员包括)[^。；！？\n]{{4,120}}?(?P<again>参加了?(?:此次|本次|这次)?(?:{_GATHERING}))(?=[，。；])"
)


@rule("G211", PROSE, needs=("的有", "的人员"))
def taken_part_twice(passage: Passage) -> Iterator[Finding]:
    """参加会议的有…… is closed by 参加了会议.

    “参加会议的有……”后面又说“参加了会议”。

    What: Who took part is said at the beginning; the end says it again.
    说明：句首已说“参加会议的有”，句末不再重复“参加了会议”。
    Why: Grammar of the written language (句式杂糅).
    依据：现代汉语语法，句式杂糅。
    Wrong: 参加会议的有班子成员、中层干部等参加了会议。
    Right: 参加会议的有班子成员、中层干部等。
    """
    for match in _THERE.finditer(passage.text):
        message = _('"{found}" has been said at the beginning; remove it.')
        yield passage.finding(match.span("again"), message.format(found=match["again"]), "")


_MEANT = Choice(
    Pattern(
        r"(?P<first>把|将)"
        r"(?P<body>[^，。；：！？\n以作为当视定列成变称确选设立化转换分改命名]{2,16}?)(?P<as>为)(?=(?:重点|中心|目标|抓手"
        "|契机|主线|宗旨|己任|荣|突破口|切入点|着力点|出发点|落脚点|核心)(?:[，。；]|来))",
        "把|将",
        "|".join(side_by_side("为", "重中目抓契主宗己荣核突切着出落")),
    ),
    Pattern(
        r"(?P<called>(?<!担)被?(?:评为|授予为|选为|誉为|称为|当作为|看作为|视作为|作为是|视为是|评选为是|当做为)是?)",
        "授予为|当作为|看作为|视作为|当做为|为是",
    ),
)
_MADE = (
    *side_by_side("为", "重中目抓契主宗己荣核突切着出落"),
    *("授予为", "当作为", "看作为", "视作为", "当做为", "作为是"),
    *side_by_side("评选誉称视", ("为是",)),
)


@rule("G212", PROSE, needs=_MADE)
def made_into(passage: Passage) -> Iterator[Finding]:
    """把……为重点 lacks 作; 授予为, 当作为, 评为是 have a word too many.

    “把……为重点”缺“作”；“授予为”“当作为”“评为是”多了一个字。

    What: The patterns are 把……作为……, 当作……, 授予……, 评为…….
    说明：应当说“把……作为重点”“当作”“授予”“评为”。
    Why: Grammar of the written language.
    依据：现代汉语语法，成分残缺或赘余。
    Wrong: 把安全生产当作为头等大事。
    Right: 把安全生产当作头等大事。
    """
    for match in _MEANT.finditer(passage.text):
        if match.lastgroup == "as":
            message = _('"{first}……为" lacks "作"; write "作为".').format(first=match["first"])
            yield passage.finding(match.span("as"), message, "作为")
            continue
        mended = _plain(match[0])
        if mended != match[0]:
            message = _('"{wrong}": write "{right}".').format(wrong=match[0], right=mended)
            yield passage.finding(match.span(), message, mended)


def _plain(found: str) -> str:
    """The same without the word too many."""
    bare = found.removesuffix("是")
    for verb in ("授予", "当作", "看作", "视作", "当做"):
        bare = bare.replace(f"{verb}为", verb)
    return bare


_SIDES = Pattern(
    rf"(?P<both>能否|是否){CLAUSE}{{2,30}}，?{CLAUSE}{{0,6}}(?:关键在于|关键是|取决于|前提是|的关键是|的关键在于|的前提是|的保证是)"
    r"(?P<one>[^。；！？\n]{2,40})(?=[。；！])",
    "关键|取决于|前提是|保证是",
)
_OPEN = Pattern("能否|是否|能不能|是不是|与否|好坏|高低|大小|多少|强弱|优劣|如何|程度|怎样|有没有")


@rule("G213", PROSE, needs=("能否", "是否"))
def two_sides_and_one(passage: Passage) -> Iterator[Finding]:
    """能否……关键在于 names two sides before and one after.

    “能否……，关键在于……”前面说两面，后面只说一面。

    What: 能否 asks for 能否, 是否 or the like after 关键在于; or is left out.
    说明：“能否”是两面，“关键在于”后面也要有“能否”“是否”一类的词与之对应，或者去掉“能否”。
    Why: Logic: two sides to one (两面对一面).
    依据：逻辑，两面对一面。
    Wrong: 能否完成全年任务，关键在于全体职工的努力。
    Right: 完成全年任务，关键在于全体职工的努力。
    """
    for match in _SIDES.finditer(passage.text):
        if not _OPEN.search(match["one"]):
            message = _('"{both}" names two sides, what follows only one; remove "{both}".')
            yield passage.finding(match.span("both"), message.format(both=match["both"]), "")
