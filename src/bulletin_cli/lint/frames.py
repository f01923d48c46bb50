"""Frames (句式): prepositions and their partners, sentences that lost their subject."""

import re
from collections.abc import Iterator

from bulletin_cli.lint.index import side_by_side
from bulletin_cli.lint.pattern import Pattern
from bulletin_cli.lint.rule import PROSE, Finding, Passage, rule
from bulletin_cli.messages import _

CLAUSE = "[^，。；：！？\n]"
_START = r"(?:^|(?<=[，。；：！？“）]))"
_MIXED = Pattern(
    rf"(?P<lead>紧紧围绕|紧密围绕|围绕着|围绕|本着|按照|遵循)(?P<body>{CLAUSE}{{1,40}}?)"
    r"(?<![作成以])(?P<tail>为(?:中心|核心(?!竞争|价值|区)|主题(?!党日|活动)|主线|主旨|重点|原则|宗旨|目的|目标|导向|抓手|载体|契机))"
    r"(?![的之])(?=[，。；、,]|(?:开展|推动|推进|做好|组织|抓好|扎实|认真|全面|积极|不断|切实))",
    "围绕|本着|按照|遵循",
    "为中心|为核心|为主题|为主线|为主旨|为重点|为原则|为宗旨|为目的|为目标|为导向|为抓手|为载体|为契机",
)
_ALLOWED = {
    "围绕": "中心 核心 主题 主线 主旨 重点 目标 目的 宗旨 导向 抓手 载体 契机",
    "本着": "原则 宗旨 目的 目标 导向",
    "按照": "原则 目标 导向 主线 宗旨",
    "遵循": "原则 宗旨 导向",
}


@rule("G201", PROSE, needs=("围绕", "本着", "按照", "遵循"))
def mixed_frame(passage: Passage) -> Iterator[Finding]:
    """Two frames are mixed: 围绕……为中心.

    两种句式杂糅，如“围绕……为中心”。

    What: 围绕 takes an object and is done; 以……为中心 is the frame with 为. So too 本着……为原则 and
      按照……为原则 for 本着……的原则.
    说明：“围绕”直接带宾语，“为中心”要与“以”配合；“本着”“按照”后面用“……的原则”，不用“为原则”。
    Why: Grammar of the written language: sentences of two patterns run into one (句式杂糅).
    依据：现代汉语语法，句式杂糅。
    Wrong: 围绕安全生产为中心，开展各项工作。
    Right: 以安全生产为中心，开展各项工作。
    """
    for match in _MIXED.finditer(passage.text):
        lead = match["lead"]
        key = "围绕" if "围绕" in lead else lead
        if re.search("[以将把定作列视称成选分]", match["body"][-40:]):
            inner = re.search("以", match["body"])
            if not (inner and match["body"].startswith("以")):
                continue
        if match["tail"][1:] not in _ALLOWED[key].split():
            continue
        message = _(
            '"{lead}……{tail}" mixes two frames; write "以……{tail}", or end without "{tail}".'
        )
        said = message.format(lead=lead, tail=match["tail"])
        if match["body"].startswith("以"):
            yield passage.finding(match.span("lead"), said, "")
        else:
            yield passage.finding(match.span(), said, f"以{match['body']}{match['tail']}")


_AS = Pattern(
    rf"{_START}(?P<lead>通过|借助|结合|利用|针对|从)(?P<body>[^，。；：！？\n以将把作成是]{{2,24}})"
    "(?P<tail>为(?:契机|抓手|载体|出发点|切入点|突破口|着力点|落脚点))(?=[，。；])"
)


@rule("G202", PROSE, needs=("为契机", "为抓手", "为载体", "点，", "为突破口"))
def frame_without_with(passage: Passage) -> Iterator[Finding]:
    """为契机, 为抓手 and the like stand without their 以.

    “为契机”“为抓手”前面用错了介词。

    What: The frame is 以……为契机; 通过, 结合 or 从 cannot lead it.
    说明：应当说“以……为契机”“以……为抓手”，“通过”“结合”“从”不能与“为契机”配合。
    Why: Grammar of the written language (句式杂糅).
    依据：现代汉语语法，句式杂糅。
    Wrong: 通过党史学习教育为契机，推动各项工作。
    Right: 以党史学习教育为契机，推动各项工作。
    """
    for match in _AS.finditer(passage.text):
        message = _('"{tail}" goes with "{mended}", not with "{lead}".')
        said = message.format(lead=match["lead"], mended="以", tail=match["tail"])
        yield passage.finding(match.span("lead"), said, "以")


_SUBJECT = Pattern(
    r"(?:^|(?<=[。！？；\n]))(?P<lead>(?:通过|经过|随着|经由|由于)[^，。；！？\n]{2,40}"
    r"|在[^，。；！？\n]{2,30}[下中])，(?P<make>(?:从而|进而|更|进一步|也)?(?:使得|使|让|令))"
    "(?!用|命|者|馆|团|徒|利|步|位)"
)


@rule(
    "G203",
    PROSE,
    needs=(
        "，使",
        "，让",
        "，令",
        "，从而使",
        "，进一步使",
        "，更使",
        "，更让",
        "，也让",
        "，进而",
    ),
)
def sentence_without_subject(passage: Passage) -> Iterator[Finding]:
    """通过……，使…… leaves the sentence without a subject.

    “通过……，使……”缺主语。

    What: A preposition at the beginning and 使 or 让 after the first pause: who or what makes it so
      is not said. Remove one of the two.
    说明：句首用“通过”“经过”“在……下”，接着又用“使”“让”，全句没有主语，去掉其中一个。
    Why: Grammar of the written language: a subject lost (成分残缺).
    依据：现代汉语语法，滥用介词造成主语残缺。
    Wrong: 通过参观学习，使大家受到了教育。
    Right: 通过参观学习，大家受到了教育。
    """
    for match in _SUBJECT.finditer(passage.text):
        lead = match["lead"][:2] if match["lead"][0] != "在" else "在"
        message = _('"{lead}……，{make}……" leaves no subject; remove "{make}", or "{lead}".')
        said = message.format(lead=lead, make=match["make"])
        yield passage.finding(match.span("make"), said, "")


_CARE = (
    "坚强领导|正确领导|统一领导|领导|精心指导|悉心指导|指导|大力支持|支持|亲切关怀|关怀|关心|带领|带动|引领|引导|指引"
    "|精心组织|共同努力|努力|见证|感召|号召|鼓舞|激励|感染|熏陶|推动|影响|陪同|配合|协助|帮助|讲解|安排|部署|统筹|协调|监督|主持|率领"
)
_OPEN = Pattern(
    r"(?:^|(?<=[，。；：！？]))(?:[\u4e00-\u9fff]{0,14}?)(?<![存实现正所内潜旨关键就好外])在(?P<body>[^，。；：！？\n在于中下会将要应仍更了来还]{1,24}?的"
    f"(?:{_CARE}))，"
)


@rule("G204", PROSE, needs=side_by_side(side_by_side("的", _CARE.split("|")), "，"))
def frame_left_open(passage: Passage) -> Iterator[Finding]:
    """在……领导 lacks its 下.

    “在……领导”缺“下”。

    What: The frame is 在……的领导下, 在……的带动下.
    说明：应当说“在……的领导下”“在……的带动下”，介词“在”要与“下”配合。
    Why: Grammar of the written language: a frame left open (成分残缺).
    依据：现代汉语语法，介词短语不完整。
    Wrong: 在公司党委的正确领导，各项工作稳步推进。
    Right: 在公司党委的正确领导下，各项工作稳步推进。
    """
    for match in _OPEN.finditer(passage.text):
        at = match.end() - 1
        word = match["body"][-2:]
        message = _('"在……{word}" is left open; write "在……{word}下".').format(word=word)
        yield passage.finding((at - 2, at), message, f"{word}下")


_WITHOUT_AS = Pattern(
    r"(?:^|(?<=[，。；：！？]))以(?P<body>(?![上下及来往后前内外此至免便致防期])[^，。；：！？\n为作的了做当]{3,24}?)"
    "(?P<word>契机|抓手|载体|主线|切入点|出发点|落脚点|突破口|着力点)(?=，)"
)


@rule("G205", PROSE, needs=("契机，", "抓手，", "载体，", "主线，", "点，", "突破口，"))
def frame_without_as(passage: Passage) -> Iterator[Finding]:
    """以……契机 lacks its 为.

    “以……契机”缺“为”。

    What: The frame is 以……为契机, 以……为抓手.
    说明：应当说“以……为契机”“以……为抓手”。
    Why: Grammar of the written language: a frame left open (成分残缺).
    依据：现代汉语语法，成分残缺。
    Wrong: 以党史学习教育契机，推动各项工作。
    Right: 以党史学习教育为契机，推动各项工作。
    """
    for match in _WITHOUT_AS.finditer(passage.text):
        word = match["word"]
        message = _('"以……{word}" lacks "为"; write "以……为{word}".').format(word=word)
        yield passage.finding(match.span("word"), message, f"为{word}")


_BY = Pattern(
    "(?:^|(?<=[，。；：！？]))(?P<by>由)[^，。；：！？\\n由在]{2,20}的?(?:带领|领导|组织|指导|陪同|率领)下(?=，|[\u4e00-\u9fff])(?!发)"
)


@rule("G208", PROSE, needs=("领下", "导下", "织下", "同下", "率领下"))
def by_and_under(passage: Passage) -> Iterator[Finding]:
    """由……的带领下 mixes 由……带领 and 在……的带领下.

    “由……的带领下”句式杂糅。

    What: The frame is 在……的带领下, or 由……带领.
    说明：应当说“在……的带领下”或“由……带领”。
    Why: Grammar of the written language (句式杂糅).
    依据：现代汉语语法，句式杂糅。
    Wrong: 由党支部书记的带领下，全体党员重温誓词。
    Right: 在党支部书记的带领下，全体党员重温誓词。
    """
    for match in _BY.finditer(passage.text):
        message = _('"{tail}" goes with "{mended}", not with "{lead}".')
        said = message.format(tail="……下", mended="在", lead="由")
        yield passage.finding(match.span("by"), said, "在")
